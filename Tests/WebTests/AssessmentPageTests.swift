import Casework
import Shares
import Testing
import Web
import Workflows

/// An assessment is written from its task list: question by question, saved each time, checked at the end.
struct AssessmentPageTests {
    private static func site() async throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        let fields = [
            ("title", "Earnings check"), ("provider", "HMRC"), ("recipient", "DWP"), ("purpose", "Checking"),
            ("data_items", "National Insurance number"), ("data_subjects", "Benefit claimants"),
            ("legal_gateway", "Welfare Reform Act 2012 s.127"), ("lawful_basis", "6(1)(e)"), ("frequency", "Daily"),
            ("transfer_method", "API"), ("classification", "OFFICIAL"), ("retention", "P2Y"),
            ("start_date", "2026-05-01"), ("end_date", "2028-03-31"), ("review_date", "2026-12-01"),
        ]
        _ = try await site.post("/propose", fields, as: "requester")
        for (command, person, fields) in [
            ("appoint-owner", "hub", ["owner": "owner"]), ("submit", "requester", [:]), ("accept", "owner", [:]),
            ("screen", "owner", ["outcome": "required", "reason": "Health"]), ("begin-assessment", "owner", [:]),
        ] {
            _ = try site.office.act(
                on: ShareReference("DS-1"), Order(.init(rawValue: command), fields: fields), as: PersonID(person))
        }
        return site
    }

    private static let act = "/shares/DS-1/act/dpia/answer-assessment"

    private static func answer(_ id: String, at site: TestSite) throws -> String? {
        try site.office.show(ShareReference("DS-1")).share.answers["assessment/" + id]?.text
    }

    @Test func thePartsSayHowFarTheyAre() async throws {
        let site = try await Self.site()
        let page = try await site.get("/shares/DS-1", as: "owner").body
        #expect(page.contains("The assessment, part by part"))
        let need = "<a href=\"\(Self.act)?part=1.%20The%20need\">1. The need</a>"
        #expect(page.contains(need) && page.contains("No risk recorded"))
        #expect(page.contains("href=\"\(Self.act)?question=1.1\""))
        #expect(page.contains("Check your answers, and submit to the DPO") && page.contains("Cannot start yet"))
        #expect(try await !site.get("/shares/DS-1", as: "leeds").body.contains("part by part"))
    }

    @Test func oneQuestionLeadsToTheNextAndEachIsSaved() async throws {
        let site = try await Self.site()
        let first = try await site.get(Self.act + "?question=1.1", as: "owner").body
        #expect(first.contains("<h1>Question 1.1</h1>") && first.contains("Save and continue"))
        #expect(first.contains("name=\"assessment/1.1\"") && !first.contains("name=\"assessment/1.2\""))
        #expect(first.contains("Skip to question 1.2"))
        let seen = try site.office.show(ShareReference("DS-1")).share.version
        let saved = try await site.post(
            Self.act + "?question=1.1", [("seen-version", String(seen)), ("assessment/1.1", "Fewer wrong awards")],
            as: "owner")
        #expect(saved.status == 303 && saved.headers["location"] == Self.act + "?question=1.2")
        #expect(try Self.answer("1.1", at: site) == "Fewer wrong awards")
        let last = try await site.get(Self.act + "?question=7.3", as: "owner").body
        #expect(!last.contains("Save and continue") && !last.contains("Skip to question"))
    }

    /// What the owner accepted is not written anew by whoever answers, who is told so where they typed.
    @Test func anAnswerThatChangesAcceptedTermsIsAProblemAtItsQuestion() async throws {
        let site = try await Self.site()
        let share = try site.office.show(ShareReference("DS-1")).share
        let address = Self.act + "?part=2.%20Purposes%20of%20the%20processing"
        let refused = try await site.post(
            address,
            [("seen-version", String(share.version)), ("assessment/2.14", "Profiling"), ("assessment/2.15", "Fewer")],
            as: "requester")
        #expect(refused.status == 422)
        #expect(refused.body.contains("<a href=\"#assessment/2.14\">Purpose was put forward as “Checking” and is not"))
        #expect(refused.body.contains("<p id=\"assessment/2.14-error\" class=\"error-message\">"))
        #expect(try site.office.show(ShareReference("DS-1")).share == share)
        let saved = try await site.post(
            address,
            [("seen-version", String(share.version)), ("assessment/2.14", "Checking"), ("assessment/2.15", "Fewer")],
            as: "requester")
        #expect(saved.status == 303)
        #expect(try Self.answer("2.15", at: site) == "Fewer")
    }

    @Test func aWholePartIsSavedAtOnce() async throws {
        let site = try await Self.site()
        let address = Self.act + "?part=3.%20Consultation"
        let form = try await site.get(address, as: "owner").body
        #expect(form.contains("<h1>3. Consultation</h1>") && form.contains("name=\"assessment/3.3\""))
        #expect(!form.contains("name=\"assessment/1.1\""))
        let seen = try site.office.show(ShareReference("DS-1")).share.version
        let saved = try await site.post(
            address,
            [("seen-version", String(seen)), ("assessment/3.1", "A survey"), ("assessment/3.2", "Legal")],
            as: "owner")
        #expect(saved.headers["location"] == "/shares/DS-1?done=\(seen + 1)")
        #expect(try Self.answer("3.1", at: site) == "A survey" && Self.answer("3.2", at: site) == "Legal")
    }

    @Test func anEmptyAnswerIsAProblemAndNothingIsSaved() async throws {
        let site = try await Self.site()
        let seen = try site.office.show(ShareReference("DS-1")).share.version
        let refused = try await site.post(
            Self.act + "?question=1.1", [("seen-version", String(seen)), ("assessment/1.1", " ")], as: "owner")
        #expect(refused.status == 422 && refused.body.contains("There is a problem"))
        #expect(try site.office.show(ShareReference("DS-1")).share.version == seen)
    }

    @Test func whatIsSubmittedIsCheckedFirst() async throws {
        let site = try await Self.site()
        _ = try site.office.answer(
            ["1.1": "Fewer wrong awards <b>"], of: "assessment", on: ShareReference("DS-1"), as: PersonID("owner"))
        let form = try await site.get("/shares/DS-1/act/dpia/submit-assessment", as: "owner").body
        #expect(form.contains("<h2>Check your answers</h2>") && form.contains("Fewer wrong awards &lt;b&gt;"))
        #expect(form.contains("href=\"\(Self.act)?question=1.1\">Change<span class=\"hidden\"> answer 1.1</span>"))
        #expect(form.contains("No risk is recorded."))
    }
}

import Casework
import Shares
import Testing
import Web
import Workflows

/// A request is filled in part by part, checked, and put forward.
struct TaskListTests {
    private static func site(_ more: [(String, String)] = []) async throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        let fields = [
            ("title", "Earnings check <b>"), ("provider", "HMRC"), ("recipient", "DWP"), ("purpose", "Checking"),
            ("data_items", "Health condition"), ("data_subjects", "Benefit claimants"),
        ]
        _ = try await site.post("/propose", fields + more, as: "requester")
        return site
    }

    @Test func everyFieldOfTheTermsIsInOnePart() {
        let fields = TermsSection.allCases.flatMap(\.fields)
        #expect(fields.count == TermsField.allCases.count)
        #expect(Set(fields) == Set(TermsField.allCases))
    }

    @Test func thePartsSayHowFarTheyAreAndTheLastWhyItCannotStart() async throws {
        let site = try await Self.site()
        let page = try await site.get("/shares/DS-1", as: "requester").body
        let law = "<a href=\"/shares/DS-1/act/proposal/edit?section=law\">The law</a>"
        #expect(page.contains(law) && page.contains("<strong class=\"tag tag-blue\">Not yet started</strong>"))
        #expect(page.contains("<strong class=\"tag tag-yellow\">2 of 7 answered</strong>"))
        #expect(page.contains("Cannot start yet") && page.contains("No legal gateway is stated"))
        #expect(try await !site.get("/shares/DS-1", as: "owner").body.contains("Before it is put forward"))
    }

    @Test func aPartIsEditedWithoutTouchingTheOthers() async throws {
        let site = try await Self.site()
        let address = "/shares/DS-1/act/proposal/edit?section=law"
        let form = try await site.get(address, as: "requester").body
        #expect(form.contains("<h1>The law</h1>") && form.contains("name=\"lawful_basis\""))
        #expect(!form.contains("name=\"purpose\""))
        let saved = try await site.post(
            address, [("seen-version", "1"), ("lawful_basis", "Public task")], as: "requester")
        #expect(saved.headers["location"] == "/shares/DS-1?done=2")
        let terms = try site.office.show(ShareReference("DS-1")).share.terms
        #expect(terms.text(of: .lawfulBasis) == "Public task" && terms.purpose == "Checking")
    }

    @Test func whatIsPutForwardIsCheckedFirst() async throws {
        let site = try await Self.site([
            ("legal_gateway", "Welfare Reform Act 2012 s.127"), ("lawful_basis", "6(1)(e)"),
        ])
        let form = try await site.get("/shares/DS-1/act/proposal/submit", as: "requester").body
        #expect(form.contains("<h2>Check your answers</h2>"))
        #expect(form.contains("<dd>Earnings check &lt;b&gt;</dd>"))
        #expect(form.contains("Change<span class=\"hidden\"> The law</span>"))
    }

    @Test func screeningTicksWhatTheTermsShowAndTakesWhatIsTicked() async throws {
        let site = try await Self.site([
            ("legal_gateway", "Welfare Reform Act 2012 s.127"), ("lawful_basis", "6(1)(e)"),
        ])
        for (command, person, fields) in [
            ("appoint-owner", "hub", ["owner": "owner"]), ("submit", "requester", [:]),
        ] {
            _ = try site.office.act(
                on: ShareReference("DS-1"), Order(.init(rawValue: command), fields: fields), as: PersonID(person))
        }
        let address = "/shares/DS-1/act/dpia/screen"
        let form = try await site.get(address, as: "owner").body
        #expect(form.contains("value=\"wp248-sensitive-data\" aria-describedby=\"criteria-17-hint\" checked>"))
        let fields = [("seen-version", "3"), ("reason", "Health"), ("criteria", "wp248-sensitive-data")]
        let refused = try await site.post(
            address, fields + [("criteria", "wp248-large-scale"), ("outcome", "not-required")], as: "owner")
        #expect(refused.status == 422)
        #expect(refused.body.contains("value=\"wp248-large-scale\" aria-describedby=\"criteria-18-hint\" checked>"))
        let taken = try await site.post(address, fields + [("criteria", "wp248-large-scale")], as: "owner")
        #expect(taken.status == 303)
        let screening = try site.office.show(ShareReference("DS-1")).share.dpia.screening
        #expect(screening?.criteria == "wp248-sensitive-data; wp248-large-scale")
        #expect(screening?.outcome == .required)
    }

    /// It may be put forward, and is not called ready while the owner could not accept it.
    @Test func whatCouldNotBeAcceptedIsNotReady() async throws {
        let law = [("legal_gateway", "Section 999 of nothing"), ("lawful_basis", "6(1)(e)")]
        let site = try await Self.site(law)
        let page = try await site.get("/shares/DS-1", as: "requester").body
        #expect(page.contains("<strong class=\"tag tag-yellow\">Incomplete</strong>"))
        #expect(!page.contains("Ready</strong>") && page.contains("it could not be accepted yet:"))
        let check = try await site.get("/shares/DS-1/act/proposal/submit", as: "requester").body
        #expect(check.contains("it could not be accepted yet:") && check.contains("etention"))
        let whole = [
            "retention": "P2Y", "transfer_method": "API", "classification": "OFFICIAL",
            "special_category_condition": "9(2)(b)",
        ]
        _ = try site.office.act(on: ShareReference("DS-1"), Order("edit", fields: whole), as: PersonID("requester"))
        let ready = try await site.get("/shares/DS-1", as: "requester").body
        #expect(ready.contains("Ready, with warnings</strong>") && !ready.contains("Incomplete"))
    }

    @Test func theOwnerIsToldHowWhatIsMissingIsCompletedAndTheRequesterWhatWasAsked() async throws {
        let site = try await Self.site([
            ("legal_gateway", "Welfare Reform Act 2012 s.127"), ("lawful_basis", "6(1)(e)"),
        ])
        func give(_ command: CommandName, by person: String, _ fields: [String: String] = [:]) throws {
            _ = try site.office.act(on: ShareReference("DS-1"), Order(command, fields: fields), as: PersonID(person))
        }
        try give("appoint-owner", by: "hub", ["owner": "owner"])
        try give("submit", by: "requester")
        let way = "<a href=\"/shares/DS-1/act/proposal/return\">Return with questions</a> sends it back to them."
        #expect(try await site.get("/shares/DS-1", as: "owner").body.contains(way))
        #expect(try await site.get("/shares/DS-1/act/proposal/accept", as: "owner").body.contains(way))
        try give("return", by: "owner", ["reason": "How does it <travel>?"])
        for address in [
            "/work", "/shares/DS-1", "/shares/DS-1/act/proposal/edit?section=law", "/shares/DS-1/act/proposal/resubmit",
        ] {
            #expect(
                try await site.get(address, as: "requester").body.contains("How does it &lt;travel&gt;?"), "\(address)")
        }
    }
}

import Casework
import Shares
import Testing
import Web
import Workflows

/// What will stop a share is said while its terms can still be mended.
struct ForetoldTests {
    private static let share = ShareReference("DS-1")

    /// What accepting needs, with a power that HMRC may use and the department may not.
    private static let acceptable: [String: String] = [
        "title": "Earnings check", "provider": "DWP", "recipient": "HMRC", "purpose": "Checking",
        "data_items": "National Insurance number", "data_subjects": "Benefit claimants",
        "legal_gateway": "Digital Economy Act 2017 s.36", "lawful_basis": "6(1)(e)", "retention": "2 years",
        "transfer_method": "API", "classification": "OFFICIAL",
    ]

    private static let essential: [String: String] = [
        "provider_role": "controller", "recipient_role": "controller", "frequency": "Daily",
        "necessity": "There is no other way", "channel_security": "TLS", "disposal": "Secure deletion",
        "onward_sharing": "None", "start_date": "2026-05-01", "review_date": "2026-12-01",
        "privacy_information": "A notice", "rights_contact": "rights@example.org", "automated_decisions": "None",
        "transfers_outside_uk": "None",
    ]

    private static func site(_ fields: [String: String]) throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        try site.office.keep(
            Person(id: PersonID("hub"), name: "Chief Data Office", roles: ["hub", "dpo"], organisation: "DWP"))
        _ = try site.office.propose(fields: fields, as: PersonID("requester"))
        return site
    }

    private static func give(
        _ command: CommandName, by person: String, _ fields: [String: String] = [:], at site: TestSite
    ) throws {
        _ = try site.office.act(on: share, Order(command, fields: fields), as: PersonID(person))
    }

    /// Accepted and being assessed, with one risk on record.
    private static func assessing(_ risk: String, _ likelihood: String, _ severity: String) throws -> TestSite {
        var fields = acceptable.merging(essential) { $1 }
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        let site = try site(fields)
        try give("appoint-owner", by: "hub", ["owner": "owner"], at: site)
        try give("submit", by: "requester", at: site)
        try give("accept", by: "owner", at: site)
        try give("screen", by: "owner", ["outcome": "required", "reason": "Health"], at: site)
        try give("begin-assessment", by: "owner", at: site)
        try give(
            "record-risk", by: "owner", ["risk": risk, "likelihood": likelihood, "severity": severity], at: site)
        return site
    }

    @Test func whatOpeningRefusesStandsOnTheDraftOnTheCheckPageAndWhereTheOwnerAccepts() async throws {
        let site = try Self.site(Self.acceptable)
        let refusal = "does not allow Department for Work and Pensions to disclose to HM Revenue &amp; Customs"
        let draft = try await site.get("/shares/DS-1", as: "requester").body
        #expect(draft.contains("Before it is opened for sign-off: ") && draft.contains(refusal))
        #expect(draft.contains("Ready, with warnings</strong>"))
        let check = try await site.get("/shares/DS-1/act/proposal/submit", as: "requester").body
        #expect(check.contains("they could not be opened for sign-off:") && check.contains(refusal))
        try Self.give("appoint-owner", by: "hub", ["owner": "owner"], at: site)
        try Self.give("submit", by: "requester", at: site)
        let acceptance = try await site.get("/shares/DS-1/act/proposal/accept", as: "owner").body
        #expect(acceptance.contains(refusal))
        // It warns, and refuses nothing.
        try Self.give("accept", by: "owner", at: site)
    }

    @Test func whatFreezingRefusesIsSaidWithItsFieldAndGoesOnceItIsGiven() async throws {
        var fields = Self.acceptable
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        let site = try Self.site(fields)
        let foretold = try site.office.foretold(of: Self.share)
        #expect(foretold.opening.isEmpty)
        let wanted = Set(foretold.freezing.compactMap(\.wants))
        #expect(wanted.isSuperset(of: [.providerRole, .automatedDecisions, .disposal, .onwardSharing]))
        for field in wanted { #expect(field.neededFor != nil, "\(field)") }
        let draft = try await site.get("/shares/DS-1", as: "requester").body
        #expect(draft.contains("Before it can be signed: ") && draft.contains("give “Automated decisions”"))
        try Self.give("edit", by: "requester", Self.essential, at: site)
        #expect(try site.office.foretold(of: Self.share).all.map(\.says) == [])
        let ready = try await site.get("/shares/DS-1", as: "requester").body
        #expect(ready.contains("Ready</strong>") && !ready.contains("Before it can be signed"))
    }

    /// Not only to whoever writes the terms: five people sign off what could never be frozen.
    @Test func whatFreezingRefusesIsToldFromTheSubmissionUntilTheTextIsFrozen() async throws {
        var fields = Self.acceptable
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        let site = try Self.site(fields)
        func told(_ address: String, to person: String) async throws -> Bool {
            let page = try await site.get("/shares/DS-1" + address, as: person).body
            return page.contains("id=\"foretold\"") && page.contains("The method of disposal: give “Disposal”")
                && page.contains("Left open, so that a reason is asked for when the agreement is frozen")
                && page.contains("The ICO registration number")
        }
        try Self.give("appoint-owner", by: "hub", ["owner": "owner"], at: site)
        try Self.give("submit", by: "requester", at: site)
        #expect(try await told("", to: "requester"))
        #expect(try await told("/act/proposal/accept", to: "owner"))
        try Self.give("accept", by: "owner", at: site)
        #expect(try await told("", to: "owner"))
        try Self.give("screen", by: "owner", ["outcome": "not-required", "reason": "Few people"], at: site)
        try Self.give("excuse", by: "hub", ["reason": "Agreed"], at: site)
        #expect(try await told("/act/approval/open", to: "owner"))
        try Self.give("open", by: "owner", at: site)
        #expect(try await told("", to: "hub"))
        #expect(try await told("/act/approval/sign-off", to: "hub"))
        #expect(try await told("/act/approval/prepare-agreement", to: "owner"))
        let page = try await site.get("/shares/DS-1", as: "owner").body
        #expect(page.contains("href=\"/shares/DS-1/act/approval/return-agreement\""))
        // Of an assessment that is not required nothing is wanting.
        let form = try await site.get("/shares/DS-1/act/approval/sign-off", as: "hub").body
        #expect(!form.contains("The answers of the assessment"))
        #expect(try await !site.get("/shares/DS-1", as: "stranger").body.contains("id=\"foretold\""))
    }

    /// The vocabulary does not know where a hive stands: whoever asks for it says what that is, and all follows from it.
    @Test func anUnknownItemIsOfTheKindThatTheRequesterStates() async throws {
        var fields = Self.acceptable.merging(Self.essential) { $1 }
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        fields["data_items"] = "National Insurance number; Hive location"
        let site = try Self.site(fields)
        #expect(try site.office.foretold(of: Self.share).freezing.map(\.wants) == [.itemKinds])
        let draft = try await site.get("/shares/DS-1", as: "requester").body
        #expect(draft.contains("give “Kind of each item”, which says it of Hive location"))
        let form = try await site.get("/shares/DS-1/act/proposal/edit?section=data", as: "requester").body
        #expect(form.contains("The vocabulary does not know “Hive location”: say in “Kind of each item” what each is"))
        try Self.give("edit", by: "requester", ["item_kinds": "Hive location: health"], at: site)
        #expect(try site.office.foretold(of: Self.share).freezing.isEmpty)
        let sensitive = try await site.get("/shares/DS-1", as: "requester").body
        #expect(
            sensitive.contains("Before it can be accepted: No Article 9 condition is stated")
                && sensitive.contains("Special category: health") && sensitive.contains("As stated here"))
        try Self.give("edit", by: "requester", ["special_category_condition": "9(2)(b)"], at: site)
        // The risk is high now, and its review sooner.
        #expect(try site.office.foretold(of: Self.share).all.map(\.wants) == [.reviewDate])
        try Self.give("edit", by: "requester", ["review_date": "2026-11-01"], at: site)
        #expect(try site.office.foretold(of: Self.share).all.map(\.says) == [])
        let shown = try site.office.screeningTriggers(of: Self.share).first { $0.trigger.id == "wp248-sensitive-data" }
        #expect(shown?.shownBy?.contains("Hive location") == true)
        let agreement = try await site.get(
            "/shares/DS-1/documents?name=data-sharing-agreement&format=html", as: "requester"
        ).body
        #expect(agreement.contains("Special category: health"))
    }

    /// Not at the lawful basis, which is right; and not twice.
    @Test func aConditionThatIsNoneIsToldOnceAtItsOwnField() throws {
        var fields = Self.acceptable.merging(Self.essential) { $1 }
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        fields["special_category_condition"] = "None"
        let freezing = try Self.site(fields).office.foretold(of: Self.share).freezing
        #expect(
            freezing.map(\.says) == [
                "The text is to be completed: the condition of Article 9 (None): give special_category_condition."
            ])
        #expect(freezing.map(\.wants) == [.specialCategoryCondition])
    }

    @Test func theReportShowsTheRatingThatHolds() async throws {
        let site = try Self.assessing("Disclosure", "possible", "severe")
        var measure = [
            "reference": "1", "measures": "Checked twice", "effect": "reduced", "residual-likelihood": "possible",
            "residual-severity": "severe",
        ]
        try Self.give("record-measure", by: "owner", measure, at: site)
        measure["residual-likelihood"] = "remote"
        measure["reason"] = "A second person looks"
        try Self.give("record-measure", by: "owner", measure, at: site)
        let report = try await site.get(
            "/shares/DS-1/documents?name=dpia-report&format=html", as: "owner"
        ).body
        #expect(report.contains("Medium (rated anew on 1 May 2026)") && report.contains("Checked twice"))
        let page = try await site.get("/shares/DS-1", as: "owner").body
        #expect(page.contains("rated anew on 1 May 2026, high before: A second person looks"))
    }

    @Test func fieldsSayBeforeWhichStepTheyAreNeeded() async throws {
        let site = try Self.site(Self.acceptable)
        let form = try await site.get("/shares/DS-1/act/proposal/edit", as: "requester").body
        for (label, words) in [
            ("Title", "Needed before it is put forward"), ("Disposal", "Needed before the agreement can be signed"),
        ] {
            #expect(form.contains(">\(label)</label>") && form.contains(words))
        }
        #expect(form.contains("Needed before the agreement can be signed, where the data are of people"))
        #expect(form.contains(">Costs (optional)</label>"))
    }

    /// Submitting again takes back what was screened; the assessment is not submitted without a screening of the new terms.
    @Test func anAssessmentOfChangedTermsIsNotSubmittedBeforeTheyAreScreened() async throws {
        let site = try Self.assessing("Disclosure", "remote", "minimal")
        try Self.give("return", by: "owner", ["reason": "Which <years>?"], at: site)
        try Self.give("edit", by: "requester", ["purpose": "Checking earnings"], at: site)
        try Self.give("resubmit", by: "requester", at: site)
        try Self.give("accept", by: "owner", at: site)
        func submission() throws -> [String] {
            try site.office.actions(on: Self.share, as: PersonID("owner"))
                .first { $0.machine == .dpia && $0.transition.command == "submit-assessment" }?.refusal?.reasons
                .map(\.rule) ?? []
        }
        #expect(try site.office.show(Self.share).share.state(.dpia) == "assessing")
        #expect(try submission() == ["screening-requires-dpia"])
        let page = try await site.get("/shares/DS-1", as: "owner").body
        #expect(page.contains("They are screened again before the assessment is submitted."))
        try Self.give("screen", by: "owner", ["outcome": "required", "reason": "Health"], at: site)
        #expect(try submission() == [])
    }

    @Test func whoAdvisesAndDecidesSeesRisksAdviceAndAnswers() async throws {
        let site = try Self.assessing("A <letter> goes astray", "possible", "severe")
        try Self.give(
            "record-measure", by: "owner",
            [
                "reference": "1", "measures": "Checked twice", "effect": "reduced", "residual-likelihood": "remote",
                "residual-severity": "significant",
            ], at: site)
        for one in try site.office.questions(of: Self.share, set: "assessment").first?.questions ?? []
        where one.isWanting {
            let text = one.question.choices?.first ?? "Answer to \(one.question.id)"
            _ = try site.office.answer(
                [one.question.id: text], of: "assessment", on: Self.share, as: PersonID("owner"))
        }
        try Self.give("submit-assessment", by: "requester", at: site)
        let parts = ["A &lt;letter&gt; goes astray", "Severity of harm", "Checked twice (reduced)", "Answer to 1.1"]
        let advice = try await site.get("/shares/DS-1/act/dpia/advise", as: "hub").body
        for part in parts { #expect(advice.contains(part), "\(part)") }
        try Self.give("advise", by: "hub", ["advice": "Go <ahead>"], at: site)
        for (address, person) in [("dpia/approve-dpia", "owner"), ("dpia/return-assessment", "hub")] {
            let page = try await site.get("/shares/DS-1/act/" + address, as: person).body
            for part in parts + ["Go &lt;ahead&gt;"] { #expect(page.contains(part), "\(address): \(part)") }
        }
        let share = try await site.get("/shares/DS-1", as: "hub").body
        #expect(share.contains("The answers of the assessment, part by part") && share.contains("Answer to 1.1"))
        try Self.give("approve-dpia", by: "owner", ["advice-accepted": "yes"], at: site)
        try Self.give("open", by: "owner", at: site)
        let signOff = try await site.get("/shares/DS-1/act/approval/sign-off", as: "hub").body
        for part in parts { #expect(signOff.contains(part), "\(part)") }
    }

    @Test func whatIsChosenFromAListIsNotTypedAndWhatARegisterSaysStays() async throws {
        let site = try Self.site(Self.acceptable.merging(["spoke": "Later Life"]) { $1 })
        let form = try await site.get("/shares/DS-1/act/proposal/edit?section=purpose", as: "requester").body
        #expect(form.contains("<select id=\"spoke\"") && form.contains("selected>Later Life</option>"))
        #expect(form.contains(">Fraud and Error</option>"))
        let proposing = try await site.get("/propose", as: "requester").body
        #expect(proposing.contains("<select id=\"spoke\"") && proposing.contains("<select id=\"classification\""))
        let inherited = try await site.get("/shares/DS-1/act/proposal/edit?section=parties", as: "requester").body
        #expect(inherited.contains(">Joint controller</option>"))
        #expect(try site.office.show(Self.share).share.terms.retention?.duration == "P2Y")
    }

    @Test func theProposalIsAnsweredQuestionByQuestionWithAWayBack() async throws {
        let site = try Self.site(Self.acceptable)
        let page = try await site.get("/shares/DS-1", as: "requester").body
        let address = "/shares/DS-1/act/proposal/answer?question="
        #expect(page.contains("href=\"\(address)") && page.contains("One question at a time"))
        let asked = try site.office.questions(of: Self.share, set: "proposal").first?.questions ?? []
        let two = asked.filter { $0.standing == .notStarted || $0.text != nil }.prefix(2).map(\.question.id)
        let first = try await site.get(address + two[0], as: "requester").body
        #expect(first.contains("Save and continue") && !first.contains("Back to question"))
        #expect(first.contains("<a href=\"/shares/DS-1#tasks\">Back to the list of parts</a>"))
        let second = try await site.get(address + two[1], as: "requester").body
        #expect(second.contains("Back to question \(two[0])"))
    }

    /// Not only once both parties have signed.
    @Test func anEndDateThatHasPassedIsToldInTheDraftAndRefusedBeforeAnybodySignsOff() async throws {
        var fields = Self.acceptable
        fields["start_date"] = "2025-02-01"
        fields["end_date"] = "2026-01-31"
        let site = try Self.site(fields)
        let foretold = try site.office.foretold(of: Self.share).opening.filter { $0.wants == .endDate }
        #expect(foretold.map(\.rule) == ["end-date-ahead"])
        let draft = try await site.get("/shares/DS-1", as: "requester").body
        #expect(
            draft.contains("The end date, 31 January 2026, has passed: give an “End date” that lies ahead, or none."))
    }

    @Test func aReviewLaterThanPolicyAllowsIsToldFromTheDraftOn() async throws {
        var fields = Self.acceptable.merging(Self.essential) { $1 }
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        fields["review_date"] = "2027-11-01"
        let site = try Self.site(fields)
        let says = "The review, 1 November 2027, is later than 12 months at medium risk allow"
        func told(_ address: String, to person: String) async throws -> Bool {
            try await site.get("/shares/DS-1" + address, as: person).body.contains(says)
        }
        #expect(try await told("", to: "requester"))
        #expect(try await told("/act/proposal/submit", to: "requester"))
        try Self.give("appoint-owner", by: "hub", ["owner": "owner"], at: site)
        try Self.give("submit", by: "requester", at: site)
        #expect(try await told("/act/proposal/accept", to: "owner"))
    }

    @Test func whereNoReviewDateIsGivenTheOneThatPolicySetsIsToldUntilItIsInTheText() async throws {
        var fields = Self.acceptable.merging(Self.essential) { $1 }
        fields["legal_gateway"] = "Welfare Reform Act 2012 s.127"
        fields["review_date"] = nil
        let site = try Self.site(fields)
        let says = "No review date is given: policy sets the review at 1 May 2027 (12 months at medium risk)"
        func told(_ address: String, to person: String) async throws -> Bool {
            try await site.get("/shares/DS-1" + address, as: person).body.contains(says)
        }
        #expect(try site.office.foretold(of: Self.share).all.isEmpty)
        #expect(try await told("", to: "requester"))
        try Self.give("appoint-owner", by: "hub", ["owner": "owner"], at: site)
        try Self.give("submit", by: "requester", at: site)
        #expect(try await told("/act/proposal/accept", to: "owner"))
        let agreement = try await site.get(
            "/shares/DS-1/documents?name=data-sharing-agreement&format=html", as: "requester"
        ).body
        #expect(agreement.contains("1 May 2027"))
    }

    /// 3.5 asks to which countries, where 3.4 says that data leaves the United Kingdom.
    @Test func theNextQuestionIsTheOneThatAnAnswerOpens() async throws {
        let site = try Self.site(Self.acceptable)
        let address = "/shares/DS-1/act/proposal/answer?question="
        let saved = try await site.post(
            address + "3.4", [("seen-version", "1"), ("proposal/3.4", "Yes")], as: "requester")
        #expect(saved.status == 303 && saved.headers["location"] == address + "3.5")
    }

    @Test func aQuestionThatIsAnsweredOrMayBeLeftOpenIsPassedByAndNothingIsRecorded() async throws {
        let site = try Self.site(Self.acceptable)
        let address = "/shares/DS-1/act/proposal/answer?question="
        let asked = try site.office.questions(of: Self.share, set: "proposal").first?.questions ?? []
        let answered = try #require(asked.first { $0.text != nil }).question.id
        let passed = try await site.post(address + answered, [("seen-version", "1")], as: "requester")
        #expect(passed.status == 303)
        #expect(passed.headers["location"]?.hasPrefix(address) == true)
        #expect(passed.headers["location"] != address + answered)
        #expect(try site.office.show(Self.share).share.version == 1)
        let wanted = try #require(asked.first { $0.isWanting && $0.standing == .notStarted }).question.id
        let refused = try await site.post(address + wanted, [("seen-version", "1")], as: "requester")
        #expect(refused.status == 422)
    }

    @Test func noSharesLikeItAreNotAskedAbout() async throws {
        let site = try Self.site(Self.acceptable)
        #expect(try site.office.similar(to: Self.share).shares.isEmpty)
        let page = try await site.get("/shares/DS-1", as: "requester").body
        #expect(!page.contains("Answer for a share like this one"))
    }
}

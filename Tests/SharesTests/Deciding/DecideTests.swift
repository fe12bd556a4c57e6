import Shares
import Testing
import Workflows

/// `decide` answers with an event or with every reason why not: who is asked before whether.
@Suite struct DecideTests {
    // MARK: - Who

    @Test func whoIsAskedBeforeWhetherAndNothingElseIsTold() throws {
        // Wanting everything: title, parties, a reason, and full of fields that are not understood.
        let casebook = try Casebook.share(
            at: [.proposal: "submitted"], changed: [.title: "", .provider: ""], owner: nil)
        for person in ["auditor", "dpo", "partner", "requester", "hub"] {
            let reasons = try casebook.refusal(of: "accept", by: person, ["nonsense": "1"])
            #expect(reasons.map(\.question) == [.who])
            #expect(reasons.map(\.rule) == ["not-your-role"])
        }
    }

    @Test func onlyTheDataOwnerOfThisShareActsAsOne() throws {
        let casebook = try Casebook.share(at: [.proposal: "submitted"])
        #expect(try casebook.rules(against: "accept", by: "other-owner") == ["not-your-share"])
        #expect(try casebook.rules(against: "accept", by: "owner") == [])
        let orphan = try Casebook.share(at: [.proposal: "submitted"], owner: nil)
        #expect(try orphan.rules(against: "accept", by: "owner") == ["not-your-share"])
    }

    @Test func aPartnerMustBePartOfTheShare() throws {
        let states: [Machine: StateName] = [.proposal: "accepted", .dpia: "approved", .approval: "in-force"]
        let theirs = try Casebook.share(at: states)
        #expect(try theirs.rules(against: "propose-retirement", by: "partner", ["reason": "No use"]) == [])
        let others = try Casebook.share(at: states, changed: [.provider: "Leeds City Council"])
        #expect(
            try others.rules(against: "propose-retirement", by: "partner", ["reason": "No use"]) == ["not-your-share"])
    }

    @Test func whoSubmitsDoesNotAccept() throws {
        var casebook = try Casebook.share(owner: "both", requester: "both")
        try casebook.give("submit", by: "both")
        let reasons = try casebook.refusal(of: "accept", by: "both")
        #expect(reasons.map(\.rule) == ["segregation-of-duties", "segregation-of-duties"])
        #expect(reasons.map(\.question) == [.who, .who])
        #expect(
            reasons[1].says
                == "You gave “submit” yourself: somebody else must do this (segregation of duties: “accept” is not by whoever gave “submit”)."
        )
    }

    @Test func whoProposedDoesNotAcceptWhatSomebodyElseSubmitted() throws {
        var casebook = try Casebook.share(owner: "both", requester: "both")
        try casebook.give("submit", by: "hub")
        #expect(try casebook.rules(against: "accept", by: "both") == ["segregation-of-duties"])
    }

    @Test func anEarlierSubmissionIsNotForgottenWhenSomebodyElseSubmitsAgain() throws {
        var casebook = try Casebook.share(owner: "owner", requester: "both")
        try casebook.give("submit", by: "both")
        try casebook.give("return", by: "owner", ["reason": "Retention is too long"])
        try casebook.give("resubmit", by: "hub")
        try casebook.give("appoint-owner", by: "hub", ["owner": "both"])
        casebook.share.duties = Duties()
        #expect(try casebook.rules(against: "accept", by: "both") == [])
        casebook.share = try #require(Share(events: casebook.events))
        #expect(
            try casebook.rules(against: "accept", by: "both") == ["segregation-of-duties", "segregation-of-duties"])
        // Whoever takes a request over asks for it from then on.
        try casebook.give("hand-over-request", by: "hub", ["requester": "requester", "reason": "Moved on"])
        #expect(casebook.share.duties.people(giving: "propose") == ["both", "requester"])
    }

    @Test func anAmendmentBeginsARoundOfItsOwn() throws {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .approval: "in-force"], owner: "both", requester: "both")
        try casebook.give("begin-amendment", by: "hub", ["reason": "More items"])
        try casebook.give("edit", by: "hub", ["purpose": "Something else"])
        try casebook.give("submit-amendment", by: "hub")
        #expect(try casebook.rules(against: "accept-amendment", by: "both") == [])
        #expect(try casebook.rules(against: "accept-amendment", by: "owner") == ["not-your-share"])
        #expect(casebook.share.duties.people(giving: "propose") == [])
        #expect(casebook.share.duties.people(giving: "begin-amendment") == ["hub"])
    }

    @Test func whoBeganAnAmendmentMayAcceptWhatAnotherWrote() throws {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .approval: "in-force"])
        try casebook.give("begin-amendment", by: "owner", ["reason": "More items"])
        try casebook.give("edit", by: "requester", ["purpose": "Something else"])
        try casebook.give("submit-amendment", by: "requester")
        #expect(try casebook.rules(against: "accept-amendment", by: "owner") == [])
    }

    @Test func whoSubmittedAnAmendmentDoesNotAcceptItAndIsToldBefore() throws {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .approval: "in-force"])
        func forgone(_ command: CommandName, by person: String = "owner") throws -> [String]? {
            let actions = casebook.share.actions(
                for: try Casebook.person(person), in: casebook.circumstances, under: casebook.rules)
            return actions.first { $0.transition.command == command }?.forgone?.titles
        }
        #expect(try forgone("begin-amendment") == nil)
        try casebook.give("begin-amendment", by: "owner", ["reason": "More items"])
        let decisions = ["Accept the amendment", "Refuse the amendment"]
        #expect(try forgone("edit") == decisions)
        #expect(try forgone("submit-amendment") == decisions)
        #expect(try forgone("submit-amendment", by: "requester") == nil)
        try casebook.give("edit", by: "requester", ["purpose": "Something else"])
        try casebook.give("submit-amendment", by: "owner")
        #expect(try casebook.rules(against: "accept-amendment", by: "owner") == ["segregation-of-duties"])
        // Another has to be appointed, and that is what it waits for.
        let awaited = casebook.share.awaited(at: .proposal, under: casebook.rules)
        let present = casebook.circumstances.present(awaited, on: casebook.share)
        #expect(present.roles == ["hub"] && present.lacksOwner)
        try casebook.give("appoint-owner", by: "hub", ["owner": "other-owner"])
        #expect(
            casebook.circumstances.present(
                casebook.share.awaited(at: .proposal, under: casebook.rules), on: casebook.share
            ).roles == ["data-owner"])
        #expect(try casebook.rules(against: "accept-amendment", by: "other-owner") == [])
    }

    /// Nobody agrees to what they found themselves, and that is told before they find it.
    @Test func theDPOIsToldWhatScreeningTakesFromThem() throws {
        let casebook = try Casebook.share(at: [.proposal: "accepted"])
        func forgone(_ person: String) throws -> Forgone? {
            casebook.share.actions(
                for: try Casebook.person(person), in: casebook.circumstances, under: casebook.rules
            ).first { $0.transition.command == "screen" }?.forgone
        }
        #expect(try forgone("dpo")?.titles == ["Agree that none is required"])
        #expect(try forgone("dpo")?.role == "dpo")
        #expect(try forgone("owner") == nil)
    }

    @Test func whoWroteAChangeDoesNotAcceptIt() throws {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .approval: "in-force"])
        try casebook.give("begin-amendment", by: "hub", ["reason": "More items"])
        try casebook.give("edit", by: "owner", ["purpose": "Something else"])
        try casebook.give("submit-amendment", by: "hub")
        #expect(try casebook.rules(against: "accept-amendment", by: "owner") == ["segregation-of-duties"])
    }

    @Test func aStepThatOnlyFollowsFromAnotherIsGivenByNobody() throws {
        let casebook = try Casebook.share()
        for id in ["hub", "owner", "siro", "system"] {
            let reasons = try casebook.refusal(of: "close", by: id)
            #expect(!reasons.isEmpty)
            for reason in reasons { #expect(!reason.says.contains("is for ;"), "\(reason.says)") }
        }
        let offered = casebook.share.actions(
            for: try Casebook.person("hub"), in: casebook.circumstances, under: casebook.rules)
        #expect(offered.allSatisfy { !$0.transition.roles.isEmpty })
        #expect(!offered.isEmpty)
    }

    // MARK: - Possible

    @Test func aCommandThatNoWorkflowHasIsUnknown() throws {
        let reasons = try Casebook.share().refusal(of: "launch", by: "hub")
        #expect(reasons.map(\.rule) == ["unknown-command"])
    }

    @Test func aCommandOfAnotherStateSaysWhereItStandsAndWhereItMust() throws {
        let reasons = try Casebook.share().refusal(of: "accept", by: "owner")
        #expect(reasons.map(\.rule) == ["not-in-this-state"])
        #expect(reasons[0].question == .possible)
        #expect(reasons[0].says.contains("“Submitted”") && reasons[0].says.contains("“Draft”"))
    }

    @Test func theOtherMachinesMustStandWhereTheCommandNeedsThem() throws {
        let casebook = try Casebook.share(at: [.proposal: "submitted", .dpia: "assessing"])
        let reasons = try casebook.refusal(of: "open", by: "owner")
        #expect(reasons.map(\.rule) == ["position", "position"])
        #expect(reasons.contains { $0.says.contains("The DPIA") })
        #expect(reasons.contains { $0.says.contains("The proposal") })
    }

    // MARK: - Complete

    @Test func everyReasonIsGivenAtOnce() throws {
        let casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "agreed"],
            changed: [.startDate: "2026-06-01", .reviewDate: "", .endDate: "2026-02-01"])
        #expect(
            try casebook.rules(against: "bring-into-force", by: "owner") == [
                "start-date-reached", "end-date-ahead",
            ])
    }

    @Test func evidenceThatIsMissingOrNotUnderstoodIsNamed() throws {
        let casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "assessing"])
        #expect(
            try casebook.rules(against: "assess", by: "dpo") == [
                "evidence-missing", "evidence-missing", "evidence-missing",
            ])
        #expect(
            try casebook.rules(
                against: "assess", by: "dpo", ["likelihood": "often", "severity": "severe", "measures": "None"])
                == ["evidence-not-understood"])
        #expect(
            try casebook.rules(
                against: "assess", by: "dpo",
                ["likelihood": "remote", "severity": "severe", "measures": "A\u{202E}B", "mood": "good"])
                == ["evidence-not-understood", "unknown-field"])
        #expect(
            try casebook.rules(
                against: "assess", by: "dpo", ["likelihood": "remote", "severity": "severe", "measures": " "])
                == ["evidence-missing"])
    }

    @Test func aSignatureIsOfAPartyAndNotOfTomorrow() throws {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        for person in ["owner", "dpo", "security"] { try casebook.give("sign-off", by: person) }
        try casebook.give("prepare-agreement", by: "legal")
        let rules = try casebook.rules(
            against: "sign", by: "owner",
            ["party": "Wigan Council", "signatory": "A Director", "signed-on": "2026-04-02"])
        #expect(rules == ["not-a-party", "in-the-future"])
        // The text was frozen on 1 April 2026: it cannot have been signed the day before.
        #expect(
            try casebook.rules(
                against: "sign", by: "owner",
                ["party": "HMRC", "signatory": "A Director", "signed-on": "2026-03-31", "evidence": "Page 9"])
                == ["before-the-agreement"])
        // A party may be named by its identifier as well as in the words of the terms.
        try casebook.give(
            "sign", by: "owner",
            [
                "party": "hm-revenue-customs", "signatory": "A Director", "signed-on": "01/04/2026",
                "evidence": "Page 9",
            ])
        #expect(casebook.share.approval.signatures.map(\.party) == ["HMRC"])
    }

    @Test func aNoticeThatIsWithdrawnIsNoLongerGiven() throws {
        var casebook = try Casebook.share(entry: "live", at: [.retirement: "proposed"])
        try casebook.give("give-notice", by: "owner", ["effective": "2026-06-30"])
        #expect(casebook.share.retirement.notice?.on == Day(iso: "2026-06-30"))
        try casebook.give("withdraw-notice", by: "owner", ["reason": "It is needed after all"])
        #expect(casebook.share.retirement.notice == nil)
        #expect(casebook.share.retirement.reason == nil)
        #expect(casebook.share.state(.retirement) == "not-begun")
    }

    @Test func anOwnerIsAPersonOfThisInstallationWhoHoldsTheRole() throws {
        let casebook = try Casebook.share(owner: nil)
        #expect(try casebook.rules(against: "appoint-owner", by: "hub", ["owner": "nobody"]) == ["unknown-person"])
        #expect(try casebook.rules(against: "appoint-owner", by: "hub", ["owner": "dpo"]) == ["not-a-data-owner"])
        #expect(try casebook.rules(against: "appoint-owner", by: "hub", ["owner": "owner"]) == [])
    }

    @Test func overrulingTheDPONeedsAReason() throws {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "assessing"])
        try casebook.give("screen", by: "dpo", ["outcome": "required", "reason": "Health data"])
        try casebook.give(
            "assess", by: "dpo", ["likelihood": "remote", "severity": "minimal", "measures": "Encryption"])
        try casebook.give("submit-assessment", by: "requester", ["reason": "The paper answers them"])
        try casebook.give("advise", by: "dpo", ["advice": "Do not"])
        #expect(
            try casebook.rules(against: "approve-dpia", by: "siro", ["advice-accepted": "no"]) == ["reason-missing"])
        #expect(try casebook.rules(against: "approve-dpia", by: "siro", ["advice-accepted": "yes"]) == [])
    }

    @Test func aNextReviewLiesAhead() throws {
        let casebook = try Casebook.share(entry: "live")
        for day in ["2026-04-01", "2025-01-01"] {
            #expect(
                try casebook.rules(against: "reschedule", by: "hub", ["next-review": day, "reason": "Busy"])
                    == ["in-the-past"])
        }
        #expect(
            try casebook.rules(against: "reschedule", by: "hub", ["next-review": "2026-04-02", "reason": "Busy"]) == [])
    }

    @Test func oneSignsOffInTheCapacityOnesRoleGives() throws {
        let casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        #expect(try casebook.rules(against: "sign-off", by: "dpo", ["capacity": "siro"]) == ["not-your-role"])
        #expect(try casebook.rules(against: "sign-off", by: "dpo", ["capacity": "dpo"]) == [])
        #expect(try casebook.rules(against: "sign-off", by: "dpo") == [])
    }

    // MARK: - Terms

    @Test func anErrorInOneFieldRefusesTheWholeEdit() throws {
        let casebook = try Casebook.share()
        #expect(
            try casebook.rules(
                against: "edit", by: "requester", ["title": "New", "start_date": "31/02/2026", "purpose": "A\u{7}"])
                == ["forbidden-character", "impossible-date"])
    }

    @Test func whatIsNotUnderstoodIsTakenAsItStands() throws {
        var casebook = try Casebook.share()
        try casebook.give("edit", by: "requester", ["frequency": "When it suits", "title": "New"])
        #expect(casebook.share.terms.frequency == Stated("When it suits"))
        #expect(casebook.share.terms.title == "New")
        #expect(casebook.share.terms.purpose == "Checking earnings against awards")
    }

    @Test func termsAreEditedOnlyByACommandThatEditsThem() throws {
        #expect(try Casebook.share().rules(against: "submit", by: "requester", ["title": "New"]) == ["unknown-field"])
    }

    @Test func aShareInForceIsAmendedBesideItsTerms() throws {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "in-force", .review: "scheduled"])
        casebook.share.termsVersion = 1
        try casebook.give("begin-amendment", by: "owner", ["reason": "More items"])
        try casebook.give("edit", by: "owner", ["purpose": "Another purpose"])
        #expect(casebook.share.terms.purpose == "Checking earnings against awards")
        #expect(casebook.share.amendment?.purpose == "Another purpose")
        try casebook.give("abandon-amendment", by: "owner", ["reason": "Not needed"])
        #expect(casebook.share.amendment == nil)
    }

    // MARK: - Actions

    /// What the pages offer is what `decide` allows.
    @Test(arguments: ["requester", "owner", "dpo", "hub", "auditor"])
    func whatIsOfferedIsWhatIsTaken(person id: String) throws {
        for entry in EntryName.known.sorted() {
            let casebook = try Casebook.share(entry: entry)
            let person = try Casebook.person(id)
            for action in casebook.share.actions(for: person, in: casebook.circumstances, under: casebook.rules) {
                let command = action.transition.command.rawValue
                var reasons: [Refusal.Reason] = []
                if case .refused(let refusal) = try casebook.decide(command, by: id, [:], action.machine) {
                    reasons = refusal.reasons
                }
                let lasting = reasons.filter { !AvailableAction.stillToBeGiven.contains($0.rule) }
                #expect(lasting == action.refusal?.reasons ?? [])
                #expect(Set(action.required).isDisjoint(with: action.optional))
            }
        }
    }
}

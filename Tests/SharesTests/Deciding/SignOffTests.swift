import Foundation
@testable import Shares
import Testing
import Workflows

/// Sign-offs given, recorded for others, counted, withdrawn and frozen.
@Suite struct SignOffTests {
    private static let signingOff: [Machine: StateName] = [
        .proposal: "accepted", .dpia: "approved", .approval: "signing-off",
    ]

    /// A share that is being signed off under a policy with one rule beyond the data owner's.
    private static func casebook(_ asks: String, changed: [TermsField: String] = [:]) throws -> Casebook {
        let plain = try Casebook.share(at: signingOff, changed: changed)
        let rules = Rulebook(
            definitions: plain.rules.definitions, pin: plain.rules.pin,
            reference: try SignOffPolicyTests.reference(when: "{}", asks: asks))
        return Casebook(rules: rules, share: plain.share, events: plain.events, now: plain.now)
    }

    private static func missing(_ casebook: Casebook) throws -> [String] {
        try casebook.refusal(of: "prepare-agreement", by: "legal").map(\.says)
    }

    private static let theirs = [
        "party": "HMRC", "capacity": "data-owner", "signatory": "Director, RIS", "evidence": "Letter of 1 April",
    ]

    @Test func oneOfTwoIsEnough() throws {
        var casebook = try Self.casebook(#"[{"of": ["siro", "board"], "atLeast": 1}]"#)
        try casebook.give("sign-off", by: "owner")
        #expect(
            try Self.missing(casebook) == [
                "The sign-off of the SIRO or the governance board is missing, because of every share (rule more: it matters)."
            ])
        try casebook.give("sign-off", by: "board")
        #expect(try Self.missing(casebook) == [])
    }

    @Test func twoOfThreeAreNeeded() throws {
        var casebook = try Self.casebook(#"[{"of": ["legal", "security", "siro"], "atLeast": 2}]"#)
        try casebook.give("sign-off", by: "owner")
        #expect(
            try Self.missing(casebook)[0].hasPrefix(
                "The sign-off of 2 of the legal adviser, the security officer and the SIRO is missing"))
        try casebook.give("sign-off", by: "security")
        #expect(
            try Self.missing(casebook)[0].hasPrefix("The sign-off of the legal adviser or the SIRO is missing"))
        try casebook.give("sign-off", by: "siro")
        #expect(try Self.missing(casebook) == [])
    }

    @Test func unanimousMeansEachOfThem() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo", "siro"]}]"#)
        try casebook.give("sign-off", by: "owner")
        try casebook.give("sign-off", by: "dpo")
        #expect(try Self.missing(casebook)[0].hasPrefix("The sign-off of the SIRO is missing"))
    }

    @Test func twoPeopleOfTheBoardAreTwoAndOneTwiceIsOne() throws {
        var casebook = try Self.casebook(#"[{"of": ["board"], "people": 2}]"#)
        try casebook.give("sign-off", by: "owner")
        try casebook.give("sign-off", by: "board")
        #expect(try casebook.rules(against: "sign-off", by: "board") == ["signed-off-already"])
        #expect(try Self.missing(casebook)[0].hasPrefix("The sign-off of the governance board (2 people) is missing"))
        let second = Casebook.person("second-member", "board")
        guard
            case .event(let event) = casebook.share.decide(
                Order("sign-off"), by: second, in: casebook.circumstances, under: casebook.rules)
        else {
            Issue.record("the second member was refused")
            return
        }
        casebook.share.apply(event)
        #expect(try Self.missing(casebook) == [])
        // Whoever acts for another counts for both, and so once.
        casebook.share.approval.signOffs.removeAll { $0.capacity == "board" }
        let at = casebook.now
        casebook.share.approval.signOffs += [
            SignOff(capacity: "board", by: "board", at: at),
            SignOff(capacity: "board", by: "stand-in", onBehalfOf: "board", at: at),
        ]
        #expect(try Self.missing(casebook).count == 1)
    }

    @Test func aNewDataOwnerGivesASignOffOfTheirOwn() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        try casebook.give("sign-off", by: "owner")
        try casebook.give("sign-off", by: "dpo")
        #expect(try Self.missing(casebook) == [])
        try casebook.give("appoint-owner", by: "hub", ["owner": "other-owner"])
        let reference = casebook.rules.reference
        let missing = try Self.missing(casebook)
        #expect(missing.count == 1)
        #expect(missing[0].hasPrefix("The sign-off of the data owner is missing"))
        #expect(
            missing[0].hasSuffix(
                "owner signed off as the data owner until 1 April 2026: other-owner gives a sign-off of their own."))
        let account = casebook.share.signOffAccount(under: reference)
        #expect(account.lapsed.map(\.by) == ["owner"] && account.beyond == [])
        #expect(account.lines.compactMap(\.missing) == ["the data owner"])
        #expect(casebook.share.awaited(at: .approval, under: casebook.rules).map(\.role) == ["data-owner"])
        try casebook.give("sign-off", by: "other-owner")
        try casebook.give("prepare-agreement", by: "legal")
        #expect(casebook.share.agreementForSignature?.frozen?.signOffs.map(\.by) == ["dpo", "other-owner"])
    }

    /// What was frozen stands, and whose sign-off it rests on is told.
    @Test func whoSignedOffWhatIsFrozenIsToldAsTheFormerDataOwner() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        try casebook.give("sign-off", by: "owner")
        try casebook.give("sign-off", by: "dpo")
        try casebook.give("prepare-agreement", by: "legal")
        try casebook.give("appoint-owner", by: "hub", ["owner": "other-owner"])
        let account = casebook.share.signOffAccount(under: casebook.rules.reference)
        #expect(account.basis == .frozen && account.lines.compactMap(\.missing) == [])
        #expect(account.lapsed == [] && account.beyond == [])
        let theirs = try #require(account.former.first)
        #expect(theirs.by == "owner" && account.standing(of: theirs) == ", data owner until 1 April 2026")
        #expect(account.given.filter { account.standing(of: $0).isEmpty }.map(\.by) == ["dpo"])
    }

    /// It is the appointment that counts, and not who it is.
    @Test func aPredecessorWhoIsAppointedAgainSignsOffAnew() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        try casebook.give("sign-off", by: "owner")
        try casebook.give("sign-off", by: "dpo")
        for (day, owner) in [("2026-04-02", "other-owner"), ("2026-04-03", "owner")] {
            casebook.now = Instant(startOf: try #require(Day(iso: day)))
            try casebook.give("appoint-owner", by: "hub", ["owner": owner])
        }
        let missing = try Self.missing(casebook)
        #expect(missing.count == 1)
        #expect(missing[0].hasSuffix("owner signed off before owner was appointed anew, and signs off again."))
        let account = casebook.share.signOffAccount(under: casebook.rules.reference)
        #expect(account.lapsed.map(\.by) == ["owner"])
        #expect(account.standing(of: account.lapsed[0]) == ", before they were appointed anew on 3 April 2026")
        #expect(
            casebook.circumstances.present(
                casebook.share.awaited(at: .approval, under: casebook.rules), on: casebook.share
            ).roles == ["data-owner"])
        #expect(try casebook.rules(against: "sign-off", by: "owner") == [])
        try casebook.give("sign-off", by: "owner")
        #expect(try Self.missing(casebook) == [])
        try casebook.give("prepare-agreement", by: "legal")
        #expect(casebook.share.agreementForSignature?.frozen?.signOffs.map(\.by) == ["dpo", "owner"])
    }

    @Test func theOtherSideSignsOffThroughRecordedEvidence() throws {
        var casebook = try Self.casebook(#"[{"of": ["data-owner"], "side": "every-party"}]"#)
        try casebook.give("sign-off", by: "owner")
        #expect(casebook.share.approval.signOffs.map(\.party) == ["DWP"])
        #expect(
            try Self.missing(casebook) == [
                "The sign-off of the data owner of HMRC is missing, because of every share (rule more: it matters)."
            ])
        #expect(try casebook.rules(against: "record-sign-off", by: "hub", Self.theirs) == [])
        // The partner speaks for itself, and needs no further evidence.
        var bare = Self.theirs
        bare["evidence"] = nil
        #expect(try casebook.rules(against: "record-sign-off", by: "hub", bare) == ["evidence-missing"])
        try casebook.give("record-sign-off", by: "partner", bare)
        #expect(try Self.missing(casebook) == [])
        #expect(casebook.share.approval.signOffs.last?.signatory == "Director, RIS")
    }

    @Test func whatIsNotTheirsToRecordIsRefused() throws {
        var casebook = try Self.casebook(
            #"[{"of": ["data-owner"], "side": "every-party"}]"#, changed: [.processor: "VOA"])
        func rules(_ by: String, _ changed: [String: String]) throws -> [String] {
            try casebook.rules(against: "record-sign-off", by: by, Self.theirs.merging(changed) { $1 })
        }
        #expect(try rules("hub", ["party": "DWP"]) == ["own-sign-off", "own-sign-off"])
        #expect(try rules("hub", ["party": "VOA"]) == ["only-a-processor"])
        #expect(try rules("hub", ["party": "Leeds City Council"]) == ["not-a-party"])
        #expect(try rules("partner", ["party": "DWP"]) == ["not-your-party", "own-sign-off"])
        #expect(try rules("hub", ["capacity": "king"]) == ["evidence-not-understood"])
        #expect(try rules("hub", ["capacity": " "]) == ["evidence-not-understood", "evidence-missing"])
        #expect(try rules("hub", ["signed-on": "2026-04-02"]) == ["in-the-future"])
        #expect(try rules("requester", [:]) == ["not-your-role"])
        try casebook.give("record-sign-off", by: "hub", Self.theirs)
        #expect(try rules("hub", ["capacity": "dpo", "signatory": "director RIS"]) == ["segregation-of-duties"])
    }

    @Test func evidenceFromOutsideStandsInForNobodyHere() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo", "siro"], "atLeast": 1}]"#)
        for capacity in ["data-owner", "dpo"] {
            try casebook.give(
                "record-sign-off", by: "hub",
                Self.theirs.merging(["capacity": capacity, "signatory": "The \(capacity)"]) { $1 })
        }
        #expect(try Self.missing(casebook).count == 2)
        for person in ["owner", "siro"] { try casebook.give("sign-off", by: person) }
        #expect(try Self.missing(casebook) == [])
    }

    @Test func whoAskedForTheShareSignsNothingOff() throws {
        var casebook = try Casebook.share(at: Self.signingOff, requester: "dpo")
        #expect(try casebook.rules(against: "sign-off", by: "dpo") == ["segregation-of-duties"])
        casebook.share.duties.note("resubmit", of: .proposal, by: ["hub"])
        #expect(
            try casebook.rules(against: "record-sign-off", by: "hub", Self.theirs) == ["segregation-of-duties"])
    }

    @Test func aSignOffIsTakenBackByWhoeverGaveIt() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        for person in ["owner", "dpo"] { try casebook.give("sign-off", by: person) }
        #expect(
            try casebook.rules(against: "withdraw-sign-off", by: "siro", ["reason": "No"]) == ["nothing-to-withdraw"])
        #expect(try casebook.rules(against: "withdraw-sign-off", by: "dpo") == ["evidence-missing"])
        try casebook.give("withdraw-sign-off", by: "dpo", ["reason": "The measures have changed"])
        #expect(casebook.share.approval.signOffs.map(\.by) == ["owner"])
        #expect(try Self.missing(casebook).count == 1)
        // Once the text is frozen it is too late: void-agreement gives it up.
        try casebook.give("sign-off", by: "dpo")
        try casebook.give("prepare-agreement", by: "legal")
        #expect(
            try casebook.rules(against: "withdraw-sign-off", by: "dpo", ["reason": "No"]) == ["not-in-this-state"])
    }

    @Test func aSignOffThatNobodyCouldGiveIsKnownBeforehand() throws {
        var casebook = try Self.casebook(#"[{"of": ["siro", "board"], "atLeast": 1}]"#)
        func gaps(without people: String...) -> [String] {
            var circumstances = casebook.circumstances
            circumstances.roster = Roster(Casebook.everybody.filter { !people.contains($0.id.rawValue) })
            return casebook.share.signOffGaps(in: circumstances, under: casebook.rules)
        }
        #expect(gaps() == [])
        #expect(gaps(without: "siro") == [])
        #expect(
            gaps(without: "siro", "board").map { $0.prefix(77) } == [
                "Nobody who is left may give the sign-off of the SIRO or the governance board:"
            ])
        // Whoever asked for the share is nobody to sign it off.
        casebook.share.duties.note("submit", of: .proposal, by: ["board"])
        #expect(gaps(without: "siro").count == 1)
        casebook.share.duties = Duties()
        try casebook.give("sign-off", by: "board")
        #expect(gaps(without: "siro", "board") == [])
        // Where nothing is to be signed off, nobody is wanting.
        casebook.share.standing[.approval] = Standing.Position("in-force", since: casebook.now)
        #expect(gaps(without: "owner") == [])
    }

    // MARK: - Frozen

    @Test func whatWasApprovedStaysAsItStoodWhenPolicyChanges() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        for person in ["owner", "dpo"] { try casebook.give("sign-off", by: person) }
        try casebook.give("set-condition", by: "dpo", ["condition": "Train", "owner": "HMRC"])
        try casebook.give("prepare-agreement", by: "legal")
        let frozen = try #require(casebook.share.approval.agreements.last?.frozen)
        #expect(frozen.tier == .medium)
        #expect(frozen.riskReasons == ["Personal data."])
        #expect(frozen.required.map(\.what) == ["the data owner", "the DPO"])
        #expect(frozen.signOffs.map(\.by) == ["owner", "dpo"])
        #expect(frozen.conditions.map(\.text) == ["Train"])
        // Another policy: more is asked for from now on, and nothing of what was frozen.
        let stricter = try SignOffPolicyTests.reference(when: "{}", asks: #"[{"of": ["siro", "board"]}]"#)
        #expect(casebook.share.signOffAccount(under: stricter).lines.map(\.missing) == [nil, nil])
        #expect(casebook.share.signOffAccount(under: stricter).basis == .frozen)
        #expect(casebook.share.riskUnderConsideration.tier == .medium)
        // A text that is given up is no longer anybody's: policy asks again.
        try casebook.give("void-agreement", by: "legal", ["reason": "A clause is missing"])
        #expect(casebook.share.approval.agreements.map(\.isVoid) == [true])
        #expect(casebook.share.signOffAccount(under: stricter).basis == .policy)
        #expect(casebook.share.signOffAccount(under: stricter).lines.compactMap(\.missing).count == 2)
    }

    @Test func theEventAloneSaysWhatWasFrozen() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        for person in ["owner", "dpo"] { try casebook.give("sign-off", by: person) }
        try casebook.give("prepare-agreement", by: "legal")
        let bytes = try JSONEncoder().encode(casebook.events.map(\.happening))
        #expect(try JSONDecoder().decode([Happening].self, from: bytes) == casebook.events.map(\.happening))
        casebook.share = try #require(Share(events: casebook.events))
        #expect(casebook.share.approval.agreements.last?.frozen?.required.count == 2)
    }

    /// As events were written before sign-offs named a party, conditions a kind, and a freeze what it froze.
    @Test func anEarlierRecordIsReadAsItWas() throws {
        func act(_ command: String, _ records: String, _ evidence: String = "{}") throws -> Happening {
            try JSONDecoder().decode(
                Happening.self,
                from: Data(
                    """
                    {"acted": {"machine": "approval", "command": "\(command)", "state": "signing-off", "moves": [],
                     "records": ["\(records)"], "clears": [], "evidence": \(evidence), "changes": []}}
                    """.utf8))
        }
        var share = try Casebook.share(at: Self.signingOff).share
        let happenings = [
            try act("sign-off", "sign-off"),
            try act("set-condition", "condition", #"{"condition": "Train", "owner": "HMRC"}"#),
            try act("prepare-agreement", "agreement-text"),
            try act("sign", "signature", #"{"party": "HMRC", "signatory": "A Director"}"#),
        ]
        for happening in happenings {
            share.apply(
                Event(
                    share: share.reference, version: share.version + 1, at: Instant(milliseconds: 0), actor: "dpo",
                    role: "dpo", happening: happening))
        }
        #expect(share.approval.signOffs.map(\.capacity) == ["dpo"] && share.approval.signOffs[0].party == nil)
        #expect(share.approval.conditions.map(\.timing) == [nil] && share.approval.conditions[0].isOpen)
        #expect(share.approval.agreements.map(\.frozen) == [nil])
        #expect(share.agreementForSignature?.number == 1 && share.missingSignatures == ["DWP has not signed."])
        #expect(share.approved == nil)
    }

    // MARK: - Signatures

    @Test func aPartySignsATextOnceAndSomebodyElsesSignatureNeedsEvidence() throws {
        var casebook = try Self.casebook(#"[{"of": ["dpo"]}]"#)
        for person in ["owner", "dpo"] { try casebook.give("sign-off", by: person) }
        try casebook.give("prepare-agreement", by: "legal")
        let theirs = ["party": "HMRC", "signatory": "Director, RIS"]
        #expect(try casebook.rules(against: "sign", by: "hub", theirs) == ["evidence-missing"])
        #expect(try casebook.rules(against: "sign", by: "partner", theirs) == [])
        try casebook.give(
            "sign", by: "hub", theirs.merging(["evidence": "Scan 7", "capacity": "For the Commissioners"]) { $1 })
        #expect(casebook.share.approval.signatures.last?.capacity == "For the Commissioners")
        #expect(try casebook.rules(against: "sign", by: "partner", theirs) == ["already-signed"])
        try casebook.give("sign", by: "siro", ["party": "DWP", "signatory": "Director, Data"])
        #expect(try casebook.rules(against: "complete-signing", by: "legal") == [])
    }
}

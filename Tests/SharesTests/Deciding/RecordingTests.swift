@testable import Shares
import Testing
import Workflows

/// What each `records` of a workflow file writes into the share, from the event alone.
@Suite struct RecordingTests {
    private static let at = Instant(milliseconds: 1_775_044_800_123)
    private static let dpo: PersonID = "dpo"

    /// The share after an act that records one thing.
    private func share(
        _ recording: Recording, _ evidence: [String: String] = [:], terms: Terms? = nil, machine: Machine = .approval,
        clears: [NeedName] = [], of before: Share? = nil
    ) throws -> Share {
        var share = try before ?? Casebook.share().share
        share.apply(
            Event(
                share: share.reference, version: share.version + 1, at: Self.at, actor: Self.dpo, role: "dpo",
                happening: .acted(
                    Act(
                        machine: machine, command: "test", state: share.state(machine), moves: [],
                        records: [recording.name], clears: clears, evidence: evidence, terms: terms))))
        #expect(share.version == 2 || before != nil)
        // A review that is over has nobody who gave its commands.
        #expect(share.duties.people(giving: "test").contains(Self.dpo) == (recording != .review || machine != .review))
        return share
    }

    /// The expected share is written out by hand for every recording of the closed list.
    @Test(arguments: Recording.allCases)
    func anActRecordsWhatItsWorkflowSays(recording: Recording) throws {
        let day = try #require(Day(iso: "2026-04-30"))
        switch recording {
        case .terms:
            let edited = try Casebook.terms([.title: "Edited"])
            #expect(try share(.terms, terms: edited).terms == edited)
        case .screening:
            let screening = try share(
                .screening, ["outcome": "not-required", "reason": "No matching", "criteria": "None"]
            ).dpia.screening
            #expect(
                screening
                    == DPIARecord.Screening(
                        outcome: .notRequired, criteria: "None", reason: "No matching", by: "dpo", role: "dpo",
                        at: Self.at))
        case .assessment:
            let assessment = try share(
                .assessment, ["likelihood": "possible", "severity": "severe", "measures": "Keys", "answers": "All"]
            ).dpia.assessment
            #expect(
                assessment
                    == DPIARecord.Assessment(
                        answers: ["answers": "All"], likelihood: .possible, severity: .severe, measures: "Keys",
                        by: "dpo", role: "dpo", at: Self.at))
        case .dpoAdvice:
            #expect(
                try share(.dpoAdvice, ["advice": "Go on"]).dpia.advice
                    == DPIARecord.Advice(text: "Go on", by: "dpo", role: "dpo", at: Self.at))
        case .riskDecision:
            #expect(
                try share(.riskDecision, ["advice-accepted": "no", "reason": "Need"]).dpia.decision
                    == DPIARecord.Decision(adviceAccepted: false, reason: "Need", by: "dpo", role: "dpo", at: Self.at))
        case .icoAnswer:
            #expect(
                try share(.icoAnswer, ["outcome": "may-proceed", "answers": "Go on", "reference": "ICO-1"]).dpia
                    .icoAnswer
                    == DPIARecord.ICOAnswer(outcome: .mayProceed, answer: "Go on", reference: "ICO-1", at: Self.at))
        case .existingDPIA:
            #expect(try share(.existingDPIA, ["reference": "DPIA-7"]).dpia.existingReference == "DPIA-7")
        case .signOff:
            let signOffs = try share(.signOff, ["reason": "Sound"]).approval.signOffs
            #expect(signOffs == [SignOff(capacity: "dpo", by: "dpo", at: Self.at, note: "Sound")])
        case .partnerSignOff:
            let signOffs = try share(
                .partnerSignOff,
                [
                    "party": "HMRC", "capacity": "data-owner", "signatory": "A Director", "evidence": "Letter",
                    "signed-on": "2026-04-30",
                ]
            ).approval.signOffs
            #expect(
                signOffs == [
                    SignOff(
                        capacity: "data-owner", by: "dpo", at: Self.at, party: "HMRC", signatory: "A Director",
                        evidence: "Letter", signedOn: day)
                ])
        case .signOffWithdrawn:
            var before = try Casebook.share().share
            before.approval.signOffs = [
                SignOff(capacity: "dpo", by: "dpo", at: Self.at),
                SignOff(capacity: "siro", by: "dpo", at: Self.at, party: "HMRC", signatory: "A Director"),
                SignOff(capacity: "legal", by: "legal", at: Self.at),
            ]
            func left(_ evidence: [String: String]) throws -> [String] {
                try share(.signOffWithdrawn, evidence.merging(["reason": "Wrong"]) { $1 }, of: before)
                    .approval.signOffs.map(\.capacity)
            }
            #expect(try left([:]) == ["legal"])
            #expect(try left(["capacity": "dpo"]) == ["siro", "legal"])
            #expect(try left(["party": "HMRC"]) == ["dpo", "legal"])
        case .condition:
            let conditions = try share(
                .condition, ["condition": "Train", "owner": "HMRC", "due": "30/04/2026"]
            ).approval.conditions
            #expect(
                conditions == [
                    Condition(
                        number: 1, text: "Train", owner: "HMRC", due: day, setBy: "dpo", setAs: "dpo", forVersion: 1)
                ])
            let suspending = try share(
                .condition,
                [
                    "condition": "Train", "owner": "HMRC", "due": "30/04/2026", "timing": "after",
                    "if-overdue": "suspend",
                ]
            ).approval.conditions
            #expect(
                suspending == [
                    Condition(
                        number: 1, text: "Train", owner: "HMRC", due: day, setBy: "dpo", timing: .after, setAs: "dpo",
                        ifOverdue: .suspend, forVersion: 1)
                ])
        case .conditionWaived:
            var before = try Casebook.share().share
            before.approval.conditions = [Condition(number: 1, text: "Train", owner: "HMRC", due: nil, setBy: "dpo")]
            let waived = try share(.conditionWaived, ["reference": "1", "reason": "Trained"], of: before)
            #expect(
                waived.approval.conditions.map(\.waived)
                    == [Condition.Waiver(by: "dpo", at: Self.at, reason: "Trained")])
            #expect(waived.approval.conditions.map(\.isOpen) == [false])
        case .conditionMet:
            var before = try Casebook.share().share
            before.approval.conditions = (1...2).map {
                Condition(number: $0, text: "Train", owner: "HMRC", due: nil, setBy: "dpo")
            }
            let met = try share(.conditionMet, ["reference": "2", "evidence": "Minutes"], of: before).approval
                .conditions
            #expect(met.map(\.metAt) == [nil, Self.at])
            #expect(met.map(\.evidence) == [nil, "Minutes"])
            #expect(met.map(\.metBy) == [nil, "dpo"])
        case .agreementText:
            let agreements = try share(.agreementText).approval.agreements
            #expect(
                agreements == [AgreementVersion(number: 1, termsVersion: 1, preparedAt: Self.at, preparedBy: "dpo")])
        case .signature:
            let signatures = try share(
                .signature,
                [
                    "party": "HMRC", "signatory": "A Director", "capacity": "For the Commissioners",
                    "signed-on": "2026-04-30", "evidence": "Page 9",
                ],
                of: try share(.agreementText)
            ).approval.signatures
            #expect(
                signatures == [
                    Signature(
                        agreement: 1, party: "HMRC", signatory: "A Director", capacity: "For the Commissioners",
                        signedOn: day, evidence: "Page 9",
                        recordedBy: "dpo", at: Self.at)
                ])
        case .inForce:
            var before = try Casebook.share().share
            before.amendment = try Casebook.terms([.title: "Amended"])
            before.registerDifferences = [TermsChange(.title, from: "a", to: "b")]
            let after = try share(.inForce, of: before)
            #expect(after.terms.title == "Amended")
            #expect(after.amendment == nil)
            #expect(after.termsVersion == 1 && after.hasTermsInForce)
            #expect(after.registerDifferences == [])
        case .appointment:
            #expect(
                try share(.appointment, ["owner": "owner", "owner-name": "The owner"]).owner
                    == DataOwner(name: "The owner", person: "owner", appointed: Self.at))
        case .requester: #expect(try share(.requester, ["requester": "both"]).requester == "both")
        case .review:
            let after = try share(.review, ["answers": "Needed", "next-review": "2026-04-30"])
            // Without a move of the review nothing is concluded.
            #expect(after.reviews == [])
            #expect(after.terms.reviewDate == StatedDay(day))
        case .nextReview:
            #expect(try share(.nextReview, ["next-review": "2026-04-30"]).terms.reviewDate == StatedDay(day))
        case .notice:
            #expect(
                try share(.notice, ["effective": "2026-04-30", "evidence": "Letter"]).retirement.notice
                    == RetirementRecord.Notice(on: day, evidence: "Letter"))
        case .stopped:
            #expect(
                try share(.stopped, ["effective": "2026-04-30", "evidence": "Log"]).retirement.stop
                    == RetirementRecord.Stop(on: day, evidence: "Log"))
        case .deletionCertificate:
            #expect(
                try share(.deletionCertificate, ["party": "DWP", "method": "Wiped", "evidence": "Log"])
                    .retirement.certificates
                    == [
                        RetirementRecord.Certificate(
                            party: "DWP", method: "Wiped", evidence: "Log", at: Self.at, by: "dpo", role: "dpo")
                    ])
        case .retainedCopies:
            #expect(
                try share(.retainedCopies, ["party": "DWP", "retained": "Archive", "reason": "Law"]).retirement.retained
                    == [RetirementRecord.RetainedCopies(party: "DWP", what: "Archive", reason: "Law")])
        case .begunAmendment:
            let inherited = try Casebook.share(entry: "expired").share
            let begun = try share(.begunAmendment, of: inherited)
            #expect(begun.amendment == inherited.terms)
            // The terms that data flowed on are seen as they were until the new ones come into force.
            let edited = try share(.terms, terms: try Casebook.terms([.title: "Edited"]), of: begun)
            #expect(edited.terms == inherited.terms)
            #expect(edited.amendment?.title == "Edited")
        case .abandonedAmendment:
            var before = try Casebook.share().share
            before.amendment = try Casebook.terms()
            before.termsVersion = 1
            // A condition of the amendment goes with it; one of the terms in force stays.
            before.approval.conditions = [1, 2].map {
                Condition(number: $0, text: "Train", owner: "HMRC", due: nil, setBy: "dpo", forVersion: $0)
            }
            let after = try share(.abandonedAmendment, of: before)
            #expect(after.amendment == nil)
            #expect(after.approval.conditions.map(\.isOpen) == [true, false])
        case .risk:
            let one = try share(.risk, ["risk": "Loss", "likelihood": "possible", "severity": "severe"])
            let risk = Risk(
                number: 1, text: "Loss", likelihood: .possible, severity: .severe, measures: [], by: "dpo", at: Self.at)
            #expect(one.dpia.risks == [risk])
            let changed = try share(
                .risk, ["reference": "1", "risk": "Theft", "likelihood": "remote", "severity": "severe"], of: one)
            #expect(changed.dpia.risks.map(\.text) == ["Theft"])
            #expect(changed.dpia.risks.map(\.overall) == [.medium])
        case .measure:
            let after = try share(
                .measure,
                [
                    "reference": "1", "measures": "Encrypt", "effect": "reduced", "residual-likelihood": "remote",
                    "residual-severity": "significant", "owner": "security", "due": "2026-04-30",
                ], of: try share(.risk, ["risk": "Loss", "likelihood": "possible", "severity": "severe"]))
            #expect(after.dpia.risks.map(\.residual) == [.low])
            #expect(after.dpia.residualRisk == .low)
            #expect(
                after.dpia.actions
                    == [AssessmentAction(number: 1, text: "Encrypt", owner: "security", due: day)])
        case .droppedRisk:
            let one = try share(.risk, ["risk": "Loss", "likelihood": "possible", "severity": "severe"])
            #expect(try share(.droppedRisk, ["reference": "1", "reason": "x"], of: one).dpia.risks == [])
        case .actionDone:
            var before = try Casebook.share().share
            before.dpia.actions = [AssessmentAction(number: 1, text: "Train", owner: "hub", due: day)]
            let action = try share(.actionDone, ["reference": "1", "evidence": "Log 1"], of: before).dpia.actions[0]
            #expect(action.doneAt == Self.at)
            #expect(action.evidence == "Log 1")
        case .icoConsultation:
            #expect(
                try share(.icoConsultation, ["reference": "ICO-1", "effective": "2026-04-30"]).dpia.consultation
                    == ICOConsultation(reference: "ICO-1", on: day))
        case .icoExtension, .icoWait, .icoWaitOver:
            var before = try share(.icoConsultation, ["reference": "ICO-1", "effective": "2026-04-01"])
            before = try share(.icoWait, ["reason": "Logs", "effective": "2026-04-10"], of: before)
            #expect(before.dpia.consultation?.isWaiting == true)
            before = try share(.icoWaitOver, ["evidence": "Sent", "effective": "2026-04-30"], of: before)
            before = try share(.icoExtension, ["reason": "Complex"], of: before)
            // Fifty-six days, twenty that do not count, forty-two more: 118 from 1 April 2026.
            #expect(before.dpia.consultation?.due(on: day) == Day(iso: "2026-07-28"))
        case .reliance:
            let evidence = ["leading": "DS-2", "reason": "One flow", "leading-concluded": Self.at.description]
            #expect(
                try share(.reliance, evidence).dpia.reliance
                    == DPIARecord.Reliance(
                        share: "DS-2", concluded: Self.at, reason: "One flow", by: "dpo", role: "dpo", at: Self.at))
        case .earlierAssessment:
            var before = try share(.riskDecision, ["advice-accepted": "yes", "reason": "Sound"])
            let decision = before.dpia.decision
            before = try share(.terms, clears: [Fact.residualRiskAcceptable.name], of: before)
            #expect(before.dpia.decision == nil)
            #expect(try share(.earlierAssessment, of: before).dpia.decision == decision)
        case .answers:
            let edited = try Casebook.terms([.title: "Edited"])
            let after = try share(.answers, ["proposal/2.1": "Yes", "reason": "Asked"], terms: edited)
            #expect(after.terms == edited)
            #expect(after.answers == ["proposal/2.1": Answer(text: "Yes", by: "dpo", at: Self.at, version: 2)])
        case .similarAnswer:
            let evidence = ["similar": "DS-OLD", "outcome": "extend", "reason": "One more item"]
            #expect(
                try share(.similarAnswer, evidence).similarAnswers == [
                    SimilarAnswer(share: "DS-OLD", verdict: .extend, reason: "One more item", by: "dpo", at: Self.at)
                ])
        case .ended:
            #expect(try share(.ended).retirement.endedOn == Day(iso: "2026-04-01"))
        }
    }

    @Test func aSecondSignOffInACapacityReplacesTheFirst() throws {
        let once = try share(.signOff, ["reason": "Sound"])
        #expect(
            try share(.signOff, ["reason": "Sound still"], of: once).approval.signOffs.map(\.note) == ["Sound still"])
    }

    @Test func aRetirementKeepsItsFirstReasonAndItsSuccessor() throws {
        let once = try share(
            .notice, ["reason": "No use", "successor": "DWP-DS-00002"], machine: .retirement)
        let twice = try share(.stopped, ["reason": "Other"], machine: .retirement, of: once)
        #expect(twice.retirement.reason == "No use")
        #expect(twice.retirement.successor == "DWP-DS-00002")
    }

    @Test func whatIsClearedIsGoneAndWhatIsInForceStaysSigned() throws {
        var share = try share(.agreementText)
        share.approval.signOffs = [SignOff(capacity: "dpo", by: "dpo", at: Self.at, note: nil)]
        share = try self.share(.signature, ["party": "HMRC", "signatory": "A Director"], of: share)
        share = try self.share(.inForce, of: share)
        let clears: [NeedName] = ["required-sign-offs", "signed-by-all-parties"]
        share = try self.share(.abandonedAmendment, clears: clears, of: share)
        #expect(share.approval.signOffs == [])
        #expect(share.approval.signatures.count == 1, "the signature under the agreement in force stays")
        share = try self.share(.agreementText, of: share)
        share = try self.share(.signature, ["party": "HMRC", "signatory": "A Director"], of: share)
        share = try self.share(.abandonedAmendment, clears: clears, of: share)
        #expect(share.approval.signatures.map(\.agreement) == [1])
    }
}

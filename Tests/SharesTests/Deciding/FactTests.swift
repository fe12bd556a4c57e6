@testable import Shares
import Testing
import Workflows

/// Every named need, once where it is met and once where it is not.
@Suite struct FactTests {
    /// Shares of which the one lacks the fact, in each way that it can be lacking, and the other has it.
    struct Case {
        var unmet: [Casebook]
        var met: [Casebook]
        var given: [String: String] = [:]
        var assessments: [ShareReference: LeadingAssessment] = [:]
        var similar: [SimilarShare] = []
        /// Of those that lack it.
        var takeOver: TakeOver?
    }

    private static func terms(without fields: TermsField...) throws -> [Casebook] {
        try fields.map { try Casebook.share(changed: [$0: ""]) }
    }

    private static func changed(_ change: (inout Share) -> Void) throws -> Casebook {
        var casebook = try Casebook.share()
        change(&casebook.share)
        return casebook
    }

    private static let moment = Instant(milliseconds: 1_775_001_600_000)

    private static func assessed(_ likelihood: DPIARecord.Likelihood, ico: DPIARecord.ICOAnswer.Outcome? = nil) throws
        -> Casebook
    {
        let states: [Machine: StateName] = [.proposal: "accepted", .dpia: "assessing"]
        var casebook = try Casebook.share(at: states)
        try casebook.give(
            "assess", by: "dpo", ["likelihood": likelihood.rawValue, "severity": "severe", "measures": "Encryption"])
        if let ico {
            casebook.share.standing[.dpia] = Standing.Position("ico-consultation", since: moment)
            try casebook.give(
                "record-ico-answer", by: "dpo", ["outcome": ico.rawValue, "answers": "Weighed", "reference": "ICO-1"])
        }
        return casebook
    }

    private static func answered(_ verdict: SimilarAnswer.Verdict) throws -> Casebook {
        try changed {
            $0.similarAnswers = [
                SimilarAnswer(share: "DS-OLD", verdict: verdict, reason: "Because", by: "requester", at: moment)
            ]
        }
    }

    private static func action(due: String, isDone: Bool = false) throws -> Casebook {
        let day = try #require(Day(iso: due))
        return try changed {
            $0.dpia.actions = [
                AssessmentAction(
                    number: 1, text: "Train", owner: "owner", due: day, doneAt: isDone ? moment : nil, evidence: nil)
            ]
        }
    }

    private static func amended(_ field: TermsField, to text: String, isAssessed: Bool = true) throws -> Casebook {
        let terms = try Casebook.terms([field: text])
        return try changed {
            $0.termsVersion = 1
            $0.amendment = terms
            guard isAssessed else { return }
            var concluded = DPIARecord()
            concluded.decision = DPIARecord.Decision(adviceAccepted: true, reason: "", by: "siro", at: moment)
            $0.dpia.earlier = [concluded]
        }
    }

    private static func leading(concluded: Instant?) throws -> LeadingAssessment {
        LeadingAssessment(share: "DS-LEAD", concluded: concluded, terms: try Casebook.terms())
    }

    private static func relying(on share: ShareReference) throws -> Casebook {
        try changed {
            $0.dpia.reliance = DPIARecord.Reliance(
                share: share, concluded: moment, reason: "The same flow", by: "dpo", at: moment)
        }
    }

    private static func answered(assessment questions: [String]) throws -> Casebook {
        try changed {
            for question in questions {
                $0.answers[Share.answerKey("assessment", question)] = Answer(
                    text: "As the paper says", by: "owner", at: moment, version: 1)
            }
        }
    }

    private static func screened(_ outcome: String) throws -> Casebook {
        var casebook = try Casebook.share(at: [.proposal: "accepted"])
        try casebook.give("screen", by: "dpo", ["outcome": outcome, "reason": "Matching"])
        return casebook
    }

    private static func signedOff(_ people: String...) throws -> Casebook {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        for person in people { try casebook.give("sign-off", by: person) }
        return casebook
    }

    private static func signed(_ parties: String...) throws -> Casebook {
        var casebook = try signedOff("owner", "dpo", "security")
        try casebook.give("prepare-agreement", by: "legal")
        for party in parties {
            try casebook.give(
                "sign", by: "owner",
                ["party": party, "signatory": "A Director", "signed-on": "2026-04-01", "evidence": "Page 9"])
        }
        return casebook
    }

    private static func condition(due: String?, met: Bool = false) throws -> Casebook {
        var casebook = try signedOff()
        var fields = ["condition": "Train the staff", "owner": "HMRC"]
        fields["due"] = due
        try casebook.give("set-condition", by: "dpo", fields)
        if met { try casebook.give("meet-condition", by: "dpo", ["reference": "1", "evidence": "Minutes"]) }
        return casebook
    }

    private static func stopped(certified: Bool = false, retained: String? = nil) throws -> Casebook {
        var casebook = try Casebook.share(entry: "live", at: [.retirement: "notice"])
        casebook.share.retirement.notice = RetirementRecord.Notice(on: moment.day, evidence: nil)
        try casebook.give("stop-transfer", by: "owner", ["effective": "2026-03-31", "evidence": "Firewall closed"])
        if certified {
            try casebook.give(
                "certify-deletion", by: "owner", ["party": "DWP", "method": "Deleted", "evidence": "Log"])
        }
        if let retained {
            casebook.share.retirement.retained = [
                RetirementRecord.RetainedCopies(party: "DWP", what: "Archive", reason: retained)
            ]
        }
        return casebook
    }

    static func cases(_ fact: Fact) throws -> Case {
        let plain = try Casebook.share()
        switch fact {
        case .summaryComplete:
            return Case(unmet: try terms(without: .title, .purpose, .provider, .recipient, .dataItems), met: [plain])
        case .legalBasisStated:
            return Case(
                unmet: try terms(without: .legalGateway, .lawfulBasis),
                met: [plain, try Casebook.share(changed: [.dataItems: "Industry", .lawfulBasis: ""])])
        case .specialCategoryConditionStated:
            return Case(
                unmet: [
                    try Casebook.share(changed: [.dataItems: "PIP award"]),
                    try Casebook.share(changed: [.dataItems: "Conviction"]),
                ],
                met: [
                    plain,
                    try Casebook.share(changed: [
                        .dataItems: "PIP award", .specialCategoryCondition: "Explicit consent",
                    ]),
                ])
        case .retentionStated:
            return Case(
                unmet: try terms(without: .retention) + [try Casebook.share(changed: [.retention: "a while"])],
                met: [plain])
        case .securityStated: return Case(unmet: try terms(without: .transferMethod, .classification), met: [plain])
        case .termsConsistent:
            return Case(unmet: [try Casebook.share(changed: [.transfersOutsideUK: "India"])], met: [plain])
        case .dataOwnerAppointed:
            return Case(
                unmet: [
                    try Casebook.share(owner: nil), try changed { $0.owner = DataOwner(name: "Named in the register") },
                ], met: [plain])
        case .reviewDateSet:
            return Case(
                unmet: try terms(without: .reviewDate) + [try Casebook.share(changed: [.reviewDate: "TBC"])],
                met: [plain])
        case .termsChanged:
            return Case(
                unmet: [
                    try changed { $0.termsVersion = 1 },
                    try changed {
                        $0.termsVersion = 1
                        $0.amendment = $0.terms
                    },
                ],
                met: [
                    try changed {
                        $0.termsVersion = 1
                        $0.amendment = $0.terms
                        $0.amendment?.purpose = "Something else"
                    }
                ])
        case .screeningRecorded: return Case(unmet: [plain], met: [try screened("required")])
        case .screeningRequiresDPIA:
            return Case(unmet: [plain, try screened("not-required")], met: [try screened("required")])
        case .screeningExcusesDPIA:
            return Case(unmet: [plain, try screened("required")], met: [try screened("not-required")])
        case .assessmentQuestionsAnswered:
            return Case(
                unmet: [plain], met: [try answered(assessment: ["1.1", "2.1", "2.9", "3.1", "4.4"])])
        case .assessmentComplete: return Case(unmet: [plain], met: [try assessed(.remote)])
        case .dpoAdviceRecorded:
            var advised = try Casebook.share(at: [.proposal: "accepted", .dpia: "dpo-review"])
            try advised.give("advise", by: "dpo", ["advice": "Proceed"])
            return Case(unmet: [plain], met: [advised])
        case .residualRiskAcceptable:
            return Case(
                unmet: [plain, try assessed(.probable), try assessed(.probable, ico: .mayNotProceed)],
                met: [try assessed(.remote), try assessed(.probable, ico: .mayProceed)])
        case .residualRiskHigh: return Case(unmet: [plain, try assessed(.remote)], met: [try assessed(.probable)])
        case .icoAnswerRecorded: return Case(unmet: [plain], met: [try assessed(.probable, ico: .mayProceed)])
        case .requiredSignOffs:
            return Case(
                unmet: [plain, try signedOff("owner", "dpo"), try signedOff("legal", "siro", "board")],
                met: [try signedOff("owner", "dpo", "security")])
        case .agreementPrepared: return Case(unmet: [plain], met: [try signed()])
        case .signedByAllParties: return Case(unmet: [plain, try signed("HMRC")], met: [try signed("HMRC", "DWP")])
        case .conditionsMet:
            return Case(
                unmet: [try condition(due: nil), try condition(due: "2026-04-01")],
                met: [plain, try condition(due: "2026-04-02"), try condition(due: nil, met: true)])
        case .conditionOverdue:
            func one(due: String, _ consequence: Condition.Consequence?, met: Bool = false) throws -> Casebook {
                let due = Day(iso: due)
                return try changed {
                    $0.approval.conditions = [
                        Condition(
                            number: 1, text: "Train", owner: "HMRC", due: due, setBy: "dpo",
                            metAt: met ? moment : nil, timing: .after, ifOverdue: consequence)
                    ]
                }
            }
            return Case(
                unmet: [
                    plain, try one(due: "2026-04-01", .suspend), try one(due: "2026-03-31", .remind),
                    try one(due: "2026-03-31", nil), try one(due: "2026-03-31", .suspend, met: true),
                ],
                met: [try one(due: "2026-03-31", .suspend)])
        case .startDateReached:
            return Case(
                unmet: try terms(without: .startDate) + [try Casebook.share(changed: [.startDate: "2026-04-02"])],
                met: [plain, try Casebook.share(changed: [.startDate: "2026-04-01"])])
        case .endDateAhead:
            return Case(
                unmet: [try Casebook.share(changed: [.endDate: "2026-03-31"])],
                met: [plain, try Casebook.share(changed: [.endDate: ""])])
        case .endDatePassed:
            return Case(
                unmet: [
                    plain, try Casebook.share(changed: [.endDate: ""]),
                    // The last day is a day of the agreement.
                    try Casebook.share(changed: [.endDate: "2026-04-01"]),
                ], met: [try Casebook.share(changed: [.endDate: "2026-03-31"])])
        case .reviewQuestionsAnswered: return Case(unmet: [plain], met: [plain], given: ["answers": "Still needed"])
        case .noticeGiven: return Case(unmet: [plain], met: [try stopped()])
        case .transferStopped: return Case(unmet: [plain], met: [try stopped()])
        case .deletionCertified: return Case(unmet: [plain, try stopped()], met: [try stopped(certified: true)])
        case .retainedCopiesJustified:
            return Case(unmet: [try stopped(retained: "")], met: [plain, try stopped(retained: "Limitation Act 1980")])
        case .similarSharesAnswered:
            return Case(
                unmet: [plain, try answered(.reuse), try answered(.extend)], met: [try answered(.distinct)],
                similar: [
                    SimilarShare(reference: "DS-OLD", kind: "duplicate", score: 0.93, explanation: "The same items.")
                ])
        case .assessmentActionsMet:
            return Case(
                unmet: [try action(due: "2026-04-01")],
                met: [plain, try action(due: "2026-04-02"), try action(due: "2026-04-01", isDone: true)])
        case .assessmentUntouched:
            return Case(
                unmet: [
                    plain, try amended(.dataItems, to: "Date of birth"),
                    try amended(.title, to: "X", isAssessed: false),
                ],
                met: [try amended(.reviewDate, to: "2027-01-01")])
        case .leadingAssessmentCovers:
            return Case(
                unmet: [plain], met: [plain], given: ["leading": "DS-LEAD"],
                assessments: ["DS-LEAD": try leading(concluded: moment)])
        case .survivorCarriesAll:
            return Case(
                unmet: [plain], met: [plain],
                takeOver: TakeOver(
                    decision: 1, survivor: "DS-NEW", standing: .inForce, toAdd: SurvivorAdditions(items: ["Sort code"]))
            )
        case .leadingAssessmentStands:
            return Case(
                unmet: [try relying(on: "DS-GONE"), try relying(on: "DS-AGAIN")],
                met: [plain, try relying(on: "DS-LEAD")],
                assessments: [
                    "DS-LEAD": try leading(concluded: moment),
                    "DS-AGAIN": try leading(concluded: Instant(milliseconds: moment.milliseconds + 1)),
                ])
        }
    }

    @Test(arguments: Fact.allCases)
    func aFactIsMetOrSaysWhatIsWanting(fact: Fact) throws {
        let rules = try Casebook.rules()
        let example = try Self.cases(fact)
        let now = Instant(startOf: try #require(Day(iso: "2026-04-01")))
        var circumstances = Circumstances(now: now, roster: Roster(Casebook.everybody))
        circumstances.assessments = example.assessments
        circumstances.similar = example.similar
        circumstances.takeOver = example.takeOver
        for casebook in example.unmet {
            let wanting = fact.shortfalls(of: casebook.share, given: [:], in: circumstances, under: rules)
            #expect(!wanting.isEmpty, "\(fact.rawValue) was taken as met")
            for sentence in wanting.map(\.says) { #expect(sentence.hasSuffix(".") && sentence.count > 15) }
        }
        circumstances.takeOver = nil
        for casebook in example.met {
            #expect(fact.shortfalls(of: casebook.share, given: example.given, in: circumstances, under: rules) == [])
        }
    }

    @Test func nothingIsSubmittedWhileTheRegisterIsBeingSearchedForSharesLikeIt() throws {
        let share = try #require(try Self.cases(.similarSharesAnswered).met.first).share
        var circumstances = Circumstances(now: Instant(startOf: try #require(Day(iso: "2026-04-01"))))
        circumstances.isSearchingSimilar = true
        #expect(
            Fact.similarSharesAnswered.shortfalls(
                of: share, given: [:], in: circumstances, under: try Casebook.rules()
            ).map(\.says)
                == ["The register is being searched for shares like this one: look again in some minutes."])
    }

    @Test func aHigherRiskNeedsMoreSignOffs() throws {
        let rules = try Casebook.rules()
        func capacities(_ items: String) throws -> [String] {
            try Casebook.share(changed: [.dataItems: items]).share.requiredSignOffs(under: rules.reference)
                .filter { $0.party == nil }.flatMap(\.capacities)
        }
        #expect(try capacities("Industry") == ["data-owner"])
        #expect(try capacities("Date of birth") == ["data-owner", "dpo", "security"])
        #expect(try capacities("PIP award") == ["data-owner", "dpo", "legal", "security", "siro"])
    }
}

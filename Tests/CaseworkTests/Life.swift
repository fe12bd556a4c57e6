import Casework
import Shares
import Testing
import Workflows

/// One step of a share's life: who gives which command with what, and where it then stands.
struct LifeStep {
    var person: String
    var command: String
    var fields: [String: String]
    /// Machine and state after it, such as `approval:signing`.
    var then: [String]

    init(_ person: String, _ command: String, _ fields: [String: String] = [:], then: String...) {
        self.person = person
        self.command = command
        self.fields = fields
        self.then = then
    }
}

/// The ways of a share through its five machines, as tables.
enum Life {
    static let proposal: [String: String] = [
        "title": "Earnings check", "provider": "HMRC", "recipient": "DWP",
        "purpose": "Checking earnings against awards",
        "legal_gateway": "Welfare Reform Act 2012 s.127", "lawful_basis": "Public task",
        "data_items": "National Insurance number; Date of birth", "data_subjects": "Benefit claimants",
        "frequency": "Daily", "transfer_method": "API", "classification": "OFFICIAL", "retention": "P2Y",
        "start_date": "2026-04-01", "end_date": "2028-03-31", "review_date": "2026-12-01",
    ].merging(essentials) { $1 }

    /// What a register does not say, and no agreement can be signed without.
    static let essentials: [String: String] = [
        "provider_role": "Controller", "recipient_role": "Controller",
        "necessity": "No other source says what was earned", "onward_sharing": "None",
        "disposal": "Secure deletion", "transfers_outside_uk": "None", "automated_decisions": "None",
        "privacy_information": "The notice on each department's site",
        "rights_contact": "data.protection@department.example",
    ]

    static let assessment: [LifeStep] = [
        LifeStep("dpo", "screen", ["outcome": "required", "reason": "Data matching"], then: "dpia:screened"),
        LifeStep("owner", "begin-assessment", then: "dpia:assessing"),
        LifeStep(
            "owner", "assess", ["likelihood": "possible", "severity": "significant", "measures": "Encryption"],
            then: "dpia:assessing"),
        LifeStep(
            "owner", "submit-assessment", ["reason": "The questions are answered in the paper"], then: "dpia:dpo-review"
        ),
        LifeStep("dpo", "advise", ["advice": "Proceed"], then: "dpia:awaiting-decision"),
        LifeStep("siro", "approve-dpia", ["advice-accepted": "yes"], then: "dpia:approved"),
    ]

    /// Sign-offs of a medium risk, the text, both signatures.
    static func approval(opening: String, signing: String, agreed: String) -> [LifeStep] {
        [
            LifeStep("hub", opening),
            LifeStep("owner", "sign-off"), LifeStep("dpo", "sign-off"), LifeStep("security", "sign-off"),
            LifeStep(
                "legal", "prepare-agreement", ["reason": "The annex says the rest"], then: "approval:\(signing)"),
            LifeStep(
                "partner", "sign", ["party": "HMRC", "signatory": "Director, HMRC", "signed-on": "2026-04-01"],
                then: "approval:\(signing)"),
            LifeStep("siro", "sign", ["party": "DWP", "signatory": "Director, DWP", "signed-on": "2026-04-01"]),
            LifeStep("legal", "complete-signing", then: "approval:\(agreed)"),
        ]
    }

    static let proposed: [LifeStep] =
        [
            LifeStep("hub", "appoint-owner", ["owner": "owner"], then: "proposal:draft"),
            LifeStep("requester", "submit", then: "proposal:submitted"),
            LifeStep("owner", "return", ["reason": "Say why daily"], then: "proposal:returned"),
            LifeStep("requester", "edit", ["frequency": "Weekly"], then: "proposal:returned"),
            LifeStep("requester", "resubmit", then: "proposal:submitted"),
            LifeStep("owner", "accept", then: "proposal:accepted"),
        ] + assessment + approval(opening: "open", signing: "signing", agreed: "agreed") + [
            LifeStep("owner", "bring-into-force", then: "approval:in-force", "review:scheduled")
        ]

    static let inherited: [LifeStep] =
        [
            LifeStep("hub", "appoint-owner", ["owner": "owner"], then: "approval:inherited"),
            LifeStep(
                "hub", "edit", essentials.merging(["retention": "P2Y", "review_date": "2026-12-01"]) { $1 },
                then: "proposal:inherited"),
            LifeStep("owner", "adopt", then: "proposal:accepted", "approval:inherited"),
        ] + assessment
        + approval(opening: "regularise", signing: "regularising-signing", agreed: "regularising-agreed") + [
            LifeStep("owner", "bring-into-force", then: "approval:in-force", "review:scheduled")
        ]

    static let amendment: [LifeStep] =
        [
            LifeStep(
                "hub", "begin-amendment", ["reason": "More items"], then: "proposal:amending", "approval:in-force"),
            LifeStep("requester", "edit", ["data_items": "National Insurance number; Date of birth; Address"]),
            LifeStep(
                "requester", "submit-amendment", then: "proposal:amendment-submitted", "dpia:reassessing",
                "approval:in-force"),
            LifeStep("owner", "accept-amendment", then: "proposal:amendment-accepted"),
            LifeStep(
                "owner", "screen", ["outcome": "not-required", "reason": "No new risk"], then: "dpia:reassessing"),
            LifeStep("dpo", "keep-assessment", ["reason": "The risk is the same"], then: "dpia:kept"),
        ]
        + approval(opening: "open-amendment", signing: "amendment-signing", agreed: "amendment-agreed") + [
            LifeStep("owner", "bring-into-force", then: "approval:in-force", "proposal:accepted", "review:scheduled")
        ]

    static let suspension = [
        LifeStep("security", "suspend", ["reason": "A breach at the recipient"], then: "approval:suspended"),
        LifeStep("siro", "reinstate", ["reason": "The breach is closed"], then: "approval:in-force"),
    ]

    static let review = [
        LifeStep("hub", "call-review", then: "review:due"),
        LifeStep("owner", "begin-review", then: "review:in-review"),
        LifeStep(
            "owner", "answer-review",
            ["1", "3", "4", "5", "6", "9", "10"].reduce(into: ["review/8": "None"]) { $0["review/" + $1] = "Yes" },
            then: "review:in-review"),
        LifeStep("owner", "continue", ["next-review": "2027-04-01"], then: "review:scheduled"),
    ]

    static let retirement = [
        LifeStep("partner", "propose-retirement", ["reason": "Replaced by the API"], then: "retirement:proposed"),
        LifeStep("owner", "give-notice", ["effective": "2026-06-01"], then: "retirement:notice", "approval:in-force"),
        LifeStep(
            "owner", "stop-transfer", ["effective": "2026-04-01", "evidence": "Change 4711"],
            then: "retirement:stopped",
            "approval:stopped"),
        LifeStep(
            "owner", "certify-deletion", ["party": "DWP", "method": "Secure deletion", "evidence": "Log 1"],
            then: "retirement:stopped"),
        LifeStep(
            "owner", "complete", then: "retirement:retired", "proposal:concluded", "dpia:closed", "approval:ended",
            "review:closed"),
    ]

    // MARK: - Living it

    static func live(_ steps: [LifeStep], _ reference: String, at desk: Desk) throws {
        for step in steps {
            do {
                let share = try act(step, on: reference, at: desk).share
                for place in step.then {
                    let parts = place.split(separator: ":").map(String.init)
                    let machine = try #require(Machine(rawValue: parts[0]))
                    #expect(share.state(machine).rawValue == parts[1], "after \(step.command)")
                }
            } catch let refusal as Refusal {
                Issue.record("\(step.person) \(step.command): \(refusal.reasons.map(\.says))")
                throw refusal
            }
        }
    }

    private static func act(_ step: LifeStep, on reference: String, at desk: Desk) throws -> Outcome {
        if ["submit", "resubmit"].contains(step.command) {
            try desk.answerForSimilar(reference, by: step.person)
        }
        return try desk.act(step.command, on: reference, by: step.person, step.fields)
    }

    static func propose(_ reference: String, at desk: Desk, _ changed: [String: String] = [:]) throws {
        _ = try desk.office.propose(
            reference: ShareReference(reference), fields: proposal.merging(changed) { $1 }, as: PersonID("requester"))
    }

    /// Proposed, assessed, signed and in force.
    static func inForce(_ reference: String, at desk: Desk, _ changed: [String: String] = [:]) throws {
        try propose(reference, at: desk, changed)
        try live(proposed, reference, at: desk)
    }

    /// Loaded from a register as live, and brought into force here.
    static func regularised(_ reference: String, at desk: Desk) throws {
        try desk.importing([Row(reference)])
        try live(inherited, reference, at: desk)
    }
}

extension Share {
    var states: [StateName] { Machine.allCases.map { state($0) } }
}

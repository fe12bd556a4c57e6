import Shares
import Workflows

/// Orders that could succeed: who may give a command, with fields such as people give.
struct Orders {
    var random: SeededGenerator
    private let reference: ReferenceData
    private var given = 0

    init(seed: UInt64, reference: ReferenceData) {
        random = SeededGenerator(seed: seed)
        self.reference = reference
    }

    mutating func order(_ transition: Transition, _ machine: Machine, on share: Share, today: Day) -> (Order, String) {
        given += 1
        var fields: [String: String] = [:]
        for field in transition.evidence + transition.optionalEvidence.filter({ _ in chance(3) }) {
            fields[field.rawValue] = value(field.rawValue, for: transition.command, on: share, today: today)
        }
        if transition.evidence.contains("field-values") {
            // The title touches no assessment, the purpose does.
            fields = [chance(2) ? "title" : "purpose": "Checking earnings against award \(given)"]
            // New terms that are over already could not come into force.
            if share.termsUnderConsideration.endDate?.day.map({ $0 < today.adding(days: 90) }) ?? true {
                fields.merge(Self.days(from: today)) { $1 }
            }
            if chance(8) { fields["data_items"] = ["Industry", "PIP award; Address"].randomElement(using: &random) }
        }
        if fields["advice-accepted"] != nil { fields["reason"] = "Weighed" }
        var person = person(for: transition)
        switch transition.command {
        case "sign-off":
            fields["capacity"] = nil
            if let wanted = missing(of: share) { person = wanted.role == "data-owner" ? "owner" : wanted.role }
        case "record-sign-off", "sign":
            fields["evidence"] = "Page 9"
            if let wanted = missing(of: share), let party = wanted.party, transition.command == "record-sign-off" {
                fields["capacity"] = wanted.role
                fields["party"] = party
            }
        case "set-condition":
            let due = chance(2) ? nil : today.adding(days: Int.random(in: 1...60, using: &random)).description
            fields["timing"] = due == nil ? "before" : "after"
            fields["due"] = due
            fields["if-overdue"] = due == nil || chance(2) ? nil : "suspend"
        case "prepare-agreement": fields["reason"] = "The annex says the rest"
        case "record-risk" where chance(2):
            fields["likelihood"] = "probable"
            fields["severity"] = "severe"
        case "record-measure":
            guard let risk = share.dpia.risks.randomElement(using: &random) else { break }
            fields["reference"] = String(risk.number)
            let isAccepted = chance(2)
            fields["effect"] = isAccepted ? "accepted" : "reduced"
            fields["residual-likelihood"] = isAccepted ? risk.likelihood.rawValue : "remote"
            fields["residual-severity"] = isAccepted ? risk.severity.rawValue : "minimal"
            fields["owner"] = "owner"
            fields["due"] = today.adding(days: 30).description
        case "screen":
            fields["criteria"] = nil
            // What is screened as not required goes on by one way alone.
            fields["outcome"] = chance(3) ? "not-required" : "required"
            fields["set-aside"] = "wp248-sensitive-data, wp248-vulnerable-people: looked at, and they do not apply"
        case "meet-condition", "waive-condition", "complete-action":
            let open =
                transition.command == "complete-action"
                ? share.dpia.actions.filter { $0.doneAt == nil }.map(\.number)
                : share.approval.conditions.filter(\.isOpen).map(\.number)
            if let number = open.randomElement(using: &random) { fields["reference"] = String(number) }
        case "withdraw-sign-off" where chance(2):
            fields["capacity"] = nil
            fields["party"] = nil
        case "answer": fields["proposal/1.3b"] = "Nothing less would do, \(given)"
        case "answer-assessment": fields["assessment/1.1"] = "Asked"
        case "answer-review":
            for number in [1, 3, 4, 5, 6, 9, 10] { fields["review/\(number)"] = chance(16) ? "No" : "Yes" }
            fields["review/8"] = "None"
        default: break
        }
        // Only whose it is may do without it.
        if transition.command == "waive-condition", !chance(4),
            let number = fields["reference"].flatMap({ Int($0) }),
            let setter = share.approval.conditions.first(where: { $0.number == number })?.setBy.rawValue
        {
            person = setter
        }
        return (Order(transition.command, machine: machine, fields: fields), person)
    }

    /// A share of two years that begins today, reviewed after eight months.
    static func days(from today: Day) -> [String: String] {
        [
            "start_date": today.description, "review_date": today.adding(days: 240).description,
            "end_date": today.adding(days: 730).description,
        ]
    }

    /// What may be missing where a command is refused for one of these rules: the commands that bring it.
    static let help: [String: [CommandName]] = [
        Fact.requiredSignOffs.rawValue: ["sign-off", "sign-off", "sign-off", "record-sign-off"],
        Fact.signedByAllParties.rawValue: ["sign"],
        Fact.conditionsMet.rawValue: ["meet-condition", "waive-condition"],
        Fact.assessmentActionsMet.rawValue: ["complete-action"],
        Fact.assessmentComplete.rawValue: ["assess"],
        Fact.similarSharesAnswered.rawValue: ["answer-similar"],
        Fact.summaryComplete.rawValue: ["edit"],
        Fact.termsChanged.rawValue: ["edit"],
        Fact.deletionCertified.rawValue: ["certify-deletion"],
        Fact.reviewQuestionsAnswered.rawValue: ["answer-review"],
        Fact.residualRiskAcceptable.rawValue: ["assess"],
        Fact.residualRiskHigh.rawValue: ["assess"],
        Fact.screeningExcusesDPIA.rawValue: ["screen"],
        Fact.screeningRequiresDPIA.rawValue: ["screen"], Fact.screeningRecorded.rawValue: ["screen"],
    ]

    /// What later commands speak of: conditions to meet, risks with measures to take.
    static let seeds: Set<CommandName> = ["set-condition", "record-risk", "record-measure"]

    /// One of the sign-offs that are wanting: whose, and of which party where it is one party's.
    private mutating func missing(of share: Share) -> (role: String, party: String?)? {
        let lines = share.signOffAccount(under: reference).lines.filter { $0.missing != nil }
        guard !chance(4), let line = lines.randomElement(using: &random),
            let role = line.required.capacities.randomElement(using: &random)
        else { return nil }
        return (role, line.required.party)
    }

    /// Nobody decides on what they asked for, so mostly those ask who do not decide.
    private mutating func person(for transition: Transition) -> String {
        let asks = ["propose", "submit", "resubmit", "begin-amendment", "submit-amendment", "submit-assessment"]
        var roles = transition.roles.filter { $0 != .system && $0 != "data-steward" }
        let others = roles.filter { $0 != "data-owner" }
        if asks.contains(transition.command.rawValue), !others.isEmpty, !chance(20) { roles = others }
        // The DPO agrees to what somebody else found.
        if transition.command == "screen", !chance(20) { roles = ["data-owner"] }
        let role = roles.randomElement(using: &random)?.rawValue ?? "hub"
        return role == "data-owner" ? "owner" : role
    }

    private mutating func value(_ field: String, for command: CommandName, on share: Share, today: Day) -> String {
        if let options = EvidenceField(rawValue: field)?.options(for: command) {
            return options.randomElement(using: &random) ?? ""
        }
        switch field {
        case "party":
            return share.termsUnderConsideration.parties.randomElement(using: &random)?.organisation.text ?? "HMRC"
        case "signed-on": return today.description
        case "effective": return today.adding(days: Int.random(in: -3...3, using: &random)).description
        case "next-review", "due": return today.adding(days: Int.random(in: 1...60, using: &random)).description
        case "owner": return "owner"
        case "requester": return "requester"
        case "measures": return "Because of \(given)"
        case "leading", "similar", "successor": return "LEAD"
        case "reference": return String(Int.random(in: 1...3, using: &random))
        default: return "Because"
        }
    }

    /// One time in so many.
    mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}

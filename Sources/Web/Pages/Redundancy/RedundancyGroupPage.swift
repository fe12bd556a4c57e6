import Casework
import Ledger
import Redundancy
import Shares

/// Shares that are found redundant together, side by side, with the form for the board's verdict.
struct RedundancyGroupPage {
    var visitor: Visitor
    var group: RedundancyGroup
    var reference: ReferenceData
    /// What was typed, by field.
    var values: [String: String] = [:]
    var problems: [FormProblem] = []

    static let verdictField = "verdict"
    static let survivorField = "survivor"
    static let reasonField = "reason"
    static let dayField = "at"
    static let seenField = "seen-position"
    static let insistField = "insist"
    /// `confirm` once the visitor has seen what comes of it, `change` to go back.
    static let stepField = "step"

    static func load(from office: Office, _ group: String, for visitor: Visitor) throws -> RedundancyGroupPage {
        RedundancyGroupPage(
            visitor: visitor, group: try office.redundancyGroup(group, for: visitor.person),
            reference: try office.reference())
    }

    /// What the form said. Throws `Refusal` where it says no verdict or no day.
    func order(_ form: PostedForm) throws -> ConsolidationOrder {
        var reasons: [Refusal.Reason] = []
        let verdict = form[Self.verdictField].flatMap { RedundancyVerdict(rawValue: $0) }
        if verdict == nil {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "verdict-missing", "Say what is decided.", field: Self.verdictField))
        }
        let reason = (form[Self.reasonField] ?? "").lineEndsAsWritten
        if verdict == nil, reason.trimmed.isEmpty {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "reason-missing", "Reason is missing: say why it is decided so.",
                    field: Self.reasonField))
        }
        let typed = (form[Self.dayField] ?? "").trimmed
        let day = typed.isEmpty ? nil : Day(iso: typed)
        if day == nil, !typed.isEmpty {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "day-not-understood", "Enter the day as year-month-day, such as 2026-04-01.",
                    field: Self.dayField))
        }
        guard reasons.isEmpty, let verdict else { throw Refusal(reasons) }
        let survivor = form[Self.survivorField]?.trimmed.nonEmpty
        return ConsolidationOrder(
            .shares(group.cluster.members), verdict, reason: reason,
            survivor: verdict == .consolidate ? survivor.map { ShareReference($0) } : nil, on: day,
            // Without a position that was looked at, nothing is as it was looked at.
            seen: form[Self.seenField].flatMap { Int($0) } ?? 0, insists: form[Self.insistField] != nil)
    }

    /// The form with what was typed.
    func filled(_ form: PostedForm) -> RedundancyGroupPage {
        var page = self
        page.values = form.fields
        return page
    }

    /// The same, with why it was refused.
    func refused(_ refusal: Refusal, _ form: PostedForm) -> RedundancyGroupPage {
        var page = filled(form)
        page.problems = refusal.reasons.map { FormProblem($0) }
        return page
    }

    var html: HTML {
        PageFrame(
            title: "Compare \(group.shares.count) redundant shares", area: .redundancy,
            breadcrumbs: [("Portfolio", .home), ("Redundant shares", .redundancy(page: 1))],
            hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.p, .class("caption")) { group.cluster.reference }
            tag(.h1) { "Compare \(group.shares.count) redundant shares" }
            findings
            SideBySide(shares: group.shares, itemCounts: group.itemCounts, reference: reference)
            proposed
            if group.mayDecide { form }
        }
    }

    @HTMLBuilder private var findings: HTML {
        tag(.h2) { "Why they are found" }
        tag(.ul) {
            for finding in group.cluster.findings {
                tag(.li) {
                    "\(finding.a) and \(finding.b): \(finding.sentence)"
                }
            }
        }
        for again in group.cluster.findings.compactMap(\.again) {
            tag(.div, .class("inset")) { StatusTag("Asked again", .yellow).html + HTML(text: " " + again) }
        }
    }

    @HTMLBuilder private var proposed: HTML {
        tag(.h2) { "What is proposed" }
        tag(.p) {
            "Keep \(group.cluster.survivor), and retire \(group.cluster.superseded.map(\.rawValue).joined(separator: ", ")). \(group.cluster.reason)"
        }
        tag(.p) {
            group.cluster.additions.isEmpty
                ? "It would have nothing to take over."
                : "It would have to take over: \(group.cluster.additions.inWords)."
        }
    }

    // MARK: - The form

    private var form: HTML {
        tag(
            .form, .with(.method, "post"), .action(Link(.redundancyGroup(group.cluster.reference)))
        ) {
            tag(.h2) { "Decide" }
            FormToken(visitor: visitor)
            tag(
                .input, .with(.type, "hidden"), .with(.name, Self.seenField), .with(.value, String(group.position)))
            verdict
            survivor
            FormField(
                name: Self.reasonField, label: "Reason", hint: "It is kept in the record",
                value: values[Self.reasonField] ?? "", control: .text, problems: wrong(Self.reasonField))
            FormField(
                name: Self.dayField, label: "Day of the decision",
                hint: "Year-month-day, such as 2026-04-01; today, where it is left empty",
                value: values[Self.dayField] ?? "", problems: wrong(Self.dayField), isRequired: false)
            if isDoubted || values[Self.insistField] != nil { insist }
            tag(.button, .with(.type, "submit")) { "Continue" }
            tag(.p, .class("hint")) { "You see what becomes of each share before anything is recorded." }
        }
    }

    private var verdict: ChoiceField {
        let answers = [
            (
                "consolidate", "Consolidate them",
                "One share takes over what the others carry. Its amendment begins, and the others are proposed for retirement."
            ),
            ("keep", "Keep them all", "They are not asked about again until a fact of one of them changes."),
            (
                "not-the-same", "They are not the same",
                "The finding is wrong. It is left out likewise, and listed in the report."
            ),
        ]
        return ChoiceField(
            kind: .radio, name: Self.verdictField, legend: "What is decided?",
            options: answers.map { value, label, hint in
                .init(value: value, label: label, hint: hint, isChosen: values[Self.verdictField] == value)
            }, problems: wrong(Self.verdictField))
    }

    private var survivor: ChoiceField {
        let chosen = values[Self.survivorField] ?? group.cluster.survivor.rawValue
        return ChoiceField(
            kind: .radio, name: Self.survivorField, legend: "Which share takes over?",
            hint: "Only if they are consolidated",
            options: group.shares.map { share in
                .init(
                    value: share.reference.rawValue, label: "\(share.reference): \(share.title.inShort)",
                    hint: share.reference == group.cluster.survivor ? "Proposed" : nil,
                    isChosen: share.reference.rawValue == chosen)
            }, problems: wrong(Self.survivorField))
    }

    /// Whether something spoke against what was typed that a board may see otherwise.
    private var isDoubted: Bool {
        problems.contains { $0.field == Self.insistField }
    }

    private var insist: ChoiceField {
        ChoiceField(
            kind: .checkbox, name: Self.insistField, legend: "What speaks against it",
            options: [
                .init(
                    value: "yes", label: "Insist: decide it all the same",
                    hint: "What spoke against it is kept in the record", isChosen: values[Self.insistField] != nil)
            ], problems: wrong(Self.insistField))
    }

    private func wrong(_ name: String) -> [String] { problems.filter { $0.field == name }.map(\.message) }
}

import Casework
import Shares
import Workflows

/// Who acts for whoever looks while they are away, and for whom they act; with the form that delegates.
struct AwayPage {
    static let delegateField = "delegate"
    static let rolesField = "roles"
    static let firstField = "first"
    static let lastField = "last"
    static let reasonField = "reason"
    /// Of a delegation that is to end.
    static let numberField = "number"
    /// What was seen of it.
    static let seenField = "seen"

    var visitor: Visitor
    var today: Day
    /// Those of the visitor that hold still or are to come, from and to them.
    var delegations: [Delegation]
    /// The fingerprint of each, by its number.
    var seen: [Int: String]
    /// The others of the visitor’s organisation.
    var people: [Person]
    var names: PersonNames
    var values: [String: String] = [:]
    var chosen: [String] = []
    var problems: [FormProblem] = []

    static func load(from office: Office, for visitor: Visitor) throws -> AwayPage {
        let me = visitor.person
        let today = office.today
        let roster = try office.currentRoster()
        let delegations = roster.delegations.filter {
            [$0.principal, $0.delegate].contains(me.id) && $0.last >= max(today, $0.first)
        }
        return AwayPage(
            visitor: visitor, today: today, delegations: delegations,
            seen: try Dictionary(uniqueKeysWithValues: delegations.map { ($0.number, try $0.fingerprint) }),
            people: roster.inOrder.filter { $0.organisation == me.organisation && $0.id != me.id },
            names: try office.names(of: Set(delegations.flatMap { [$0.principal, $0.delegate] }), for: me))
    }

    /// What the form says. Throws a refusal with what cannot be read, each at its field.
    func delegation(_ form: PostedForm) throws(Refusal) -> Delegation {
        var reasons: [Refusal.Reason] = []
        func day(_ name: String, _ label: String) -> Day? {
            let day = Day(iso: (form[name] ?? "").trimmed)
            if day == nil {
                reasons.append(
                    Refusal.Reason(
                        .complete, rule: "day-missing",
                        "\(label) is missing: enter a day as year-month-day, such as 2026-08-01.", field: name))
            }
            return day
        }
        let (first, last) = (day(Self.firstField, "The first day"), day(Self.lastField, "The last day"))
        let to = (form[Self.delegateField] ?? "").trimmed
        if to.isEmpty {
            reasons.append(
                Refusal.Reason(.complete, rule: "delegate-missing", "Say who acts for you.", field: Self.delegateField))
        }
        guard reasons.isEmpty, let first, let last else { throw Refusal(reasons) }
        return Delegation(
            number: 0, from: visitor.person.id, to: PersonID(to),
            roles: (form.lists[Self.rolesField] ?? []).map { RoleName(rawValue: $0) }, first: first, last: last,
            reason: (form[Self.reasonField] ?? "").trimmed)
    }

    /// The form again, with what was typed and why it was refused.
    func refused(_ refusal: Refusal, _ form: PostedForm) -> AwayPage {
        var page = self
        page.values = form.fields
        page.chosen = form.lists[Self.rolesField] ?? []
        page.problems = refusal.reasons.map { reason in
            FormProblem(field: reason.field ?? Self.field(of: reason.rule), message: reason.asPagesSay)
        }
        return page
    }

    /// Which field a rule of the roster is about.
    private static func field(of rule: String) -> String? {
        switch rule {
        case "to-oneself", "another-organisation", "unknown-person": delegateField
        case "role-missing", "role-not-held": rolesField
        case "ends-before-it-begins", "in-the-past", "too-long": lastField
        case "reason-missing", "forbidden-character": reasonField
        default: nil
        }
    }

    var html: HTML {
        PageFrame(
            title: "While you are away", area: .work, topic: .away, breadcrumbs: [("My work", .work)],
            hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.h1) { "While you are away" }
            if delegations.isEmpty {
                tag(.p) { "Nobody acts for you, and you act for nobody." }
            } else {
                tag(.h2) { "Who acts for whom" }
                for delegation in delegations { item(delegation) }
            }
            form
        }
    }

    private func item(_ delegation: Delegation) -> HTML {
        tag(.form, .class("inset"), .with(.method, "post"), .action(Link(.away))) {
            tag(.p) { delegation.inWords(naming: names) }
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            tag(
                .input, .with(.type, "hidden"), .with(.name, Self.numberField),
                .with(.value, String(delegation.number)))
            tag(
                .input, .with(.type, "hidden"), .with(.name, Self.seenField),
                .with(.value, seen[delegation.number] ?? ""))
            tag(.button, .class("secondary"), .with(.type, "submit")) {
                "End it"
                tag(.span, .class("hidden")) { ": delegation \(delegation.number)" }
            }
        }
    }

    private var form: HTML {
        tag(.form, .with(.method, "post"), .action(Link(.away))) {
            tag(.h2) { "Let somebody act for you" }
            tag(.p) { "The record names both of you. They may do no more than you, and pass nothing on." }
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            field(
                Self.delegateField, "Who acts for you",
                control: .choice(people.map { ($0.id.rawValue, "\($0.name) (\($0.id))") }))
            ChoiceField(
                kind: .checkbox, name: Self.rolesField, legend: "In which of your roles?",
                options: visitor.person.roles.map { role in
                    ChoiceField.Option(
                        value: role.rawValue, label: role.asPeopleSay.capitalisedFirst,
                        isChosen: problems.isEmpty || chosen.contains(role.rawValue))
                }, problems: wrong(Self.rolesField))
            field(Self.firstField, "First day", hint: "Year-month-day, such as \(today)")
            field(Self.lastField, "Last day", hint: "Year-month-day; 366 days at most")
            field(Self.reasonField, "Reason", hint: "It is kept in the record, such as: annual leave")
            tag(.button, .with(.type, "submit")) { "Let them act for me" }
        }
    }

    private func field(
        _ name: String, _ label: String, hint: String? = nil,
        control: FormField.Control = .line(type: "text", autocomplete: "off")
    ) -> FormField {
        FormField(
            name: name, label: label, hint: hint, value: values[name] ?? "", control: control, problems: wrong(name))
    }

    private func wrong(_ name: String) -> [String] { problems.filter { $0.field == name }.map(\.message) }
}

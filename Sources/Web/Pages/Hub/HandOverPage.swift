import Casework
import Hummingbird
import Shares
import Workflows

/// Everything that one person holds, given to another: first what it comes to, then done.
struct HandOverPage {
    enum Field: String {
        case from, to, reason, leaving, step
    }

    var visitor: Visitor
    var roster: Roster
    /// What stands in the form.
    var values: [String: String] = [:]
    var result: HandOver?
    var isDone = false
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> HandOverPage {
        try office.isHub(visitor.person.id, toSee: "who hands over what")
        let from = [(String, String)](query: query)?.first { $0.0 == Field.from.rawValue }?.1.trimmed.nonEmpty
        let roster = try office.currentRoster()
        if let from, roster[PersonID(from)] == nil { throw WrongAddress.noPerson(from) }
        return HandOverPage(
            visitor: visitor, roster: roster, values: from.map { [Field.from.rawValue: $0] } ?? [:])
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        page.values = form.fields
        let isConfirmed = form[Field.step.rawValue] == "confirm"
        do {
            page.result = try office.handOver(
                request(form, isPreview: !isConfirmed), as: visitor.person.id, once: form.once("hand-over"))
            page.isDone = isConfirmed
            return Answer(page.html)
        } catch let findings as Findings {
            page.problems = findings.all.map { finding in
                if case .field(let name) = finding.place {
                    FormProblem(field: name, message: finding.message)
                } else {
                    FormProblem(field: nil, message: finding.message)
                }
            }
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { reason in
                FormProblem(field: reason.field ?? Self.field(of: reason.rule)?.rawValue, message: reason.asPagesSay)
            }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    private func request(_ form: PostedForm, isPreview: Bool) throws -> HandOverRequest {
        func text(_ field: Field) -> String { (form[field.rawValue] ?? "").trimmed }
        let leaving = text(.leaving).nonEmpty
        let day = leaving.flatMap { Day(iso: $0) }
        var findings = Findings()
        for (field, rule, says) in [
            (Field.from, "from-missing", "Choose who hands over."), (.to, "to-missing", "Choose who takes over."),
        ] where text(field).isEmpty {
            findings.append(.error(rule, at: .field(field.rawValue), says))
        }
        if leaving != nil, day == nil {
            findings.append(
                .error(
                    "day-not-understood", at: .field(Field.leaving.rawValue),
                    "Last day of work: enter a day as year-month-day, such as 2026-04-01."))
        }
        guard findings.isEmpty else { throw findings }
        return HandOverRequest(
            from: PersonID(text(.from)), to: PersonID(text(.to)), reason: text(.reason), leaving: day,
            isPreview: isPreview)
    }

    /// Which field a rule of handing over is about; of one share's rules none is.
    private static func field(of rule: String) -> Field? {
        switch rule {
        case "to-oneself": .to
        case "reason-missing": .reason
        default: nil
        }
    }

    // MARK: -

    var html: HTML {
        PageFrame(
            title: "Hand over work", area: .hub, topic: .handingOver,
            breadcrumbs: [("Hub", .hub), ("People", .people(nil))],
            hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let result { banner(result) }
            tag(.h1) { "Hand over work" }
            if let result { account(result) }
            if !isDone, let result, !result.given.isEmpty || values[Field.leaving.rawValue]?.trimmed.nonEmpty != nil {
                confirmation
            }
            if !isDone { form }
        }
    }

    private func banner(_ result: HandOver) -> HTML {
        let count = Words.count(result.given.count, "share", "shares")
        return tag(.div, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "result")) {
            tag(.h2, .id("result")) { isDone ? "Handed over" : "Nothing was written: this is what would go over" }
            tag(.p) {
                "\(count) \(isDone ? "went" : "would go") from \(name(.from)) to \(name(.to))."
            }
        }
    }

    @HTMLBuilder private func account(_ result: HandOver) -> HTML {
        if !result.given.isEmpty { table(result).html }
        if !result.ended.isEmpty {
            tag(.h2) { "Delegations that end" }
            tag(.ul) { for delegation in result.ended { tag(.li) { delegation.inWords(naming: names) } } }
        }
        if !result.lapsed.isEmpty {
            tag(.h2) { "Sign-offs that count no more" }
            tag(.p, .class("hint")) { "Who takes over gives them anew." }
            tag(.ul) { for signOff in result.lapsed { tag(.li) { HTML(shown: signOff) } } }
        }
        if !result.passed.isEmpty {
            tag(.h2) { "Conditions that go over" }
            tag(.ul) { for condition in result.passed { tag(.li) { HTML(shown: condition) } } }
        }
        if !result.conditions.isEmpty {
            tag(.h2) { "Conditions to look at" }
            tag(.p, .class("hint")) { "They name the person who hands over. Who takes over looks at each." }
            tag(.ul) { for condition in result.conditions { tag(.li) { condition } } }
        }
    }

    private func table(_ result: HandOver) -> DataTable {
        var table = DataTable(
            id: "given", caption: isDone ? "What went over" : "What would go over",
            columns: [.init("Share"), .init("As")])
        for given in result.given {
            table.add([
                tag(.a, .href(Link(.share(given.reference)))) {
                    given.title.inShort.nonEmpty ?? given.reference.rawValue
                }
                    + tag(.span, .class("reference")) { given.reference.rawValue },
                HTML(text: given.command == "appoint-owner" ? "Data owner" : "Requester"),
            ])
        }
        return table
    }

    private var form: HTML {
        tag(.form, .with(.method, "post"), .action(Link(.handOver(from: nil)))) {
            FormToken(visitor: visitor)
            field(.from, "Who hands over", control: .choice(people))
            field(.to, "Who takes over", control: .choice(people))
            field(.reason, "Reason", "It is kept in the record of each share", control: .text)
            field(
                .leaving, "Last day of work", "Year-month-day, where they leave: their delegations end with it",
                isRequired: false)
            tag(
                .button, result == nil ? nil : .class("secondary"), .with(.type, "submit"),
                .with(.name, Field.step.rawValue), .with(.value, "preview")
            ) { "See what would go over" }
        }
    }

    /// What was looked at, and nothing that was typed since.
    private var confirmation: HTML {
        tag(.form, .with(.method, "post"), .action(Link(.handOver(from: nil)))) {
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            for field in [Field.from, .to, .reason, .leaving] {
                tag(
                    .input, .with(.type, "hidden"), .with(.name, field.rawValue),
                    .with(.value, values[field.rawValue] ?? ""))
            }
            tag(.button, .with(.type, "submit"), .with(.name, Field.step.rawValue), .with(.value, "confirm")) {
                "Hand over"
            }
        }
    }

    private func field(
        _ field: Field, _ label: String, _ hint: String? = nil,
        control: FormField.Control = .line(type: "text", autocomplete: "off"), isRequired: Bool = true
    ) -> HTML {
        FormField(
            name: field.rawValue, label: label, hint: hint, value: values[field.rawValue] ?? "", control: control,
            problems: problems.filter { $0.field == field.rawValue }.map(\.message), isRequired: isRequired
        ).html
    }

    private var people: [(value: String, label: String)] {
        roster.inOrder.map { ($0.id.rawValue, "\($0.name) (\($0.id))") }
    }

    private var names: PersonNames { PersonNames(roster.people.mapValues(\.name)) }

    private func name(_ field: Field) -> String {
        let id = PersonID(values[field.rawValue] ?? "")
        return roster[id]?.name ?? id.rawValue
    }
}

import Casework
import Hummingbird
import Ledger
import Shares
import Workflows

/// The people with their roles and appointments, and the forms that change them.
struct PeoplePage {
    enum Step: String {
        case keep, appoint, leave, unlink
    }

    static let stepField = "step"
    /// Who was opened to be changed, and what was seen of them.
    static let seenIDField = "seen-id"
    static let seenField = "seen"
    /// So many of the shares in which something is under way are listed.
    private static let mostUnderWay = 20
    /// The labels of fields that several forms have alike.
    private static let asks = [
        "appointed": "Who is appointed", "leaver": "Who leaves", "linked": "Whom", "first": "From",
        "last": "Last day of work",
    ]

    var visitor: Visitor
    var roster: Roster
    var today: Day
    var spokes: [(value: String, label: String)]
    /// Who signs in through a provider.
    var links: [SignInLink]
    /// By identifier.
    var organisations: [String: String]
    /// What whoever was opened answers for and asked for.
    var holdings = Holdings()
    /// What stands in the forms.
    var values: [String: String] = [:]
    var roles: Set<String> = []
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> PeoplePage {
        try office.isHub(visitor.person.id, toSee: "who everybody is")
        let roster = try office.currentRoster()
        var page = PeoplePage(
            visitor: visitor, roster: roster, today: office.today,
            spokes: try office.reference().spokes.all.map { ($0.id, $0.name) }, links: try office.signInLinks(),
            organisations: try office.organisationNames(of: roster.people.values.map(\.organisation)))
        if let id = [(String, String)](query: query)?.first(where: { $0.0 == "id" })?.1.trimmed.nonEmpty {
            guard let person = page.roster[PersonID(id)] else { throw WrongAddress.noPerson(id) }
            page.values = [
                "id": person.id.rawValue, "name": person.name, "organisation": person.organisation,
                "spoke": person.spoke ?? "", "email": person.email ?? "", "appointed": person.id.rawValue,
                "leaver": person.id.rawValue, "linked": person.id.rawValue, seenIDField: person.id.rawValue,
                seenField: try office.knownPerson(person.id, as: visitor.person.id).fingerprint,
            ]
            page.roles = Set(person.roles.map(\.rawValue))
            page.holdings = try office.holdings(of: person.id, as: visitor.person.id)
        }
        return page
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        page.values = form.fields
        page.roles = Set(form.lists["role"] ?? [])
        do {
            switch Step(rawValue: form[Self.stepField] ?? "") {
            case .keep:
                let person = person(form)
                // Whoever has not opened somebody adds somebody.
                try office.keep(
                    person, as: visitor.person.id, ifSeen: seen(form, person.id) ?? .nothing,
                    once: form.once(Step.keep.rawValue))
            case .appoint:
                let appointment = try appointment(form)
                try office.change(
                    .appointed(appointment), as: visitor.person.id,
                    ifSeen: seen(form, appointment.person) ?? .whatever, once: form.once(Step.appoint.rawValue))
            case .leave:
                let leaver = try known(form, "leaver")
                try office.change(
                    .left(.init(leaver, last: day(form, "last"))), as: visitor.person.id,
                    ifSeen: seen(form, leaver) ?? .whatever, once: form.once(Step.leave.rawValue))
                return .redirect(to: .people(leaver))
            case .unlink:
                let linked = try known(form, "linked")
                try office.unlink(
                    linked, as: visitor.person.id, ifSeen: seen(form, linked) ?? .whatever,
                    once: form.once(Step.unlink.rawValue))
            case nil:
                page.problems = [PostedForm.noButton]
                return Answer(page.html, status: .unprocessableContent)
            }
            return .redirect(to: .people(nil))
        } catch let findings as Findings {
            page.problems = findings.all.map { finding in
                if case .field(let name) = finding.place {
                    // An appointment’s spoke has a field of its own.
                    FormProblem(
                        field: name == "spoke" && form[Self.stepField] == Step.appoint.rawValue ? "for-spoke" : name,
                        message: finding.message)
                } else {
                    FormProblem(field: nil, message: finding.message)
                }
            }
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { reason in
                FormProblem(field: reason.field ?? Self.field(of: reason.rule, form), message: reason.asPagesSay)
            }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    /// What was seen of somebody; nil where another was opened, or nobody.
    private func seen(_ form: PostedForm, _ id: PersonID) -> Seen? {
        form[Self.seenIDField] == id.rawValue ? form[Self.seenField].map { .states([$0]) } : nil
    }

    /// Which field of the form that was sent a rule of the roster is about.
    private static func field(of rule: String, _ form: PostedForm) -> String? {
        switch Step(rawValue: form[stepField] ?? "") {
        case .appoint: ["letter-missing", "forbidden-character"].contains(rule) ? "letter" : "appointed"
        case .leave: "leaver"
        case .unlink: "linked"
        case .keep: rule == Seen.thereAlready ? "id" : nil
        case nil: nil
        }
    }

    private func person(_ form: PostedForm) -> Person {
        Person(
            id: PersonID((form["id"] ?? "").trimmed), name: (form["name"] ?? "").trimmed,
            roles: (form.lists["role"] ?? []).map { RoleName(rawValue: $0) },
            organisation: (form["organisation"] ?? "").trimmed, spoke: form["spoke"]?.nonEmpty,
            email: form["email"]?.trimmed.nonEmpty)
    }

    private func appointment(_ form: PostedForm) throws -> Appointment {
        guard let post = Appointment.Post(rawValue: form["post"] ?? "") else {
            throw Findings([.error("post-missing", at: .field("post"), "Choose the post.")])
        }
        return Appointment(
            try known(form, "appointed"), as: post, of: form["for-spoke"]?.nonEmpty, DaySpan(try day(form, "first")),
            letter: (form["letter"] ?? "").trimmed)
    }

    private func known(_ form: PostedForm, _ field: String) throws -> PersonID {
        let id = PersonID((form[field] ?? "").trimmed)
        guard roster[id] != nil else {
            throw Findings([
                .error(
                    "unknown-person", at: .field(field),
                    "\(Self.asks[field] ?? "Who"): enter the id of somebody in the table.")
            ])
        }
        return id
    }

    private func day(_ form: PostedForm, _ field: String) throws -> Day {
        guard let day = Day(iso: (form[field] ?? "").trimmed) else {
            throw Findings([
                .error(
                    "day-missing", at: .field(field),
                    "\(Self.asks[field] ?? "Day"): enter a day as year-month-day, such as 2026-04-01.")
            ])
        }
        return day
    }

    // MARK: -

    var html: HTML {
        PageFrame(
            title: "People", area: .hub, topic: .people, breadcrumbs: [("Hub", .hub)], hasErrors: !problems.isEmpty,
            visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if !holdings.isEmpty, let opened = roster[PersonID(values[Self.seenIDField] ?? "")] { held(by: opened) }
            tag(.h1) { "People" }
            table.html
            form(.keep, "Add or change a person", "Save") {
                field(
                    "id", "Id",
                    "Small letters, digits, hyphens and dots. To change somebody who is there, open them in the table")
                field("name", "Name", nil)
                ChoiceField(
                    kind: .checkbox, name: "role", legend: "Roles",
                    options: RoleName.known.filter { $0 != .system }.map {
                        .init(value: $0.rawValue, label: $0.title, isChosen: roles.contains($0.rawValue))
                    }, problems: messages("role"))
                field("organisation", "Organisation", "By name or abbreviation")
                field("spoke", "Spoke", nil, control: .choice(spokes), isRequired: false)
                field("email", "Email address", nil, isRequired: false)
            }
            form(.appoint, "Appoint somebody", "Appoint") {
                field("appointed", "Who is appointed", "The id of the person")
                field(
                    "post", "Post", nil,
                    control: .choice(Appointment.Post.allCases.map { ($0.rawValue, $0.asPeopleSay) }))
                field(
                    "for-spoke", "For the spoke", "The whole department where none is chosen", control: .choice(spokes),
                    isRequired: false)
                field("first", "From", "Year-month-day")
                field("letter", "Letter of appointment", "Where it is filed")
            }
            form(.leave, "Note that somebody leaves", "Note it") {
                field("leaver", "Who leaves", "The id of the person")
                field("last", "Last day of work", "Year-month-day")
            }
            if !links.isEmpty {
                linkTable.html
                form(.unlink, "Unbind somebody from their account", "Unbind") {
                    field(
                        "linked", "Whom",
                        "The id of the person. They are signed out, and bound anew when they next sign in")
                }
            }
            tag(.p) {
                tag(.a, .href(Link(.handOver(from: values["leaver"].map { PersonID($0) })))) {
                    "Hand over what somebody holds"
                }
                ", whether they leave or not."
            }
        }
    }

    /// What somebody holds, and that another takes it over where they leave.
    private func held(by person: Person) -> HTML {
        let last = roster.departures[person.id]
        return tag(.div, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "held")) {
            tag(.h2, .id("held")) {
                last.map { "\(person.name.inShort) \($0 < today ? "left" : "leaves") on \($0.inWords)" }
                    ?? "What \(person.name.inShort) holds"
            }
            tag(.p) { "\(person.name.inShort) \(holdings.inWords)." }
            if !holdings.underWay.isEmpty {
                tag(.ul) {
                    for share in holdings.underWay.prefix(Self.mostUnderWay) {
                        tag(.li) {
                            tag(.a, .href(Link(.share(share.reference)))) {
                                share.title.inShort.nonEmpty ?? share.reference.rawValue
                            }
                            " (\(share.reference)): \(share.stage.label)"
                        }
                    }
                }
                if holdings.underWay.count > Self.mostUnderWay {
                    tag(.p) { "\(Words.number(holdings.underWay.count - Self.mostUnderWay)) more are not shown here." }
                }
            }
            tag(.p) {
                if last != nil {
                    "Nobody answers for these shares after that day until another is appointed, and none is accepted, opened, frozen or brought into force: "
                }
                tag(.a, .href(Link(.handOver(from: person.id)))) { "Hand over what \(person.name.inShort) holds" }
            }
        }
    }

    private func form(
        _ step: Step, _ title: String, _ button: String, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        tag(.section, .with(.ariaLabelledBy, step.rawValue)) {
            tag(.h2, .id(step.rawValue)) { title }
            tag(.form, .with(.method, "post"), .action(Link(.people(nil)))) {
                FormToken(visitor: visitor)
                FormKey(visitor: visitor)
                if let id = values[Self.seenIDField], let seen = values[Self.seenField] {
                    tag(.input, .with(.type, "hidden"), .with(.name, Self.seenIDField), .with(.value, id))
                    tag(.input, .with(.type, "hidden"), .with(.name, Self.seenField), .with(.value, seen))
                }
                content()
                tag(.button, .with(.type, "submit"), .with(.name, Self.stepField), .with(.value, step.rawValue)) {
                    button
                }
            }
        }
    }

    private func field(
        _ name: String, _ label: String, _ hint: String?,
        control: FormField.Control = .line(type: "text", autocomplete: "off"), isRequired: Bool = true
    ) -> HTML {
        FormField(
            name: name, label: label, hint: hint, value: values[name] ?? "", control: control,
            problems: messages(name), isRequired: isRequired
        ).html
    }

    private func messages(_ field: String) -> [String] { problems.filter { $0.field == field }.map(\.message) }

    private var table: DataTable {
        var table = DataTable(
            id: "people", caption: "Everybody, in the order of their ids",
            columns: [
                .init("Person"), .init("Roles"), .init("Organisation"), .init("Spoke"), .init("Appointed as"),
                .init("Leaves"),
            ])
        for person in roster.inOrder {
            table.add([
                tag(.a, .href(Link(.people(person.id)))) { person.name.inShort }
                    + tag(.span, .class("reference")) { person.id.rawValue },
                HTML(text: person.roles.map(\.title).joined(separator: ", ")),
                HTML(text: organisations[person.organisation] ?? person.organisation),
                HTML(text: person.spoke.map(spokeName) ?? "–"), HTML(text: appointments(of: person.id)),
                roster.departures[person.id].map { HTML(day: $0) } ?? HTML(text: "–"),
            ])
        }
        return table
    }

    private var linkTable: DataTable {
        var table = DataTable(
            id: "linked-accounts", caption: "Who signs in with an account of a provider",
            columns: [.init("Person"), .init("Provider"), .init("Account"), .init("Since")])
        for link in links {
            table.add([
                HTML(name: roster[link.person]?.name, id: link.person.rawValue), HTML(text: link.issuer),
                HTML(text: link.subject),
                HTML(day: link.made.dayInLondon),
            ])
        }
        return table
    }

    private func appointments(of id: PersonID) -> String {
        roster.appointments.filter { $0.person == id && $0.days.last.map { today <= $0 } ?? true }.map { one in
            "\(one.post.asPeopleSay), \(one.spoke.map(spokeName) ?? "the whole department"), from \(one.days.first.inWords)"
        }.joined(separator: "; ").nonEmpty ?? "–"
    }

    private func spokeName(_ id: String) -> String { spokes.first { $0.value == id }?.label ?? id }
}

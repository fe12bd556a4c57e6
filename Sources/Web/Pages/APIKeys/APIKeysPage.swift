import Casework
import Hummingbird
import Ledger
import Shares

/// The keys of whoever looks, with the forms that make and revoke them. A secret is shown in the answer to the form alone.
struct APIKeysPage {
    enum Step: String {
        case make
        /// Asks first; `confirm` does it.
        case revoke, confirm
    }

    static let stepField = "step"
    static let numberField = "key"
    static let nameField = "name"
    static let holderField = "holder"
    static let scopeField = "scope"
    static let lastField = "last"
    /// For whom somebody other than the hub makes one.
    static let oneself = "oneself"

    var visitor: Visitor
    var keys: [APIKey]
    var today: Day
    var names: PersonNames
    /// By identifier, of the organisations that keys act for.
    var organisations: [String: String]
    var made: MadeAPIKey?
    /// The number of the key that the visitor has just revoked.
    var done: Int?
    var values: [String: String] = [:]
    var scopes: Set<String> = []
    var problems: [FormProblem] = []

    static let doneField = "done"

    static func load(from office: Office, query: String, for visitor: Visitor) throws -> APIKeysPage {
        let keys = try office.apiKeys(as: visitor.person.id)
        return APIKeysPage(
            visitor: visitor, keys: keys, today: office.today,
            names: try office.names(of: Set(keys.flatMap(\.everybody)), for: visitor.person),
            organisations: try office.organisationNames(of: keys.compactMap(\.holder.organisation)),
            done: [(String, String)](query: query)?.first { $0.0 == doneField }.flatMap { Int($0.1) })
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        page.values = form.fields
        page.scopes = Set(form.lists[Self.scopeField] ?? [])
        do {
            switch Step(rawValue: form[Self.stepField] ?? "") {
            case .make:
                let made = try office.makeAPIKey(
                    wish(form, office), as: visitor.person.id, once: form.once("api-key"))
                page = try APIKeysPage.load(from: office, query: "", for: visitor)
                page.made = made
                return Answer(page.html)
            case .revoke:
                let key = try office.revocableAPIKey(number(form), as: visitor.person.id)
                return Answer(RevokeKeyPage(visitor: visitor, key: key, holder: holder(of: key)).html)
            case .confirm:
                let number = number(form)
                try office.revokeAPIKey(number, as: visitor.person.id, once: form.once("revoke-api-key"))
                return .redirect(to: Route.apiKeys.path + [(Self.doneField, String(number))].queryText)
            case nil:
                page.problems = [PostedForm.noButton]
                return Answer(page.html, status: .unprocessableContent)
            }
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { FormProblem($0) }
            return Answer(page.html, status: .unprocessableContent)
        }
    }

    static func area(for visitor: Visitor) -> PageFrame.Area {
        visitor.person.isPartner || visitor.person.isOfHub ? .exchange(for: visitor) : .work
    }

    private func number(_ form: PostedForm) -> Int { Int(form[Self.numberField] ?? "") ?? 0 }

    private func wish(_ form: PostedForm, _ office: Office) throws -> APIKeyWish {
        guard let last = Day(iso: (form[Self.lastField] ?? "").trimmed) else {
            throw Refusal([
                Refusal.Reason(
                    .complete, rule: "day-missing",
                    "Enter the last day as year-month-day, such as \(today.adding(days: 90)).",
                    field: Self.lastField)
            ])
        }
        let holder = (form[Self.holderField] ?? "").trimmed
        var wish = APIKeyWish(
            name: form[Self.nameField] ?? "",
            scopes: (form.lists[Self.scopeField] ?? []).compactMap { APIScope(rawValue: $0) }, last: last)
        if visitor.person.isOfHub {
            // The ids of people are in small letters; organisations go by name or abbreviation.
            if try isPerson(holder, office) {
                wish.person = PersonID(holder)
            } else {
                wish.organisation = holder.nonEmpty
            }
        } else if holder == Self.oneself || !visitor.person.isPartner {
            wish.person = visitor.person.id
        } else {
            wish.organisation = visitor.person.organisation
        }
        return wish
    }

    private func isPerson(_ holder: String, _ office: Office) throws -> Bool {
        try office.currentRoster()[PersonID(holder)] != nil
    }

    var html: HTML {
        PageFrame(
            title: "API keys",
            area: Self.area(for: visitor),
            topic: .keys, breadcrumbs: [("Exchange", .exchange)], hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let made { secret(made) }
            revoked
            tag(.h1) { "API keys" }
            tag(.p) {
                "With a key a program reads and acts without a password, as whoever the key is for and within its scopes. Give each program its own, and revoke one that might be known to others."
            }
            if keys.isEmpty { tag(.p) { "There is none yet." } } else { table.html }
            form
        }
    }

    /// What the visitor has just done.
    @HTMLBuilder private var revoked: HTML {
        if let key = keys.first(where: { $0.number == done }), key.revokedBy == visitor.person.id {
            tag(.div, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "revoked")) {
                tag(.h2, .id("revoked")) { "The key is revoked" }
                tag(.p) { "\(key.actor), “\(key.name.inShort)”, is good for nothing from now on." }
            }
        }
    }

    private func secret(_ made: MadeAPIKey) -> HTML {
        tag(.div, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "made")) {
            let isTold = made.secret.isEmpty
            tag(.h2, .id("made")) {
                isTold
                    ? "The key was made already, and its secret was shown then"
                    : "The key is made: copy it now, it is not shown again"
            }
            tag(.p) {
                "Client: "
                tag(.code) { made.client }
            }
            if isTold {
                tag(.p) { "The form was sent twice. Without the secret, revoke the key and make another." }
            } else {
                tag(.p) {
                    "Secret: "
                    tag(.code) { made.secret }
                }
            }
        }
    }

    private var table: DataTable {
        var table = DataTable(
            id: "keys", caption: "Keys, the newest first",
            columns: [
                .init("Client"), .init("What for"), .init("Acts for"), .init("Scopes"), .init("Last day"),
                .init("Last used (UTC)"), .init("Made by"), .init("State"),
            ])
        for key in keys.reversed() {
            table.add([
                tag(.code) { key.actor.rawValue }, HTML(text: key.name), holder(of: key),
                tag(.ul) { for scope in key.scopes { tag(.li) { scope.says } } }, HTML(day: key.last),
                HTML(text: key.used.map { String($0.description.prefix(16)).replacing("T", with: " ") } ?? "Never"),
                HTML(person: key.madeBy, names), state(key),
            ])
        }
        return table
    }

    private func holder(of key: APIKey) -> HTML {
        switch key.holder {
        case .person(let id): HTML(person: id, names)
        case .organisation(let id): HTML(name: organisations[id], id: id)
        }
    }

    private func state(_ key: APIKey) -> HTML {
        if let by = key.revokedBy { return HTML(text: "Revoked by ") + HTML(person: by, names) }
        guard key.isGood(on: today) else { return HTML(text: "Ended") }
        return tag(.form, .with(.method, "post"), .action(Link(.apiKeys))) {
            FormToken(visitor: visitor)
            tag(.input, .with(.type, "hidden"), .with(.name, Self.numberField), .with(.value, String(key.number)))
            tag(
                .button, .class("secondary"), .with(.type, "submit"), .with(.name, Self.stepField),
                .with(.value, Step.revoke.rawValue)
            ) {
                "Revoke"
                tag(.span, .class("hidden")) { " \(key.actor)" }
            }
        }
    }

    private var form: HTML {
        tag(.section, .with(.ariaLabelledBy, "make")) {
            tag(.h2, .id("make")) { "Make a key" }
            tag(.form, .with(.method, "post"), .action(Link(.apiKeys))) {
                FormToken(visitor: visitor)
                FormKey(visitor: visitor)
                field(Self.nameField, "What it is for", "Such as: nightly fetch of manifests")
                if visitor.person.isOfHub {
                    field(
                        Self.holderField, "For whom it acts", "The id of a person, or a partner by name or abbreviation"
                    )
                } else if visitor.person.isPartner {
                    ChoiceField(
                        kind: .radio, name: Self.holderField, legend: "For whom it acts",
                        options: [
                            .init(
                                value: "organisation", label: "Your organisation",
                                isChosen: values[Self.holderField] != Self.oneself),
                            .init(
                                value: Self.oneself, label: "You alone",
                                isChosen: values[Self.holderField] == Self.oneself),
                        ])
                }
                ChoiceField(
                    kind: .checkbox, name: Self.scopeField,
                    legend: "What it may do, of what whoever it acts for may do",
                    options: APIScope.allCases.map {
                        .init(
                            value: $0.rawValue, label: $0.says, hint: $0.rawValue,
                            isChosen: scopes.contains($0.rawValue))
                    }, problems: messages(Self.scopeField))
                field(Self.lastField, "Last day", "Year-month-day; \(APIKeyWish.longest) days ahead at most")
                tag(.button, .with(.type, "submit"), .with(.name, Self.stepField), .with(.value, Step.make.rawValue)) {
                    "Make the key"
                }
            }
        }
    }

    private func field(_ name: String, _ label: String, _ hint: String) -> HTML {
        FormField(
            name: name, label: label, hint: hint, value: values[name] ?? "", problems: messages(name)
        ).html
    }

    private func messages(_ field: String) -> [String] { problems.filter { $0.field == field }.map(\.message) }
}

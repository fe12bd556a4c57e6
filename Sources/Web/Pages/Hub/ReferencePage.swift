import Casework
import Ledger
import Shares

/// The reference data: each file with its values, where they come from, and what is looked for among them.
struct ReferencePage {
    static let fileField = "file"
    static let textField = "text"
    static let stateField = "state"
    static let beforeField = "before"
    /// So many values are listed.
    private static let most = 200

    /// So many states of a file are listed at once.
    private static let mostStates = 10

    var visitor: Visitor
    var registers: [ReferenceRegister]
    /// The file that is opened; nil: all, or what is looked for in all.
    var opened: ReferenceRegister?
    /// The state of it that is opened; nil: the present one.
    var earlier: ReferenceAsItWas?
    var history: ReferenceHistory?
    var text: String

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> ReferencePage {
        let items = [(String, String)](query: query) ?? []
        func item(_ name: String) -> String { (items.first { $0.0 == name }?.1 ?? "").trimmed.shortened(to: 100) }
        let hub = visitor.person.id
        let registers = try office.referenceRegisters(as: hub)
        let name = item(fileField)
        var page = ReferencePage(
            visitor: visitor, registers: registers, opened: registers.first { $0.name == name }, text: item(textField))
        guard !name.isEmpty else { return page }
        if let state = Int(item(stateField)) {
            page.earlier = try office.reference(name, inState: state, as: hub)
            page.opened = page.earlier?.register ?? page.opened
        } else if page.opened != nil {
            let lines = try office.referenceStates(
                of: name, before: Int(item(beforeField)), limit: mostStates + 1, as: hub)
            page.history = ReferenceHistory(
                file: name, lines: Array(lines.prefix(mostStates)), hasMore: lines.count > mostStates)
        }
        if page.opened == nil { throw WrongAddress.notThere("There is no file “\(name)” of the reference data.") }
        return page
    }

    var html: HTML {
        PageFrame(
            title: opened?.title ?? "Reference data", area: .hub, topic: .reference, breadcrumbs: crumbs,
            visitor: visitor
        ).document {
            tag(.h1) { opened?.title ?? "Reference data" }
            if let earlier { asItWas(earlier) }
            if let opened {
                account(opened)
            } else {
                unowned
            }
            search
            if opened != nil || !text.isEmpty { found } else { files.html }
            if let history { history.html }
        }
    }

    private var crumbs: [(name: String, route: Route)] {
        var crumbs: [(name: String, route: Route)] = [("Hub", .hub)]
        if let opened {
            crumbs.append(("Reference data", .reference(file: nil)))
            if earlier != nil { crumbs.append((opened.title, .reference(file: opened.name))) }
        }
        return crumbs
    }

    /// Where an earlier state is opened, so that nobody takes it for what holds.
    private func asItWas(_ earlier: ReferenceAsItWas) -> HTML {
        tag(.p, .class("doubt")) {
            let from = "This is the file as it was noted on \(earlier.line.state.at.inWords)"
            if earlier.register == nil {
                "On \(earlier.line.state.at.inWords) the file was taken away; what is below holds now."
            } else if let until = earlier.until {
                "\(from), until \(until.inWords)."
            } else {
                "\(from). It holds now."
            }
        }
    }

    private func account(_ register: ReferenceRegister) -> HTML {
        var list = SummaryList()
        list.add("Answers for it") { HTML(ownerOf: register) }
        list.add("From") { register.source.nonEmpty ?? "Not said" }
        list.add("File") { tag(.code) { "Templates/reference/\(register.name).json" } }
        list.add("SHA-256") { tag(.code) { register.digest } }
        list.add("Values") { Words.number(register.entries.count) }
        if register.waitsForStart, earlier == nil {
            list.add("Changed") { "The file has been changed since: the change is used from the next start on." }
        }
        return list.html
    }

    /// The files that nobody answers for.
    @HTMLBuilder private var unowned: HTML {
        let count = registers.count { $0.owner?.name == nil }
        if count > 0 {
            tag(.p, .class("doubt")) {
                "Nobody is named who answers for \(Words.count(count, "file", "files")). The member owner of the file names a role, or a person."
            }
        }
    }

    private var search: HTML {
        tag(
            .form, .class("inline-form"), .with(.method, "get"), .action(Link(.reference(file: nil))),
            .with(.role, "search")
        ) {
            if let opened {
                tag(
                    .input, .with(.type, "hidden"), .with(.name, Self.fileField), .with(.value, opened.name))
                if let earlier {
                    tag(
                        .input, .with(.type, "hidden"), .with(.name, Self.stateField),
                        .with(.value, String(earlier.line.state.number)))
                }
            }
            tag(.div, .class("field")) {
                tag(.label, .with(.for, Self.textField)) { "Look for" }
                tag(
                    .input, .id(Self.textField), .with(.name, Self.textField), .with(.type, "search"),
                    .with(.value, text), .with(.maxlength, "100"))
            }
            tag(.button, .with(.type, "submit")) { "Search" }
        }
    }

    private var files: DataTable {
        var table = DataTable(
            id: "files", caption: "The files that the hub keeps",
            columns: [.init("What"), .init("Answers for it"), .init("Values", isNumber: true), .init("From")])
        for register in registers {
            table.add([
                tag(.a, .href(Link(.reference(file: register.name)))) { register.title },
                HTML(ownerOf: register), HTML(text: Words.number(register.entries.count)), HTML(text: register.source),
            ])
        }
        return table
    }

    /// Small and capital letters are the same.
    private var matches: [(register: ReferenceRegister, entry: ReferenceRegister.Entry)] {
        let wanted = text.lowercased()
        var matches: [(register: ReferenceRegister, entry: ReferenceRegister.Entry)] = []
        for register in opened.map({ [$0] }) ?? registers {
            for entry in register.entries where wanted.isEmpty || entry.says(wanted) {
                matches.append((register, entry))
            }
        }
        return matches
    }

    @HTMLBuilder private var found: HTML {
        let matches = matches
        tag(.p) {
            Words.count(matches.count, "value", "values") + (text.isEmpty ? "" : " with “\(text)”")
                + (matches.count > Self.most ? "; the first \(Self.most) are listed." : ".")
        }
        if !matches.isEmpty { values(matches).html }
    }

    private func values(_ matches: [(register: ReferenceRegister, entry: ReferenceRegister.Entry)]) -> DataTable {
        let isOfOne = opened != nil
        var table = DataTable(
            id: "values", caption: "Values",
            columns: [.init("Value")] + (isOfOne ? [] : [.init("In")]) + [.init("What is said of it")])
        for (register, entry) in matches.prefix(Self.most) {
            table.add(
                [HTML(text: entry.name) + tag(.span, .class("reference")) { tag(.code) { entry.id } }]
                    + (isOfOne
                        ? [] : [tag(.a, .href(Link(.reference(file: register.name)))) { register.title }])
                    + [members(of: entry)])
        }
        return table
    }

    private func members(of entry: ReferenceRegister.Entry) -> HTML {
        guard !entry.members.isEmpty else { return HTML() }
        return tag(.ul) {
            for member in entry.members {
                tag(.li) {
                    tag(.strong) { member.name.asWords }
                    ": \(member.text)"
                }
            }
        }
    }
}

extension HTML {
    /// Whoever answers for a file, by role or name.
    fileprivate init(ownerOf register: ReferenceRegister) {
        guard let owner = register.owner else {
            self = tag(.span, .class("missing")) { "Nobody is named" }
            return
        }
        self =
            owner.name.map { HTML(text: $0) }
            ?? tag(.span, .class("missing")) {
                if case .person(let id) = owner.said { "Nobody is known as \(id)" }
            }
    }
}

extension String {
    /// The name of a member as words: `formerNames` is `former names`.
    var asWords: String {
        unicodeScalars.reduce(into: "") { words, scalar in
            switch scalar {
            case "A"..."Z": words += " " + String(scalar).lowercased()
            case "_": words += " "
            default: words.unicodeScalars.append(scalar)
            }
        }
    }
}

extension ReferenceRegister.Entry {
    /// Whether the words, in small letters, stand anywhere in it.
    fileprivate func says(_ words: String) -> Bool {
        ([name, id] + members.map(\.text)).contains { $0.lowercased().contains(words) }
    }
}

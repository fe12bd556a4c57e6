import Casework
import Shares

/// The reference data: each file with its values, where they come from, and what is looked for among them.
struct ReferencePage {
    static let fileField = "file"
    static let textField = "text"
    /// So many values are listed.
    private static let most = 200

    var visitor: Visitor
    var registers: [ReferenceRegister]
    /// The file that is opened; nil: all, or what is looked for in all.
    var opened: ReferenceRegister?
    var text: String

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> ReferencePage {
        let items = [(String, String)](query: query) ?? []
        func item(_ name: String) -> String { (items.first { $0.0 == name }?.1 ?? "").trimmed.shortened(to: 100) }
        let registers = try office.referenceRegisters(as: visitor.person.id)
        return ReferencePage(
            visitor: visitor, registers: registers, opened: registers.first { $0.name == item(fileField) },
            text: item(textField))
    }

    var html: HTML {
        PageFrame(
            title: opened?.title ?? "Reference data", area: .hub, topic: .reference,
            breadcrumbs: [("Hub", .hub)] + (opened == nil ? [] : [("Reference data", .reference(file: nil))]),
            visitor: visitor
        ).document {
            tag(.h1) { opened?.title ?? "Reference data" }
            if let opened { account(opened) }
            search
            if opened != nil || !text.isEmpty { found } else { files.html }
        }
    }

    private func account(_ register: ReferenceRegister) -> HTML {
        var list = SummaryList()
        list.add("From") { register.source.nonEmpty ?? "Not said" }
        list.add("File") { tag(.code) { "Templates/reference/\(register.name).json" } }
        list.add("State") { tag(.code) { String(register.digest.prefix(16)) } }
        list.add("Values") { Words.number(register.entries.count) }
        return list.html
    }

    private var search: HTML {
        tag(
            .form, .class("inline-form"), .with(.method, "get"), .action(Link(.reference(file: nil))),
            .with(.role, "search")
        ) {
            if let opened {
                tag(
                    .input, .with(.type, "hidden"), .with(.name, Self.fileField), .with(.value, opened.name))
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
            columns: [.init("What"), .init("Values", isNumber: true), .init("From"), .init("State")])
        for register in registers {
            table.add([
                tag(.a, .href(Link(.reference(file: register.name)))) { register.title },
                HTML(text: Words.number(register.entries.count)), HTML(text: register.source),
                tag(.code) { String(register.digest.prefix(8)) },
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
                    tag(.strong) { member.name.replacing("_", with: " ") }
                    ": \(member.text)"
                }
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

package import Workflows

/// A letter that follows from commands: to whom, and in which words.
package struct LetterTemplate: Decodable, Hashable, Sendable {
    package static let file = "letters/letters.json"
    package static let array = "letters"

    /// What a letter may say of the share and of the act.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case reference, title, command, actor, reason, condition, effective
        case endDate = "end-date"
        case reviewDate = "review-date"
    }

    package let kind: String
    package let commands: [CommandName]
    package let to: [RoleName]
    package let subject: String
    package let body: String

    /// The text with each field replaced once: what a field says is never read as a field again.
    package static func filled(_ template: String, _ value: (Field) -> String) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: "}"), let field = Field(rawValue: String(rest[..<close])) else {
                text += "{"
                continue
            }
            text += value(field)
            rest = rest[rest.index(after: close)...]
        }
        return (text + rest).trimmed
    }

    /// What stands between braces in the words and is no field.
    var unknownFields: [String] {
        (subject + body).split(separator: "{").dropFirst().compactMap { part in
            let name = String(part.prefix { $0 != "}" })
            return Field(rawValue: name) == nil ? name : nil
        }
    }
}

extension ReferenceChecks {
    /// Letters go to roles that there are, and say what can be said; a command has one letter.
    static func letters(_ entries: [ReferenceEntry<LetterTemplate>]) -> Findings {
        var notes = Findings()
        var seen: Set<CommandName> = []
        for entry in entries {
            func note(_ rule: String, _ says: String) { notes.append(.error(rule, at: entry.place, says)) }
            for role in entry.value.to where !RoleName.known.contains(role) || role == .system {
                note("letter-unknown-role", "“\(role)” is no role that a letter goes to.")
            }
            for field in entry.value.unknownFields {
                note(
                    "letter-unknown-field",
                    "“\(field.shortened(to: 40))” is no field of a letter: \(LetterTemplate.Field.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            for command in entry.value.commands where !seen.insert(command).inserted {
                note("letter-doubled", "Two letters follow from “\(command)”.")
            }
            if entry.value.to.isEmpty { note("letter-to-nobody", "The letter goes to nobody.") }
        }
        return notes
    }
}

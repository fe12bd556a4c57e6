/// Who may give which command in which state: what the pages obey and the documents print.
package struct PermissionTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let machine: Machine
        package let state: StateName
        package let command: CommandName
        package let title: String
        /// The same as `state` where the command only records something.
        package let to: StateName
        /// Empty where the command only ever follows from another.
        package let roles: [RoleName]
        package let needs: [Need]
        package let notBy: [CommandName]
        /// What causes it, as `retirement complete`.
        package let followsFrom: [String]

        /// The row as a table of text; see ``PermissionTable/header``.
        package var cells: [String] {
            [
                machine.rawValue, state.rawValue, command.rawValue, title, to.rawValue,
                roles.map(\.rawValue).joined(separator: " "), needs.map(\.text).joined(separator: ", "),
                notBy.map(\.rawValue).joined(separator: " "), followsFrom.joined(separator: ", "),
            ]
        }
    }

    package static let header = [
        "machine", "state", "command", "title", "to", "roles", "needs", "not_by", "follows_from",
    ]

    /// By machine, state and command, in the order of the files.
    package let rows: [Row]
    /// Every role that may do anything, in alphabetical order.
    package let roles: [RoleName]
    private let definitions: [Definition]

    package init(_ definitions: CheckedDefinitions) {
        var causes: [Machine: [CommandName: [String]]] = [:]
        for definition in definitions.all {
            for transition in definition.definition.transitions {
                for (machine, command) in transition.causes {
                    let cause = "\(definition.machine.rawValue) \(transition.command)"
                    if causes[machine]?[command]?.contains(cause) == true { continue }
                    causes[machine, default: [:]][command, default: []].append(cause)
                }
            }
        }
        rows = definitions.all.flatMap { definition in
            definition.definition.states.flatMap { state in
                definition.transitions(from: state.name).map { transition in
                    Row(
                        machine: definition.machine, state: state.name, command: transition.command,
                        title: transition.title, to: transition.to ?? state.name, roles: transition.roles,
                        needs: transition.needs, notBy: transition.notBy,
                        followsFrom: causes[definition.machine]?[transition.command] ?? [])
                }
            }
        }
        roles = Set(rows.flatMap(\.roles)).sorted()
        self.definitions = definitions.all.map(\.definition)
    }

    /// A section for each machine; a row for each state and command, a column for each role.
    package func markdown() -> String {
        var lines: [String] = []
        for definition in definitions {
            lines += ["## \(Self.cell(definition.title))", "", Self.cell(definition.summary), ""]
            let here = rows.filter { $0.machine == definition.machine }
            let columns = roles.filter { role in here.contains { $0.roles.contains(role) } }
            let header =
                ["state", "command", "leads to"] + columns.map(\.rawValue) + ["needs", "not by whom", "follows"]
            lines.append("| " + header.joined(separator: " | ") + " |")
            lines.append("|" + String(repeating: "---|", count: header.count))
            for row in here {
                let marks = columns.map { row.roles.contains($0) ? "●" : "" }
                let cells =
                    [row.state.rawValue, "`\(row.command)`", row.to == row.state ? "(stays)" : row.to.rawValue] + marks
                    + [
                        row.needs.map(\.text).joined(separator: ", "),
                        row.notBy.map(\.rawValue).joined(separator: ", "),
                        row.followsFrom.joined(separator: ", "),
                    ]
                lines.append("| " + cells.map(Self.cell).joined(separator: " | ") + " |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// A bar would end the cell, and markup is not ours to give.
    private static func cell(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": safe += "\\|"
            case "<": safe += "&lt;"
            case "&": safe += "&amp;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

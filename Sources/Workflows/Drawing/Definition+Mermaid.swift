extension Definition {
    /// The machine as a Mermaid `stateDiagram-v2`: GitHub and most wikis draw it.
    package func mermaid() -> String {
        let drawing = WorkflowDrawing(self)
        var lines = ["stateDiagram-v2"]
        for state in states {
            lines.append("    state \"\(Self.mermaidText(state.title))\" as \(Self.mermaidName(state.name))")
        }
        for (state, entries) in drawing.starts {
            let label = entries.map(\.rawValue).joined(separator: ", ")
            lines.append("    [*] --> \(Self.mermaidName(state)): \(label)")
        }
        for arrow in drawing.arrows {
            let caused = arrow.transition.roles.isEmpty ? " (follows)" : ""
            lines.append(
                "    \(Self.mermaidName(arrow.from)) --> \(Self.mermaidName(arrow.to)): "
                    + "\(arrow.transition.command)\(caused)")
        }
        for state in states where state.isEnd {
            lines.append("    \(Self.mermaidName(state.name)) --> [*]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Mermaid reads a hyphen as part of an arrow and some words, as `end`, as its own.
    private static func mermaidName(_ state: StateName) -> String {
        "s_" + String(String.UnicodeScalarView(state.rawValue.unicodeScalars.map { $0 == "-" ? "_" : $0 }))
    }

    /// Mermaid ends a text at a quotation mark, a colon or a semicolon.
    private static func mermaidText(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", ":", ";", "#", "<", ">", "&", "\\": safe += "#\(scalar.value);"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

extension Definition {
    /// The machine in State Chart XML (W3C Recommendation, 1 September 2015), for tools of others.
    ///
    /// Events are the commands; a condition calls `need('…')` for each named need and `at('machine','state')` for each
    /// place where another machine must stand. What SCXML has no word for is in attributes of our own namespace.
    package func scxml() -> String {
        let first = WorkflowDrawing(self).starts.first?.state.rawValue ?? ""
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:w=\"urn:concordat:workflow\" version=\"1.0\" "
                + "datamodel=\"ecmascript\" name=\"\(machine.rawValue)\" initial=\"\(escapedForXML(first))\" "
                + "w:version=\"\(version)\" w:title=\"\(escapedForXML(title))\">",
        ]
        for (state, entries) in WorkflowDrawing(self).starts {
            lines.append(
                "  <!-- \(entries.map(\.rawValue).joined(separator: ", ")): starts in \(state.rawValue) -->")
        }
        for state in states { lines += scxml(state) }
        lines.append("</scxml>")
        return lines.joined(separator: "\n") + "\n"
    }

    private func scxml(_ state: State) -> [String] {
        let name = state.isEnd ? "final" : "state"
        let attributes =
            "id=\"\(escapedForXML(state.name.rawValue))\" w:title=\"\(escapedForXML(state.title))\" "
            + "w:meaning=\"\(escapedForXML(state.meaning))\""
        let leaving = transitions.filter { $0.from.contains(state.name) }
        guard !leaving.isEmpty else { return ["  <\(name) \(attributes)/>"] }
        return ["  <\(name) \(attributes)>"] + leaving.map(scxml) + ["  </\(name)>"]
    }

    private func scxml(_ transition: Transition) -> String {
        var attributes = "event=\"\(escapedForXML(transition.command.rawValue))\""
        let conditions = transition.needs.map(Self.condition)
        if !conditions.isEmpty {
            attributes += " cond=\"\(escapedForXML(conditions.joined(separator: " && ")))\""
        }
        if let to = transition.to { attributes += " target=\"\(escapedForXML(to.rawValue))\"" }
        attributes += " w:title=\"\(escapedForXML(transition.title))\""
        if !transition.roles.isEmpty {
            attributes += " w:roles=\"\(escapedForXML(transition.roles.map(\.rawValue).joined(separator: " ")))\""
        }
        guard !transition.causes.isEmpty else { return "    <transition \(attributes)/>" }
        let causes = transition.causes.sorted { $0.key.number < $1.key.number }
            .map { "<send event=\"\(escapedForXML($0.value.rawValue))\" target=\"#\($0.key.rawValue)\"/>" }
        return "    <transition \(attributes)>\(causes.joined())</transition>"
    }

    private static func condition(_ need: Need) -> String {
        switch need {
        case .fact(let name): return "need('\(name)')"
        case .position(let position):
            let machines = position.states.sorted { $0.key.number < $1.key.number }
            return machines.map { machine, references in
                "(" + references.map { "at('\(machine.rawValue)','\($0)')" }.joined(separator: " || ") + ")"
            }.joined(separator: " && ")
        }
    }
}

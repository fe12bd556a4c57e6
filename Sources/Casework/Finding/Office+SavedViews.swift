package import Ledger
package import Shares

/// The questions that people keep for themselves; nobody else sees them.
extension Office {
    static let mostViews = 50
    static let longestViewName = 80

    package func savedViews(of person: PersonID) throws -> [SavedView] {
        try ledger.read { try $0.savedViews(of: person) }
    }

    /// Keeps a question under a name, in the place of one of that name; gives the view as it is kept. Throws `Refusal`.
    @discardableResult
    package func saveView(
        _ view: SavedView, of person: PersonID, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> SavedView {
        let name = TermsReader.normalised(view.name)
        func refuse(_ rule: String, _ says: String) -> Refusal {
            Refusal([Refusal.Reason(.complete, rule: rule, says, field: "name")])
        }
        guard !name.isEmpty else { throw refuse("view-named", "Give the view a name.") }
        guard name.count <= Office.longestViewName, view.query.utf8.count <= 4096 else {
            throw refuse("view-short", "A view’s name has \(Office.longestViewName) characters at most.")
        }
        if let found = ForbiddenCharacters.first(in: name) {
            throw refuse("view-characters", "The name holds the character \(found).")
        }
        return try write(once: once, by: person) { writer in
            let views = try writer.reader.savedViews(of: person)
            try seen.hold(to: views.first { $0.name == name }?.fingerprint, "Your view “\(name)”")
            guard views.count(where: { $0.name != name }) < Office.mostViews else {
                throw refuse("view-count", "You keep \(Office.mostViews) views already: remove one first.")
            }
            let kept = SavedView(name: name, query: view.query)
            try writer.keep(kept, of: person)
            return kept
        }
    }

    package func forgetView(named name: String, of person: PersonID, ifSeen seen: Seen = .whatever) throws {
        try ledger.write { writer in
            let view = try writer.reader.savedViews(of: person).first { $0.name == name }
            try seen.hold(to: view?.fingerprint, "Your view “\(name.shortened(to: 80))”")
            try writer.forgetView(named: name, of: person)
        }
    }
}

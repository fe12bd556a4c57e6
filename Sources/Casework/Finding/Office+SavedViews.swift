package import Ledger
package import Shares

/// The questions that people keep for themselves; nobody else sees them.
extension Office {
    static let mostViews = 50
    static let longestViewName = 80

    package func savedViews(of person: PersonID) throws -> [SavedView] {
        try ledger.read { try $0.savedViews(of: person) }
    }

    /// Keeps a question under a name, in the place of one of that name. Throws `Refusal`.
    package func saveView(_ view: SavedView, of person: PersonID) throws {
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
        try ledger.write { writer in
            let others = try writer.reader.savedViews(of: person).filter { $0.name != name }
            guard others.count < Office.mostViews else {
                throw refuse("view-count", "You keep \(Office.mostViews) views already: remove one first.")
            }
            try writer.keep(SavedView(name: name, query: view.query), of: person)
        }
    }

    package func forgetView(named name: String, of person: PersonID) throws {
        try ledger.write { try $0.forgetView(named: name, of: person) }
    }
}

/// Every body of the reference file, and how a register's text is led to one of them.
package struct Organisations: Sendable {
    private let terms: Vocabulary<Organisation>
    private let councils: [String: [Council]]

    private struct Council: Sendable {
        let id: String
        /// Nil where the official name does not say what sort of council it is.
        let name: CouncilName?
        let isLive: Bool
    }

    init(_ entries: [ReferenceEntry<Organisation>], notes: inout Findings) {
        terms = Vocabulary(entries, notes: &notes)
        var councils: [String: [Council]] = [:]
        for body in terms.all where body.kind == .localAuthority {
            let official = CouncilName(key: Organisation.key(body.name))
            for spelling in [body.name] + body.aliases {
                let key = Organisation.key(spelling)
                let place = CouncilName(key: key)?.place ?? key
                councils[place, default: []].append(Council(id: body.id, name: official, isLive: body.status == .live))
            }
        }
        self.councils = councils
        for entry in entries {
            let body = entry.value
            let links = [body.parent, body.successor].compactMap { $0 } + (body.otherSuccessors ?? [])
            for link in links where terms[link] == nil {
                notes.append(
                    .error(
                        "reference-unknown-organisation", at: entry.place,
                        "“\(body.id)” refers to the organisation “\(link)”, which is not in the file."))
            }
        }
    }

    package var all: [Organisation] { terms.all }

    package subscript(id: String) -> Organisation? { terms[id] }

    /// The body that the text names: a name, abbreviation, former name or code, `Name (ABBR)`, a council however its
    /// kind is written, or one of these with a single slip of the pen. Nil where two bodies could be meant.
    package func resolve(_ text: String) -> Organisation? {
        let key = Organisation.key(text)
        guard !key.isEmpty else { return nil }
        return terms.index.id(ofKey: key).flatMap { terms[$0] }
            ?? outsideBrackets(text)
            ?? council(key)
            ?? terms.index.idNear(key: key).flatMap { terms[$0] }
    }

    private func outsideBrackets(_ text: String) -> Organisation? {
        guard let (outside, inside) = OrganisationName.bracketed(text), let body = resolve(outside) else { return nil }
        let insideKey = Organisation.key(inside)
        if let other = terms.index.id(ofKey: insideKey) {
            // The abbreviation of another body after a known name is a riddle, unless it only happens to be that.
            return other == body.id || OrganisationName.areInitials(insideKey, of: Organisation.key(outside))
                ? body : nil
        }
        return OrganisationName.areInitials(insideKey, of: Organisation.key(outside)) ? body : nil
    }

    private func council(_ key: String) -> Organisation? {
        guard let written = CouncilName(key: key) else { return nil }
        let candidates = (councils[written.place] ?? []).filter { $0.name?.agrees(with: written) ?? true }
        let live = Set(candidates.filter(\.isLive).map(\.id))
        let possible = live.isEmpty ? Set(candidates.map(\.id)) : live
        guard possible.count == 1, let id = possible.first else { return nil }
        return terms[id]
    }
}

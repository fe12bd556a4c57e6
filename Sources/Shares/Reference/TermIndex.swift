/// From what people type to the id of what they mean; texts that differ only in case, accents and punctuation agree.
package struct TermIndex: Sendable {
    private var ids: [String: String]

    /// Room for so many spellings is set aside.
    package init(capacity: Int = 0) {
        ids = Dictionary(minimumCapacity: capacity)
    }

    /// Files a key; the id that already holds it is given back, and stays, where it is another's.
    package mutating func add(_ key: String, for id: String) -> String? {
        guard !key.isEmpty else { return nil }
        if let holder = ids[key] { return holder == id ? nil : holder }
        ids[key] = id
        return nil
    }

    /// The id that the text means, read as plain words (`TermIndex.key`).
    package func id(of text: String) -> String? { ids[TermIndex.key(text)] }

    /// The id filed under a key that is already normalised.
    package func id(ofKey key: String) -> String? { ids[key] }

    /// The one id whose key is a single slip of the pen away: a letter missing, added, changed, or two exchanged.
    ///
    /// Only for keys of eight characters or more, and never where a digit would change: `Act 2012` is not `Act 2013`.
    package func idNear(key: String) -> String? {
        let typed = Array(key.utf8)
        guard typed.count >= 8 else { return nil }
        var found: String?
        for (candidate, id) in ids where id != found {
            let size = candidate.utf8.count
            guard size >= 8, abs(size - typed.count) <= 1, Slip.separates(typed, Array(candidate.utf8)) else {
                continue
            }
            if found != nil { return nil }
            found = id
        }
        return found
    }
}

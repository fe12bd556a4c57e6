/// The entries of one reference file, found by id or by what a register writes.
package struct Vocabulary<Entry: Term>: Sendable {
    package let all: [Entry]
    let index: TermIndex
    private let positions: [String: Int]

    /// Every id given twice and every spelling claimed by two entries is noted; the first holder keeps it.
    init(_ entries: [ReferenceEntry<Entry>], notes: inout Findings) {
        var index = TermIndex(capacity: entries.count * 6)
        var positions = [String: Int](minimumCapacity: entries.count)
        for (position, entry) in entries.enumerated() {
            let term = entry.value
            if !Self.isKebab(term.id) {
                notes.append(
                    .error(
                        "reference-id-malformed", at: entry.place,
                        "The id “\(term.id)” is not made of lower-case letters, digits and single hyphens."))
            }
            if positions.updateValue(positions[term.id] ?? position, forKey: term.id) != nil {
                notes.append(.error("reference-id-doubled", at: entry.place, "The id “\(term.id)” is given twice."))
            }
            for spelling in term.spellings {
                guard let holder = index.add(Entry.key(spelling), for: term.id) else { continue }
                notes.append(
                    .error(
                        "reference-alias-doubled", at: entry.place,
                        "“\(spelling)” means both “\(holder)” and “\(term.id)”: leave it in one of them."))
            }
        }
        all = entries.map(\.value)
        self.index = index
        self.positions = positions
    }

    private static func isKebab(_ id: String) -> Bool {
        id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
        }
    }

    package subscript(id: String) -> Entry? { positions[id].map { all[$0] } }

    /// The entry that the text names, in any spelling; nil where that is not certain.
    package func resolve(_ text: String) -> Entry? {
        for reading in Entry.readings(of: text) {
            if let id = index.id(ofKey: reading) { return self[id] }
        }
        return nil
    }
}

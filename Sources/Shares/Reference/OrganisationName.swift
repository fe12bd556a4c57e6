/// How the names of bodies vary: the sovereign, an abbreviation in brackets, the kinds of council.
enum OrganisationName {
    /// The plain words, with `Her Majesty's` and `His Majesty's` as `hm`.
    static func key(_ text: String) -> String {
        let key = TermIndex.key(text)
        for sovereign in ["her majestys ", "his majestys ", "h m "] where key.utf8.starts(with: sovereign.utf8) {
            return "hm " + key.dropFirst(sovereign.utf8.count)
        }
        return key
    }

    /// `Office for National Statistics (ONS)` in its two parts; nil where nothing stands in brackets at the end.
    static func bracketed(_ text: String) -> (outside: String, inside: String)? {
        let bytes = Array(text.utf8)
        guard let last = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }), bytes[last] == UInt8(ascii: ")"),
            let open = bytes[..<last].lastIndex(of: UInt8(ascii: "(")), open > 0
        else { return nil }
        return (
            String(decoding: bytes[..<open], as: UTF8.self), String(decoding: bytes[(open + 1)..<last], as: UTF8.self)
        )
    }

    /// Whether a key in brackets can only be the initials of the name before it, and not a nation or a branch.
    static func areInitials(_ inside: String, of outside: String) -> Bool {
        let letters = Array(inside.utf8)
        guard letters.count >= 2, letters.count <= 9, !letters.contains(UInt8(ascii: " ")), inside != "ni" else {
            return false
        }
        let name = Array(outside.utf8)
        guard name.first == letters.first else { return false }
        var next = 0
        for byte in name where next < letters.count && byte == letters[next] { next += 1 }
        return next == letters.count
    }
}

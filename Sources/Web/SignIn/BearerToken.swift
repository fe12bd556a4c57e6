/// What a program sends to prove for whom it acts: `Authorization: Bearer …` (RFC 6750, section 2.1).
struct BearerToken {
    let text: String

    /// Nil for another scheme, and for what is no token.
    init?(_ header: String) {
        let sides = header.split(separator: " ", maxSplits: 1)
        guard sides.count == 2, sides[0].lowercased() == "bearer", (20...200).contains(sides[1].utf8.count),
            sides[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        text = String(sides[1])
    }
}

/// How long the recipient keeps the data, and how it is disposed of.
package struct Retention: Hashable, Sendable, Codable {
    package var text: String
    /// ISO 8601 duration (`P2Y`, `P3Y11M`), which the text is or says in words (`2 years`); nil where it is neither.
    package var duration: String?

    package init(_ text: String) {
        self.text = text
        duration = Retention.isDuration(text) ? text : Retention.duration(inWords: text)
    }

    /// `2 years`, `18 months`, `3 years and 11 months`: whole numbers, each unit once, the longest first; nothing beside them, and
    /// none of them 0, which is a slip: whoever keeps nothing says so by `P0D`.
    private static func duration(inWords text: String) -> String? {
        let words = text.lowercased().replacing(",", with: " ").split(separator: " ").filter { $0 != "and" }
        guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
        var found = "P"
        for at in stride(from: 0, to: words.count, by: 2) {
            guard words[at].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                words[at].contains(where: { $0 != "0" }), let unit = units[String(words[at + 1])]
            else { return nil }
            found += words[at] + unit
        }
        return isDuration(found) ? found : nil
    }

    /// In years: as long as records about people are closed for at most.
    package static let lifetime = 100

    /// Whether it is so long that a slip is likelier than a purpose.
    package var isBeyondALifetime: Bool {
        guard let date = duration?.split(separator: "T", omittingEmptySubsequences: false).first else { return false }
        let days: [Character: Int] = ["Y": 365, "M": 30, "W": 7, "D": 1]
        var (total, number) = (0, 0)
        // No number has more than six digits.
        for sign in date.dropFirst() {
            if let digit = sign.wholeNumberValue {
                number = number * 10 + digit
            } else {
                total += number * (days[sign] ?? 0)
                number = 0
            }
        }
        return total > Self.lifetime * 365 + Self.lifetime / 4
    }

    private static let units = [
        "year": "Y", "years": "Y", "month": "M", "months": "M", "week": "W", "weeks": "W", "day": "D", "days": "D",
    ]

    /// `P` then years, months, weeks, days, then `T` with hours, minutes, seconds: at least one, each once and in order.
    package static func isDuration(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "P") else { return false }
        var units = Array("YMWD".utf8)[...]
        var inTime = false
        var found = 0
        while let first = rest.first {
            if first == UInt8(ascii: "T"), !inTime {
                inTime = true
                units = Array("HMS".utf8)[...]
                rest.removeFirst()
                guard !rest.isEmpty else { return false }
                continue
            }
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard (1...6).contains(digits.count), let unit = rest.popFirst(), let position = units.firstIndex(of: unit)
            else { return false }
            units = units[(position + 1)...]
            found += 1
        }
        return found > 0
    }
}

/// What a program would rather be answered with (RFC 9110, section 12.5.1).
struct Preference: Hashable {
    private struct Range: Hashable {
        var type: Substring
        var subtype: Substring
        /// In thousandths.
        var weight: Int

        /// How exactly it names a media type; nil where it does not.
        func match(_ offer: String) -> Int? {
            let sides = offer.split(separator: "/")
            if type == "*" { return 0 }
            guard sides.first.map({ $0 == type }) ?? false else { return nil }
            return subtype == "*" ? 1 : sides.last.map({ $0 == subtype }) ?? false ? 2 : nil
        }
    }

    private let ranges: [Range]

    /// The text of `Accept`; nil and the empty one leave the choice to us. What cannot be read asks for nothing.
    init(_ text: String?) {
        let text = text.flatMap { $0.isEmpty ? nil : $0 } ?? "*/*"
        ranges = text.lowercased().split(separator: ",").compactMap { part in
            let pieces = part.split(separator: ";").map { $0.trimming(" \t") }
            guard let sides = pieces.first?.split(separator: "/"), sides.count == 2 else { return nil }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Self.weight($0.dropFirst(2)) } ?? 1000
            return Range(type: sides[0], subtype: sides[1], weight: weight)
        }
    }

    /// The best of the media types that can be answered with, the first of those wanted alike; nil where none is wanted.
    func best(of offers: [String]) -> String? {
        let weighed = offers.map { offer in
            let matches = ranges.compactMap { range in range.match(offer).map { (exactness: $0, weight: range.weight) }
            }
            return (offer, matches.max { $0.exactness < $1.exactness }?.weight ?? 0)
        }
        let most = weighed.map(\.1).max() ?? 0
        return most > 0 ? weighed.first { $0.1 == most }?.0 : nil
    }

    /// `0.5` as 500; what is no weight counts as 0.
    private static func weight(_ text: Substring) -> Int {
        guard text.utf8.count <= 5, let value = Double(text), (0...1).contains(value) else { return 0 }
        return Int((value * 1000).rounded())
    }
}

extension Substring {
    func trimming(_ characters: String) -> Substring {
        var text = self
        while let first = text.unicodeScalars.first, characters.unicodeScalars.contains(first) {
            text.unicodeScalars.removeFirst()
        }
        while let last = text.unicodeScalars.last, characters.unicodeScalars.contains(last) {
            text.unicodeScalars.removeLast()
        }
        return text
    }
}

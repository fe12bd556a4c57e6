/// How the text of one cell is parted into values.
package enum SplitPattern: Hashable, Sendable {
    /// `"one"`: the text is one value, whatever signs stand in it.
    case one
    /// `"lines"`: a value a line.
    case lines
    /// `"commas"`: between commas that stand outside round brackets.
    case commas
    /// `"bullets"`: a value after each of ● • ▪ ◦; the words before the first are left out.
    case bullets
    /// `["; ", " / "]`: between any of these texts.
    case separators([String])

    /// The values, without white space at the ends; empty ones fall away.
    package func values(of text: String) -> [String] {
        let parts: [String]
        switch self {
        case .one: parts = [text]
        case .lines: parts = Self.split(text) { $0 == "\n" || $0 == "\r" }
        case .commas: parts = Self.commaParts(of: text)
        case .bullets: parts = Self.bulletParts(of: text)
        case .separators(let separators): parts = Self.split(text, between: separators)
        }
        return parts.map(SourceText.tidied).filter { !$0.isEmpty }
    }

    /// One value as it can stand among others in the native register, where semicolons and line ends part them.
    package static func native(_ value: String) -> String {
        var native = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            native.append(scalar == ";" ? "," : scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
        return String(native)
    }

    private static func split(_ text: String, where isSeparator: (Unicode.Scalar) -> Bool) -> [String] {
        text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map { String($0) }
    }

    private static func commaParts(of text: String) -> [String] {
        var depth = 0
        return split(text) { scalar in
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth = max(0, depth - 1) }
            return scalar == "," && depth == 0
        }
    }

    private static func bulletParts(of text: String) -> [String] {
        let parts = split(text) { $0 == "●" || $0 == "•" || $0 == "▪" || $0 == "◦" }
        return parts.count > 1 ? Array(parts.dropFirst()) : parts
    }

    private static func split(_ text: String, between separators: [String]) -> [String] {
        var parts = [Array(text.utf8)[...]]
        // The bytes of one well-formed text are found inside another only where its characters are.
        for separator in separators.map({ Array($0.utf8) }) {
            parts = parts.flatMap { part in
                var found: [ArraySlice<UInt8>] = []
                var rest = part
                while let start = firstRange(of: separator, in: rest) {
                    found.append(rest[rest.startIndex..<start])
                    rest = rest[(start + separator.count)...]
                }
                return found + [rest]
            }
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func firstRange(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard !pattern.isEmpty, bytes.count >= pattern.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - pattern.count)).first { bytes[$0...].starts(with: pattern) }
    }
}

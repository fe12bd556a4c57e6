extension String {
    /// Without white space at either end.
    package var trimmed: String {
        let bytes = Array(utf8)
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        if first == 0 && last == bytes.count - 1 { return self }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    package var nonEmpty: String? { isEmpty ? nil : self }

    /// The values of a field that holds several, between semicolons and line ends.
    package var values: [String] {
        utf8.split(whereSeparator: { $0 == UInt8(ascii: ";") || $0 == 0x0A || $0 == 0x0D })
            .map { String(decoding: $0, as: UTF8.self).trimmed }
            .filter { !$0.isEmpty }
    }

    /// At most so many scalars, the cut shown: one character may hold any number of them.
    package func shortened(to length: Int) -> String {
        // No text has more scalars than bytes, which are counted at once.
        guard utf8.count > length,
            let end = unicodeScalars.index(
                unicodeScalars.startIndex, offsetBy: length, limitedBy: unicodeScalars.endIndex),
            end != unicodeScalars.endIndex
        else { return self }
        return String(unicodeScalars.prefix(length - 1)) + "…"
    }

    /// The first 200 scalars, and how many there are where that is not all.
    package var cut: String {
        let beginning = shortened(to: 200)
        return beginning.utf8.count < utf8.count ? "\(beginning) (\(unicodeScalars.count) characters)" : self
    }

    /// A sentence with what it quotes in curly marks cut.
    package var quotesCut: String {
        guard utf8.count > 200 else { return self }
        var parts: [String] = []
        var rest = unicodeScalars[...]
        while let open = rest.firstIndex(of: "“"), let close = rest[open...].firstIndex(of: "”") {
            let quoted = rest.index(after: open)
            parts.append(String(rest[..<quoted]) + String(rest[quoted..<close]).cut)
            rest = rest[close...]
        }
        return (parts + [String(rest)]).joined()
    }

    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The parts between the given words or signs, where white space or nothing parts them from the rest.
    func split(onWords separators: Set<String>) -> [String] {
        let signs = separators.filter { $0.utf8.count == 1 }
        var spaced = ""
        for scalar in unicodeScalars {
            if signs.contains(String(scalar)) {
                spaced += " \(scalar) "
            } else {
                spaced.unicodeScalars.append(scalar)
            }
        }
        var parts: [[Substring]] = [[]]
        for word in spaced.split(separator: " ") {
            if separators.contains(word.lowercased()) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }
}

/// Characters that no field may hold: they deceive readers or break formats.
package enum ForbiddenCharacters {
    /// The first control character (other than tab and line ends) or bidirectional override in the text, as `U+202E`.
    package static func first(in text: String) -> String? {
        for scalar in text.unicodeScalars where isForbidden(scalar) {
            return name(of: scalar)
        }
        return nil
    }

    static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

/// Characters that nobody sees: two names that look the same are told apart by them.
package enum InvisibleCharacters {
    /// Those that no field may hold are not among them, nor are variation selectors and joiners, which emoji and several
    /// scripts are written with.
    package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0xAD, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x180B...0x180D: false
        default: scalar.properties.isDefaultIgnorableCodePoint && !ForbiddenCharacters.isForbidden(scalar)
        }
    }

    /// The first of them in a text, as `U+200B`, and the text without any; nil where there is none.
    package static func leftOut(of text: String) -> (first: String, rest: String)? {
        guard let first = text.unicodeScalars.first(where: isInvisible) else { return nil }
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
        return (ForbiddenCharacters.name(of: first), rest.trimmed)
    }
}

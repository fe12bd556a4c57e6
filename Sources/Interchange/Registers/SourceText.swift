internal import Shares

/// Text from outside, made fit to be compared and to be shown.
enum SourceText {
    /// Without white space at either end, the kinds included that look like nothing: no-break and zero-width spaces.
    static func tidied(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
        if isPlain(first) && isPlain(last) { return text }
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.first, isSpace(scalar) { scalars.removeFirst() }
        while let scalar = scalars.last, isSpace(scalar) { scalars.removeLast() }
        return String(scalars)
    }

    /// Without white space at either end; what is invisible besides is left for the reader, which says so.
    static func withoutSpace(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.first, scalar.properties.isWhitespace { scalars.removeFirst() }
        while let scalar = scalars.last, scalar.properties.isWhitespace { scalars.removeLast() }
        return scalars.count == text.unicodeScalars.count ? text : String(scalars)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }

    /// What two spellings of a column's name or of a value have in common: small letters and single spaces.
    static func key(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: isSpace).map { String($0).lowercased() }.joined(separator: " ")
    }

    /// Safe in a message and at most 80 characters long: what no field may hold is shown as the replacement character.
    static func shown(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard shown.count < 80 else {
                shown.append("…")
                break
            }
            let isLineEnd = scalar == "\n" || scalar == "\r" || scalar == "\t"
            shown.append(isLineEnd ? " " : ForbiddenCharacters.isForbidden(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}

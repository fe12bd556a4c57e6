/// What XML 1.0 allows in text and in names.
package enum XMLText {
    /// The text with U+FFFD for each scalar that XML 1.0 cannot hold (section 2.2, `Char`), and how many there were.
    package static func allowed(_ text: String) -> (text: String, replaced: Int) {
        if isAllowed(text.utf8) { return (text, 0) }
        guard let first = text.unicodeScalars.firstIndex(where: { !isAllowed($0) }) else { return (text, 0) }
        var replaced = 0
        var clean = String.UnicodeScalarView(text.unicodeScalars[..<first])
        for scalar in text.unicodeScalars[first...] {
            if isAllowed(scalar) {
                clean.append(scalar)
            } else {
                clean.append("\u{FFFD}")
                replaced += 1
            }
        }
        return (String(clean), replaced)
    }

    /// Whether no control character and neither U+FFFE nor U+FFFF is in the text; a string holds no surrogates.
    private static func isAllowed(_ text: String.UTF8View) -> Bool {
        text.withContiguousStorageIfAvailable { bytes in
            for (place, byte) in bytes.enumerated() {
                if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
                if byte == 0xEF, bytes[place + 1] == 0xBF, bytes[place + 2] >= 0xBE { return false }
            }
            return true
        } ?? false
    }

    package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The text as a name without a colon: what ASCII letters, digits, `-`, `_` and `.` cannot say becomes `_`, so that no
    /// name that reaches the tree can break out of a tag. Our own vocabularies need no more than ASCII.
    static func name(_ text: String) -> String {
        if isName(text.utf8) { return text }
        var name = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "_": name.unicodeScalars.append(scalar)
            case "0"..."9", "-", ".":
                if name.isEmpty { name = "_" }
                name.unicodeScalars.append(scalar)
            default: name += "_"
            }
        }
        return name.isEmpty ? "_" : name
    }

    private static func isName(_ text: String.UTF8View) -> Bool {
        guard let first = text.first, isLetter(first) else { return false }
        return text.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F
    }
}

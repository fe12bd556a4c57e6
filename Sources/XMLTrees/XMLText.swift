/// What XML 1.0 allows in text and in names.
package enum XMLText {
    /// The text with U+FFFD for each scalar that XML 1.0 cannot hold (section 2.2, `Char`), and how many there were.
    package static func allowed(_ text: String) -> (text: String, replaced: Int) {
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

    package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The text as a name without a colon: what ASCII letters, digits, `-`, `_` and `.` cannot say becomes `_`, so that no
    /// name that reaches the tree can break out of a tag. Our own vocabularies need no more than ASCII.
    static func name(_ text: String) -> String {
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
}

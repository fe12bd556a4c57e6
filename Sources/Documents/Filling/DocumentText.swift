import XMLTrees

/// What a person typed, made fit to stand in a document that will be signed.
enum DocumentText {
    /// The text with U+FFFD for each scalar that no document format holds or that would make the text read otherwise than
    /// it is written: control characters, noncharacters, and overrides and isolates of direction. Line ends become U+000A.
    static func clean(_ text: String) -> (text: String, replaced: Int) {
        if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x09 }) { return (text, 0) }
        var clean = String.UnicodeScalarView()
        var replaced = 0
        var afterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = scalar == "\r"
            if scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}" {
                clean.append("\n")
            } else if isShown(scalar) {
                clean.append(scalar)
            } else {
                clean.append("\u{FFFD}")
                replaced += 1
            }
        }
        return (String(clean), replaced)
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x7F...0x9F, 0xFDD0...0xFDEF: false
        // Embeddings and overrides; isolates.
        case 0x202A...0x202E, 0x2066...0x2069: false
        case let value where value & 0xFFFE == 0xFFFE: false
        default: XMLText.isAllowed(scalar)
        }
    }

    /// Whether it has letters of a script that runs from right to left.
    static func runsRightToLeft(_ text: String) -> Bool {
        // They begin with U+0590, and that with this byte.
        guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return false }
        return text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }

    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// Runs of white space as one space: how a browser shows the template's own text.
    static func collapsed(_ text: String) -> String {
        if isCollapsed(text.utf8) { return text }
        var collapsed = String.UnicodeScalarView()
        var inSpace = false
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
            if !(isSpace && inSpace) { collapsed.append(isSpace ? " " : scalar) }
            inSpace = isSpace
        }
        return String(collapsed)
    }

    private static func isCollapsed(_ text: String.UTF8View) -> Bool {
        var inSpace = false
        for byte in text {
            if byte == 0x09 || byte == 0x0A || byte == 0x0D || (byte == 0x20 && inSpace) { return false }
            inSpace = byte == 0x20
        }
        return true
    }
}

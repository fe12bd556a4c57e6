import Foundation

extension TermIndex {
    /// The text as plain words: lower case, accents and punctuation gone, `&` written `and`, no leading `the`.
    ///
    /// A full stop and an apostrophe vanish (`E.ON` is `eon`, `King's` is `kings`); other punctuation separates words.
    package static func key(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCompatibilityMapping
        var words = KeyWriter(capacity: plain.utf8.count)
        for scalar in plain.unicodeScalars {
            words.write(scalar)
        }
        return words.key
    }

    /// The words of a key.
    static func words(ofKey key: String) -> [String] {
        key.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
}

/// Collects the bytes of a key, one space between words.
private struct KeyWriter {
    private var bytes: [UInt8] = []
    private var wordEnded = false

    init(capacity: Int) {
        bytes.reserveCapacity(capacity + 4)
    }

    mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "0"..."9": put(UInt8(truncatingIfNeeded: scalar.value))
        case "A"..."Z": put(UInt8(truncatingIfNeeded: scalar.value) + 32)
        case ".", "'", "\u{2018}", "\u{2019}", "\u{02BC}", "`": break
        case "&":
            wordEnded = true
            for byte in "and".utf8 { put(byte) }
            wordEnded = true
        default:
            if scalar.value < 0x80 {
                wordEnded = true
            } else {
                writeForeign(scalar)
            }
        }
    }

    private mutating func writeForeign(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        // Accents, and marks of no width such as the soft hyphen.
        case .nonspacingMark, .enclosingMark, .format: break
        case .spacingMark, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            for byte in properties.lowercaseMapping.utf8 { put(byte) }
        default: wordEnded = true
        }
    }

    private mutating func put(_ byte: UInt8) {
        if wordEnded, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        wordEnded = false
        bytes.append(byte)
    }

    var key: String {
        let article = Array("the ".utf8)
        return String(decoding: bytes.starts(with: article) ? bytes[article.count...] : bytes[...], as: UTF8.self)
    }
}

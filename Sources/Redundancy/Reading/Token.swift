import Shares

/// One word of a text, in the forms that texts are compared by.
struct Token: Sendable {
    /// The word in small letters, in the singular.
    let plain: UInt64
    /// Its stem: `verify`, `verifying` and `verification` have one.
    let stem: UInt64
    /// Written in capitals throughout, two letters or more.
    let isAcronym: Bool
    /// Begins with a capital.
    let isCapital: Bool
    /// Has a digit in it.
    let isNumber: Bool
    /// How many bytes long it is.
    let length: Int
    /// Nothing but white space and hyphens stands between it and the word before.
    let followsOn: Bool
    /// Its first letter, small.
    let initial: UInt8
    /// Where its small letters stand in `Tokens.letters`.
    let range: Range<Int>
}

/// A text as its words, on bytes: control characters and combining marks can hide nothing.
struct Tokens: Sendable {
    private(set) var all: [Token] = []
    /// The words in small letters, one after the other.
    private(set) var letters: [UInt8] = []

    func word(_ token: Token) -> ArraySlice<UInt8> { letters[token.range] }

    /// `Token.plain` of a word as it stands in a text: `notts` as `nott`.
    static func plainWord(_ word: String) -> UInt64 { Tokens(word).first?.plain ?? WordHash.of(word) }

    init(_ text: String, partsCamelCase: Bool = false) {
        var source = text
        if !Tokens.isPlain(text) { source = Tokens.plainText(text) }
        var lower: [UInt8] = []
        lower.reserveCapacity(source.utf8.count)
        var spans: [Span] = []
        Tokens.scan(source, partsCamelCase: partsCamelCase, into: &lower, &spans)
        all.reserveCapacity(spans.count)
        for span in spans {
            let bytes = lower[span.from..<span.to]
            let singular = Stem.singular(bytes)
            all.append(
                Token(
                    plain: WordHash.of(singular), stem: WordHash.of(Stem.of(singular)),
                    isAcronym: span.capitals == span.letters && span.letters >= 2, isCapital: span.startsCapital,
                    isNumber: span.digits > 0, length: span.to - span.from, followsOn: span.followsOn,
                    initial: lower[span.from], range: span.from..<span.to))
        }
        letters = lower
    }

    private struct Span {
        var from: Int
        var to: Int
        var capitals = 0
        var letters = 0
        var digits = 0
        var startsCapital = false
        var followsOn = false
    }

    private static func scan(
        _ source: String, partsCamelCase: Bool, into lower: inout [UInt8], _ spans: inout [Span]
    ) {
        var span: Span?
        var followsOn = false
        var last: UInt8 = 0
        func close() {
            if var done = span {
                done.to = lower.count
                spans.append(done)
                lower.append(UInt8(ascii: " "))
                followsOn = true
            }
            span = nil
        }
        for byte in source.utf8 {
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            if isUpper || isLower || isDigit {
                if partsCamelCase, isUpper, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last) { close() }
                if span == nil {
                    span = Span(from: lower.count, to: lower.count, startsCapital: isUpper, followsOn: followsOn)
                }
                if isUpper { span?.capitals += 1 }
                if !isDigit { span?.letters += 1 } else { span?.digits += 1 }
                lower.append(isUpper ? byte + 32 : byte)
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") {
                // A full stop inside an abbreviation or an apostrophe vanishes; at a sentence's end a space follows.
                if byte == UInt8(ascii: "."), span == nil { followsOn = false }
            } else {
                close()
                if byte != UInt8(ascii: " "), byte != UInt8(ascii: "-") { followsOn = false }
            }
            last = byte
        }
        close()
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// Typographic quotes and dashes as their plain forms; accents folded where there are any.
    private static func plainText(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var hasLetters = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{02BC}": plain.append("'")
            case "\u{2010}"..."\u{2015}": plain.append(scalar.value < 0x2012 ? "-" : ",")
            case "\u{A0}", "\u{2002}"..."\u{200B}": plain.append(" ")
            default:
                if scalar.value < 0x80 {
                    plain.append(scalar)
                } else if scalar.properties.isAlphabetic {
                    hasLetters = true
                    plain.append(scalar)
                } else {
                    plain.append(",")
                }
            }
        }
        // The key folds accents and letter case: rare enough that the case is no loss.
        return hasLetters ? TermIndex.key(String(plain)) : String(plain)
    }
}

extension Tokens: RandomAccessCollection {
    var startIndex: Int { all.startIndex }
    var endIndex: Int { all.endIndex }
    subscript(position: Int) -> Token { all[position] }
}

import Testing

@testable import Web

/// The builder: no text becomes markup.
struct HTMLTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("it's", "it&#39;s"),
        // A combining mark makes one character with the sign before it, and a prepended mark with the sign after it.
        ("\"\u{301}", "&quot;\u{301}"), ("\u{D4E}<b>", "\u{D4E}&lt;b&gt;"), ("\u{600}<b", "\u{600}&lt;b"),
        ("<\u{338}", "&lt;\u{338}"), ("&\u{20DD}", "&amp;\u{20DD}"),
        ("a\u{0}b\u{7F}c\u{9F}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("one\r\n\ttwo", "one\r\n\ttwo"),
        ("déjà vu 😀\u{A0}", "déjà vu 😀\u{A0}"),
    ])
    func aTextIsEscapedByteForByte(text: String, expected: String) {
        #expect(Array(HTML(text: text).text.utf8) == Array(expected.utf8))
        #expect(
            Array(tag(.span, .with(.value, text)) { text }.text.utf8)
                == Array("<span value=\"\(expected)\">\(expected)</span>".utf8))
    }

    @Test(arguments: [(true, "yes"), (false, "no")])
    func elementsHoldWhatTheyAreGiven(choice: Bool, expected: String) {
        let html = tag(.div, .class("a")) {
            tag(.br)
            for number in 1...2 { tag(.strong) { "\(number)" } }
            if choice { "yes" } else { "no" }
        }
        #expect(html.text == "<div class=\"a\"><br><strong>1</strong><strong>2</strong>\(expected)</div>\n")
    }
}

import Documents
import Shares
import Testing
import XMLTrees

@Suite("Values that people type are text and never markup")
struct HostileValueTests {
    private let templates: DocumentTemplates
    /// The same document with a harmless value.
    private let plain: FilledDocument

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
        plain = try templates.fill("data-sharing-agreement", for: try SampleShares.everywhere("plain"))
    }

    static let hostile = [
        "<script>alert(1)</script>", "</p><h1>Another title</h1>", "<img src=x onerror=alert(1)>",
        "<span data-field=\"purpose\">x</span>", "data-each=\"items\"", "\" onmouseover=\"alert(1)", "' x='",
        "</style><script>", "]]>", "<![CDATA[x]]>", "<!-- x -->", "--><b>", "<?xml version=\"1.0\"?>",
        "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&amp;lt; &lt; &e; &#60;", "=\u{301}<\u{301}b>",
        "\u{0600}<b>", "{{title}} {% raw %} ${x} \\(x)", "</head><style>x</style>", "</office:text>",
        "<text:p>x</text:p>", "محمد بن سلمان", "שָׁלוֹם", "👩🏽‍⚖️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "e\u{301}\u{301}\u{301}", "\u{FEFF}x\u{200B}",
    ]

    /// The words of every field's own element come back as they were typed from both forms.
    @Test(arguments: hostile)
    func whatIsTypedComesBackAsText(value: String) throws {
        let subject = try SampleShares.everywhere(value)
        let document = try templates.fill("data-sharing-agreement", for: subject)
        #expect(document.replacedCharacters == 0)

        // The page has exactly the elements that it has for a harmless value.
        #expect(tags(of: document.html()) == tags(of: plain.html()))
        let contains = text(ofHTML: document.html()).contains("Aims\(value)")
        #expect(contains)

        let content = try XMLTree.parse(Array(try Zip(document.odt()).text("content.xml").utf8), limits: .own)
        let harmless = try XMLTree.parse(Array(try Zip(plain.odt()).text("content.xml").utf8), limits: .own)
        #expect(names(of: content.root) == names(of: harmless.root))
        #expect(content.root.text.contains(value))
        let styles = try XMLTree.parse(Array(try Zip(document.odt()).text("styles.xml").utf8), limits: .own)
        #expect(styles.root.text.contains(value))
    }

    /// Whatever document and field it is: the elements are those of harmless words, and each place shows all that was typed.
    @Test(arguments: EveryDocumentTests.names)
    func everyDocumentShowsEveryValueAsText(name: String) throws {
        let words = "harmless-words"
        let value = Self.hostile.joined(separator: " | ")
        let (plain, document) = (
            try templates.fill(name, for: try SampleShares.everywhere(words)),
            try templates.fill(name, for: try SampleShares.everywhere(value))
        )
        #expect(document.replacedCharacters == 0)
        #expect(tags(of: document.html()) == tags(of: plain.html()))
        let (harmless, hostile) = (
            try XMLTree.parse(Array(try Zip(plain.odt()).text("content.xml").utf8), limits: .own),
            try XMLTree.parse(Array(try Zip(document.odt()).text("content.xml").utf8), limits: .own)
        )
        #expect(names(of: hostile.root) == names(of: harmless.root))
        let places = occurrences(of: words, in: harmless.root.text)
        #expect(places > 3)
        #expect(occurrences(of: value, in: hostile.root.text) == places)
    }

    @Test(arguments: EveryDocumentTests.names)
    func everyDocumentReplacesWhatCannotBeShownAndSaysSo(name: String) throws {
        let document = try templates.fill(name, for: try SampleShares.everywhere("1\u{0}2\u{202E}3\u{1}4"))
        let content = try Zip(document.odt()).text("content.xml")
        let places = occurrences(of: "1\u{FFFD}2\u{FFFD}3\u{FFFD}4", in: content)
        #expect(places > 3)
        #expect(occurrences(of: "\u{FFFD}", in: content) == places * 3)
        #expect(document.replacedCharacters >= places * 3)
        for unwanted in ["\u{0}", "\u{202E}", "\u{1}"] {
            #expect(occurrences(of: unwanted, in: content) == 0)
            #expect(occurrences(of: unwanted, in: String(decoding: document.html(), as: UTF8.self)) == 0)
        }
    }

    private func occurrences(of text: String, in whole: String) -> Int {
        Array(whole.utf8).ranges(of: Array(text.utf8)).count
    }

    @Test(
        arguments: [
            ("a\u{0}b", "a\u{FFFD}b", 1), ("\u{1}\u{8}\u{B}\u{C}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 5),
            ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}", 2), ("\u{7F}\u{9F}", "\u{FFFD}\u{FFFD}", 2),
            ("pay \u{202E}001\u{202C} pounds", "pay \u{FFFD}001\u{FFFD} pounds", 2),
            ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}", 2),
        ])
    func charactersThatCannotBeShownAreReplacedAndCounted(value: String, shown: String, count: Int) throws {
        var subject = try SampleShares.complete()
        subject.share.terms.publicBenefit = value
        let document = try templates.fill("data-sharing-agreement", for: subject)
        #expect(document.replacedCharacters == count)
        #expect(
            document.shortfalls == ["what \(count) characters were that cannot be shown and stand as U+FFFD"])
        #expect(String(decoding: document.html(), as: UTF8.self).contains("</span>\(shown)</p>"))
        #expect(try Zip(document.odt()).text("content.xml").contains(shown))
    }

    @Test func aMegabyteInOneFieldIsKeptWhole() throws {
        var subject = try SampleShares.complete()
        let value = String(repeating: "<&\"' long ", count: 110_000)
        subject.share.terms.purpose = value
        let document = try templates.fill("data-sharing-agreement", for: subject)
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(html.utf8.count > value.utf8.count * 2)
        let content = try XMLTree.parse(Array(try Zip(document.odt()).text("content.xml").utf8), limits: .own)
        #expect(content.root.text.utf8.count > value.utf8.count)
    }

    @Test func linesStayLinesInBothForms() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.publicBenefit = "first\r\nsecond\nthird\u{2028}fourth"
        let document = try templates.fill("data-sharing-agreement", for: subject)
        #expect(String(decoding: document.html(), as: UTF8.self).contains("first<br>second<br>third<br>fourth"))
        #expect(
            try Zip(document.odt()).text("content.xml").contains(
                "first<text:line-break/>second<text:line-break/>third<text:line-break/>fourth"))
    }

    @Test func aNameThatRunsFromRightToLeftKeepsToItself() throws {
        var subject = try SampleShares.complete()
        subject.share.owner = DataOwner(name: "محمد")
        let html = String(
            decoding: try templates.fill("data-sharing-agreement", for: subject).html(), as: UTF8.self)
        #expect(html.contains("<td dir=\"auto\">محمد</td>"))
    }

    /// The names of the tags, read as bytes.
    private func tags(of html: [UInt8]) -> [String] {
        html.split(separator: UInt8(ascii: "<")).dropFirst().map { piece in
            String(decoding: piece.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }, as: UTF8.self)
        }
    }

    private func names(of element: XMLElement) -> [String] {
        ([element] + element.descendants).map(\.name)
    }

    /// Without tags, without the numbers of terms and with the five entities read.
    private func text(ofHTML html: [UInt8]) -> String {
        var text: [UInt8] = []
        for piece in html.split(separator: UInt8(ascii: "<")) {
            if piece.starts(with: "span class=\"number\"".utf8) { continue }
            guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { continue }
            text += piece[(end + 1)...].drop { $0 == 0x20 }
        }
        // On bytes: an entity may stand inside what Swift takes for one character.
        var read: [UInt8] = []
        var rest = text[...]
        while let byte = rest.first {
            let entity = Self.entities.first { rest.starts(with: $0.entity.utf8) }
            read.append(entity?.byte ?? byte)
            rest = rest.dropFirst(entity?.entity.utf8.count ?? 1)
        }
        return String(decoding: read, as: UTF8.self)
    }

    private static let entities: [(entity: String, byte: UInt8)] = [
        ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&amp;", 0x26),
    ]
}

import Shares
import Testing
import XMLTrees

@testable import Documents

/// XHTML that leaves as HTML5.
@Suite struct PageTests {
    private func html(_ page: PageElement, rules: String = "", marking: String = "OFFICIAL") throws -> String {
        String(
            decoding: HTMLPage.bytes(
                of: page, stylesheet: try Stylesheet("document.css", Array(rules.utf8)), marking: marking),
            as: UTF8.self)
    }

    private func page(_ text: String) throws -> PageElement {
        try PageElement(try XMLTree.parse(Array(text.utf8)).root)
    }

    @Test func aDocumentIsWrittenAsBrowsersReadIt() throws {
        let page = try page(
            """
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>a &amp; b</title>\
            <meta charset="utf-8"/><link rel="stylesheet" href="document.css"/></head><body><!-- c --><p class="x"/><br/>\
            <div role='"'>é</div></body></html>
            """)
        #expect(
            try html(page, rules: "p { margin: 0 }\n") == """
                <!DOCTYPE html>
                <html lang="en"><head><title>a &amp; b</title><meta charset="utf-8"><style>
                p { margin: 0 }
                </style>
                <style>
                @page { @top-center { content: "OFFICIAL"; font-size: 9pt; font-weight: bold; } @bottom-center { content: "OFFICIAL"; \
                font-size: 9pt; font-weight: bold; } }
                </style>
                </head><body>\
                <p class="x"></p><br><div role="&quot;">é</div></body></html>

                """)
    }

    @Test func typedTextIsNeverMarkup() throws {
        let tag = PageTag(.p, .id, "\"\u{301} onclick=\u{600}'x'>")
        #expect(
            try html(PageElement(tag, text: "\u{D4E}<img src=x onerror=alert(1)>"))
                == "<!DOCTYPE html>\n<p id=\"&quot;\u{301} onclick=\u{600}&#39;x&#39;&gt;\">"
                + "\u{D4E}&lt;img src=x onerror=alert(1)&gt;</p>\n")
    }

    /// CSS Syntax Module Level 3, section 4.3.7: a backslash with six hexadecimal digits is that scalar and nothing else.
    @Test(arguments: [
        ("OFFICIAL-SENSITIVE", "OFFICIAL\\00002DSENSITIVE"),
        ("x\"; } </style><script>", "x\\000022\\00003B \\00007D \\00003C\\00002Fstyle\\00003E\\00003Cscript\\00003E"),
        ("a\\\n\"\u{301}", "a\\00005C \\000022\\000301"), ("\u{1F512}", "\\01F512"),
    ])
    func theMarkingInThePagesMarginIsAStringOfCSSWhateverItHolds(marking: String, content: String) throws {
        let head = try html(PageElement(PageTag(.head)), marking: marking)
        #expect(head.contains("@top-center { content: \"\(content)\"; "))
        #expect(head.contains("@bottom-center { content: \"\(content)\"; "))
        #expect(head.utf8.count { $0 == UInt8(ascii: "<") } == 7)
    }

    @Test func aMarkingThatNoMarginHoldsIsCut() throws {
        let head = try html(PageElement(PageTag(.head)), marking: String(repeating: "X", count: 100_000))
        #expect(head.contains("content: \"" + String(repeating: "X", count: 150) + "\\002026\""))
        #expect(head.utf8.count < 1_000)
    }

    /// Also where nobody looked at it before.
    @Test(arguments: [
        ("a\u{0}b\u{1F}\tc\n", "a\u{FFFD}b\u{FFFD}\tc\n"),
        ("\u{FFFE}x\u{FFFF}\u{FFFD}\u{EFFF}", "\u{FFFD}x\u{FFFD}\u{FFFD}\u{EFFF}"),
        ("\r]]>", "&#13;]]&gt;"),
    ])
    func whatXMLCannotHoldIsReplacedInEveryForm(text: String, shown: String) throws {
        #expect(try html(PageElement(PageTag(.p), text: text)) == "<!DOCTYPE html>\n<p>\(shown)</p>\n")
        var xml = XMLMarkup()
        xml.append("text:p", text: text)
        #expect(String(decoding: xml.bytes, as: UTF8.self) == "<text:p>\(shown)</text:p>")
    }

    @Test func anAttributeOfXMLKeepsItsLinesAndTabs() {
        var xml = XMLMarkup()
        xml.open("text:a")
        xml.set("xlink:href", to: "\"<\t\n'")
        xml.close("text:a")
        #expect(String(decoding: xml.bytes, as: UTF8.self) == "<text:a xlink:href=\"&quot;&lt;&#9;&#10;'\"/>")
    }

    @Test(arguments: [
        ("<p><script>x</script></p>", "script"), ("<p><SCRIPT/></p>", "SCRIPT"), ("<p><style>x</style></p>", "style"),
        ("<p xmlns:h='http://www.w3.org/1999/xhtml'><h:Script/></p>", "Script"), ("<p><iframe/></p>", "iframe"),
        ("<p><noscript/></p>", "noscript"), ("<p><xmp/></p>", "xmp"), ("<p><plaintext/></p>", "plaintext"),
        ("<p><a onclick='x'/></p>", "onclick"), ("<p><a OnLoad='x'/></p>", "OnLoad"), ("<p><br>x</br></p>", "br"),
        ("<p><a xmlns:x='u' x:href='y'/></p>", "href"), ("<p><é/></p>", "é"), ("<p><_a/></p>", "_a"),
    ])
    func whatABrowserWouldReadDifferentlyIsRefused(text: String, name: String) throws {
        let faults = #expect(throws: XMLFaults.self) { try page(text) }?.faults
        #expect(faults?.count == 1)
        #expect(faults?.first?.message.contains(name) == true)
        #expect(faults?.first?.line == 1)
    }

    @Test func sectionsAndTheirTermsAreNumberedInOrder() throws {
        let page = try page(
            """
            <html><section class="numbered"><h2>A</h2><p class="term"> one</p><div><p class="term">two</p></div>\
            <p>no term</p></section><section class="annex"><h2>B</h2><p class="term">three</p></section>\
            <section class="numbered"><h2>C</h2><p class="term">four</p></section></html>
            """)
        #expect(
            SectionNumbers.number(page).text == "1. A1.1 one1.2 twono termAnnex A: BA.1 three2. C2.1 four")
    }
}

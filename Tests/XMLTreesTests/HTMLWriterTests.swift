import Testing
import XMLTrees

/// XHTML that leaves as HTML5.
@Suite struct HTMLWriterTests {
    @Test func aDocumentIsWrittenAsBrowsersReadIt() throws {
        let tree = try XMLTree.parse(
            """
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>a &amp; b</title>\
            <meta charset="utf-8"/></head><body><!-- c --><p class="x"/><br/><hr></hr><pre>\n\n t</pre>\
            <DIV title='"'>é</DIV></body></html>
            """)
        #expect(
            try tree.html() == """
                <!DOCTYPE html>
                <html lang="en"><head><title>a &amp; b</title><meta charset="utf-8"></head><body>\
                <p class="x"></p><br><hr><pre>\n\n\n t</pre><div title="&quot;">é</div></body></html>

                """)
    }

    @Test func typedTextIsNeverMarkup() throws {
        let tree = try XMLTree.parse("<p><b data-field='name' title=''>?</b></p>")
        let field = try #require(tree.root.descendants(having: "data-field", equalTo: "name").first)
        field.replaceChildren(text: "\u{D4E}<img src=x onerror=alert(1)>")
        field.set("title", to: "\"\u{301} onclick=\u{600}'x'>")
        #expect(
            try tree.html()
                == "<!DOCTYPE html>\n<p><b data-field=\"name\" "
                + "title=\"&quot;\u{301} onclick=\u{600}&#39;x&#39;&gt;\">"
                + "\u{D4E}&lt;img src=x onerror=alert(1)&gt;</b></p>\n")
    }

    @Test(arguments: [
        ("<p><script>x</script></p>", "script"), ("<p><SCRIPT/></p>", "script"), ("<p><style>x</style></p>", "style"),
        ("<p xmlns:h='http://www.w3.org/1999/xhtml'><h:Script/></p>", "script"), ("<p><iframe/></p>", "iframe"),
        ("<p><noscript/></p>", "noscript"), ("<p><xmp/></p>", "xmp"), ("<p><plaintext/></p>", "plaintext"),
        ("<p><a onclick='x'/></p>", "onclick"), ("<p><a OnLoad='x'/></p>", "onload"), ("<p><br>x</br></p>", "br"),
        ("<p><a xmlns:x='u' x:href='y'/></p>", "href"), ("<p><é/></p>", "é"), ("<p><_a/></p>", "_a"),
    ])
    func whatABrowserWouldReadDifferentlyIsRefused(text: String, name: String) throws {
        let tree = try XMLTree.parse(text)
        let faults = #expect(throws: XMLFaults.self) { try tree.html() }?.faults
        #expect(faults?.count == 1)
        #expect(faults?.first?.message.contains(name) == true)
        #expect(faults?.first?.line == 1)
    }
}

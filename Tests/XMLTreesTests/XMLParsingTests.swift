import Testing
import XMLTrees

/// What is read from a document.
@Suite struct XMLParsingTests {
    @Test func aDocumentIsReadWithItsNamesTextsAndLines() throws {
        let tree = try XMLTree.parse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <a xmlns="urn:one" xmlns:t="urn:two" id="1" t:id="2">
              <b>x &amp; <![CDATA[<y>]]>&#233;</b><!-- not text -->
              <t:b xml:lang="cy">z</t:b>
            </a>
            """)
        let root = tree.root
        #expect(root.isNamed("a", in: "urn:one"))
        #expect(!root.isNamed("a"))
        #expect(root["id"] == "1")
        #expect(root["id", in: "urn:two"] == "2")
        #expect(root["none"] == nil)
        #expect(root.children.map(\.name) == ["b", "b"])
        #expect(root.child("b", in: "urn:one")?.text == "x & <y>é")
        #expect(root.child("b", in: "urn:two")?.line == 4)
        #expect(root.child("b", in: "urn:two")?["lang", in: XMLNamespace.xml.uri] == "cy")
        #expect(root.child("b") == nil)
        #expect(root.children.first?.parent == root)
        #expect(root.parent == nil)
    }

    @Test func elementsAreFoundDepthFirst() throws {
        let tree = try XMLTree.parse("<a><b f='1'><c f='2'/></b><c/><d f='1'/></a>")
        #expect(tree.root.descendants.map(\.name) == ["b", "c", "c", "d"])
        #expect(tree.root.descendants("c").count == 2)
        #expect(tree.root.descendants(having: "f").map(\.name) == ["b", "c", "d"])
        #expect(tree.root.descendants(having: "f", equalTo: "1").map(\.name) == ["b", "d"])
    }

    @Test(arguments: [
        #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<a/>\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n<?p i?>\n<a><?q r?><!--d--></a>\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"u:1\" xmlns:p=\"u:2\" p:b=\"&quot;&#10;&#9;&#13;&lt;'\">"
            + "t&#13;\n <p:c xmlns:p=\"u:3\"/><d xmlns=\"\" é=\"ø\">😀&lt;&gt;&amp;</d></a>\n",
    ])
    func whatWasWrittenHereIsReadAndWrittenTheSame(text: String) throws {
        #expect(try XMLTree.parse(text).text == text)
    }

    @Test func aByteOrderMarkIsAccepted() throws {
        #expect(try XMLTree.parse([0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)).root.text == "é")
    }

    @Test func markupInTextThatWasEscapedStaysText() throws {
        let tree = try XMLTree.parse("<a>&lt;!DOCTYPE x&gt; &#x3C;b/&#x3E;</a>")
        #expect(tree.root.text == "<!DOCTYPE x> <b/>")
        #expect(tree.root.children.isEmpty)
    }

    @Test func anAmpersandInANamespaceIsReadAndWrittenAsOne() throws {
        let tree = try XMLTree.parse("<p:a xmlns:p='u:?a&amp;b'/>")
        let namespace = "u:?a&b"
        #expect(tree.root.isNamed("a", in: namespace))
        let built = try XMLTree(root: "a", namespace: XMLNamespace(namespace, prefix: "p"))
        #expect(built.root.isNamed("a", in: namespace))
        #expect(try built.serialised() == tree.serialised())
        #expect(try XMLTree.parse(try built.serialised()).root.isNamed("a", in: namespace))
    }

    @Test func manyDocumentsCanBeReadOneAfterAnother() throws {
        for _ in 0..<10_000 {
            #expect(try XMLTree.parse("<a b='c'><d>e</d></a>").root.text == "e")
        }
    }
}

extension XMLTree {
    static func parse(_ text: String, limits: XMLLimits = .outside) throws(XMLFaults) -> XMLTree {
        try parse(Array(text.utf8), limits: limits)
    }

    var text: String {
        get throws { String(decoding: try serialised(), as: UTF8.self) }
    }
}

import Testing
import XMLTrees

/// Trees that are built and changed.
@Suite struct XMLBuildingTests {
    @Test func aTreeIsBuiltWithNamespacesDeclaredWhereTheyAreNeeded() throws {
        let tree = try XMLTree(root: "manifest", namespace: XMLNamespace("urn:m"))
        let other = XMLNamespace("urn:o", prefix: "o")
        tree.root.append("title", text: "A & B")
        tree.root.append("party", namespace: other).set("role", in: other, to: "controller")
        tree.root.append(element: tree.element("bare"))
        tree.root.set("lang", in: .xml, to: "en")
        #expect(
            try tree.text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="urn:m" xml:lang="en"><title>A &amp; B</title>\
                <o:party xmlns:o="urn:o" o:role="controller"/><bare xmlns=""/></manifest>

                """)
        #expect(String(decoding: try tree.serialised(declaration: false), as: UTF8.self).hasPrefix("<manifest "))
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", 0), ("]]>", 0), ("\"\u{301}><b\u{301}/>", 0), ("&amp;&#0;", 0),
        ("a\u{1}\u{0}\u{FFFE}\u{FFFF}b", 4), ("\u{B}\u{1F}", 2), ("\u{85}\u{2028}\u{202E}", 0), ("\u{D4E}<\u{600}<", 0),
        ("a\r\nb\tc\rd\n", 0), ("  ", 0), ("😀\u{10FFFF}", 0), ("<\u{338}", 0), ("'\u{200D}\"", 0),
    ])
    func hostileTextComesBackAsTextAndNothingElse(text: String, replaced: Int) throws {
        let tree = try XMLTree(root: "a")
        #expect(tree.root.append(text: text) == replaced)
        #expect(tree.root.set("b", to: text) == replaced)
        let expected = text.unicodeScalars.map { XMLText.isAllowed($0) ? $0 : "\u{FFFD}" }
        let again = try XMLTree.parse(try tree.serialised())
        #expect(Array(again.root.text.unicodeScalars) == expected)
        #expect(again.root["b"].map { Array($0.unicodeScalars) } == expected)
        #expect(again.root.children.isEmpty)
        #expect(again.root.attributes.count == 1)
        #expect(try again.serialised() == tree.serialised())
    }

    @Test func randomTextComesBackTheSame() throws {
        var generator = SeededGenerator(seed: 10)
        let special: [Unicode.Scalar] = [
            "<", ">", "&", "\"", "'", "]", "\u{301}", "\u{D4E}", "\r", "\n", "\t", "-", "?",
        ]
        for round in 0..<500 {
            var scalars: [Unicode.Scalar] = []
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                let random = Unicode.Scalar(UInt32.random(in: 0x20..<0xD800, using: &generator))
                scalars.append(
                    special.randomElement(using: &generator).flatMap { Bool.random(using: &generator) ? $0 : random }
                        ?? "x")
            }
            let text = String(String.UnicodeScalarView(scalars))
            let tree = try XMLTree(root: "a")
            tree.root.append(text: text)
            tree.root.set("b", to: text)
            let again = try XMLTree.parse(try tree.serialised())
            #expect(Array(again.root.text.utf8) == Array(text.utf8), "seed 10, round \(round)")
            #expect(again.root["b"].map { Array($0.utf8) } == Array(text.utf8), "seed 10, round \(round)")
        }
    }

    @Test func aNameCannotBreakOutOfItsTag() throws {
        let tree = try XMLTree(root: "a b='c'><d", namespace: XMLNamespace("u\u{1}\"", prefix: "p q"))
        tree.root.set("1 x=\"", to: "y")
        #expect(
            String(decoding: try tree.serialised(declaration: false), as: UTF8.self)
                == "<p_q:a_b__c___d xmlns:p_q=\"u\u{FFFD}&quot;\" _1_x__=\"y\"/>\n")
    }

    @Test func elementsAreMovedRemovedAndPutBack() throws {
        let tree = try XMLTree.parse("<a><b/>t<c><d/></c></a>")
        let children = tree.root.children
        let (b, c) = (children[0], children[1])
        b.insertBefore(c)
        #expect(try tree.text.hasSuffix("<a><c><d/></c><b/>t</a>\n"))
        c.remove()
        #expect(c.parent == nil)
        #expect(try tree.text.hasSuffix("<a><b/>t</a>\n"))
        b.append(element: c)
        #expect(try tree.text.hasSuffix("<a><b><c><d/></c></b>t</a>\n"))
        b.replaceChildren(text: "<")
        #expect(try tree.text.hasSuffix("<a><b>&lt;</b>t</a>\n"))
        #expect(c.children.map(\.name) == ["d"])
        tree.root.replaceChildren([c, b])
        #expect(try tree.text.hasSuffix("<a><c><d/></c><b>&lt;</b></a>\n"))
        tree.root.remove()
        tree.root.insertBefore(b)
        #expect(try tree.text.hasSuffix("<a><c><d/></c><b>&lt;</b></a>\n"))
    }

    @Test func anElementIsCopiedWhereItCannotBeMoved() throws {
        let tree = try XMLTree.parse("<a><b><c/></b></a>")
        let b = try #require(tree.root.child("b"))
        let c = try #require(b.child("c"))
        c.append(element: b)
        #expect(try tree.text.hasSuffix("<a><b><c><b><c/></b></c></b></a>\n"))
        b.append(element: b)
        b.append(element: tree.root)
        #expect(tree.root.descendants("a").count == 1)
    }

    @Test func aCopyGoesIntoAnotherTreeWithItsNamespacesAndOutlivesItsOwn() throws {
        let target = try XMLTree(root: "r", namespace: XMLNamespace("urn:r"))
        do {
            let source = try XMLTree.parse("<p:a xmlns:p='urn:1' xmlns:q='urn:2'><p:é q:ü='1'>x<q:c/>y</p:é></p:a>")
            for child in source.root.children { target.root.append(element: child) }
        }
        #expect(
            String(decoding: try target.serialised(declaration: false), as: UTF8.self)
                == "<r xmlns=\"urn:r\"><p:é xmlns:p=\"urn:1\" xmlns:q=\"urn:2\" q:ü=\"1\">x<q:c/>y</p:é></r>\n")
    }

    /// The same prefix for two namespaces, and an element that leaves the place where its prefix was declared.
    @Test func aMoveNeverChangesANamespace() throws {
        let tree = try XMLTree.parse("<a><p:b xmlns:p='urn:1' p:x='1'/><p:c xmlns:p='urn:2'/></a>")
        let (b, c) = (tree.root.children[0], tree.root.children[1])
        let inner = tree.element("d", namespace: b.namespace)
        c.append(element: inner)
        inner.set("y", in: XMLNamespace("urn:2", prefix: "p"), to: "2")
        inner.set("z", in: XMLNamespace("urn:3"), to: "3")
        let again = try XMLTree.parse(try tree.serialised())
        let d = try #require(again.root.descendants("d", in: "urn:1").first)
        #expect(d["y", in: "urn:2"] == "2")
        #expect(d["z", in: "urn:3"] == "3")
        #expect(d.parent?.isNamed("c", in: "urn:2") == true)
    }

    @Test func anElementKeepsItsTreeAlive() throws {
        var element = try XMLTree(root: "a").root
        element = element.append("b", text: "c")
        #expect(element.parent?.name == "a")
        #expect(element.text == "c")
    }

    @Test func attributesAreReplacedAndRemoved() throws {
        let tree = try XMLTree(root: "a")
        let other = XMLNamespace("urn:o", prefix: "o")
        tree.root.set("b", to: "1")
        tree.root.set("b", in: other, to: "2")
        tree.root.set("b", to: "3")
        #expect(tree.root.attributes.map(\.value) == ["3", "2"])
        tree.root.removeAttribute("b")
        #expect(tree.root["b"] == nil)
        #expect(tree.root["b", in: "urn:o"] == "2")
    }
}

import Testing
import XMLTrees

/// What hostile and broken documents meet.
@Suite struct XMLRefusalTests {
    @Test(arguments: [
        ("<!DOCTYPE a><a/>", "<!DOCTYPE", 1, 1),
        ("<a/>\n<!DOCTYPE a>", "<!DOCTYPE", 2, 1),
        (#"<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>"#, "<!DOCTYPE", 1, 1),
        (#"<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>"#, "<!DOCTYPE", 1, 1),
        ("<a><!-- <!ENTITY --></a>", "<!ENTITY", 1, 9),
        ("<a>\n b\u{0}</a>", "NUL", 2, 3),
        (#"<?xml version="1.0" encoding="ISO-8859-1"?><a/>"#, "encoding", 1, 1),
        (#"<?xml version='1.0' encoding = 'UTF-16'?><a/>"#, "encoding", 1, 1),
        (#"<?xml version='1.0' encoding='UTF-7'?><a/>"#, "encoding", 1, 1),
        ("<a>&e;</a>", "Entity 'e' not defined", 1, 7),
        ("<a>\n<b></a>", "mismatch", 2, 8),
        ("<a><p:b/></a>", "prefix p on b is not defined", 1, 8),
        ("<a b='1' b='2'/>", "redefined", 1, 15),
        ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", "Namespaced Attribute", 1, 41),
        ("<a>&#1;</a>", "invalid xmlChar value 1", 1, 8),
        ("<a>\u{1}</a>", "PCDATA invalid Char value 1", 1, 4),
        ("<a/><b/>", "Extra content", 1, 5),
        ("<a b=\"<\"/>", "Unescaped '<'", 1, 7),
        ("text", "Start tag expected", 1, 1),
    ])
    // Where libxml2 finds the fault, its column is where the parser then stood.
    func aFaultIsFoundAtItsPlace(text: String, message: String, line: Int, column: Int) {
        let fault = #expect(throws: XMLFaults.self) { try XMLTree.parse(text) }?.faults.first
        #expect(fault?.message.contains(message) == true, "\(String(describing: fault))")
        #expect(fault?.line == line)
        #expect(fault?.column == column, "\(String(describing: fault))")
    }

    @Test func nothingAtAllIsNoDocument() {
        #expect(throws: XMLFaults.self) { try XMLTree.parse([]) }
        #expect(throws: XMLFaults.self) { try XMLTree.parse("  ") }
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E, 0x00], [0xFE, 0xFF, 0x00, 0x3C, 0x00, 0x61],
            [0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E, 0x00], [0x3C, 0x61, 0x3E, 0xE9, 0x3C, 0x2F, 0x61, 0x3E],
            [0x3C, 0x61, 0x3E, 0xED, 0xA0, 0x80, 0x3C, 0x2F, 0x61, 0x3E], [0x4C, 0x6F, 0xA7, 0x94],
        ] as [[UInt8]])
    func otherEncodingsAreRefused(bytes: [UInt8]) {
        #expect(throws: XMLFaults.self) { try XMLTree.parse(bytes) }
    }

    @Test func billionLaughsAreRefusedUnread() {
        var text = "<!DOCTYPE l [<!ENTITY a0 \"ha\">"
        for level in 1...9 {
            let before = String(repeating: "&a\(level - 1);", count: 10)
            text += "<!ENTITY a\(level) \"\(before)\">"
        }
        text += "]><l>&a9;</l>"
        let faults = #expect(throws: XMLFaults.self) { try XMLTree.parse(text) }?.faults
        #expect(faults?.count == 2)
    }

    @Test func twoHundredThousandAttributesAreRefusedUnread() {
        let attributes = (0..<200_000).map { " a\($0)=''" }.joined()
        for limits in [XMLLimits.outside, .own] {
            let fault = #expect(throws: XMLFaults.self) { try XMLTree.parse("<a\(attributes)/>", limits: limits) }
            #expect(fault?.faults.count == 1)
        }
    }

    @Test func twoHundredAttributesAreAcceptedAndOneMoreIsNot() throws {
        let attributes = (1...200).map { " a\($0)='=>'" }.joined()
        #expect(try XMLTree.parse("<a\(attributes)/>").root.attributes.count == 200)
        #expect(throws: XMLFaults.self) { try XMLTree.parse("<a\(attributes) b=''/>") }
    }

    @Test func namespacesAreCountedWhileTheyAreInScope() throws {
        let declarations = (1...150).map { "\n xmlns:p\($0)='u'" }.joined()
        #expect(throws: Never.self) {
            try XMLTree.parse("<a><b\(declarations)/><b\(declarations)></b><b\(declarations)/></a>")
        }
        let fault = #expect(throws: XMLFaults.self) {
            try XMLTree.parse("<a><b\(declarations)><b\(declarations)/></b></a>")
        }
        #expect(fault?.faults.first?.message == "More than 200 namespaces are declared at once.")
        #expect(fault?.faults.first?.line == 151)
    }

    @Test func aHundredThousandNestedElementsAreRefusedUnread() {
        let fault = #expect(throws: XMLFaults.self) { try XMLTree.parse(String(repeating: "<a>", count: 100_000)) }
        #expect(fault?.faults.first?.message == "Elements are nested more than 64 deep.")
    }

    @Test func nestingIsAcceptedUpToTheLimit() throws {
        let nested = { (depth: Int, inner: String) in
            String(repeating: "<a>", count: depth) + inner + String(repeating: "</a>", count: depth)
        }
        #expect(throws: Never.self) { try XMLTree.parse(nested(64, "x")) }
        #expect(throws: Never.self) { try XMLTree.parse(nested(63, "<a/><a/>")) }
        #expect(throws: XMLFaults.self) { try XMLTree.parse(nested(64, "<a/>")) }
        #expect(throws: XMLFaults.self) { try XMLTree.parse(nested(65, "")) }
        // Tags inside comments, CDATA and instructions do not count.
        #expect(throws: Never.self) { try XMLTree.parse(nested(64, "<!--<a><a>--><![CDATA[<a><a>]]><?p <a><a>?>")) }
    }

    @Test func moreThanAMebibyteIsRefusedUnlessItIsOurOwn() throws {
        let text = "<a>" + String(repeating: "x", count: 1024 * 1024) + "</a>"
        #expect(throws: XMLFaults.self) { try XMLTree.parse(text) }
        #expect(try XMLTree.parse(text, limits: .own).root.text.utf8.count == 1024 * 1024)
    }
}

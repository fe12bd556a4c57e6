import Testing
import XMLTrees

/// Validation against a schema of our own.
@Suite struct XMLSchemaTests {
    static let source = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:m" elementFormDefault="qualified">
          <xs:element name="list">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="share" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:date"><xs:attribute name="id" type="xs:int" use="required"/></xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:schema>
        """

    static func schema() throws -> XMLSchema {
        try XMLSchema(Array(source.utf8))
    }

    @Test func aValidDocumentHasNoFaults() throws {
        let tree = try XMLTree.parse("<list xmlns='urn:m'><share id='1'>2026-01-31</share></list>")
        #expect(try Self.schema().faults(in: tree) == [])
    }

    @Test func everyFaultIsReportedWithItsLine() throws {
        let tree = try XMLTree.parse(
            """
            <list xmlns="urn:m">
              <share id="1">2026-02-30</share>
              <share>2026-01-01</share>
              <share id="x">2026-01-01</share>
              <other/>
            </list>
            """)
        let faults = try Self.schema().faults(in: tree)
        #expect(Set(faults.map(\.line)) == [2, 3, 4, 5])
        #expect(faults.contains { $0.line == 3 && $0.message.contains("'id' is required") })
        #expect(faults.contains { $0.line == 5 && $0.message.contains("other") })
    }

    @Test func aTreeThatWasBuiltIsValidatedToo() throws {
        let tree = try XMLTree(root: "list", namespace: XMLNamespace("urn:m"))
        let schema = try Self.schema()
        #expect(!schema.faults(in: tree).isEmpty)
        tree.root.append("share", text: "2026-01-31").set("id", to: "7")
        #expect(schema.faults(in: tree) == [])
    }

    @Test func aLocationThatTheDocumentNamesIsNotFetched() throws {
        let tree = try XMLTree.parse(
            """
            <list xmlns="urn:m" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="urn:m file:///etc/passwd urn:n http://127.0.0.1:1/n.xsd"><share id="1">2026-01-31</share></list>
            """)
        #expect(try Self.schema().faults(in: tree) == [])
    }

    @Test(arguments: [
        "<a/>",
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='file:///etc/passwd'/></xs:schema>",
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='none'/></xs:schema>",
        "not a document",
    ])
    func whatIsNoCompleteSchemaIsRefused(text: String) {
        let faults = #expect(throws: XMLFaults.self) { try XMLSchema(Array(text.utf8)) }
        #expect(faults?.faults.isEmpty == false)
    }

    @Test func faultsBeyondAThousandAreNotCollected() throws {
        let tree = try XMLTree.parse(
            "<list xmlns='urn:m'>" + String(repeating: "<share id='x'>y</share>", count: 3_000) + "</list>")
        #expect(try Self.schema().faults(in: tree).count == 1_000)
    }

    @Test func oneSchemaServesManyTasks() async throws {
        let schema = try Self.schema()
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let tree = try XMLTree.parse(
                        "<list xmlns='urn:m'><share id='\(number % 2 == 0 ? "1" : "x")'>2026-01-31</share></list>")
                    return schema.faults(in: tree).count
                }
            }
            return try await group.reduce(into: [:]) { counts, faults in counts[faults, default: 0] += 1 }
        }
        #expect(counts == [0: 100, 1: 100])
    }
}

import Crypto
import Foundation
import Interchange
import JSONValues
import Shares
import Testing

/// A policy that says something else than the terms is refused, whatever the digest says.
@Suite struct PolicyChangeTests {
    private let schemas: ManifestSchemas
    private let forms: ManifestForms

    init() throws {
        schemas = try ManifestSamples.schemas()
        forms = try PolicySamples.forms(ManifestSamples.full)
    }

    /// The document with a part of it changed, and a digest over what it then says.
    private func redigested(_ old: String, _ new: String) throws -> [UInt8] {
        let text = String(decoding: forms.json, as: UTF8.self)
        try #require(text.contains(old))
        var members = try #require(
            try JSONValue(parsing: Array(text.replacingOccurrences(of: old, with: new).utf8)).object)
        members["digest"] = nil
        let digest = SHA256.hash(data: JSONValue.object(members).canonical()).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        members["digest"] = ["algorithm": "SHA-256", "value": .string(digest)]
        return JSONValue.object(members).canonical()
    }

    static let changes = [
        ("\"operator\":\"isNoneOf\"", "\"operator\":\"eq\""), ("\"action\":\"delete\"", "\"action\":\"archive\""),
        ("\"@type\":\"xsd:duration\",\"@value\":\"P3Y11M\"", "\"@type\":\"xsd:duration\",\"@value\":\"P9Y\""),
        ("\"type\":\"Agreement\"", "\"type\":\"Request\""),
    ]

    @Test(arguments: changes) func aChangedPolicyIsRefusedInJSON(_ old: String, _ new: String) throws {
        let bytes = try redigested(old, new)
        let findings = #expect(throws: Findings.self) { try Manifest(json: bytes, schemas: schemas) }
        #expect(findings?.all.map(\.rule).contains("manifest-policy") == true, "\(findings?.all ?? [])")
    }

    @Test func linkedDataThatDoesNotFollowFromTheTermsIsRefused() throws {
        let bytes = try redigested("\"activity\":\"dpv:ActivityOngoing\"", "\"activity\":\"dpv:ActivityHalted\"")
        #expect(throws: Findings.self) { try Manifest(json: bytes, schemas: schemas) }
    }

    static let xmlChanges = [
        ("operator=\"http://www.w3.org/ns/odrl/2/isNoneOf\"", "operator=\"http://www.w3.org/ns/odrl/2/eq\""),
        ("2/delete\"", "2/archive\""), ("rightOperand=\"P3Y11M\"", "rightOperand=\"P9Y\""),
        ("2/Agreement\"", "2/Request\""), ("<o:prohibition>", "<o:prohibition>Not really.<o:permission/>"),
        ("<o:prohibition>", "<o:prohibition>Not really."), ("</o:Policy>", "<o:asset/></o:Policy>"),
    ]

    @Test(arguments: xmlChanges) func aChangedPolicyIsRefusedInXML(_ old: String, _ new: String) throws {
        let text = String(decoding: forms.xml, as: UTF8.self)
        try #require(text.contains(old))
        let bytes = Array(text.replacingOccurrences(of: old, with: new).utf8)
        let findings = #expect(throws: Findings.self) { try Manifest(xml: bytes, schemas: schemas) }
        #expect(findings?.all.map(\.rule) == ["manifest-policy"], "\(findings?.all ?? [])")
    }

    @Test func aPolicyThatWasTakenOutIsMissed() throws {
        let text = String(decoding: forms.xml, as: UTF8.self)
        let start = try #require(text.range(of: "<o:Policy")?.lowerBound)
        let end = try #require(text.range(of: "</o:Policy>")?.upperBound)
        var cut = text
        cut.removeSubrange(start..<end)
        let findings = #expect(throws: Findings.self) { try Manifest(xml: Array(cut.utf8), schemas: schemas) }
        #expect(findings?.all.map(\.rule) == ["manifest-policy"])
    }

    /// Another program may lay the elements out otherwise.
    @Test func spaceBetweenElementsSaysNothing() throws {
        let text = String(decoding: forms.xml, as: UTF8.self)
        let packed = text.replacing(#/>\n +</#, with: "><")
        #expect(packed != text)
        #expect(
            try Manifest(xml: Array(packed.utf8), schemas: schemas) == Manifest(xml: forms.xml, schemas: schemas))
    }
}

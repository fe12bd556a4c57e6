import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// What is not a manifest, or not as it was issued, is refused, and the place is given.
@Suite struct ManifestRefusalTests {
    let schemas: ManifestSchemas
    let forms: ManifestForms
    let manifest: Manifest

    init() throws {
        schemas = try ManifestSamples.schemas()
        let share = try ManifestSamples.share("DWP-DS-00001", ManifestSamples.full, approval: "in-force")
        manifest = try ManifestSamples.manifest(of: share, ManifestSamples.reference())
        forms = try ManifestWriter(schemas).forms(of: manifest)
    }

    /// The manifest's text with a part of it changed, and the findings for that.
    private func findings(json old: String, _ new: String) throws -> [String] {
        let text = String(decoding: forms.json, as: UTF8.self)
        try #require(text.contains(old))
        let changed = Array(text.replacingOccurrences(of: old, with: new).utf8)
        let findings = #expect(throws: Findings.self) { try Manifest(json: changed, schemas: schemas) }
        return (findings?.all ?? []).map { "\($0.place) \($0.rule)" }
    }

    private func findings(xml old: String, _ new: String) throws -> [String] {
        let text = String(decoding: forms.xml, as: UTF8.self)
        try #require(text.contains(old))
        let changed = Array(text.replacingOccurrences(of: old, with: new).utf8)
        let findings = #expect(throws: Findings.self) { try Manifest(xml: changed, schemas: schemas) }
        return (findings?.all ?? []).map { "\($0.place) \($0.rule): \($0.message)" }
    }

    static let brokenJSON = [
        ("\"status\":\"in-force\"", "\"status\":\"live\"", "manifest.json at /status manifest-schema"),
        ("\"version\":1,", "\"version\":-1,", "manifest.json at /version manifest-schema"),
        ("\"title\":\"Real", "\"colour\":\"red\",\"title\":\"Real", "manifest.json at /colour manifest-schema"),
        ("\"title\":\"Real", "\"title\":\"Altered: Real", "manifest.json at /digest/value manifest-digest"),
        ("\"title\":\"Real", "\"title\":\"x\",\"title\":\"Real", "line 1, column"),
        (
            "\"reviewDate\":\"2027-02-01\"", "\"reviewDate\":\"2027-02-30\"",
            "manifest.json at /reviewDate manifest-content"
        ),
        ("dpv#", "dpv2#", "manifest.json at /@context manifest-schema"),
        ("\"article\":\"10\"", "\"article\":\"11\"", "manifest.json at /lawfulBases/2/article manifest-schema"),
        (
            "\"criminalOffence\":true", "\"criminalOffence\":1",
            "manifest.json at /dataItems/1/criminalOffence manifest-schema"
        ),
        (
            "\"specialCategory\":\"health\"", "\"specialCategory\":\"wealth\"",
            "manifest.json at /dataItems/1/specialCategory"
        ),
        ("\"country\":\"Jersey\"", "\"country\":\"\"", "manifest.json at /transfers/1/country manifest-schema"),
        ("\"country\":\"Jersey\"", "\"country\":\"\\u0001\"", "manifest.json at /transfers/1/country manifest-schema"),
        (
            "https://www.legislation", "javascript:www.legislation",
            "manifest.json at /gateways/0/address manifest-schema"
        ),
    ]

    @Test(arguments: brokenJSON) func brokenJSONIsRefused(_ old: String, _ new: String, _ expected: String) throws {
        let found = try findings(json: old, new)
        #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test func aMissingPartyIsRefusedInBothForms() throws {
        var document = try #require(try JSONValue(parsing: forms.json).object)
        document["providers"] = []
        let json = JSONValue.object(document).canonical()
        let findings = #expect(throws: Findings.self) { try Manifest(json: json, schemas: schemas) }
        #expect(findings?.all.map(\.place) == [.pointer(file: "manifest.json", "/providers")])

        let text = String(decoding: forms.xml, as: UTF8.self)
        let start = try #require(text.range(of: "<provider "))
        let end = try #require(text.range(of: "</provider>"))
        var broken = text
        broken.removeSubrange(start.lowerBound..<end.upperBound)
        #expect(throws: Findings.self) { try Manifest(xml: Array(broken.utf8), schemas: schemas) }
    }

    static let brokenXML = [
        ("status=\"in-force\"", "status=\"live\"", "Line 2"),
        ("<title>", "<colour>red</colour><title>", "colour"),
        ("<title>", "<title>Altered: ", "/digest/value manifest-digest"),
        ("version=\"1\"", "version=\"1\" version=\"2\"", "manifest-xml"),
        ("<country>Jersey</country>", "<country/>", "country"),
        ("<reviewDate>2027-02-01", "<reviewDate>2027-02-30", "reviewDate"),
        ("<reviewDate>2027-02-01", "<reviewDate>2027-02-01Z", "reviewDate"),
        ("<manifest ", "<!DOCTYPE manifest><manifest ", "manifest-xml"),
        ("2026/manifest\"", "2025/manifest\"", "manifest-schema"),
    ]

    @Test(arguments: brokenXML) func brokenXMLIsRefused(_ old: String, _ new: String, _ expected: String) throws {
        let found = try findings(xml: old, new)
        #expect(!found.isEmpty && found[0].contains(expected), "\(found)")
    }

    @Test func aManifestThatItsSchemaRefusesIsNotWritten() throws {
        var broken = manifest
        broken.title = ""
        broken.dataItems[0].specialCategory = "wealth"
        let findings = #expect(throws: Findings.self) { try ManifestWriter(schemas).forms(of: broken) }
        let places = (findings?.all ?? []).map(\.place.description)
        #expect(
            places.filter { $0.contains("manifest.json at ") } == [
                "DWP-DS-00001 manifest.json at /dataItems/0/specialCategory", "DWP-DS-00001 manifest.json at /title",
            ])
        #expect(places.contains("DWP-DS-00001 manifest.xml"))
    }

    @Test func brokenSchemasAreRefused() throws {
        let xml = try ManifestSamples.bytes("Templates/schemas/manifest.xsd")
        let json = try ManifestSamples.bytes("Templates/schemas/manifest.schema.json")
        #expect(throws: Findings.self) { try ManifestSchemas(json: Array(#"{"typo":1}"#.utf8), xml: xml) }
        #expect(throws: Findings.self) { try ManifestSchemas(json: Array("{".utf8), xml: xml) }
        #expect(throws: Findings.self) { try ManifestSchemas(json: json, xml: Array("<a/>".utf8)) }
    }
}

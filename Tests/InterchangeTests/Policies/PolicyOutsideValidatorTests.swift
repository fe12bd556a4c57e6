import Foundation
import Interchange
import Shares
import Testing
import Workflows

/// The standard's own schema, and a JSON-LD processor that is not ours, understand the policy.
@Suite struct PolicyOutsideValidatorTests {
    private static let schema = ManifestSamples.root.deletingLastPathComponent()
        .appending(path: "shared/standards/odrl/ODRL22.xsd")
    private static let xmllint = "/usr/bin/xmllint"
    private static let canValidate =
        FileManager.default.isExecutableFile(atPath: xmllint) && FileManager.default.fileExists(atPath: schema.path)

    @Test(.enabled(if: canValidate, "xmllint, or the XML Schema of ODRL 2.2, is not there"))
    func everyPolicyFollowsTheSchemaOfODRL() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "policies-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for (index, terms) in PolicySamples.variedTerms().enumerated() {
            for approval in ["in-force", "ended"] {
                let text = String(
                    decoding: try PolicySamples.forms(terms, approval: .init(rawValue: approval)).xml, as: UTF8.self)
                guard let start = text.range(of: "<o:Policy "), let end = text.range(of: "</o:Policy>") else {
                    continue
                }
                let file = folder.appending(path: "\(index)-\(approval).xml")
                try Data(text[start.lowerBound..<end.upperBound].utf8).write(to: file)
                files.append(file.path)
            }
        }
        #expect(files.count > 80)
        let (status, output) = try Tool.run(
            Self.xmllint, ["--nonet", "--noout", "--schema", Self.schema.path] + files)
        #expect(status == 0, "\(output.suffix(2_000))")
    }

    private static let hasProcessor =
        (try? Tool.python(["import pyld"]).status) == 0

    /// The context is inside: whatever would fetch another fails here.
    @Test(.enabled(if: hasProcessor, "Python's pyld is not installed"))
    func aJSONLDProcessorReadsTheAgreementTheDataAndTheConcepts() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "manifest-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(PolicySamples.forms(ManifestSamples.full).json).write(to: file)
        let script = """
            import json, sys
            from pyld import jsonld
            def loader(url, options={}): raise SystemExit("fetches " + url)
            jsonld.set_document_loader(loader)
            document = json.load(open(sys.argv[1]))
            print(jsonld.to_rdf(document, {"format": "application/n-quads"}))
            """
        let (status, output) = try Tool.python([script, file.path])
        #expect(status == 0, "\(output.suffix(2_000))")
        let (type, odrl) = ("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "http://www.w3.org/ns/odrl/2/")
        let organisations = "https://concordat.example/ns/2026/organisation/"
        let share = organisations + "department-for-work-pensions/share/DWP-DS-00001"
        let policy = "<\(share)/version/1/policy>"
        for triple in [
            "\(policy) \(type) <\(odrl)Agreement> .",
            "\(policy) <\(odrl)assigner> <\(organisations)hm-revenue-customs> .",
            "\(policy) <\(odrl)assignee> <\(organisations)department-for-work-pensions> .",
            "<\(odrl)leftOperand> <\(odrl)dateTime> .",
            "<\(odrl)rightOperand> \"2022-02-01\"^^<http://www.w3.org/2001/XMLSchema#date> .",
            "<\(odrl)rightOperand> <\(share)/version/1#purpose> .",
            "<\(odrl)action> <\(odrl)reviewPolicy> .",
            "<\(share)/version/1> <\(odrl)hasPolicy> \(policy) .",
            "<\(share)/version/1#purpose> \(type) <https://w3id.org/dpv#Purpose> .",
            "<\(share)/version/1> <https://w3id.org/dpv#hasActivityStatus> <https://w3id.org/dpv#ActivityOngoing> .",
            "\(type) <https://w3id.org/dpv#PublicInterest> .", "<https://w3id.org/dpv/pd#Health> .",
            "<\(share)/dataset/rti> \(type) <http://www.w3.org/ns/dcat#Dataset> .",
            "<\(share)/dataset/rti> <http://www.w3.org/ns/dcat#distribution>",
        ] {
            #expect(output.contains(triple), "\(triple)")
        }
        #expect(!output.contains("null"))
    }
}

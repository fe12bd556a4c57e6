import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// The catalogue of DCAT 3 in its two forms.
@Suite struct RegisterCatalogueTests {
    private static func keeper() throws -> RegisterKeeper {
        let data = try ManifestSamples.reference()
        return RegisterKeeper(
            try #require(data.organisations["department-for-work-pensions"]), reference: data,
            changed: ManifestSamples.issued)
    }

    private static func text(_ form: RegisterCatalogue.Form, base: String? = nil, of all: [Terms]) throws -> String {
        var catalogue = RegisterCatalogue(try keeper(), as: form, base: base)
        var text = catalogue.opening
        for (index, terms) in all.enumerated() {
            let share = try ManifestSamples.share("DS/\(index)", terms, approval: "in-force")
            let manifest = try ManifestSamples.manifest(of: share, ManifestSamples.reference())
            text += catalogue.text(for: PortfolioEntry(manifest, changed: ManifestSamples.issued))
        }
        return text + catalogue.closing()
    }

    private static let base = "https://data.example.gov.uk/shares/"
    private static let organisations = "https://concordat.example/ns/2026/organisation/"

    @Test func aShareIsADatasetWithItsLawItsPartiesAndItsRecord() throws {
        var terms = ManifestSamples.full
        terms.frequency = Stated("daily", term: "daily")
        let graph = try #require(
            JSONValue(parsing: try Self.text(.jsonLD, base: Self.base, of: [terms]))["@graph"]?.array)
        func node(_ id: String) throws -> JSONValue { try #require(graph.first { $0["@id"]?.string == id }) }
        let dataset = try node(Self.base + "share/DS%2F0")
        #expect(dataset["@type"] == "dcat:Dataset")
        #expect(dataset["dct:identifier"] == "DS/0")
        #expect(dataset["dct:title"] == ["@language": "en", "@value": "Real Time Information on earnings"])
        #expect(dataset["dct:publisher"] == ["@id": .string(Self.organisations + "hm-revenue-customs")])
        #expect(
            dataset["dcatap:applicableLegislation"] == [
                "@id": "https://www.legislation.gov.uk/ukpga/2012/5/section/127"
            ])
        #expect(dataset["dct:accrualPeriodicity"] == ["@id": "http://purl.org/cld/freq/daily"])
        let permission = try node(Self.base + "share/DS%2F0#agreement")["odrl:permission"]
        #expect(permission?["odrl:assignee"] == ["@id": .string(Self.organisations + "department-for-work-pensions")])
        #expect(
            permission?["odrl:constraint"]?["odrl:rightOperand"] == ["@type": "xsd:date", "@value": "2022-02-01"])
        let record = try node(Self.base + "share/DS%2F0#record")
        #expect(record["foaf:primaryTopic"] == ["@id": .string(Self.base + "share/DS%2F0")])
        #expect(record["dct:modified"]?["@value"] == .string(ManifestSamples.issued.description))
        let catalogue = try node(Self.base + "catalogue")
        #expect(catalogue["@type"] == "dcat:Catalog")
        #expect(catalogue["dcat:dataset"] == ["@id": .string(Self.base + "share/DS%2F0")])
        #expect(catalogue["dct:publisher"] == ["@id": .string(Self.organisations + "department-for-work-pensions")])
    }

    @Test func aBodyIsDescribedOnce() throws {
        let text = try Self.text(.turtle, of: [ManifestSamples.full, ManifestSamples.full])
        #expect(text.components(separatedBy: "<\(Self.organisations)hm-revenue-customs> a ").count == 2)
    }

    @Test func noTextBreaksOutOfTurtle() throws {
        var terms = ManifestSamples.full
        terms.title = "A \"quoted\" \\ title\r\nwith\ttwo lines \u{7F}"
        let text = try Self.text(.turtle, of: [terms])
        #expect(text.contains(#"dct:title "A \"quoted\" \\ title\r\nwith\ttwo lines \u007F"@en"#))
    }

    @Test func anEmptyRegisterIsACatalogueOfNothing() throws {
        let document = try JSONValue(parsing: Self.text(.jsonLD, of: []))
        #expect(document["@graph"]?.array?.count == 2)
        #expect(document["@graph"]?[1]?["dcat:dataset"] == nil)
    }

    private static let hasRDF =
        (try? Tool.python(["import rdflib; assert int(rdflib.__version__.split('.')[0]) >= 6"]).status) == 0

    /// Held against a reader that is none of ours: the two forms are one graph, and every dataset has what DCAT asks.
    @Test(.enabled(if: hasRDF, "Python's rdflib is not there")) func bothFormsAreTheSameGraph() throws {
        var all = [ManifestSamples.full, ManifestSamples.sparse]
        for seed in UInt64(1)...20 {
            var generator = ManifestGenerator(state: seed)
            all.append(generator.terms())
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "catalogue-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (turtle, json) = (folder.appending(path: "c.ttl"), folder.appending(path: "c.json"))
        try Data(Self.text(.turtle, of: all).utf8).write(to: turtle)
        try Data(Self.text(.jsonLD, of: all).utf8).write(to: json)
        let script = """
            import sys, rdflib
            from rdflib.compare import to_isomorphic
            from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF
            turtle = rdflib.Graph().parse(sys.argv[1], format="turtle")
            json = rdflib.Graph().parse(sys.argv[2], format="json-ld")
            assert to_isomorphic(turtle) == to_isomorphic(json), "the forms differ"
            datasets = set(turtle.subjects(RDF.type, DCAT.Dataset))
            [catalogue] = turtle.subjects(RDF.type, DCAT.Catalog)
            assert set(turtle.objects(catalogue, DCAT.dataset)) == datasets
            for dataset in datasets:
                for wanted in (DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher):
                    assert list(turtle.objects(dataset, wanted)), (dataset, wanted)
                [record] = turtle.subjects(FOAF.primaryTopic, dataset)
            print(len(datasets))
            """
        let (status, output) = try Tool.python([script, turtle.path, json.path])
        #expect(status == 0 && output.hasSuffix("\(all.count)\n"), "\(output.suffix(2_000))")
    }
}

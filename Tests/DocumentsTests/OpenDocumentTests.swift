import Documents
import Foundation
import Testing
import XMLTrees

@Suite("OpenDocument texts")
struct OpenDocumentTests {
    private let templates: DocumentTemplates

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
    }

    private func odt(_ subject: DocumentSubject) throws -> [UInt8] {
        try templates.fill("data-sharing-agreement", for: subject).odt()
    }

    @Test(arguments: EveryDocumentTests.names)
    func theMediaTypeStandsFirstStoredAndWithoutAnExtraField(name: String) throws {
        let bytes = try templates.fill(name, for: try SampleShares.complete()).odt()
        let zip = try Zip(bytes)
        let first = try #require(zip.entries.first)
        #expect(first.name == "mimetype")
        #expect(first.method == 0)
        #expect(first.extra == 0)
        #expect(String(decoding: first.bytes, as: UTF8.self) == "application/vnd.oasis.opendocument.text")
        // OpenDocument 1.2, part 3, section 3.3: the type is at byte 38.
        #expect(Array(bytes[38..<77]) == Array("application/vnd.oasis.opendocument.text".utf8))
    }

    @Test func everyEntryBearsTheFirstMomentOfZipWhateverTheTimeZone() throws {
        // Midnight of 1 January 1980, local time: year 0, month 1, day 1.
        #expect(
            try Zip(try odt(try SampleShares.complete())).entries.map(\.moment) == Array(repeating: 0x21_0000, count: 5)
        )
    }

    @Test(arguments: EveryDocumentTests.names)
    func theManifestNamesEveryFile(name: String) throws {
        let zip = try Zip(try templates.fill(name, for: try SampleShares.complete()).odt())
        let manifest = try zip.text("META-INF/manifest.xml")
        for entry in zip.entries where entry.name != "mimetype" && !entry.name.hasPrefix("META-INF/") {
            #expect(manifest.contains("manifest:full-path=\"\(entry.name)\""))
        }
        #expect(
            zip.entries.map(\.name) == ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
    }

    @Test(arguments: EveryDocumentTests.names)
    func theHeaderAndTheFooterCarryTheMarkingAndThePage(name: String) throws {
        let styles = try Zip(try templates.fill(name, for: try SampleShares.complete()).odt()).text("styles.xml")
        let marking = name == "foi-answer" ? "For release" : "OFFICIAL-SENSITIVE – PERSONAL DATA"
        #expect(styles.contains("<style:header><text:p text:style-name=\"Header\">\(marking)</text:p></style:header>"))
        #expect(styles.contains("<text:p text:style-name=\"Footer_20_marking\">\(marking)</text:p></style:footer>"))
        #expect(styles.contains("<text:page-number"))
        #expect(styles.contains("fo:language=\"en\" fo:country=\"GB\""))
    }

    @Test func tablesHaveHeaderRowsAndHeadingsHaveLevels() throws {
        let content = try Zip(try odt(try SampleShares.complete())).text("content.xml")
        let tables = content.split(separator: "<table:table ").count - 1
        #expect(tables > 5)
        #expect(content.split(separator: "<table:table-header-rows>").count - 1 == tables)
        for level in 1...3 { #expect(content.contains("text:outline-level=\"\(level)\"")) }
    }

    /// The numbers are fields: what lays the document out fills them in.
    @Test func theContentsSayOnWhichPageEachSectionIs() throws {
        let content = try Zip(try odt(try SampleShares.complete())).text("content.xml")
        let pages = content.split(separator: "<text:bookmark-ref text:reference-format=\"page\" ").dropFirst()
        let sections = content.split(separator: "text:outline-level=\"2\"><text:bookmark text:name=\"").dropFirst()
        #expect(sections.count > 20)
        #expect(
            pages.map { String($0.prefix { $0 != "/" }) }
                == sections.map { "text:ref-name=\"" + $0.prefix { $0 != "/" } })
        let styles = try Zip(try odt(try SampleShares.complete())).text("styles.xml")
        #expect(styles.contains("<style:tab-stop style:position=\"17cm\" style:type=\"right\""))
    }

    /// Every part of every document, read by a validator that knows nothing of ours.
    @Test(arguments: ["complete", "sparse", "full", "hostile"])
    func everyPartOfEveryDocumentFollowsTheSchema(kind: String) throws {
        // The schemas of OASIS stand beside the repository on the machines of its makers, and nowhere else.
        let schemas = Files.repository.deletingLastPathComponent().appendingPathComponent("shared/standards/odf")
        let document = schemas.appendingPathComponent("OpenDocument-v1.2-os-schema.rng").path
        let manifest = schemas.appendingPathComponent("OpenDocument-v1.2-os-manifest-schema.rng").path
        guard FileManager.default.fileExists(atPath: document) else {
            print("Skipped: there are no OpenDocument schemas at \(schemas.path).")
            return
        }
        let subject =
            switch kind {
            case "complete": try SampleShares.complete()
            case "sparse": try SampleShares.sparse()
            case "full": try SampleShares.everywhere("Words that somebody typed")
            default: try SampleShares.everywhere("<text:p>]]>&\n\u{1}  two  spaces\t")
            }
        let folder = try Files.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var parts: [String: [String]] = [:]
        for name in templates.names {
            let zip = try Zip(try templates.fill(name, for: subject).odt())
            for entry in zip.entries where entry.name != "mimetype" {
                let file = folder.appendingPathComponent("\(name)-\(entry.name.split(separator: "/").last ?? "")")
                try Data(try zip.text(entry.name).utf8).write(to: file)
                parts[entry.name.hasPrefix("META-INF/") ? manifest : document, default: []].append(file.path)
            }
        }
        #expect(parts[document]?.count == 3 * templates.names.count)
        for (schema, files) in parts {
            let result = try Files.run("/usr/bin/env", ["xmllint", "--noout", "--relaxng", schema] + files)
            #expect(result.status == 0, "\(result.said)")
        }
    }

    /// OpenDocument 1.2, part 1, sections 20.253 (`style:join-border`) and 20.193 (`fo:keep-with-next`).
    @Test func eachLineToSignOnHasItsRuleAndABlockStaysTogether() throws {
        let document = try templates.fill("data-sharing-agreement", for: try SampleShares.sparse())
        let package = try Zip(document.odt())
        let styles = try XMLTree.parse(Array(try package.text("styles.xml").utf8), limits: .own)
        func properties(_ name: String) throws -> XMLElement {
            let style = try #require(
                styles.root.descendants.first { element in
                    element.name == "style" && element.attributes.contains { $0.name == "name" && $0.value == name }
                })
            return try #require(style.children.first { $0.name == "paragraph-properties" })
        }
        func value(_ name: String, of element: XMLElement) -> String? {
            element.attributes.first { $0.name == name }?.value
        }
        let line = try properties("Signature_20_line")
        #expect(value("join-border", of: line) == "false")
        #expect(value("keep-with-next", of: line) == "always")
        #expect(value("keep-with-next", of: try properties("Last_20_signature_20_line")) == "auto")
        let content = try XMLTree.parse(Array(try package.text("content.xml").utf8), limits: .own)
        let lines = content.root.descendants.compactMap { element -> String? in
            let style = value("style-name", of: element) ?? ""
            return style.hasSuffix("ignature_20_line") ? "\(style): \(element.text)" : nil
        }
        #expect(
            lines.prefix(5) == [
                "Signature_20_line: Signature:", "Signature_20_line: Name:", "Signature_20_line: Position:",
                "Last_20_signature_20_line: Date:", "Signature_20_line: Signature:",
            ])
    }

}

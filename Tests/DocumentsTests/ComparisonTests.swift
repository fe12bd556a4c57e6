@testable import Documents
import Foundation
@testable import Shares
import Testing

@Suite("Comparing two versions of a document")
struct ComparisonTests {
    private let templates: DocumentTemplates

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
    }

    private func compared(_ change: (inout DocumentSubject) -> Void) throws -> ComparedDocument {
        let old = try SampleShares.complete()
        var new = old
        change(&new)
        return try ComparedDocument(
            from: try templates.fill("data-sharing-agreement", for: old),
            to: try templates.fill("data-sharing-agreement", for: new), versions: ("version 1", "version 2"),
            in: templates)
    }

    @Test(
        arguments: [
            ("keep it two years", "keep it three years", "keep it {-two-}{+three+} years"),
            ("a b", "a b c", "a b{+ c+}"), ("a b c", "a c", "a {-b -}c"), ("x", "y", "{-x-}{+y+}"),
            ("one two", "three four", "{-one two-}{+three four+}"),
            ("same", "same", "same"),
        ])
    func wordsAreMarked(old: String, new: String, marked: String) {
        let text = DocumentComparison.words(from: old, to: new).map { piece in
            switch piece.change {
            case .same: piece.text
            case .deleted: "{-\(piece.text)-}"
            case .inserted: "{+\(piece.text)+}"
            }
        }.joined()
        #expect(text == marked)
    }

    /// Whatever the two are, each comes back whole from what is not of the other.
    @Test(arguments: 1...50)
    func bothVersionsComeBackWhole(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func random(_ count: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % count)
        }
        func words() -> String {
            (0...random(6)).map { _ in ["data", "share", "two", "years"][random(4)] }.joined(separator: " ")
        }
        func blocks() -> [DocumentBlock] {
            (0..<random(12)).map { _ in
                guard random(4) == 0 else { return .text(level: random(4) == 0 ? 2 : nil, words()) }
                return .table(
                    DocumentTable(
                        .init(caption: ["A", "B"][random(2)], head: [], widths: [850, 850]),
                        rows: (0..<random(5)).map { _ in
                            .init(cells: [words(), words()].map { .init(text: $0, isHeader: false) }, isHead: false)
                        }))
            }
        }
        let (old, new) = (blocks(), blocks())
        let comparison = DocumentComparison(from: old, to: new)
        func side(without change: DocumentComparison.Change) -> [DocumentBlock] {
            func text(_ pieces: [DocumentComparison.Piece]) -> String {
                pieces.filter { $0.change != change }.map(\.text).joined()
            }
            return comparison.blocks.filter { $0.change != change }.map { block in
                switch block {
                case .text(let level, let pieces): .text(level: level, text(pieces))
                case .table(let shape, _, let rows):
                    .table(
                        DocumentTable(
                            shape,
                            rows: rows.filter { $0.change != change }.map { row in
                                .init(
                                    cells: row.cells.map { .init(text: text($0.pieces), isHeader: $0.isHeader) },
                                    isHead: row.isHead)
                            }))
                }
            }
        }
        #expect(side(without: .inserted) == old, "seed \(seed)")
        #expect(side(without: .deleted) == new, "seed \(seed)")
    }

    @Test func aTableStaysOneAndItsChangedRowsAreMarked() throws {
        let document = try compared { subject in
            subject.share.terms.items.removeLast()
        }
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(html.contains("<tr class=\"changed\"><th scope=\"row\"><del>Sickness flag</del></th><td><del>"))
        #expect(
            html.contains(
                "<tr class=\"changed\"><th scope=\"row\">Risk tier</th><td><del>High</del><ins>Medium</ins></td></tr>"))
        #expect(
            html.contains("<caption>Parties to the agreement</caption><thead><tr><th scope=\"col\">Organisation</th>"))
        #expect(!html.contains(" | "))
    }

    /// OpenDocument tracks no rows.
    @Test func aTableThatLosesARowIsTakenOutWholeAndPutInWhole() throws {
        let shape = DocumentTable.Shape(caption: "Items", head: [], widths: [850])
        func table(_ words: String...) -> DocumentBlock {
            .table(
                DocumentTable(
                    shape, rows: words.map { .init(cells: [.init(text: $0, isHeader: false)], isHead: false) }))
        }
        func content(_ old: DocumentBlock, _ new: DocumentBlock) -> String {
            let title = DocumentBlock.text(level: 1, "Title")
            let comparison = DocumentComparison(from: [title, old], to: [title, new])
            return String(
                decoding: ComparisonODT.content(of: comparison, words: "From 1 to 2", day: "2026-04-01"), as: UTF8.self)
        }
        func tables(_ content: some StringProtocol) -> Int { content.split(separator: "<table:table ").count - 1 }
        let fewer = content(table("Name", "Address"), table("Name"))
        let gone = try #require(fewer.firstRange(of: /<text:deletion>.*<\/text:deletion>/))
        #expect(tables(fewer[gone]) == 1 && fewer[gone].contains("Address"))
        let put = try #require(fewer.firstRange(of: "<text:change-start "))
        #expect(tables(fewer[put.lowerBound...]) == 1 && !fewer[put.lowerBound...].contains("Address"))
    }

    @Test func aTableWithTheSameRowsStaysAndItsWordsAreMarked() {
        let shape = DocumentTable.Shape(caption: "Items", head: [], widths: [850, 850])
        func table(_ text: String) -> DocumentBlock {
            let cells = ["Name", text].map { DocumentTable.Cell(text: $0, isHeader: false) }
            return .table(DocumentTable(shape, rows: [.init(cells: cells, isHead: false)]))
        }
        let comparison = DocumentComparison(from: [table("Two years")], to: [table("Three years")])
        let content = String(
            decoding: ComparisonODT.content(of: comparison, words: "From 1 to 2", day: "2026-04-01"), as: UTF8.self)
        #expect(content.split(separator: "<table:table ").count == 2)
        #expect(content.contains("<text:change-start text:change-id=\"change-2\"/>Three<text:change-end "))
    }

    @Test func whatStandsBelowEachOtherInACellIsKeptApart() {
        func entry(_ text: String) -> PageContent { .element(PageElement(PageTag(.li), text: text)) }
        let cell = PageElement(
            PageTag(.td),
            [
                .element(PageElement(PageTag(.ul), [entry("Name"), entry("Date of birth")])),
                .element(PageElement(PageTag(.p), text: "Nothing else")),
            ])
        #expect(DocumentBlock.text(of: cell) == "Name; Date of birth Nothing else")
    }

    /// Otherwise an empty paragraph would be left behind where a change is accepted or rejected.
    @Test func paragraphsComeAndGoWithTheirEnds() throws {
        let blocks = [DocumentBlock.text(level: 1, "Title"), .text(level: nil, "Gone"), .text(level: 2, "Last")]
        func content(_ old: [DocumentBlock], _ new: [DocumentBlock]) -> String {
            let comparison = DocumentComparison(from: old, to: new)
            return String(
                decoding: ComparisonODT.content(of: comparison, words: "From 1 to 2", day: "2026-04-01"), as: UTF8.self)
        }
        let without = [blocks[0], blocks[2]]
        let title = "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">"
        let last = "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">Last</text:h></office:text>"
        let out = content(blocks, without)
        #expect(
            out.contains(
                "\(title.dropLast())/><text:p text:style-name=\"Text_20_body\">Gone</text:p></text:deletion>"))
        #expect(out.contains("Title<text:change text:change-id=\"change-1\"/></text:h>\(last)"))
        let into = content(without, blocks)
        #expect(
            into.contains(
                "Title<text:change-start text:change-id=\"change-1\"/></text:h><text:p text:style-name=\"Text_20_body\">"
                    + "Gone<text:change-end text:change-id=\"change-1\"/></text:p>\(last)"))
        // What is compared is said in a comment: nothing in the text is of neither version.
        #expect(
            out.contains("\(title)<office:annotation>")
                && out.contains("<text:p>From 1 to 2</text:p></office:annotation>"))
    }

    @Test func aChangedPurposeIsMarkedAndNothingElse() throws {
        let document = try compared { $0.share.terms.costs("Paid <b>wholly</b> elsewhere") }
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(html.contains("</del><ins>Paid &lt;b&gt;wholly&lt;/b&gt; elsewhere</ins>"))
        #expect(document.changes == 1)
        #expect(try compared { _ in }.changes == 0)
    }

    @Test func theOpenDocumentTextTracksTheChangesAndFollowsTheSchema() throws {
        let document = try compared { subject in
            subject.share.terms.purpose = "To calculate awards from earnings as employers report them each day."
            subject.share.terms.items.removeLast()
        }
        let zip = try Zip(document.odt())
        let content = try zip.text("content.xml")
        #expect(content.contains("<text:deletion>") && content.contains("<text:insertion>"))
        #expect(
            content.split(separator: "<text:change-start ").count == content.split(separator: "<text:change-end ").count
        )
        let schema = Files.repository.deletingLastPathComponent()
            .appendingPathComponent("shared/standards/odf/OpenDocument-v1.2-os-schema.rng").path
        guard FileManager.default.fileExists(atPath: schema) else {
            print("Skipped: there is no OpenDocument schema at \(schema).")
            return
        }
        let folder = try Files.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("content.xml")
        try Data(content.utf8).write(to: file)
        let result = try Files.run("/usr/bin/env", ["xmllint", "--noout", "--relaxng", schema, file.path])
        #expect(result.status == 0, "\(result.said)")
    }
}

extension Shares.Terms {
    fileprivate mutating func costs(_ text: String) { other["costs"] = text }
}

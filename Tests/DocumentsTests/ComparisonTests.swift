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
        func blocks() -> [DocumentBlock] {
            (0..<random(12)).map { _ in
                let words = (0...random(6)).map { _ in ["data", "share", "two", "years"][random(4)] }
                return DocumentBlock(level: random(4) == 0 ? 2 : nil, text: words.joined(separator: " "))
            }
        }
        let (old, new) = (blocks(), blocks())
        let comparison = DocumentComparison(from: old, to: new)
        func text(without change: DocumentComparison.Change) -> [String] {
            comparison.blocks.map { block in
                block.pieces.filter { $0.change != change }.map(\.text).joined()
            }.filter { !$0.isEmpty }
        }
        #expect(text(without: .inserted) == old.map(\.text), "seed \(seed)")
        #expect(text(without: .deleted) == new.map(\.text), "seed \(seed)")
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

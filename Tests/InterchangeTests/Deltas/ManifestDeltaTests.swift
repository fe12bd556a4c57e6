import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// What changed between two versions is said in words, and the patch makes the one of the other.
@Suite struct ManifestDeltaTests {
    private func manifest(_ terms: Terms, version: Int = 1) throws -> Manifest {
        var manifest = try ManifestSamples.manifest(
            of: ManifestSamples.share("DWP-DS-00001", terms, approval: "in-force"), ManifestSamples.reference())
        manifest.version = version
        return manifest
    }

    /// Applies a patch of `add`, `remove` and `replace` by the letter of RFC 6902.
    private func applying(_ patch: [JSONValue], to document: JSONValue) throws -> JSONValue {
        func apply(_ operation: String, _ path: ArraySlice<String>, _ value: JSONValue?, to target: JSONValue) throws
            -> JSONValue
        {
            guard let first = path.first else { return try #require(value) }
            let rest = path.dropFirst()
            switch target {
            case .object(var members):
                if rest.isEmpty, operation != "replace" {
                    #expect((members[first] == nil) == (operation == "add"))
                    members[first] = value
                } else {
                    members[first] = try apply(operation, rest, value, to: try #require(members[first]))
                }
                return .object(members)
            case .array(var elements):
                let index = try #require(Int(first))
                if rest.isEmpty, operation == "add" {
                    elements.insert(try #require(value), at: index)
                } else if rest.isEmpty, operation == "remove" {
                    elements.remove(at: index)
                } else {
                    elements[index] = try apply(operation, rest, value, to: elements[index])
                }
                return .array(elements)
            default: throw ManifestSamples.Missing.share
            }
        }
        return try patch.reduce(document) { document, operation in
            let path = try #require(operation["path"]?.string).split(separator: "/").map {
                $0.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
            }
            return try apply(try #require(operation["op"]?.string), path[...], operation["value"], to: document)
        }
    }

    private func expectPatched(_ old: Manifest, _ new: Manifest, _ note: Comment) throws {
        let writer = ManifestWriter(try ManifestSamples.schemas())
        let delta = try JSONValue(parsing: ManifestDelta(from: old, to: new).json)
        let patched = try applying(
            try #require(delta["patch"]?.array), to: JSONValue(parsing: writer.forms(of: old).json))
        #expect(patched.canonical() == (try writer.forms(of: new).json), note)
    }

    @Test func changesAreSaidInWords() throws {
        let old = try manifest(ManifestSamples.full)
        var terms = ManifestSamples.full
        terms.title = "Earnings"
        terms.items.removeLast()
        terms.items.append(DataItem(Stated("pay date"), isPersonal: true))
        terms.publicBenefit = nil
        let new = try manifest(terms, version: 4)
        let delta = try ManifestDelta(from: old, to: new)
        #expect(
            delta.words == [
                "Data items: “pay date, criminal offence false, personal true” was added.",
                "Data items: “tax year, criminal offence false, personal false” was taken out.",
                "Public benefit: “Awards are right from the start.” was taken out.",
                "Title: “Real Time Information on earnings” became “Earnings”.",
            ])
        #expect(delta.from == 1 && delta.to == 4)
        try expectPatched(old, new, "words")
    }

    @Test func aLaterIssueOfTheSameSaysNothing() throws {
        let old = try manifest(ManifestSamples.full)
        var new = old
        new.issued = Instant(milliseconds: old.issued.milliseconds + 1)
        #expect(try ManifestDelta(from: old, to: new).words == [])
        try expectPatched(old, new, "issue")
    }

    @Test func thePatchMakesTheOneOfTheOther() throws {
        for seed in UInt64(1)...40 {
            var generator = ManifestGenerator(state: seed)
            try expectPatched(
                manifest(generator.terms()), manifest(generator.terms(), version: 2), "seed \(seed)")
        }
        try expectPatched(manifest(ManifestSamples.full), manifest(ManifestSamples.sparse, version: 2), "fewer")
        try expectPatched(manifest(ManifestSamples.sparse), manifest(ManifestSamples.full, version: 2), "more")
    }

    @Test func otherSharesAndEarlierVersionsAreRefused() throws {
        let old = try manifest(ManifestSamples.full)
        var other = old
        other.reference = ShareReference("X")
        #expect(throws: Findings.self) { try ManifestDelta(from: old, to: other) }
        let later = try manifest(ManifestSamples.full, version: 2)
        #expect(throws: Findings.self) { try ManifestDelta(from: later, to: old) }
    }
}

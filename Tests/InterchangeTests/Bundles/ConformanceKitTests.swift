import Foundation
import Interchange
import JSONValues
import Shares
import Signatures
import Testing

/// The kit that partners test their readers with: our own reader says what it expects.
@Suite struct ConformanceKitTests {
    /// The committed kit, which is what partners have.
    @Test func everyCaseOfTheKitIsJudgedAsItSays() async throws {
        let root = ManifestSamples.root.appending(path: "Samples/conformance")
        let expected = try JSONValue(parsing: Array(Data(contentsOf: root.appending(path: "expected.json"))))
        let day = try #require(expected["at"]?.string.flatMap { Day(iso: $0) })
        let trust = try Trust(
            pem: ["authority.pem", "revoked.pem"].map {
                ($0, String(decoding: try Data(contentsOf: root.appending(path: $0)), as: UTF8.self))
            })
        let schemas = try ManifestSamples.schemas()
        func check(after previous: Manifest?) -> ManifestCheck {
            ManifestCheck(schemas: schemas, trust: trust, at: Instant(startOf: day.adding(days: 1)), after: previous)
        }
        let cases = try #require(expected["cases"]?.array)
        #expect(cases.count == 51)
        for test in cases {
            let name = try #require(test["name"]?.string)
            let read = try #require(test["read"]?.string)
            let folder = root.appending(path: name)
            var files: [String: [UInt8]] = [:]
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                files[file] = Array(try Data(contentsOf: folder.appending(path: file)))
            }
            let file = read.split(separator: "/").dropFirst().first.map(String.init)
            let earlier = test["previous"]?.string?.split(separator: "/").last.map(String.init)
            let check = check(
                after: try earlier.map { try Manifest(json: try #require(files[$0]), schemas: schemas, file: $0) })
            let started = ContinuousClock.now
            let verdict =
                if let file {
                    await check.verdict(on: try #require(files[file]), file: file, jws: files[file + ".jws"])
                } else { await check.verdict(onBundle: files) }
            // A minute is for a machine that is busy; what a hostile file aims at takes far longer.
            #expect(ContinuousClock.now - started < .seconds(60), "\(name)")
            #expect(verdict.isSound == (test["verdict"] == "sound"), "\(name): \(verdict.findings)")
            if let rule = test["rule"]?.string { #expect(verdict.rules.contains(rule), "\(name): \(verdict.findings)") }
            #expect(verdict.isSound || verdict.signer == nil, "\(name)")
        }
    }

    /// A kit made anew has the cases of the committed one.
    @Test func aNewKitHasTheSameCases() throws {
        let manifest = try Manifest(
            json: ManifestSamples.bytes("Samples/manifests/earnings-in-force.json"), schemas: ManifestSamples.schemas())
        let issuer = try #require(try ManifestSamples.reference().organisations[manifest.issuer.id ?? ""])
        let moment = try #require(Day(iso: "2026-11-27"))
        let kit = try ConformanceKit(
            of: manifest, issuer: issuer, schemas: ManifestSamples.schemas(), at: Instant(startOf: moment))
        #expect(
            String(decoding: kit.expected, as: UTF8.self)
                == String(decoding: try ManifestSamples.bytes("Samples/conformance/expected.json"), as: UTF8.self))
    }
}

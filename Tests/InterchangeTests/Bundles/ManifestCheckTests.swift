import Foundation
import Interchange
import Shares
import Signatures
import Testing

/// Who signed, whether they may, and whether it is newer than what came before.
@Suite struct ManifestCheckTests {
    let samples: BundleSamples

    init() throws { samples = try BundleSamples() }

    @Test func aSoundBundleIsItsIssuers() async throws {
        let verdict = try await samples.check().verdict(onBundle: samples.files())
        #expect(verdict.findings.all == [])
        #expect(verdict.manifest == samples.manifest)
        #expect(verdict.signer == samples.signatory.certificate)
        #expect(verdict.signer?.organisation == BundleSamples.issuer)
    }

    @Test func eachFormStandsByItself() async throws {
        let files = try samples.files()
        let check = try samples.check()
        let xml = await check.verdict(on: try #require(files["manifest.xml"]), file: "manifest.xml")
        #expect(xml.isSound && xml.signer == samples.signatory.certificate, "\(xml.findings)")
        let json = await check.verdict(
            on: try #require(files["manifest.json"]), file: "manifest.json", jws: files["manifest.json.jws"])
        #expect(json.isSound && json.signer == samples.signatory.certificate, "\(json.findings)")
        #expect(xml.manifest == json.manifest)
    }

    @Test func anyByteChangedInAnyFileIsFound() async throws {
        let files = try samples.files()
        let check = try samples.check()
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            // Line ends at the end of a text are no part of what it says.
            for place in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / 25)) {
                var changed = files
                changed[name]?[place] ^= 1
                let verdict = await check.verdict(onBundle: changed)
                #expect(!verdict.isSound, "\(name), byte \(place)")
            }
        }
    }

    @Test func whatIsNotSignedIsRefusedWhoeverIsTrusted() async throws {
        let trusting = Trust(authorities: [samples.authority.certificate])
        let plain = try ManifestBundle(samples.manifest, samples.forms, signedBy: nil).files
        for trust in [Trust(), trusting] {
            let strict = ManifestCheck(schemas: samples.schemas, trust: trust, at: BundleSamples.now)
            let lenient = ManifestCheck(
                schemas: samples.schemas, trust: trust, at: BundleSamples.now, allowsUnsigned: true)
            let bundle = Dictionary(uniqueKeysWithValues: plain.map { ($0.name, $0.bytes) })
            #expect(await strict.verdict(onBundle: bundle).rules == ["signature-missing"])
            let read = await lenient.verdict(onBundle: bundle)
            #expect(read.isSound && read.signer == nil, "\(read.findings)")
            for (bytes, file) in [(samples.forms.json, "manifest.json"), (samples.forms.xml, "manifest.xml")] {
                #expect(await strict.verdict(on: bytes, file: file).rules == ["signature-missing"])
                let read = await lenient.verdict(on: bytes, file: file)
                #expect(read.isSound && read.signer == nil, "\(read.findings)")
            }
        }
    }

    @Test func aSignatureThatIsThereMustHoldAlsoWhereNoneIsAsked() async throws {
        let untrusting = ManifestCheck(
            schemas: samples.schemas, trust: Trust(), at: BundleSamples.now, allowsUnsigned: true)
        #expect(await untrusting.verdict(onBundle: try samples.files()).rules == ["authority-untrusted"])
        var files = try samples.files()
        files["manifest.json.jws"] = Array("e30..AAAA".utf8)
        #expect(await untrusting.verdict(onBundle: files).isSound == false)
        let single = await untrusting.verdict(
            on: samples.forms.json, file: "manifest.json", jws: Array("e30..AAAA".utf8))
        #expect(!single.isSound)
        // One form stripped of its signature, the other not.
        files = try samples.files()
        files["manifest.xml"] = samples.forms.xml
        #expect(await untrusting.verdict(onBundle: files).rules.contains("signature-missing"))
    }

    @Test func datesAreJudgedAtTheMomentAsked() async throws {
        let files = try samples.files()
        let expired = Instant(milliseconds: BundleSamples.now.milliseconds + 400 * 86_400_000)
        #expect(try await samples.check(at: expired).verdict(onBundle: files).rules == ["certificate-dates"])
        let early = Instant(milliseconds: ManifestSamples.issued.milliseconds - 2 * 86_400_000)
        #expect(
            try await samples.check(at: early).verdict(onBundle: files).rules == ["certificate-dates", "issued-future"])
    }

    @Test func aCertificateThatWasTakenBackIsRefused() async throws {
        let entry = RevocationList.Entry(
            serial: samples.signatory.certificate.serial, at: ManifestSamples.issued, reason: .keyCompromise)
        let verdict = try await samples.check(revoked: [entry]).verdict(onBundle: samples.files())
        #expect(verdict.rules == ["certificate-revoked"] && verdict.signer == nil)
        // A list in the authority's name that somebody else signed takes nothing back, and is an attempt.
        let other = try TestAuthority.made(named: "Test authority", at: ManifestSamples.issued, years: 1)
        let forged = try RevocationList([entry], number: 9, by: other, at: BundleSamples.now, days: 9)
        let trust = Trust(authorities: [samples.authority.certificate], revocations: [forged])
        let check = ManifestCheck(schemas: samples.schemas, trust: trust, at: BundleSamples.now)
        let believed = await check.verdict(onBundle: try samples.files())
        #expect(believed.rules == ["revocations-forged"])
        #expect(believed.findings.all.map(\.rule) == ["revocations-forged", "revocations-missing"])
    }

    @Test func withoutAListItIsAWarningUnlessOneIsRequired() async throws {
        let trust = Trust(authorities: [samples.authority.certificate])
        for isRequired in [false, true] {
            let check = ManifestCheck(
                schemas: samples.schemas, trust: trust, at: BundleSamples.now, requiresRevocations: isRequired)
            let verdict = await check.verdict(onBundle: try samples.files())
            #expect(verdict.findings.all.map(\.rule) == ["revocations-missing"])
            #expect(verdict.isSound != isRequired)
        }
    }

    /// Whoever holds the newer list back would gain by it.
    @Test func aListThatIsOutOfDateIsRefused() async throws {
        let list = try RevocationList([], number: 1, by: samples.authority, at: ManifestSamples.issued, days: 1)
        let trust = Trust(authorities: [samples.authority.certificate], revocations: [list])
        let late = Instant(milliseconds: ManifestSamples.issued.milliseconds + 40 * 86_400_000)
        let check = ManifestCheck(schemas: samples.schemas, trust: trust, at: late)
        #expect(await check.verdict(onBundle: try samples.files()).rules == ["revocations-old"])
    }

    @Test(arguments: ["manifest.json.sig", "signing.pem", "manifest.json.jws", "bundle.json.jws"])
    func aBundleWithoutWhatAToolNeedsIsNotComplete(_ name: String) async throws {
        var files = try samples.files()
        files[name] = nil
        // Taken off the list as well, as the issuer alone could.
        let verdict = try await samples.check().verdict(onBundle: files)
        #expect(verdict.rules.contains("bundle-missing"))
    }

    @Test func aRevocationListIsReadAsItWasWritten() throws {
        let entries = RevocationList.Reason.allCases.enumerated().map { index, reason in
            RevocationList.Entry(
                serial: "4\(index)0A", at: Instant(milliseconds: 1_790_000_000_000), reason: reason)
        }
        let list = try RevocationList(entries, number: 7, by: samples.authority, at: BundleSamples.now, days: 30)
        let read = try #require(try Trust(pem: [("revoked.pem", list.pem)]).revocations.first)
        #expect(read == list && read.entries == entries && read.number == 7)
    }

    @Test func versionsGoForward() async throws {
        func rules(after change: (inout Manifest) -> Void) async throws -> Set<String> {
            var previous = samples.manifest
            change(&previous)
            return try await samples.check(after: previous).verdict(onBundle: samples.files()).rules
        }
        #expect(try await rules { _ in }.isEmpty)
        #expect(try await rules { $0.version -= 1 }.isEmpty)
        #expect(try await rules { $0.version += 1 } == ["version-order"])
        #expect(try await rules { $0.title = "Another" } == ["version-order"])
        #expect(try await rules { $0.reference = ShareReference("X") } == ["version-order"])
        #expect(
            try await rules { $0.register = RegisterPosition(size: 5_000, head: $0.register.head, at: $0.register.at) }
                == ["version-order"])
        #expect(
            try await rules {
                $0.register = RegisterPosition(
                    size: $0.register.size, head: String(repeating: "0", count: 64), at: $0.register.at)
            } == ["version-order"])
    }

    /// The same version may be worded otherwise, and may be issued once more as replaced; then it stays replaced.
    @Test func aVersionStaysWhatItWas() async throws {
        func rules(after change: (inout Manifest) -> Void) async throws -> [String] {
            var previous = samples.manifest
            change(&previous)
            return try await samples.check(after: previous).verdict(onBundle: samples.files()).findings.all.map(\.rule)
        }
        #expect(try await rules { $0.providers[0].name = "Inland Revenue" } == ["version-wording"])
        #expect(try await rules { $0.issuer.name = "DWP" } == ["version-wording"])
        #expect(try await rules { $0.providers[0].id = "inland-revenue" } == ["version-order"])
        #expect(try await rules { $0.gateways[1].name = "a new letter" } == ["version-order"])
        let day = try #require(Day(iso: "2026-02-02"))
        #expect(
            try await rules { $0.replacedBy = Manifest.Replacement(version: 2, since: day) } == ["version-order"])
    }

    @Test func draftsMayChange() async throws {
        var draft = samples.manifest
        (draft.version, draft.status, draft.title) = (0, .proposed, "A draft")
        var later = draft
        later.title = "A later draft"
        let bytes = try ManifestWriter(samples.schemas).forms(of: later).json
        let check = ManifestCheck(
            schemas: samples.schemas, trust: Trust(), at: BundleSamples.now, after: draft, allowsUnsigned: true)
        #expect(await check.verdict(on: bytes, file: "manifest.json").isSound)
    }

    @Test func whatWasReplacedIsSoundAndSaysSo() async throws {
        var old = samples.manifest
        old.replacedBy = Manifest.Replacement(version: 2, since: try #require(Day(iso: "2026-02-02")))
        let bytes = try ManifestWriter(samples.schemas).forms(of: old).xml
        let check = ManifestCheck(
            schemas: samples.schemas, trust: Trust(), at: BundleSamples.now, after: samples.manifest,
            allowsUnsigned: true)
        let verdict = await check.verdict(on: bytes, file: "manifest.xml")
        #expect(verdict.isSound && verdict.findings.all.map(\.rule) == ["manifest-replaced"])
    }

    @Test func whatIsTooLongIsNotRead() async throws {
        let check = try samples.check()
        let long = [UInt8](repeating: UInt8(ascii: " "), count: ManifestCheck.longestJSON + 1)
        #expect(await check.verdict(on: long + Array("{}".utf8), file: "manifest.json").rules.contains("manifest-json"))
        #expect(await check.verdict(on: Array("<".utf8) + long, file: "manifest.xml").rules.contains("manifest-xml"))
    }

    @Test func aKeyPrintsAsNothing() {
        let key = SigningKey()
        #expect("\(key)" == "a signing key" && String(reflecting: key) == "a signing key")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped == "- a signing key\n")
    }

    @Test func aKeyAndACertificateThatDoNotBelongTogetherAreRefused() throws {
        #expect(throws: Findings.self) { try Signatory(key: SigningKey(), chain: samples.signatory.chain) }
        #expect(throws: Findings.self) { try SigningKey(pem: "-----BEGIN PRIVATE KEY-----", source: "x") }
    }
}

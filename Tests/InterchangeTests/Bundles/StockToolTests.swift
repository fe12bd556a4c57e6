import Foundation
import Interchange
import Signatures
import Testing

/// A partner checks what it gets with tools that it has, by the commands of `docs/manifest.md`, and finds what was changed.
@Suite struct StockToolTests {
    /// The commands between `<!-- commands: NAME -->` and the end of the block, as the page gives them.
    private func commands(_ name: String) throws -> String {
        let page = String(decoding: try ManifestSamples.bytes("docs/manifest.md"), as: UTF8.self)
        let start = try #require(page.range(of: "<!-- commands: \(name) -->\n\n"))
        let lines = page[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("    ") }
        return lines.map { String($0.dropFirst(4)) }.joined(separator: "\n")
    }

    private func run(_ script: String, in folder: URL) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-euo", "pipefail", "-c", script]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private func change(_ name: String, in folder: URL) throws {
        let file = folder.appending(path: name)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try #require(text.contains("Real Time"))
        try Data(text.replacingOccurrences(of: "Real Time", with: "Some Time").utf8).write(to: file)
    }

    private static func has(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    @Test(.enabled(if: has("/usr/bin/openssl"), "openssl is not installed"))
    func opensslFindsTheSignatureAndTheCertificateGood() throws {
        let folder = try BundleSamples().folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try commands("openssl")
        #expect(script.contains("dgst -sha256 -verify"))
        let (status, output) = try run(script, in: folder)
        #expect(status == 0 && output.contains("Verified OK") && output.contains("signing.pem: OK"), "\(output)")
        try change("manifest.json", in: folder)
        #expect(try run(script, in: folder).status != 0)
    }

    @Test(.enabled(if: has("/usr/bin/openssl"), "openssl is not installed"))
    func opensslFindsThatACertificateWasTakenBack() throws {
        let samples = try BundleSamples()
        let folder = try samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let entry = RevocationList.Entry(
            serial: samples.signatory.certificate.serial, at: ManifestSamples.issued, reason: .keyCompromise)
        let list = try RevocationList([entry], number: 2, by: samples.authority, at: BundleSamples.now, days: 3_650)
        try Data(list.pem.utf8).write(to: folder.appending(path: "revoked.pem"))
        let (status, output) = try run(try commands("openssl"), in: folder)
        #expect(status != 0 && output.contains("certificate revoked"), "\(output)")
    }

    @Test(.enabled(if: has("/usr/bin/xmlsec1"), "xmlsec1 is not installed"))
    func xmlsecFindsTheXMLSignatureGood() throws {
        let folder = try BundleSamples().folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try commands("xmlsec1")
        let (status, output) = try run(script, in: folder)
        #expect(status == 0, "\(output)")
        try change("manifest.xml", in: folder)
        #expect(try run(script, in: folder).status != 0)
    }

    /// Under one authority every organisation has a good certificate.
    @Test(.enabled(if: has("/usr/bin/openssl") && has("/usr/bin/xmlsec1"), "openssl or xmlsec1 is not installed"))
    func stockToolsFindThatSomebodyElseSigned() throws {
        let samples = try BundleSamples()
        let folder = try samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try commands("issuer")
        #expect(try run(script, in: folder).status == 0)
        let key = SigningKey()
        let other = try samples.authority.issue(
            to: "hm-revenue-and-customs", named: "HM Revenue and Customs", for: key, at: ManifestSamples.issued,
            days: 300)
        let pem = folder.appending(path: "signing.pem")
        try Data(other.pem.utf8).write(to: pem)
        #expect(try run(commands("openssl").split(separator: "\n")[0].description, in: folder).status == 0)
        #expect(try run(script, in: folder).status != 0)
        let (status, output) = try run(try commands("xmlsec1"), in: folder)
        #expect(status != 0 && output.contains("OK"), "\(output)")
    }

    private static let hasCryptography =
        (try? {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", "-c", "import cryptography"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()) == true

    @Test(.enabled(if: hasCryptography, "Python's cryptography is not installed"))
    func pythonFindsTheJSONWebSignatureAndTheListGood() throws {
        let folder = try BundleSamples().folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try commands("jws")
        let (status, output) = try run(script, in: folder)
        #expect(status == 0, "\(output)")
        let list = try commands("list")
        #expect(try run(list, in: folder).status == 0)
        try change("manifest.json", in: folder)
        #expect(try run(script, in: folder).status != 0)
        #expect(try run(list, in: folder).status != 0)
    }

    @Test(.enabled(if: has("/usr/bin/xmllint"), "xmllint is not installed"))
    func aSignedManifestFollowsTheSchema() throws {
        let folder = try BundleSamples().folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let schema = ManifestSamples.root.appending(path: "Templates/schemas/manifest.xsd").path
        let (status, output) = try run("xmllint --nonet --noout --schema '\(schema)' manifest.xml", in: folder)
        #expect(status == 0, "\(output)")
    }
}

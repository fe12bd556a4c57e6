import Casework
import Foundation
import Shares
import Testing

/// The file that describes the mail server: every fault with its place, and never the password.
@Suite struct MailServerFileTests {
    private func findings(_ text: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("secret\n".utf8).write(to: folder.appendingPathComponent("password"))
        try Data("\n".utf8).write(to: folder.appendingPathComponent("empty"))
        let file = folder.appendingPathComponent("mail.json")
        try Data(text.utf8).write(to: file)
        do {
            try DeliveryRoute.server(file: file.path).check()
            return []
        } catch let findings as Findings {
            #expect(!findings.description.contains("secret"))
            return findings.all.map { "\($0.rule) \($0.place)" }.sorted()
        }
    }

    private static let sound = """
        "host": "smtp.example.gov.uk", "port": 587, "tls": "starttls", "from": "data-sharing@example.gov.uk"
        """

    static let files: [(String, [String])] = [
        ("{\(sound)}", []),
        (#"{\#(sound), "user": "concordat", "password": {"file": "password"}}"#, []),
        (#"{"host": "127.0.0.1", "port": 25, "tls": "none", "from": "a@example.gov.uk", "attempts": 3}"#, []),
        (#"{"host": "localhost", "port": 25, "tls": "none", "from": "a@example.gov.uk"}"#, []),
        (#"{"host": "::1", "port": 25, "tls": "none", "from": "a@example.gov.uk"}"#, []),
        (
            #"{"host": "127.example.gov.uk", "port": 25, "tls": "none", "from": "a@example.gov.uk"}"#,
            ["mail-not-encrypted mail.json at /tls"]
        ),
        (
            #"{"host": "10.0.0.1", "port": 25, "tls": "none", "from": "a@example.gov.uk"}"#,
            ["mail-not-encrypted mail.json at /tls"]
        ),
        ("{", ["mail-server line 1, column 2"]),
        (
            "{}",
            ["from", "host", "port", "tls"].map { "mail-server mail.json at /\($0)" }
        ),
        (
            #"{"host": "smtp.example.gov.uk", "port": 70000, "tls": "maybe", "from": "a@example.gov.uk", "x": 1}"#,
            ["port", "tls", "x"].map { "mail-server mail.json at /\($0)" }
        ),
        (
            #"{"host": "smtp/../x\"\nuser", "port": 587, "tls": "tls", "from": "a@b\r\nRCPT"}"#,
            ["mail-from mail.json at /from", "mail-host mail.json at /host"]
        ),
        (#"{\#(sound), "user": "concordat", "password": "secret"}"#, ["mail-server mail.json at /password"]),
        (#"{\#(sound), "user": "concordat"}"#, ["mail-password mail.json at /password"]),
        (#"{\#(sound), "password": {"file": "password"}}"#, ["mail-user mail.json at /user"]),
        (
            #"{\#(sound), "user": "a:b", "password": {"file": "nowhere"}}"#,
            ["mail-password mail.json at /password/file", "mail-user mail.json at /user"]
        ),
        (
            #"{\#(sound), "user": "a", "password": {"file": "empty"}}"#,
            ["mail-password mail.json at /password/file"]
        ),
        (
            #"{\#(sound), "user": "a", "password": {"environment": "CONCORDAT_NO_SUCH_VARIABLE"}}"#,
            ["mail-password mail.json at /password/environment"]
        ),
        (
            #"{\#(sound), "user": "a", "password": {"environment": "A", "file": "password"}}"#,
            ["mail-server mail.json at /password"]
        ),
        (#"{\#(sound), "authority": "nowhere.pem"}"#, ["mail-authority mail.json at /authority"]),
    ]

    @Test(arguments: files) func whatIsWrongIsSaidWithItsPlace(text: String, expected: [String]) throws {
        #expect(try findings(text) == expected)
    }

    @Test func theSampleIsSoundOnceItsPasswordIsThere() throws {
        let file = SampleFolder.root.appendingPathComponent("mail/mail-server.json")
        let findings = #expect(throws: Findings.self) { try DeliveryRoute.server(file: file.path).check() }
        #expect(
            findings?.all.map(\.message) == ["The variable CONCORDAT_SMTP_PASSWORD of the environment is not set."])
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(
            try self.findings(
                text.replacing(#"{"environment": "CONCORDAT_SMTP_PASSWORD"}"#, with: #"{"file": "password"}"#)) == [])
    }
}

import Foundation
import Shares

/// A mail server, spoken to by the program `curl`, one connection for each message.
///
/// What is secret goes to curl on its standard input, never as an argument; neither the settings nor the letter touch the
/// disk.
struct CurlMail: MailCarrier {
    private let server: MailServer
    private let program: String

    var sender: MailAddress { server.from }
    var backOff: BackOff { server.backOff }

    /// Neither the user's own settings of curl nor anything but what stands on standard input.
    static let arguments = ["-q", "--config", "-"]
    /// Seconds, all in all: curl ends itself sooner.
    private static let most = 150

    init(server: MailServer, path: String? = ProcessInfo.processInfo.environment["PATH"]) throws {
        self.server = server
        let places = (path ?? "").split(separator: ":").map { "\($0)/curl" }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw NoCurl()
        }
        self.program = program
    }

    func carry(_ message: MailMessage, named _: String) throws -> MailOutcome {
        let run = try ChildRun(
            program, Self.arguments, input: settings(for: message), file: message.bytes, within: Self.most)
        return SMTPConversation(run.output).outcome(endedWith: run.status)
    }

    /// What curl is told; each line is an option of its command line.
    func settings(for message: MailMessage) -> [UInt8] {
        let scheme = server.encryption == .tls ? "smtps" : "smtp"
        let host = server.host.contains(":") ? "[\(server.host)]" : server.host
        var lines = [
            // What was said on the way is read afterwards.
            "silent", "show-error", "verbose",
            // The path is what we call ourselves.
            "url = \(quoted("\(scheme)://\(host):\(server.port)/\(sender.domain)"))",
            "proto = \"=smtp,smtps\"", "tlsv1.2", "connect-timeout = 20", "max-time = 120",
            "mail-from = \(quoted(sender.description))", "mail-rcpt = \(quoted(message.to.description))",
            "upload-file = \"\(ChildRun.file)\"",
        ]
        if server.encryption == .startTLS { lines.append("ssl-reqd") }
        if let authority = server.authority { lines.append("cacert = \(quoted(authority))") }
        if let account = server.account { lines.append("user = \(quoted("\(account.user):\(account.password)"))") }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// As curl reads it: within quotes a backslash escapes.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// curl is not there.
package struct NoCurl: Error, Sendable {
    package let sentence =
        "Letters leave by a mail server through the program curl, which is not installed. Install it with:\n"
        + "    apt-get install curl\nTo a folder (--to) they leave without it."
}

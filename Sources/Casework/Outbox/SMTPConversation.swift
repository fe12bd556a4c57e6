/// What was said between curl and a mail server, as `curl --verbose` tells it: `> RCPT TO:<…>`, `< 550 5.1.1 No such user`.
///
/// Only the server's replies are kept: what curl sent may hold the password.
struct SMTPConversation: Sendable {
    struct Reply: Hashable, Sendable {
        var code: Int
        var text: String
    }

    private enum Verb: String {
        case ehlo = "EHLO"
        case helo = "HELO"
        case starttls = "STARTTLS"
        case auth = "AUTH"
        case mail = "MAIL"
        case rcpt = "RCPT"
        /// Its last reply is that to the message.
        case data = "DATA"
        case quit = "QUIT"
    }

    private var replies: [Verb: Reply] = [:]
    /// The last reply before the end was asked for.
    private var last: Reply?
    private var complaint: String?

    init(_ output: [UInt8]) {
        var verb: Verb?
        for line in output.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
            if text.hasPrefix("> ") {
                verb = Verb(rawValue: text.dropFirst(2).prefix { $0.isLetter }.uppercased()) ?? verb
            } else if text.hasPrefix("< "), let code = Int(text.dropFirst(2).prefix(3)), (200..<600).contains(code) {
                let reply = Reply(code: code, text: String(text.dropFirst(2).prefix(300)))
                if let verb { replies[verb] = reply }
                if verb != .quit { last = reply }
            } else if text.hasPrefix("curl: ") {
                complaint = String(text.dropFirst("curl: ".count).prefix(300))
            }
        }
    }

    /// What became of the message. Until the server has taken the sender a failure is the server's, and concerns everybody's
    /// letters; then it is this recipient's or this message's.
    func outcome(endedWith status: Int32?) -> MailOutcome {
        // Taken is taken, whatever happened while the connection was closed.
        if status == 0 || replies[.data].map({ (200..<300).contains($0.code) }) == true { return .taken }
        guard replies[.mail].map({ (200..<300).contains($0.code) }) == true else {
            return .unreachable("The mail server could not be used: \(reason(status)).")
        }
        // RFC 5321, section 3.8: the server is closing. 530: it wants somebody to sign in (RFC 4954).
        if let last, last.code == 421 || last.code == 530 {
            return .unreachable("The mail server could not be used: it answered “\(last.text)”.")
        }
        if let reply = replies[.data] ?? replies[.rcpt], reply.code >= 400 {
            let what = replies[.data] == nil ? "the address" : "the letter"
            let says = "The mail server did not take \(what): it answered “\(reply.text)”."
            return reply.code >= 500 ? .refused(says) : .failed(says)
        }
        return .failed("The letter was not taken: \(reason(status)).")
    }

    private func reason(_ status: Int32?) -> String {
        guard let status else { return "it took too long" }
        if let last, last.code >= 400 { return "it answered “\(last.text)”" }
        return complaint.map { "curl says \($0)" } ?? "curl ended with \(status)"
    }
}

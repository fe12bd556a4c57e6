/// A way on which messages leave.
protocol MailCarrier: Sendable {
    /// Who messages come from.
    var sender: MailAddress { get }
    var backOff: BackOff { get }

    /// Sends one message. Throws where this machine fails, not where the way does.
    ///
    /// `name` is one that no other message has.
    func carry(_ message: MailMessage, named name: String) throws -> MailOutcome
}

/// What became of a message; each fault is a sentence.
enum MailOutcome: Hashable, Sendable {
    case taken
    /// This message will never be taken for this recipient.
    case refused(String)
    /// Not now: another message may still go.
    case failed(String)
    /// Nothing can be sent at present, to anybody.
    case unreachable(String)
}

/// On which way letters leave, as an operator says it.
package enum DeliveryRoute: Sendable {
    /// A folder, made where it is missing, from which a mail system takes them.
    case folder(String, from: MailAddress)
    /// The mail server that a file describes: `MailServer`.
    case server(file: String)

    /// Settles what can be settled before anything is sent.
    func carrier() throws -> any MailCarrier {
        switch self {
        case .folder(let path, let sender): try MailFolder(path: path, sender: sender)
        case .server(let file): try CurlMail(server: MailServer(file: file))
        }
    }

    /// Throws `Findings` or `NoCurl` where no letter could leave on it: for whoever starts what runs on.
    package func check() throws { _ = try carrier() }
}

import Foundation
import JSONValues
import Shares

/// The mail server by which letters leave: a file that a department writes (`Templates/schemas/mail-server.schema.json`).
struct MailServer: Sendable {
    /// How the connection is kept from being read.
    enum Encryption: String, Sendable {
        case startTLS = "starttls"
        case tls
        /// On this machine only.
        case none
    }

    struct Account: Sendable {
        var user: String
        var password: String
    }

    let host: String
    let port: Int
    let encryption: Encryption
    let from: MailAddress
    let account: Account?
    /// A file of certificates, whole path; nil for the authorities that the machine trusts.
    let authority: String?
    let backOff: BackOff

    /// Throws `Findings` with everything that is wrong, each with its place. No finding holds a password.
    init(file: String, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let name = URL(fileURLWithPath: file).lastPathComponent
        let document = try Self.document(in: file, named: name)
        var notes = Findings()
        func note(_ rule: String, _ pointer: String, _ says: String) {
            notes.append(.error(rule, at: .pointer(file: name, pointer), says))
        }
        func path(_ text: String) -> String {
            URL(fileURLWithPath: text, relativeTo: URL(fileURLWithPath: file)).standardizedFileURL.path
        }

        host = document["host"]?.string ?? ""
        if !Self.isHost(host) {
            note("mail-host", "/host", "“\(host.shortened(to: 60))” is no name or address of a server.")
        }
        port = document["port"]?.int ?? 0
        encryption = document["tls"]?.string.flatMap { Encryption(rawValue: $0) } ?? .startTLS
        if encryption == .none, !Self.isThisMachine(host) {
            note(
                "mail-not-encrypted", "/tls",
                "“none” is for a server on this machine, as 127.0.0.1 or localhost: to \(host.shortened(to: 60)) letters "
                    + "and the password could be read on the way. Use “starttls” or “tls”.")
        }
        let sender = document["from"]?.string ?? ""
        let address = MailAddress(sender)
        if address == nil { note("mail-from", "/from", "“\(sender.shortened(to: 80))” is no address.") }

        let user = document["user"]?.string
        if let user, user.contains(":") || ForbiddenCharacters.first(in: user) != nil {
            note("mail-user", "/user", "A user's name holds neither a colon nor a control character.")
        }
        var password: String?
        if let place = document["password"] {
            switch Self.password(at: place, environment: environment, path: path) {
            case .success(let found): password = found
            case .failure(let fault): note("mail-password", fault.pointer, fault.says)
            }
            if user == nil { note("mail-user", "/user", "There is a password and nobody whose it is: give “user”.") }
        } else if user != nil {
            note("mail-password", "/password", "It is not said where the password of “user” is.")
        }
        account = user.flatMap { user in password.map { Account(user: user, password: $0) } }

        authority = document["authority"]?.string.map(path)
        if let authority, !FileManager.default.isReadableFile(atPath: authority) {
            note("mail-authority", "/authority", "The file \(authority) is missing or cannot be read.")
        }
        backOff = document["attempts"]?.int.map { BackOff(attempts: $0) } ?? .usual
        guard let address, notes.isEmpty else { throw notes }
        from = address
    }

    /// The file's JSON, which its schema allows.
    private static func document(in file: String, named name: String) throws -> JSONValue {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Findings([.error("mail-server", at: .whole, "The file \(file) is missing or cannot be read.")])
        }
        let document: JSONValue
        do { document = try JSONValue(parsing: Array(data)) } catch {
            throw Findings([
                .error("mail-server", at: .line(error.line, column: error.column), error.reason.explanation)
            ])
        }
        // The format is the program's own: a department's folder of templates need not have it.
        let schema = try JSONSchema(
            JSONValue(parsing: TemplateFolder.bundled.bytes(of: "schemas/mail-server.schema.json")))
        let faults = schema.faults(in: document)
        guard faults.isEmpty else {
            throw Findings(
                faults.map { fault in
                    // Somebody may have written the password itself: what stands there is not said.
                    let isPassword = fault.pointer.description == "/password"
                    return .error(
                        "mail-server", at: .pointer(file: name, fault.pointer.description),
                        isPassword
                            ? "It says where the password is, {\"environment\": NAME} or {\"file\": PATH}, and never the "
                                + "password itself."
                            : fault.message)
                })
        }
        return document
    }

    // MARK: - Host

    private static func isHost(_ host: String) -> Bool {
        host.utf8.first != UInt8(ascii: "-")
            && host.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || Array("-.:".utf8).contains(byte)
            }
    }

    /// Names of this machine: what else a name means is for the network to say.
    private static func isThisMachine(_ host: String) -> Bool {
        if ["localhost", "::1"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    // MARK: - Password

    private struct PasswordFault: Error {
        var pointer: String
        var says: String
    }

    private static func password(
        at place: JSONValue, environment: [String: String], path: (String) -> String
    ) -> Result<String, PasswordFault> {
        if let name = place["environment"]?.string {
            guard let password = environment[name], !password.isEmpty else {
                return .failure(
                    PasswordFault(
                        pointer: "/password/environment", says: "The variable \(name) of the environment is not set."))
            }
            return usable(password, "/password/environment")
        }
        let file = path(place["file"]?.string ?? "")
        guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8)
        else {
            return .failure(
                PasswordFault(
                    pointer: "/password/file", says: "The file \(file) is missing, cannot be read, or is not UTF-8."))
        }
        return usable(text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "", "/password/file")
    }

    private static func usable(_ password: String, _ pointer: String) -> Result<String, PasswordFault> {
        password.isEmpty || password.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
            ? .failure(PasswordFault(pointer: pointer, says: "The password is empty or holds a control character."))
            : .success(password)
    }
}

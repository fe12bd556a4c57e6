import Foundation

/// A folder that a mail system empties: one `.eml` file for each message, complete under its name or not there.
struct MailFolder: MailCarrier {
    let sender: MailAddress
    let backOff = BackOff.usual
    private let folder: URL

    init(path: String, sender: MailAddress) throws {
        self.sender = sender
        folder = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func carry(_ message: MailMessage, named name: String) throws -> MailOutcome {
        try Data(message.bytes).write(to: folder.appendingPathComponent(name + ".eml"), options: .atomic)
        return .taken
    }
}

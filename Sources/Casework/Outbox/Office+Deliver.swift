import Foundation
package import Ledger
import Shares

/// What became of the letters that waited.
package struct DeliveryReport: Sendable {
    package struct Kept: Hashable, Sendable {
        package var letter: WaitingLetter
        /// A sentence for whoever can mend it.
        package var why: String
    }

    package var delivered: [WaitingLetter] = []
    /// Letters that still wait, because there is no address that they could go to.
    package var kept: [Kept] = []
}

extension Office {
    /// Writes each letter that waits into a folder, from which a mail system takes it: one `.eml` file each, oldest first.
    ///
    /// At least once: a letter counts as delivered when its file is complete under its name. Who delivers holds the
    /// ledger's one write transaction, so that of two at once the second finds nothing left; a bad address keeps nobody
    /// else's letters back.
    package func deliverLetters(to folder: String, from sender: MailAddress) throws -> DeliveryReport {
        let url = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        var report = DeliveryReport()
        var last = 0
        while true {
            let number = last
            // Some at a time: others who write wait no longer than for these.
            let (delivered, kept) = try ledger.write { writer in
                var delivered: [WaitingLetter] = []
                var kept: [DeliveryReport.Kept] = []
                let people = try roster.roster(in: writer.reader)
                for waiting in try writer.reader.waitingLetters(after: number, limit: Self.lettersInATransaction) {
                    switch Self.message(of: waiting, from: sender, among: people) {
                    case .success(let message):
                        try Data(message.bytes).write(
                            to: url.appendingPathComponent(Self.fileName(of: waiting)), options: .atomic)
                        try writer.markDelivered(waiting.number, at: surroundings.now())
                        delivered.append(waiting)
                    case .failure(let undeliverable):
                        kept.append(DeliveryReport.Kept(letter: waiting, why: undeliverable.why))
                    }
                }
                return (delivered, kept)
            }
            report.delivered += delivered
            report.kept += kept
            guard let furthest = (delivered.map(\.number) + kept.map(\.letter.number)).max() else { return report }
            last = furthest
        }
    }

    private static let lettersInATransaction = 50

    private struct Undeliverable: Error {
        var why: String
    }

    private static func message(
        of waiting: WaitingLetter, from sender: MailAddress, among people: Roster
    ) -> Result<MailMessage, Undeliverable> {
        let letter = waiting.letter
        let recipient = letter.recipient
        guard let person = people[PersonID(recipient)] else {
            let role = recipient.hasPrefix("role:") ? String(recipient.dropFirst(5)) : nil
            return .failure(
                Undeliverable(
                    why: role.map { "Nobody held the role \($0) when it was written: add somebody with people add." }
                        ?? "There is no person “\(recipient)”."))
        }
        guard let email = person.email else {
            return .failure(Undeliverable(why: "\(recipient) has no address: give one with people add --email."))
        }
        guard let address = MailAddress(email) else {
            return .failure(Undeliverable(why: "“\(email)” of \(recipient) is no address: mend it with people add."))
        }
        let message = MailMessage(
            number: waiting.number, from: sender, to: address, subject: letter.subject, body: letter.body,
            date: letter.written)
        return message.map { .success($0) }
            ?? .failure(Undeliverable(why: "Its subject holds a character that no subject may hold."))
    }

    /// Names in the order of letters: `letter-00000042.eml`.
    private static func fileName(of waiting: WaitingLetter) -> String {
        let digits = String(waiting.number)
        return "letter-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + ".eml"
    }
}

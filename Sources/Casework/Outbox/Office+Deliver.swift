import Foundation
package import Ledger
import Shares
import Workflows

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
    package func deliverLetters(
        to folder: String, from sender: MailAddress, digests: Bool = false
    ) throws -> DeliveryReport {
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
                let waiting = try writer.reader.waitingLetters(after: number, limit: Self.lettersInATransaction)
                let addressed = try waiting.map { (letter: $0, to: try addressee(of: $0, in: writer.reader)) }
                for bundle in Self.bundles(addressed, digests: digests) {
                    switch Self.message(of: bundle.letters, to: bundle.to, from: sender, among: people) {
                    case .success(let message):
                        try Data(message.bytes).write(
                            to: url.appendingPathComponent(Self.fileName(of: bundle.letters[0])), options: .atomic)
                        for letter in bundle.letters { try writer.markDelivered(letter.number, at: surroundings.now()) }
                        delivered += bundle.letters
                    case .failure(let undeliverable):
                        kept += bundle.letters.map { DeliveryReport.Kept(letter: $0, why: undeliverable.why) }
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

    /// Letters that go out as one message: with digests the reminders of a person that wait together are a digest, anything else goes by
    /// itself; a digest stands where its first reminder stood.
    private static func bundles(
        _ addressed: [(letter: WaitingLetter, to: String)], digests: Bool
    ) -> [(letters: [WaitingLetter], to: String)] {
        var bundles: [(letters: [WaitingLetter], to: String)] = []
        var open: [String: Int] = [:]
        for (letter, recipient) in addressed {
            if digests, letter.letter.kind.hasPrefix("remind:") {
                if let bundle = open[recipient] {
                    bundles[bundle].letters.append(letter)
                    continue
                }
                open[recipient] = bundles.count
            }
            bundles.append(([letter], recipient))
        }
        return bundles
    }

    /// Who a letter goes to now: a letter to a role, to the first who holds it on the share by this time.
    private func addressee(of waiting: WaitingLetter, in reader: LedgerReader) throws -> String {
        let recipient = waiting.letter.recipient
        guard recipient.hasPrefix("role:"), let share = try recentShares.share(waiting.letter.share, in: reader) else {
            return recipient
        }
        let role = RoleName(rawValue: String(recipient.dropFirst("role:".count)))
        return Recipients(circumstances: try circumstances(reader)).holders(of: [role], about: share).first ?? recipient
    }

    private static func message(
        of letters: [WaitingLetter], to recipient: String, from sender: MailAddress, among people: Roster
    ) -> Result<MailMessage, Undeliverable> {
        guard let person = people[PersonID(recipient)] else {
            let role = recipient.hasPrefix("role:") ? String(recipient.dropFirst(5)) : nil
            return .failure(
                Undeliverable(
                    why: role.map { "Nobody holds the role \($0) on the share: add somebody with people add." }
                        ?? "There is no person “\(recipient)”."))
        }
        guard let email = person.email else {
            return .failure(Undeliverable(why: "\(recipient) has no address: give one with people add --email."))
        }
        guard let address = MailAddress(email) else {
            return .failure(Undeliverable(why: "“\(email)” of \(recipient) is no address: mend it with people add."))
        }
        let first = letters[0]
        let isDigest = letters.count > 1
        let message = MailMessage(
            number: first.number, from: sender, to: address,
            subject: isDigest ? "\(letters.count) reminders" : first.letter.subject,
            body: isDigest
                ? letters.map { "\($0.letter.subject)\n\($0.letter.body)" }.joined(separator: "\n\n")
                : first.letter.body, date: first.letter.written)
        return message.map { .success($0) }
            ?? .failure(Undeliverable(why: "Its subject holds a character that no subject may hold."))
    }

    /// Names in the order of letters: `letter-00000042.eml`.
    private static func fileName(of waiting: WaitingLetter) -> String {
        let digits = String(waiting.number)
        return "letter-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + ".eml"
    }
}

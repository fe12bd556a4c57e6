package import Ledger
import Shares
import Workflows

/// What became of the letters that waited.
package struct DeliveryReport: Sendable {
    package struct Kept: Hashable, Sendable {
        package var letter: LetterCopy
        /// A sentence for whoever can mend it.
        package var why: String
    }

    package var delivered: [LetterCopy] = []
    /// Letters that did not leave now, though it was their turn; `letter.isHeld` where they are not tried again.
    package var kept: [Kept] = []
    /// Why the delivery ended before everybody had their turn: nothing could be sent to anybody.
    package var stopped: String?
}

extension Office {
    /// Sends each letter whose turn it is: recipient by recipient, the letters of each in their order.
    ///
    /// At least once: a copy is claimed in one transaction, sent outside of any, and settled in another, so that of two who
    /// deliver at once one sends it, and what is sent when the program ends is sent once more after `claimed`. A bad address
    /// keeps nobody else's letters back. With `digests` the reminders of one recipient that wait together are one message.
    package func deliverLetters(by route: DeliveryRoute, digests: Bool = false) throws -> DeliveryReport {
        let carrier = try route.carrier()
        var report = DeliveryReport()
        try addressLetters(&report)
        for recipient in try ledger.read({ try $0.recipientsOfWaitingLetters() }) {
            let round = DeliveryRound(
                office: self, carrier: carrier, recipient: recipient, claim: surroundings.randomBytes(16),
                digests: digests)
            try round.run(&report)
            if report.stopped != nil { break }
        }
        report.delivered.sort { ($0.number, $0.recipient) < ($1.number, $1.recipient) }
        report.kept.sort { ($0.letter.number, $0.letter.recipient) < ($1.letter.number, $1.letter.recipient) }
        return report
    }

    /// Says whose each new letter is: a letter to a role goes to everybody who holds it on the share today.
    private func addressLetters(_ report: inout DeliveryReport) throws {
        var last = 0
        while true {
            let number = last
            // Some at a time: others who write wait no longer than for these.
            let (furthest, kept) = try ledger.write { writer in
                let letters = try writer.reader.unaddressedLetters(after: number, limit: 200)
                var kept: [DeliveryReport.Kept] = []
                for copy in letters {
                    let recipients = try recipients(of: copy.letter, in: writer.reader)
                    try writer.address(copy.number, to: recipients)
                    guard recipients.isEmpty else { continue }
                    kept.append(
                        DeliveryReport.Kept(
                            letter: copy,
                            why: "Nobody holds the role \(copy.letter.role?.rawValue ?? "") on the share: add somebody "
                                + "with people add."))
                }
                return (letters.last?.number, kept)
            }
            report.kept += kept
            guard let furthest else { return }
            last = furthest
        }
    }

    private func recipients(of letter: Letter, in reader: LedgerReader) throws -> [String] {
        guard let role = letter.role else { return [letter.recipient] }
        guard let share = try recentShares.share(letter.share, in: reader) else { return [] }
        return Recipients(circumstances: try circumstances(reader)).holders(of: [role], about: share)
            .filter { !$0.hasPrefix(Letter.rolePrefix) }
    }
}

extension Letter {
    static let rolePrefix = "role:"

    /// The role that it is for, where nobody held it when it was written.
    var role: RoleName? {
        recipient.hasPrefix(Letter.rolePrefix)
            ? RoleName(rawValue: String(recipient.dropFirst(Letter.rolePrefix.count))) : nil
    }
}

import Ledger
import Shares

/// One recipient's letters, sent one after the other for as long as they go.
struct DeliveryRound {
    let office: Office
    let carrier: any MailCarrier
    let recipient: String
    /// Who sends, for the ledger.
    let claim: [UInt8]
    let digests: Bool

    /// For how long nobody else sends what is claimed: longer than any attempt lasts. In milliseconds.
    static let claimed: Int64 = 10 * 60_000

    private struct Parcel {
        var copies: [LetterCopy]
        var message: MailMessage
    }

    func run(_ report: inout DeliveryReport) throws {
        var next = try office.ledger.write { try take(from: $0, &report) }
        while let parcel = next {
            let outcome: MailOutcome
            do {
                outcome = try carrier.carry(parcel.message, named: name(of: parcel.copies[0]))
            } catch {
                // It was not sent: the claim keeps nobody waiting.
                try office.ledger.write { try settle(parcel, .failed("It could not be sent: \(error)"), $0, &report) }
                throw error
            }
            next = try office.ledger.write { writer in
                try settle(parcel, outcome, writer, &report)
                return report.stopped == nil ? try take(from: writer, &report) : nil
            }
        }
    }

    /// The recipient's next message, claimed; none where nothing can be sent to them now.
    private func take(from writer: LedgerWriter, _ report: inout DeliveryReport) throws -> Parcel? {
        let address: MailAddress
        switch Self.address(of: recipient, among: try office.roster.roster(in: writer.reader)) {
        case .success(let found): address = found
        case .failure(let none):
            try writer.note(none.why, onLettersTo: recipient)
            report.kept += try writer.reader.waitingLetters(to: recipient)
                .map { DeliveryReport.Kept(letter: $0, why: none.why) }
            return nil
        }
        while true {
            let now = office.surroundings.now()
            let copies = try writer.claimLetters(
                to: recipient, at: now, until: Instant(milliseconds: now.milliseconds + Self.claimed), claim: claim,
                joins: { digests && $0.kind.hasPrefix("remind:") })
            if copies.isEmpty { return nil }
            if let message = MailMessage(copies, from: carrier.sender, to: address) {
                return Parcel(copies: copies, message: message)
            }
            try settle(
                copies, .refused("Its subject holds a character that no subject may hold."), writer, &report)
        }
    }

    private func settle(
        _ parcel: Parcel, _ outcome: MailOutcome, _ writer: LedgerWriter, _ report: inout DeliveryReport
    ) throws {
        try settle(parcel.copies, outcome, writer, &report)
        if case .unreachable(let why) = outcome { report.stopped = why }
    }

    private func settle(
        _ copies: [LetterCopy], _ outcome: MailOutcome, _ writer: LedgerWriter, _ report: inout DeliveryReport
    ) throws {
        let now = office.surroundings.now()
        for copy in copies {
            let settlement = settlement(of: outcome, after: copy.attempts, at: now)
            try writer.settle(copy, claim: claim, as: settlement, at: now)
            var copy = copy
            switch settlement {
            case .delivered:
                report.delivered.append(copy)
            case .postponed(let moment, let fault):
                copy.nextAttempt = moment
                copy.fault = fault
                report.kept.append(DeliveryReport.Kept(letter: copy, why: fault))
            case .held(let fault):
                copy.isHeld = true
                copy.fault = fault
                report.kept.append(DeliveryReport.Kept(letter: copy, why: fault))
            }
        }
    }

    private func settlement(of outcome: MailOutcome, after attempts: Int, at now: Instant) -> LetterSettlement {
        switch outcome {
        case .taken: .delivered
        case .refused(let fault): .held(fault: fault)
        case .failed(let fault), .unreachable(let fault):
            carrier.backOff.next(after: attempts, at: now).map { .postponed(until: $0, fault: fault) }
                ?? .held(fault: fault)
        }
    }

    /// Names in the order of letters: `letter-00000042`; with whose copy it is where there may be several.
    private func name(of copy: LetterCopy) -> String {
        let digits = String(copy.number)
        let name = "letter-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        guard copy.letter.recipient != copy.recipient else { return name }
        // An identifier is small letters, digits, hyphens and dots: it names a file as it stands.
        return name + "-" + copy.recipient
    }

    // MARK: - Addresses

    private struct NoAddress: Error {
        var why: String
    }

    private static func address(of recipient: String, among people: Roster) -> Result<MailAddress, NoAddress> {
        guard let person = people[PersonID(recipient)] else {
            return .failure(NoAddress(why: "There is no person “\(recipient)”."))
        }
        guard let email = person.email else {
            return .failure(NoAddress(why: "\(recipient) has no address: give one with people add --email."))
        }
        guard let address = MailAddress(email) else {
            return .failure(NoAddress(why: "“\(email)” of \(recipient) is no address: mend it with people add."))
        }
        return .success(address)
    }
}

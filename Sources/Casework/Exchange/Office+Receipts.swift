import Ledger
package import Shares
import Workflows

/// One party's receipt for what was last issued of a share, or that there is none.
package struct ReceiptLine: Hashable, Sendable, Codable {
    package var share: String
    package var version: Int
    package var issued: Day
    package var organisation: String
    package var acknowledged: Day?
    package var by: String?
    package var digest: String?
    /// Without a receipt: how many working days ago it was issued.
    package var waiting: Int?
    package var isOverdue: Bool
}

extension Office {
    /// Who has acknowledged what was last issued, and who has not: of one share, or of all in the order of references.
    package func receipts(of reference: ShareReference? = nil) throws -> [ReceiptLine] {
        try receipts(of: reference, by: nil, within: .everything)
    }

    /// The receipts that a person may see: of the shares within their reach, and of a partner only its own.
    package func receipts(for person: Person, of reference: ShareReference? = nil) throws -> [ReceiptLine] {
        let isPartner = try person.reach != .everything && person.organisation != department().organisation.id
        return try receipts(of: reference, by: isPartner ? person.organisation : nil, within: person.reach)
    }

    /// - Parameter party: by its identifier; nil: of all parties.
    private func receipts(
        of reference: ShareReference?, by party: String?, within reach: Reach
    ) throws -> [ReceiptLine] {
        let limit = try department().acknowledgeWithin
        let data = try self.reference()
        return try read { reader in
            if let reference { _ = try existing(reference, in: reader) }
            let exchange = try recentExchange.exchange(in: reader)
            let today = today
            return try exchange.issues.keys.filter { reference == nil || $0 == reference }.sorted().flatMap { share in
                guard let last = exchange.issues[share]?.last else { return [ReceiptLine]() }
                // Nobody's history is read for what is not theirs.
                let parties = last.manifest.parties.filter { party == nil || $0 == party }
                guard !parties.isEmpty else { return [] }
                let told = try existing(share, in: reader)
                guard reach.includes(told) else { return [] }
                let calendar = data.workingDays(of: told)
                return try parties.map { party in
                    let receipt = exchange.acknowledgement(of: last.manifest, by: party)
                    let waiting = receipt == nil ? calendar.count(from: last.at.dayInLondon, to: today) : nil
                    return ReceiptLine(
                        share: share.rawValue, version: last.manifest.version, issued: last.at.dayInLondon,
                        organisation: try name(ofOrganisation: party), acknowledged: receipt?.at.dayInLondon,
                        by: receipt?.actor.rawValue, digest: receipt?.receipt.digest, waiting: waiting,
                        isOverdue: waiting.map { $0 > limit } ?? false)
                }
            }
        }
    }

    /// Findings on a share whose last manifest a party has not acknowledged in time.
    func unacknowledged(_ share: Share, on today: Day, in reader: LedgerReader) throws -> [Finding] {
        let limit = try department().acknowledgeWithin
        let calendar = try reference().workingDays(of: share)
        return try recentExchange.exchange(in: reader)
            .unacknowledged(of: share.reference, on: today, calendar: calendar)
            .filter { $0.workingDays > limit }
            .map { late in
                .warning(
                    "manifest-not-acknowledged", at: .whole,
                    "\(try name(ofOrganisation: late.organisation)) has not acknowledged version \(late.version) of the manifest, issued on \(late.issued.inWords): \(late.workingDays) working days ago, and \(limit) are allowed."
                )
            }
    }

    /// The shares of which a party has not acknowledged the last manifest in time, as at a day.
    func sharesNotAcknowledged(asAt day: Day, in reader: LedgerReader) throws -> Set<ShareReference> {
        let limit = try department().acknowledgeWithin
        let data = try reference()
        let exchange =
            day < today ? try reader.exchange(asAt: day) : try recentExchange.exchange(in: reader)
        return Set(
            exchange.issues.keys.filter { share in
                let providers = exchange.issues[share]?.last?.manifest.parties ?? []
                return exchange.unacknowledged(of: share, on: day, calendar: data.workingDays(of: providers))
                    .contains { $0.workingDays > limit }
            })
    }
}

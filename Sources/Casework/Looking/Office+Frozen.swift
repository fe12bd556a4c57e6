import Ledger
package import Shares
import Workflows

/// The terms of one agreement as they were frozen.
package struct FrozenTerms: Sendable {
    package var agreement: AgreementVersion
    /// Canonical JSON (RFC 8785).
    package var bytes: [UInt8]
    /// SHA-256 of the bytes; it is the one on record, or what was recorded has been changed.
    package var digest: String
}

extension Office {
    /// Throws `Refusal` where the share has no such agreement.
    package func frozenTerms(of reference: ShareReference, agreement number: Int) throws -> FrozenTerms {
        let events = try history(of: reference).map(\.event)
        var share: Share?
        for event in events {
            if case .acted(let act) = event.happening, act.records.contains(Recording.agreementText.name),
                let before = share, before.approval.agreements.count + 1 == number
            {
                var after = before
                after.apply(event)
                let bytes = try after.termsUnderConsideration.frozenBytes
                guard let agreement = after.approval.agreements.last else { break }
                return FrozenTerms(agreement: agreement, bytes: bytes, digest: Edition.digest(of: bytes))
            }
            if share == nil { share = Share(first: event) } else { share?.apply(event) }
        }
        throw Refusal([
            Refusal.Reason(.possible, rule: "unknown-agreement", "\(reference) has no agreement \(number).")
        ])
    }

    /// The sign-offs that a share needs: why, which are given, which are missing.
    package func signOffs(of reference: ShareReference) throws -> SignOffAccount {
        try read { try existing(reference, in: $0) }.signOffAccount(under: try self.reference())
    }
}

import Documents
import Ledger
import Shares
import Workflows

extension Office {
    /// What the agreement itself would be refused for, from when sign-offs are collected until its text is frozen: who signs off
    /// is to know before the last has.
    func agreementFindings(on share: Share, under rules: Rulebook) throws -> [Finding] {
        try textFindings(on: share, under: rules) + umbrellaFindings(on: share)
    }

    private func textFindings(on share: Share, under rules: Rulebook) throws -> [Finding] {
        let approval = rules.definitions[.approval]
        guard approval.members(of: "signing-off").contains(share.state(.approval)) else { return [] }
        return try filled(nil, for: share.reference).document.gaps.filter(\.isEssential).map { gap in
            .warning(
                "text-incomplete", at: gap.wants.map { .field($0.rawValue) } ?? .whole,
                "No agreement can be signed without this: \(gap.withItsRemedy).")
        }
    }

    /// An umbrella is a share here, of that kind, and holds.
    private func umbrellaFindings(on share: Share) throws -> [Finding] {
        guard let name = share.termsUnderConsideration.parentAgreement else { return [] }
        let umbrellas = try read { reader in
            try reader.titles().filter { Share.isCalled(name, reference: $0.reference, title: $0.title) }
                .map { try existing($0.reference, in: reader) }
        }
        let place = Place.field(TermsField.parentAgreement.rawValue)
        guard !umbrellas.isEmpty else {
            return [
                .warning(
                    "umbrella-not-here", at: place,
                    "No share has the reference or title “\(name.shortened(to: 60))”: name the umbrella agreement as the register does, or see to it that it holds."
                )
            ]
        }
        guard let umbrella = umbrellas.first(where: { $0.termsUnderConsideration.agreementForm == "umbrella-mou" })
        else {
            return [
                .warning(
                    "umbrella-of-another-kind", at: place,
                    "\(umbrellas[0].reference) is no umbrella memorandum: nothing can stand under it.")
            ]
        }
        return umbrella.hasTermsInForce
            ? []
            : [
                .warning(
                    "umbrella-not-in-force", at: place,
                    "\(umbrella.reference), under which this one stands, has no terms in force here.")
            ]
    }
}

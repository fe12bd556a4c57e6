import Documents
import Ledger
import Shares

extension Office {
    /// The open shares between an umbrella's parties that name it, by reference or title, as the agreement they stand under:
    /// whoever reads the umbrella is a party to each.
    func processAgreements(
        under umbrella: Share, in reader: LedgerReader
    ) throws -> [DocumentProcessAgreement] {
        let parties = Set(umbrella.termsUnderConsideration.parties.map(\.organisation.identity))
        return try reader.sharesStatingAnUmbrella().compactMap { candidate in
            guard candidate != umbrella.reference, let stage = try reader.summary(of: candidate)?.stage, stage != .ended
            else { return nil }
            let terms = try existing(candidate, in: reader).termsUnderConsideration
            guard let parent = terms.parentAgreement, umbrella.isCalled(parent),
                parties.isSuperset(of: terms.parties.map(\.organisation.identity))
            else { return nil }
            return DocumentProcessAgreement(
                share: candidate, title: terms.title, type: terms.agreementType, stage: stage.label)
        }
    }
}

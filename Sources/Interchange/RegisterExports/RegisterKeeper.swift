package import Shares

/// Whose register is exported, and what the names in it mean.
package struct RegisterKeeper: Sendable {
    package let organisation: Organisation
    package let reference: ReferenceData
    /// When the record last changed, so that the same record gives the same export.
    package let changed: Instant

    package init(_ organisation: Organisation, reference: ReferenceData, changed: Instant) {
        self.organisation = organisation
        self.reference = reference
        self.changed = changed
    }

    var particulars: PartyParticulars? { reference.partyParticulars[organisation.id] }

    /// The keeper itself, or an agency of its, which acts in its name.
    func covers(_ party: Manifest.Party) -> Bool {
        guard let id = party.id, let body = reference.organisations[id] else { return false }
        return Gateway.Party.organisation(organisation.id).covers(body)
    }

    /// Why the share must not be published; nil where it may be.
    func reasonNotToPublish(_ entry: PortfolioEntry) -> Omission? {
        guard entry.isAgreed else { return .notAgreed }
        guard let stated = entry.manifest.classification else { return nil }
        return Omission.ofClassification(stated.id, reference)
    }
}

extension Share {
    /// Why nothing about the share must be published, by the rules of the public registers; nil where it may be.
    package func reasonNotToPublish(under reference: ReferenceData) -> Omission? {
        guard Manifest.Status(of: self)?.isAgreed == true else { return .notAgreed }
        return terms.classification.flatMap { Omission.ofClassification($0.term, reference) }
    }
}

/// Why a share is not in an export.
package enum Omission: String, Hashable, Sendable, CaseIterable {
    case notAgreed = "not agreed, or no longer going on"
    case classified = "classified SECRET or above"
    case classificationUnclear = "under a marking that is obsolete or not understood: classify them again"
    case otherLaw = "under another law than Part 5 of the Digital Economy Act 2017"
    case noPersonalData = "without personal data"
    case notController = "of which the department is no controller"
    case notProcessor = "of which the department is no processor"

    /// - Parameter term: of the classification as it is stated; nil where it was not understood.
    fileprivate static func ofClassification(_ term: String?, _ reference: ReferenceData) -> Omission? {
        guard let known = term.flatMap({ reference.classifications[$0] }), known.obsolete != true else {
            return .classificationUnclear
        }
        return ["SECRET", "TOP_SECRET"].contains(known.ukmem) ? .classified : nil
    }
}

package import Shares
package import Workflows

/// Everything that a document about a share may say: the share, the words for its terms, and what the world supplies.
package struct DocumentSubject: Sendable {
    package var share: Share
    package var reference: ReferenceData
    /// The titles of the states where the five machines stand: `In force`.
    package var stateTitles: [Machine: String]
    /// What the register does not hold about the parties, by the organisation's term.
    package var particulars: [String: PartyParticulars]
    /// What the commands are called that close a review: `Continue as it is`.
    package var outcomes: [String: String] = [:]
    /// What people are called, by their ids.
    package var people: [PersonID: String] = [:]
    /// The day that the document bears.
    package var day: Day
    /// How many events the ledger held when the share was read; nil where it was not read from a ledger.
    package var ledgerPosition: Int?
    /// Other shares with which it is redundant, the surest first.
    package var redundancies: [DocumentRedundancy]
    /// The shares that stand under this one as their umbrella agreement, by reference.
    package var processAgreements: [DocumentProcessAgreement] = []
    /// SHA-256 of the template in hexadecimal; nil where nobody computed it.
    package var templateDigest: String?
    /// Why the text is signed though something in it is open; nil where nobody gave a reason.
    package var openReason: String?

    package init(
        _ share: Share, reference: ReferenceData, stateTitles: [Machine: String] = [:], day: Day,
        ledgerPosition: Int? = nil, redundancies: [DocumentRedundancy] = [], templateDigest: String? = nil
    ) {
        self.share = share
        self.reference = reference
        self.stateTitles = stateTitles
        particulars = reference.partyParticulars
        self.day = day
        self.ledgerPosition = ledgerPosition
        self.redundancies = redundancies
        self.templateDigest = templateDigest
    }
}

/// Another share that may do what this one does, as a proposal to consolidate them says it.
package struct DocumentRedundancy: Hashable, Sendable {
    package var share: ShareReference
    package var title: String
    /// `Duplicate`
    package var kind: String
    /// 0…100: the chance that they are redundant.
    package var percent: Int
    package var reason: String

    package init(share: ShareReference, title: String, kind: String, percent: Int, reason: String) {
        self.share = share
        self.title = title
        self.kind = kind
        self.percent = percent
        self.reason = reason
    }
}

/// A share that names another as its umbrella agreement.
package struct DocumentProcessAgreement: Hashable, Sendable {
    package var share: ShareReference
    package var title: String
    /// Nil where it is not stated.
    package var type: Stated?
    /// `Live`
    package var stage: String

    package init(share: ShareReference, title: String, type: Stated?, stage: String) {
        self.share = share
        self.title = title
        self.type = type
        self.stage = stage
    }
}

extension DocumentSubject {
    /// The terms that the document is about: the amendment while one is under way.
    var terms: Shares.Terms { share.termsUnderConsideration }
}

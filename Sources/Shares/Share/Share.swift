package import Workflows

/// One governed flow of data from a provider to one or more recipients, with everything decided about it so far.
///
/// A share is the fold of its events: nothing here is set by other means.
package struct Share: Hashable, Sendable, Codable {
    package var reference: ShareReference
    /// How many events made it; two people acting at once cannot both write the next.
    package var version: Int
    package var pin: WorkflowPin
    package var entry: EntryName
    package var origin: Origin
    package var standing: Standing
    /// The terms in force, or as inherited, or being proposed where none is in force yet.
    package var terms: Terms
    /// The next version of the terms, while an amendment is under way.
    package var amendment: Terms?
    /// Counts the versions of the terms that have come into force here.
    package var termsVersion: Int
    /// Counts what partners are told: 1 when data may first flow, and one more for each change of the terms, the standing or
    /// the owner after that. 0 before: drafts are not counted, nor are those of an amendment.
    package var manifestVersion = 0
    package var requester: PersonID?
    package var owner: DataOwner?
    package var dpia: DPIARecord
    package var approval: ApprovalRecord
    package var reviews: [ReviewRecord]
    /// What was said in the review under way, beside the answers to its questions.
    package var reviewNotes: [ReviewNote] = []
    package var retirement: RetirementRecord
    /// What a later register file says otherwise about terms that are in force here.
    package var registerDifferences: [TermsChange]
    /// Who gave which command in the round under way, for the segregation of duties.
    package var duties: Duties
    /// What was answered, by set and question: `proposal/1.6`; of reviews in the one under way.
    package var answers: [String: Answer] = [:]
    /// What was said of shares like this one, in order.
    package var similarAnswers: [SimilarAnswer] = []

    /// The terms that the steps under way are about: the amendment where there is one.
    package var termsUnderConsideration: Terms { amendment ?? terms }

    package func state(_ machine: Machine) -> StateName { standing[machine].state }
}

/// Where the record of a share came from.
package struct Origin: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// Proposed in this installation.
        case proposed
        /// Loaded from a legacy register: its history is inherited.
        case inherited
    }

    package var kind: Kind
    /// The name of the register file.
    package var source: String?
    /// What the register said, by column, so that the same row is known again.
    package var row: [String: String]

    package init(_ kind: Kind, source: String? = nil, row: [String: String] = [:]) {
        self.kind = kind
        self.source = source
        self.row = row
    }
}

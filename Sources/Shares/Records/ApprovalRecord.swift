/// What was collected on the way to coming into force.
package struct ApprovalRecord: Hashable, Sendable, Codable {
    package var signOffs: [SignOff]
    package var conditions: [Condition]
    package var agreements: [AgreementVersion]
    package var signatures: [Signature]

    package init() {
        signOffs = []
        conditions = []
        agreements = []
        signatures = []
    }
}

/// One capacity's consent to one version of the terms.
package struct SignOff: Hashable, Sendable, Codable {
    package var capacity: String
    package var by: PersonID
    /// Whoever delegated the capacity to the person.
    package var onBehalfOf: PersonID?
    package var at: Instant
    package var note: String?
    /// The party whose sign-off it is, as the terms state it; nil: the person's organisation is none of the parties, or
    /// it was given before that was recorded.
    package var party: String?
    /// Name and post of whoever signed off at a party outside the installation, where somebody recorded that here.
    package var signatory: String?
    package var evidence: String?
    package var signedOn: Day?
}

/// The text of the agreement as frozen for signature.
package struct AgreementVersion: Hashable, Sendable, Codable {
    package var number: Int
    /// The terms version that comes into force when it is signed.
    package var termsVersion: Int
    package var preparedAt: Instant
    package var preparedBy: PersonID
    /// What was approved, as it stood; nil where the text was frozen before that was recorded.
    package var frozen: FrozenApproval?
    /// True where the text was given up before it came into force.
    package var isVoid: Bool?
}

/// A party's signature, made here or recorded as evidence.
package struct Signature: Hashable, Sendable, Codable {
    package var agreement: Int
    /// The party as the terms state it.
    package var party: String
    package var signatory: String
    /// The capacity in which they signed for the party: `Director General`.
    package var capacity: String?
    package var signedOn: Day
    package var evidence: String?
    package var recordedBy: PersonID
    package var at: Instant
}

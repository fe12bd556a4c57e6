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
}

/// Something that must be done, by somebody, by a day, for the share to start or to go on.
package struct Condition: Hashable, Sendable, Codable {
    /// Counts from 1 in a share.
    package var number: Int
    package var text: String
    package var owner: String
    package var due: Day?
    package var setBy: PersonID
    package var metAt: Instant?
    package var evidence: String?
}

/// The text of the agreement as frozen for signature.
package struct AgreementVersion: Hashable, Sendable, Codable {
    package var number: Int
    /// The terms version that comes into force when it is signed.
    package var termsVersion: Int
    package var preparedAt: Instant
    package var preparedBy: PersonID
}

/// A party's signature, made here or recorded as evidence.
package struct Signature: Hashable, Sendable, Codable {
    package var agreement: Int
    /// The party as the terms state it.
    package var party: String
    package var signatory: String
    package var signedOn: Day
    package var evidence: String?
    package var recordedBy: PersonID
    package var at: Instant
}

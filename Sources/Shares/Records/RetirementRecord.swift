package import Workflows

/// The evidence that a share ended as it should.
package struct RetirementRecord: Hashable, Sendable, Codable {
    package struct Notice: Hashable, Sendable, Codable {
        package var on: Day
        package var evidence: String?
        /// What the parties may quote.
        package var reference: String?
        /// Why, as the parties are told.
        package var reason: String?
    }

    package struct Stop: Hashable, Sendable, Codable {
        package var on: Day
        package var evidence: String
    }

    /// A recipient's word that what it held was deleted or returned.
    package struct Certificate: Hashable, Sendable, Codable {
        /// The party as the terms state it.
        package var party: String
        package var method: String
        package var evidence: String
        /// The day of the deletion or return; nil where only the certificate has a day.
        package var on: Day?
        package var at: Instant
        /// Who recorded it, and in which role: the recipient's own people, or the data owner for it.
        package var by: PersonID?
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        /// Who signed it, where it was recorded for them.
        package var signatory: String?
    }

    package struct RetainedCopies: Hashable, Sendable, Codable {
        package var party: String
        package var what: String
        /// The lawful reason for keeping them.
        package var reason: String
        /// Whether it keeps all that it held, and has nothing to delete; nil is false.
        package var isAll: Bool?
    }

    package var reason: String?
    package var successor: ShareReference?
    package var notice: Notice?
    package var stop: Stop?
    package var certificates: [Certificate]
    package var retained: [RetainedCopies]
    package var endedOn: Day?

    package init() {
        certificates = []
        retained = []
    }
}

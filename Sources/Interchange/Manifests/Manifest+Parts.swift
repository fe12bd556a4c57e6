package import Shares

extension Manifest {
    /// Something the share states, and the reference entry that it was understood as.
    package struct Entry: Hashable, Sendable {
        /// Nil where the words were not understood.
        package var id: String?
        /// The entry's name, or else the words.
        package var name: String
    }

    /// An organisation with a part in the share.
    package struct Party: Hashable, Sendable {
        /// Nil where it is not confirmed which body is meant.
        package var id: String?
        package var name: String
        package var controllership: Shares.Party.Controllership?
        package var identifiers: [Identifier]
    }

    /// What another register calls a body.
    package struct Identifier: Hashable, Sendable {
        package var scheme: String
        package var value: String
    }

    /// A legal power to disclose.
    package struct Gateway: Hashable, Sendable {
        package var id: String?
        package var name: String
        package var act: String?
        package var provision: String?
        /// On legislation.gov.uk.
        package var address: String?
    }

    /// A lawful basis, as one side relies on it.
    package struct LawfulBasis: Hashable, Sendable {
        package var article: LawfulBasisCitation.Article
        package var id: String?
        package var name: String
        /// `6(1)(e)`
        package var citation: String?
        package var law: String?
        /// Nil: every party.
        package var party: Shares.Party.Part?
    }

    /// One attribute that is shared.
    package struct DataItem: Hashable, Sendable {
        package var id: String?
        package var name: String
        package var dataset: String?
        /// Nil where that is not known.
        package var isPersonal: Bool?
        /// UK GDPR Article 9(1); the schemas close the list.
        package var specialCategory: String?
        package var isCriminalOffenceData: Bool
        package var justification: String?
    }

    /// How the data travels.
    package struct Channel: Hashable, Sendable {
        package var id: String?
        package var name: String
        package var style: Shares.Channel.Style?
        package var security: String?
    }

    /// How long the recipient keeps the data.
    package struct Retention: Hashable, Sendable {
        package var statement: String
        /// ISO 8601; nil where the statement is not one.
        package var duration: String?
    }

    /// Data leaving the United Kingdom.
    package struct Transfer: Hashable, Sendable {
        package var country: String
        package var safeguard: Entry?
    }

    /// A date whose words could not be read as a day.
    package struct StatedDate: Hashable, Sendable {
        package enum Which: String, Hashable, Sendable, CaseIterable {
            case start, end, review
        }

        package var which: Which
        package var text: String
    }

    /// The document that the parties sign.
    package struct Agreement: Hashable, Sendable {
        package var type: Entry?
        /// The umbrella agreement that it stands under.
        package var parent: String?
    }

    /// Who is accountable for the share: a name or post, and never a sign-in name.
    package struct DataOwner: Hashable, Sendable {
        package var name: String
        package var appointed: Day?
    }

    /// A later version came in the place of this one.
    package struct Replacement: Hashable, Sendable {
        package var version: Int
        package var since: Day

        package init(version: Int, since: Day) {
            self.version = version
            self.since = since
        }
    }

    /// Where the record of the share comes from.
    package struct Origin: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            /// No terms have come into force yet.
            case proposed
            /// The terms come from an earlier register and were not assessed here.
            case inherited
            /// The terms came into force here, after assessment and approval.
            case assessed
        }

        package var kind: Kind
        /// How many versions of the terms have come into force here.
        package var termsVersion: Int
        package var inForceSince: Day?
        /// The earlier register.
        package var source: String?
    }
}

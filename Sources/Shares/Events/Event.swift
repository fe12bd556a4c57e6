package import Workflows

/// Something that happened to a share; the record is made of nothing else.
package struct Event: Hashable, Sendable {
    package var share: ShareReference
    /// The share's version after it: 1 for the first.
    package var version: Int
    package var at: Instant
    package var actor: PersonID
    package var role: RoleName
    package var happening: Happening

    package init(
        share: ShareReference, version: Int, at: Instant, actor: PersonID, role: RoleName, happening: Happening
    ) {
        self.share = share
        self.version = version
        self.at = at
        self.actor = actor
        self.role = role
        self.happening = happening
    }
}

extension Event {
    /// The role in which it was done, and for whom where somebody had delegated it: `data-owner for owner`.
    package var capacity: String { onBehalfOf.map { "\(role) for \($0)" } ?? role.rawValue }

    /// Whoever had delegated the role in which it was done.
    package var onBehalfOf: PersonID? {
        guard case .acted(let act) = happening else { return nil }
        return act.onBehalfOf
    }
}

extension Event {
    /// Everybody who answers for it: whoever did it and, where that was delegated, for whom.
    package var people: [PersonID] { [actor] + [onBehalfOf].compactMap { $0 } }

    /// The fields of its evidence that say who.
    package static let fieldsOfPeople: Set<String> = [EvidenceField.owner.rawValue, EvidenceField.requester.rawValue]

    /// Whoever did it, for whom, and whom it names.
    package var everybody: [PersonID] {
        guard case .acted(let act) = happening else { return people }
        return people + Self.fieldsOfPeople.compactMap { act.evidence[$0].map { PersonID($0) } }
    }
}

/// What happened.
package enum Happening: Hashable, Sendable {
    case registered(Registration)
    case corrected(Correction)
    case acted(Act)
    case relocated(Relocation)

    /// Its name in the ledger's index.
    package var kind: String {
        switch self {
        case .registered: "registered"
        case .corrected: "corrected"
        case .acted: "acted"
        case .relocated: "relocated"
        }
    }
}

/// A share came into the installation.
package struct Registration: Hashable, Sendable, Codable {
    package var entry: EntryName
    package var origin: Origin
    package var pin: WorkflowPin
    package var standing: [String: StateName]
    package var terms: Terms
    package var owner: DataOwner?
    package var requester: PersonID?

    package init(
        entry: EntryName, origin: Origin, pin: WorkflowPin, standing: [String: StateName], terms: Terms,
        owner: DataOwner?, requester: PersonID?
    ) {
        self.entry = entry
        self.origin = origin
        self.pin = pin
        self.standing = standing
        self.terms = terms
        self.owner = owner
        self.requester = requester
    }
}

/// A later register file says something else.
package struct Correction: Hashable, Sendable, Codable {
    package var origin: Origin
    package var changes: [TermsChange]
    /// The terms as now inherited; nil where terms were proposed, adopted or approved here: the difference is only noted.
    package var terms: Terms?
    package var owner: DataOwner?
    /// Where the machines stand from now on, where the register's status changed and nothing was decided here yet.
    package var standing: [String: StateName]?
    package var entry: EntryName?

    package init(
        origin: Origin, changes: [TermsChange], terms: Terms?, owner: DataOwner?, standing: [String: StateName]?,
        entry: EntryName?
    ) {
        self.origin = origin
        self.changes = changes
        self.terms = terms
        self.owner = owner
        self.standing = standing
        self.entry = entry
    }
}

/// A share was moved to another edition of the workflows.
package struct Relocation: Hashable, Sendable, Codable {
    package var from: WorkflowPin
    package var to: WorkflowPin
    /// Where the machines stand from now on, by machine; those that stay where they were are left out.
    package var standing: [String: StateName]
    package var reason: String?

    package init(from: WorkflowPin, to: WorkflowPin, standing: [String: StateName], reason: String?) {
        self.from = from
        self.to = to
        self.standing = standing
        self.reason = reason
    }
}

/// A person, or time, told the share to do something.
package struct Act: Hashable, Sendable, Codable {
    package struct Move: Hashable, Sendable, Codable {
        package var machine: Machine
        package var from: StateName
        package var to: StateName

        package init(_ machine: Machine, from: StateName, to: StateName) {
            self.machine = machine
            self.from = from
            self.to = to
        }
    }

    package var machine: Machine
    package var command: CommandName
    /// The state that the command was given in.
    package var state: StateName
    package var moves: [Move]
    package var records: [RecordName]
    package var clears: [NeedName]
    package var evidence: [String: String]
    /// The terms after an edit, already understood, so that reading the record needs no reference data.
    package var terms: Terms?
    /// What the edit changed.
    package var changes: [TermsChange]
    /// Whoever delegated the role in which the actor did it.
    package var onBehalfOf: PersonID?
    /// What the approval rests on, where the act freezes the text of an agreement.
    package var frozen: FrozenApproval?

    package init(
        machine: Machine, command: CommandName, state: StateName, moves: [Move], records: [RecordName],
        clears: [NeedName], evidence: [String: String], terms: Terms?, changes: [TermsChange] = [],
        onBehalfOf: PersonID? = nil, frozen: FrozenApproval? = nil
    ) {
        self.machine = machine
        self.command = command
        self.state = state
        self.moves = moves
        self.records = records
        self.clears = clears
        self.evidence = evidence
        self.terms = terms
        self.changes = changes
        self.onBehalfOf = onBehalfOf
        self.frozen = frozen
    }
}

extension Happening: Codable {
    private enum Keys: String, CodingKey {
        case registered, corrected, acted, relocated
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let registration = try container.decodeIfPresent(Registration.self, forKey: .registered) {
            self = .registered(registration)
        } else if let correction = try container.decodeIfPresent(Correction.self, forKey: .corrected) {
            self = .corrected(correction)
        } else if let relocation = try container.decodeIfPresent(Relocation.self, forKey: .relocated) {
            self = .relocated(relocation)
        } else {
            self = .acted(try container.decode(Act.self, forKey: .acted))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .registered(let registration): try container.encode(registration, forKey: .registered)
        case .corrected(let correction): try container.encode(correction, forKey: .corrected)
        case .acted(let act): try container.encode(act, forKey: .acted)
        case .relocated(let relocation): try container.encode(relocation, forKey: .relocated)
        }
    }
}

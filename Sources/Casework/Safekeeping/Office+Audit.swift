import JSONValues
package import Ledger
package import Shares
import Workflows

extension Office {
    /// Computes the chain of events anew and folds every share, and compares both with what is stored.
    package func verifyAudit() throws -> AuditVerification {
        var verification = try read { reader in
            try reader.verify { try definitions(for: $0, in: reader) }
        }
        verification.faults += try ledger.write { try $0.searchFaults() }
        return verification
    }

    /// Whether the record went through a position that somebody else kept, such as a partner in a manifest: a chain that was
    /// computed anew did not.
    package func recordHolds(_ kept: LedgerPosition) throws -> Bool {
        try read { try $0.recordedHash(at: kept.size) == kept.head }
    }

    /// Events of the record, the newest first. Throws `Refusal` for anybody but the hub and auditors; nobody is named where it
    /// is done at the machine itself.
    package func recordedEvents(
        _ search: EventSearch, limit: Int, as person: PersonID? = nil
    ) throws -> [RecordedEvent] {
        try read { reader in
            try mayAudit(person, in: reader)
            return try reader.recordedEvents(search, limit: limit)
        }
    }

    /// The share of a reference that somebody typed, in capitals or not; nil where there is none. Throws `Refusal`.
    package func recordedShare(_ typed: ShareReference, as person: PersonID) throws -> ShareReference? {
        try read { reader in
            try mayAudit(person, in: reader)
            return try reader.reference(like: typed)
        }
    }

    /// Throws `Refusal` where a person may not look into the record as a whole.
    package func mayAudit(_ id: PersonID) throws { try read { try mayAudit(id, in: $0) } }

    func mayAudit(_ id: PersonID?, in reader: LedgerReader) throws {
        guard let id else { return }
        let person = try person(id, in: reader)
        guard person.mayAudit else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "not-your-role",
                    "Only the hub and auditors look into the whole record; \(id) is neither."
                )
            ])
        }
    }
}

extension Person {
    /// Whether they may look into the whole record.
    package var mayAudit: Bool { roles.contains { ["hub", "auditor"].contains($0) } }
}

extension RecordedEvent {
    /// In a few words, for lists.
    package var says: String {
        if let event { return event.summary }
        return switch stream {
        case "roster": "changed who is on the roster"
        case "outbox": "wrote letters"
        case "consolidation": "decided about redundant shares"
        case "exchange": "recorded what passed with a partner"
        case "access": accessInWords
        default: "recorded an event of \(stream)"
        }
    }

    private var accessInWords: String {
        let change = (try? JSONValue(parsing: text))?["body"].flatMap {
            try? JSONValueDecoder.decode(AccessChange.self, from: $0)
        }
        return switch change {
        case .keyMade(let key):
            "made API key key_\(key.number), “\(key.name)”, for \(key.person?.rawValue ?? key.organisation ?? "")"
        case .keyRevoked(let number): "revoked API key key_\(number)"
        case nil: "made or revoked an API key"
        }
    }
}

import Ledger
package import Shares
import Workflows

extension Person {
    /// Whether they are of the hub, which sets policy, keeps the roster and imports registers.
    package var isOfHub: Bool { roles.contains("hub") }

    /// Whether they are of a partner, which receives and acknowledges manifests.
    package var isPartner: Bool { roles.contains("partner") }

    /// Whether they act for a partner alone, and for nothing of the department.
    package var isOutside: Bool { Set(roles) == ["partner"] }

    /// The role in which what they do to no share is recorded.
    var recordedRole: RoleName { isOfHub ? "hub" : roles.first ?? "system" }
}

extension Office {
    /// Throws `Refusal`, which says what only the hub does, for anybody else.
    package func isHub(_ id: PersonID, toSee what: String) throws {
        _ = try ledger.read { try hub(id, may: "sees \(what)", in: $0) }
    }
}

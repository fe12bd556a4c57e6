import Foundation
internal import GRDB
package import Shares
package import Workflows

/// What a verification of the ledger found.
package struct AuditVerification: Hashable, Sendable {
    package var position: LedgerPosition
    package var shares: Int
    /// A sentence each; none: nothing was altered.
    package var faults: [String]
}

extension LedgerReader {
    /// Computes the hash chain anew and folds every share, and compares both with what is stored.
    ///
    /// It finds any row of the record or of its views that was changed, removed, reordered or inserted by other means. What
    /// it cannot see, a whole chain computed anew, shows in the positions that partners hold.
    package func verify(definitions: (WorkflowPin) throws -> CheckedDefinitions) throws -> AuditVerification {
        var faults: [String] = []
        let expected = try position()
        var previous = EventHash.zero
        var size = 0
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM event ORDER BY position")
        while let row = try rows.next() {
            let stored = StoredEvent(row)
            size += 1
            if stored.position != size {
                faults.append("Position \(size) is missing: the next event stands at \(stored.position).")
                size = stored.position
            }
            if stored.previous != previous {
                faults.append("The event at position \(stored.position) does not follow the one before it.")
            }
            let hash: [UInt8] = Array(row["hash"] as Data)
            let computed = EventHash.of(stored)
            if hash != computed {
                faults.append(
                    "The event at position \(stored.position) (\(stored.share), version \(stored.version)) was altered."
                )
            }
            previous = hash
            if faults.count >= 100 { break }
        }
        if expected.size != size || expected.head != previous {
            faults.append(
                "The ledger should end at position \(expected.size); its events end at \(size): some are cut off or added."
            )
        }
        let shares = faults.isEmpty ? try verifyViews(definitions: definitions, &faults) : try shareCount()
        return AuditVerification(position: LedgerPosition(size: size, head: previous), shares: shares, faults: faults)
    }

    private func verifyViews(
        definitions: (WorkflowPin) throws -> CheckedDefinitions, _ faults: inout [String]
    ) throws -> Int {
        var count = 0
        var found: [String] = []
        try forEachShare { share in
            count += 1
            let fresh = ShareSummary(share, definitions: try definitions(share.pin))
            guard try summary(of: share.reference) != fresh, found.count < 100 else { return }
            found.append("The register's line of \(share.reference) is not what its events make.")
        }
        faults += found
        let lines = try shareCount()
        if lines != count { faults.append("The register has \(lines) lines for \(count) shares in the record.") }
        return count
    }
}

extension StoredEvent {
    init(_ row: Row) {
        self.init(
            position: row["position"], share: row["share"], version: row["share_version"], at: row["at"],
            actor: row["actor"], role: row["role"], kind: row["kind"], body: Array((row["body"] as String).utf8),
            previous: Array(row["previous"] as Data))
    }
}

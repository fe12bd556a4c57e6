import Crypto
import Foundation
internal import GRDB
package import Shares
package import Workflows

/// What a verification of the ledger found.
package struct AuditVerification: Hashable, Sendable {
    package var position: LedgerPosition
    package var shares: Int
    /// Events that are about no share: people, letters.
    package var installationEvents: Int
    /// A sentence each; none: nothing was altered.
    package var faults: [String]
}

extension LedgerReader {
    /// Computes the hash chain anew and folds every share, and compares both with what is stored.
    ///
    /// It finds any row of the record, of the published editions or of the views that was changed, removed, reordered or
    /// inserted by other means. What it cannot see, a whole chain computed anew, shows in the positions that partners hold.
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
            let stream: String = row["stream"]
            if hash != computed
                || !EventStream.kinds.contains(where: { ($0.kind, $0.stream.rawValue) == (stored.kind, stream) })
            {
                let subject = stored.share.isEmpty ? stream : stored.share
                faults.append(
                    "The event at position \(stored.position) (\(subject), version \(stored.version)) was altered.")
            }
            previous = hash
            if faults.count >= 100 { break }
        }
        if expected.size != size || expected.head != previous {
            faults.append(
                "The ledger should end at position \(expected.size); its events end at \(size): some are cut off or added."
            )
        }
        faults += try editionFaults()
        faults += try textFaults()
        faults += try readingFaults()
        faults += try referenceStateFaults()
        if faults.isEmpty { faults += try outboxFaults() }
        let shares = faults.isEmpty ? try verifyViews(definitions: definitions, &faults) : try shareCount()
        let others = try Int.fetchOne(database, sql: "SELECT count(*) FROM event WHERE stream <> 'share'") ?? 0
        return AuditVerification(
            position: LedgerPosition(size: size, head: previous), shares: shares, installationEvents: others,
            faults: faults)
    }

    /// Editions are kept under the SHA-256 of their text, which therefore cannot change unseen.
    private func editionFaults() throws -> [String] {
        var faults: [String] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT digest, body FROM edition")
        while let row = try rows.next() {
            let digest: String = row["digest"]
            guard Array(SHA256.hash(data: Array((row["body"] as String).utf8))).hexadecimal != digest else { continue }
            faults.append("The published edition \(digest) of the workflows was altered.")
        }
        let missing = try String.fetchAll(
            database,
            sql: "SELECT DISTINCT edition FROM share WHERE edition NOT IN (SELECT digest FROM edition) ORDER BY edition"
        )
        return faults + missing.map { "The edition \($0) of the workflows, which shares run on, is missing." }
    }

    /// The texts that were signed, and the manifests that were received, are those whose digests the record names, and none
    /// is missing.
    private func textFaults() throws -> [String] {
        var faults: [String] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT digest, body FROM kept_text")
        while let row = try rows.next() {
            let digest: String = row["digest"]
            guard Array(SHA256.hash(data: row["body"] as Data)).hexadecimal != digest else { continue }
            faults.append("The kept text \(digest) was altered.")
        }
        let missing = try Row.fetchAll(
            database,
            sql: """
                SELECT share, json_extract(body, '$.acted.frozen.text.digest') AS digest FROM event
                WHERE kind = 'acted' AND digest IS NOT NULL AND digest NOT IN (SELECT digest FROM kept_text)
                ORDER BY position
                """)
        let unkept = try Row.fetchAll(
            database,
            sql: """
                SELECT json_extract(received.value, '$.reference') AS reference,
                json_extract(received.value, '$.text') AS digest
                FROM event, json_each(event.body, '$.received') AS received
                WHERE event.kind = 'exchange' AND digest NOT IN (SELECT digest FROM kept_text)
                ORDER BY event.position
                """)
        return faults
            + missing.map { "The text \($0["digest"] as String), frozen for \($0["share"] as String), is missing." }
            + unkept.map {
                "The manifest \($0["digest"] as String), received of \($0["reference"] as String), is missing."
            }
    }

    private func verifyViews(
        definitions: (WorkflowPin) throws -> CheckedDefinitions, _ faults: inout [String]
    ) throws -> Int {
        var count = 0
        var stayCount = 0
        var found: [String] = []
        var fold = StayFold()
        try forEachShare(event: { fold.apply($0) }) { share in
            let stays = fold.inOrder
            fold = StayFold()
            count += 1
            stayCount += stays.count
            guard found.count < 100 else { return }
            let fresh = ShareSummary(share, definitions: try definitions(share.pin))
            if try summary(of: share.reference) != fresh {
                found.append("The register's line of \(share.reference) is not what its events make.")
            }
            if try !looksAhead(of: share) {
                found.append("What lies ahead of \(share.reference) is not what its events make.")
            }
            if try self.stays(of: share.reference) != stays {
                found.append("How long \(share.reference) stood where is not what its events make.")
            }
        }
        faults += found
        let lines = try shareCount()
        if lines != count { faults.append("The register has \(lines) lines for \(count) shares in the record.") }
        let outlooks = try Int.fetchOne(database, sql: "SELECT count(*) FROM outlook") ?? 0
        if outlooks != count {
            faults.append("The register looks ahead of \(outlooks) shares, of \(count) in the record.")
        }
        let stored = try Int.fetchOne(database, sql: "SELECT count(*) FROM stay") ?? 0
        if stored != stayCount, found.isEmpty {
            faults.append("The register has \(stored) stays for \(stayCount) in the record.")
        }
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

extension LedgerReader {
    /// Whether what lies ahead of a share is kept as its events make it.
    fileprivate func looksAhead(of share: Share) throws -> Bool {
        do {
            return try outlook(of: share.reference) == ShareOutlook(share)
        } catch LedgerError.unreadableView {
            return false
        }
    }
}

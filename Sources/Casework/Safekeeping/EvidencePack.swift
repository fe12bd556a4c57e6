import Documents
import Foundation
import JSONValues
import Ledger
package import Shares

/// What an auditor takes away: the record in a form that needs nothing of ours to be checked.
package enum EvidencePack {
    /// Each line is what one event's hash is over, and holds the hash of the line before it.
    static let events = "events.jsonl"
    /// Every position with its hash.
    static let hashes = "hashes.csv"
    /// What was read of shares, one reading a line: a chain of its own, hashed in the same way.
    static let readings = "readings.jsonl"
    /// Which state of each file of the reference data was gone by, and since when: a chain of its own.
    static let referenceStates = "reference.jsonl"
    static let verification = "verification.json"
    static let readMe = "README.txt"

    /// How to check it, for whoever has Python.
    static let instructions = """
        The record of Concordat, as evidence.

        events.jsonl        One event a line, in the order of the record, as canonical JSON (RFC 8785).
        hashes.csv          position,sha256: the hash of every event of the record.
        readings.jsonl      Who read contact details, documents or manifests, and when; a chain hashed in the same way.
        reference.jsonl     Which state of each file of the reference data held, and since when; a chain hashed in the same way.
        verification.json   What Concordat found when the pack was made: where the record ends, and every fault.
        editions/           The workflows that shares ran on, each under the SHA-256 of its bytes.
        texts/              Documents signed or exchanged, states of the reference data: each under the SHA-256 of its bytes.

        The SHA-256 of a line, without the line feed, is the hash of that event, and stands as "previous" in the next one.
        The first event has 64 zeros there. Nothing of Concordat is needed to check that:

            import hashlib, json
            hashes = dict(line.split(",") for line in open("hashes.csv").read().split()[1:])
            for line in open("events.jsonl", "rb"):
                event, digest = json.loads(line), hashlib.sha256(line.rstrip(b"\\n")).hexdigest()
                position = event["position"]
                assert hashes[str(position)] == digest, position
                assert hashes.get(str(position - 1), 64 * "0") == event["previous"], position

        A pack about one share has the lines of that share alone; hashes.csv has all. Compare the last hash with one that
        you or a partner kept: manifests state the position and the hash of the record that they were made from.

        """
}

/// A record that is too long for one zip file in memory.
package struct EvidenceTooLarge: Error, Hashable, Sendable {
    package static let most = 50_000
    package var events: Int
}

extension Office {
    /// Gives the files of a pack, piece by piece, in their order: the path in the pack, and bytes that follow those given for
    /// that path before. `share`: only its events, and the texts that they name.
    ///
    /// Throws `Refusal` for anybody but the hub and auditors; nobody is named where it is done at the machine itself.
    package func evidence(
        about share: ShareReference? = nil, as person: PersonID? = nil,
        _ give: (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) throws {
        try read { reader in
            try mayAudit(person, in: reader)
            if let share { _ = try existing(share, in: reader) }
        }
        let verification = try verifyAudit()
        try give(EvidencePack.readMe, Array(EvidencePack.instructions.utf8))
        try read { reader in
            try give(EvidencePack.hashes, Array("position,sha256\n".utf8))
            // What has come meanwhile was not verified.
            let before = verification.position.size + 1
            try reader.forEachRecordedEvent(EventSearch(before: before)) { event in
                try give(EvidencePack.hashes, Array("\(event.position),\(event.hash.hexadecimal)\n".utf8))
            }
            try reader.forEachRecordedEvent(EventSearch(share: share, before: before)) { event in
                try give(EvidencePack.events, event.text + [UInt8(ascii: "\n")])
            }
            try reader.forEachReading(EventSearch(share: share)) { reading in
                try give(EvidencePack.readings, reading.text + [UInt8(ascii: "\n")])
            }
            try reader.forEachReferenceState { state in
                try give(EvidencePack.referenceStates, state.text + [UInt8(ascii: "\n")])
            }
            for digest in try reader.editions() {
                try give("editions/\(digest).json", Array((try reader.edition(digest) ?? "").utf8))
            }
            for digest in try reader.texts(namedBy: share) {
                try give("texts/\(digest)", try reader.text(digest) ?? [])
            }
        }
        let found = JSONValue.object([
            "about": share.map { .string($0.rawValue) } ?? .null,
            "made": .string(surroundings.now().description),
            "position": .number(JSONNumber(Int64(verification.position.size))),
            "head": .string(verification.position.head.hexadecimal),
            "shares": .number(JSONNumber(Int64(verification.shares))),
            "faults": .array(verification.faults.map { .string($0) }),
        ])
        try give(EvidencePack.verification, Array((found.pretty() + "\n").utf8))
    }

    /// A pack as a zip file. Throws `EvidenceTooLarge` where the record is too long for one.
    package func evidenceArchive(about share: ShareReference? = nil, as person: PersonID) throws -> [UInt8] {
        let size = try read { reader in
            try mayAudit(person, in: reader)
            return try reader.position().size
        }
        guard size <= EvidenceTooLarge.most else { throw EvidenceTooLarge(events: size) }
        var files: [(path: String, bytes: [UInt8])] = []
        try evidence(about: share, as: person) { path, bytes in
            if files.last?.path == path {
                files[files.count - 1].bytes += bytes
            } else {
                files.append((path, bytes))
            }
        }
        return try ZipArchive.bytes(of: files)
    }

    /// Writes a pack as a folder, which is complete or absent. Throws `Findings` where it exists or cannot be written.
    package func writeEvidence(
        about share: ShareReference? = nil, to folder: String, as person: PersonID? = nil
    ) throws {
        let target = URL(fileURLWithPath: folder)
        let half = URL(fileURLWithPath: folder + ".partial")
        func cannotWrite(_ why: String) -> Findings {
            Findings([.error("cannot-write", at: .whole, "\(folder) cannot be written: \(why)")])
        }
        guard !FileManager.default.fileExists(atPath: target.path) else { throw cannotWrite("it exists already.") }
        try? FileManager.default.removeItem(at: half)
        var file: FileHandle?
        var path = ""
        do {
            try evidence(about: share, as: person) { next, bytes in
                if next != path {
                    try file?.close()
                    file = try Self.begin(half.appendingPathComponent(next))
                    path = next
                }
                try file?.write(contentsOf: bytes)
            }
            try file?.close()
            try FileManager.default.moveItem(at: half, to: target)
        } catch let error as CocoaError {
            try? FileManager.default.removeItem(at: half)
            throw cannotWrite(error.localizedDescription)
        } catch {
            try? FileManager.default.removeItem(at: half)
            throw error
        }
    }

    private static func begin(_ file: URL) throws -> FileHandle {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}

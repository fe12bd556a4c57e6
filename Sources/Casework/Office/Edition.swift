import Crypto
import Foundation
import JSONValues
import Ledger
import Shares
import Synchronization
import Workflows

/// The five definitions as one published whole, with the digest that shares are pinned to.
struct Edition: Sendable {
    var definitions: CheckedDefinitions
    var pin: WorkflowPin

    /// The files of the templates folder. An edition that this ledger has not seen is proved before it is published.
    static func current(in templates: TemplateFolder, ledger: Ledger, now: Instant) throws -> Edition {
        let files = try templates.files(in: "workflows", ending: ".json").mapValues { Array($0) }
        let edition = Edition(try Definitions.load(files: files, vocabulary: Rulebook.vocabulary))
        try edition.publish(in: ledger, now: now)
        return edition
    }

    init(_ definitions: CheckedDefinitions, overlay: Overlay? = nil) {
        self.definitions = definitions
        var versions = Dictionary(
            uniqueKeysWithValues: Machine.allCases.map { ($0.rawValue, definitions[$0].definition.version) })
        if let overlay { versions[WorkflowPin.overlayPrefix + overlay.name] = overlay.version }
        pin = WorkflowPin(versions: versions, digest: Self.digest(of: Self.body(of: definitions)))
    }

    /// Proves it where this ledger does not hold it yet, and keeps it there.
    func publish(in ledger: Ledger, now: Instant) throws {
        guard try ledger.read({ try $0.edition(pin.digest) }) == nil else { return }
        let proof = definitions.prove()
        guard proof.faults.isEmpty else { throw UnprovenWorkflows(faults: proof.faults.map(\.description)) }
        let body = String(decoding: Self.body(of: definitions), as: UTF8.self)
        try ledger.write { try $0.publish(edition: pin.digest, body: body, at: now) }
    }

    /// SHA-256 in hexadecimal.
    static func digest(of bytes: [UInt8]) -> String { Array(SHA256.hash(data: bytes)).hexadecimal }

    /// One canonical JSON object: each machine's definition under its name.
    private static func body(of definitions: CheckedDefinitions) -> [UInt8] {
        var body: [UInt8] = [UInt8(ascii: "{")]
        for (index, machine) in Machine.allCases.sorted(by: { $0.rawValue < $1.rawValue }).enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body += Array("\"\(machine.rawValue)\":".utf8) + definitions[machine].canonical
        }
        body.append(UInt8(ascii: "}"))
        return body
    }

    /// The definitions in a published body.
    static func definitions(in body: String) throws -> CheckedDefinitions {
        let members = try JSONValue(parsing: body).object ?? [:]
        var files: [String: [UInt8]] = [:]
        for (name, definition) in members { files["\(name).json"] = definition.canonical() }
        return try Definitions.load(files: files, vocabulary: Rulebook.vocabulary)
    }
}

/// Workflow files that read well and would let a share go wrong.
package struct UnprovenWorkflows: Error, Sendable {
    package var faults: [String]
}

/// Editions that shares still run on and the templates folder no longer holds.
final class EditionShelf: Sendable {
    private let known = Mutex<[String: CheckedDefinitions]>([:])

    func definitions(_ digest: String, in reader: LedgerReader) throws -> CheckedDefinitions {
        if let definitions = known.withLock({ $0[digest] }) { return definitions }
        guard let body = try reader.edition(digest) else { throw MissingEdition(digest: digest) }
        let definitions = try Edition.definitions(in: body)
        known.withLock { $0[digest] = definitions }
        return definitions
    }
}

/// A share is pinned to an edition of the workflows that the ledger does not hold: the database was tampered with.
struct MissingEdition: Error {
    var digest: String
}

import Crypto
import Foundation
import Interchange
import Ledger
package import Shares
import Signatures
import Workflows

/// What became of one manifest that came in.
package struct ImportedManifest: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable {
        /// The first of that share.
        case new
        /// A later one than the mirror was of.
        case updated
        /// The very one that is the mirror.
        case unchanged
    }

    package var issuer: Organisation
    package var reference: ShareReference
    package var version: Int
    package var outcome: Outcome
}

extension Office {
    /// Takes in manifests that partners sent, files or bundles: each becomes the mirror of the partner's share, which is kept apart
    /// from our own shares.
    ///
    /// Every one is verified first, and held against the mirror that is there. Where anything is wrong with any, all of it is thrown
    /// as `Findings`, and nothing is written. Warnings are told.
    package func importManifests(
        at paths: [String], trust: [String] = [], as actor: PersonID? = nil, warn: (Finding) -> Void = { _ in }
    ) async throws -> [ImportedManifest] {
        let actor = try exchangeActor(actor)
        let trust = try self.trust(trust)
        var findings = Findings()
        var incoming: [IncomingManifest] = []
        for path in paths {
            do {
                let (one, found) = try await incomingManifest(at: path, by: trust)
                findings.append(found.naming(path))
                if let one { incoming.append(one) }
            } catch let unread as Findings {
                findings.append(unread.naming(path))
            }
        }
        for (name, several) in Dictionary(grouping: incoming, by: \.name) where Set(several.map(\.received)).count > 1 {
            findings.append(
                .error(
                    "manifest-twice", at: .whole,
                    "There are \(several.count) manifests of \(name.reference), which \(name.issuer) issued: give the last alone."
                ))
        }
        findings.append(try breaches(shownBy: incoming.map(\.received)))
        guard !findings.hasErrors else { throw findings }
        for finding in findings.all { warn(finding) }
        return try write { writer in try keep(incoming, as: actor, writer) }
    }

    private func exchangeActor(_ id: PersonID?) throws -> PersonID {
        guard let id else { return .importer }
        let person = try ledger.read { try self.person(id, in: $0) }
        guard person.roles.contains("hub") else {
            throw Refusal([
                Refusal.Reason(.who, rule: "not-your-role", "Manifests are imported by the hub; \(id) is not that.")
            ])
        }
        return id
    }

    // MARK: - Looking at one

    private func incomingManifest(at path: String, by trust: Trust) async throws -> (IncomingManifest?, Findings) {
        let schemas = try manifestSchemas.get()
        let moment = surroundings.now()
        var verdict = try await verdict(on: path, by: ManifestCheck(schemas: schemas, trust: trust, at: moment))
        guard let manifest = verdict.manifest, let signer = verdict.signer, let issuer = manifest.issuer.id else {
            return (nil, verdict.findings)
        }
        let name = Exchange.MirrorName(issuer: issuer, reference: manifest.reference)
        let before = try ledger.read { try recentExchange.exchange(in: $0).mirrors[name] }
        if let before {
            let previous = try mirrored(before.manifest)
            verdict = try await self.verdict(
                on: path, by: ManifestCheck(schemas: schemas, trust: trust, at: moment, after: previous))
        }
        verdict.findings.append(try strangers(in: manifest))
        let file = BundleFolder.isThere(path) ? "\(path)/\(ManifestBundle.json)" : path
        let bytes = try manifestBytes(file)
        return (
            IncomingManifest(
                name: name,
                received: ReceivedManifest(
                    issuer: issuer, reference: manifest.reference, version: manifest.version,
                    issued: manifest.issued,
                    register: ReceivedManifest.Position(size: manifest.register.size, head: manifest.register.head),
                    digest: manifest.digest, text: Array(SHA256.hash(data: bytes)).hexadecimal, signer: signer.subject),
                bytes: bytes, before: before), verdict.findings
        )
    }

    /// A mirror is of a share that somebody else keeps and that concerns us.
    private func strangers(in manifest: Manifest) throws -> Findings {
        let department = try department().organisation
        let place = Place.pointer(file: ManifestBundle.json, "/issuer")
        var findings = Findings()
        if manifest.issuer.id == department.id {
            findings.append(
                .error("manifest-own", at: place, "It was issued here: the share itself is in the register."))
        } else if let id = manifest.issuer.id, try reference().organisations[id] == nil {
            findings.append(
                .error(
                    "unknown-organisation", at: place,
                    "“\(id)” is the identifier of no organisation: the hub adds it to reference/organisations.json."))
        }
        if !manifest.names(department, in: try reference()) {
            findings.append(
                .error(
                    "manifest-of-others", at: .pointer(file: ManifestBundle.json, ""),
                    "\(department.name) is no party to the share."))
        }
        return findings
    }

    /// What manifests show of the registers of their issuers, over all shares: whoever took something out of a register shows it
    /// in the next manifest of any share.
    private func breaches(shownBy incoming: [ReceivedManifest]) throws -> Findings {
        var exchange = try ledger.read { try recentExchange.exchange(in: $0) }
        var findings = Findings()
        for manifest in incoming.sorted(by: { $0.issued < $1.issued }) {
            let says: String
            switch exchange.witness(manifest) {
            case nil: continue
            case .shorter(let known):
                says =
                    "has \(manifest.register.size) entries, and had \(known.register.size) when \(known.reference) was issued: something was taken out of it."
            case .writtenAnew(let known):
                says =
                    "was written anew: its entry \(manifest.register.size) is another than when \(known.reference) was issued."
            }
            findings.append(
                .error(
                    "register-breach", at: .pointer(file: ManifestBundle.json, "/register"),
                    "\(manifest.reference): the register of \(try name(ofOrganisation: manifest.issuer)) \(says)"))
        }
        return findings
    }

    /// A mirror as it was kept.
    func mirrored(_ received: ReceivedManifest) throws -> Manifest {
        guard let bytes = try ledger.read({ try $0.text(received.text) }) else {
            throw Findings([
                .error(
                    "mirror-missing", at: .whole,
                    "The manifest of \(received.reference) that \(received.issuer) issued is missing: run audit verify."
                )
            ])
        }
        return try Manifest(kept: bytes, schemas: manifestSchemas.get(), file: received.reference.rawValue)
    }

    // MARK: - Keeping them

    private func keep(
        _ incoming: [IncomingManifest], as actor: PersonID, _ writer: LedgerWriter
    ) throws -> [ImportedManifest] {
        let exchange = try writer.reader.exchange()
        let moment = try now(in: writer.reader)
        var seen: Set<Exchange.MirrorName> = []
        var new: [ReceivedManifest] = []
        var results: [ImportedManifest] = []
        for one in incoming where seen.insert(one.name).inserted {
            guard exchange.mirrors[one.name] == one.before else {
                throw Findings([
                    .error(
                        "mirror-moved", at: .whole,
                        "Somebody else imported a manifest of \(one.name.reference) meanwhile: nothing was written; try again."
                    )
                ])
            }
            let isSame = one.before?.manifest.digest == one.received.digest
            if !isSame {
                try writer.keep(text: one.bytes, digest: one.received.text, at: moment)
                new.append(one.received)
            }
            results.append(
                ImportedManifest(
                    issuer: try organisation(one.name.issuer), reference: one.name.reference,
                    version: one.received.version,
                    outcome: isSame ? .unchanged : one.before == nil ? .new : .updated))
        }
        if !new.isEmpty { try writer.append(exchange: .received(new), at: moment, actor: actor, role: "hub") }
        return results
    }
}

/// A sound manifest on its way in.
private struct IncomingManifest {
    var name: Exchange.MirrorName
    var received: ReceivedManifest
    var bytes: [UInt8]
    /// The mirror that it was held against.
    var before: Exchange.Mirror?
}

extension Findings {
    /// Each with the path before its words, since there are several files of one name.
    fileprivate func naming(_ path: String) -> Findings {
        Findings(
            all.map { finding in
                Finding(finding.severity, rule: finding.rule, at: finding.place, "\(path): \(finding.message)")
            })
    }
}

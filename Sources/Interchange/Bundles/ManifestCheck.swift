internal import JSONValues
package import Shares
package import Signatures
internal import XMLTrees

/// What came of looking at a manifest that somebody sent.
package struct ManifestVerdict: Sendable {
    /// Nil where it could not be understood.
    package var manifest: Manifest?
    /// Whose signature holds; nil where there is none that does.
    package var signer: SigningCertificate?
    package var findings: Findings

    package var isSound: Bool { manifest != nil && !findings.hasErrors }
}

/// Checks manifests and bundles from outside, without any network: form, schema, digest, signature, certificate, issuer and
/// the order of versions. Everything that is wrong is said.
package struct ManifestCheck: Sendable {
    /// A manifest of a thousand data items is shorter by far.
    package static let longestJSON = 2 * 1024 * 1024

    let schemas: ManifestSchemas
    let trust: Trust
    /// The moment that certificates are judged at.
    let moment: Instant
    /// What the partner sent before, where there is something.
    let previous: Manifest?
    let allowsUnsigned: Bool
    /// Whether it must be known of each certificate that it was not taken back.
    let requiresRevocations: Bool

    /// A manifest without any signature is refused, whoever is trusted, unless it is allowed: schema and digest show
    /// accident only. A signature that is there must hold in either case.
    package init(
        schemas: ManifestSchemas, trust: Trust, at moment: Instant, after previous: Manifest? = nil,
        allowsUnsigned: Bool = false, requiresRevocations: Bool = false
    ) {
        self.schemas = schemas
        self.trust = trust
        self.moment = moment
        self.previous = previous
        self.allowsUnsigned = allowsUnsigned
        self.requiresRevocations = requiresRevocations
    }

    /// One form, and for JSON the signature from the file beside it.
    package func verdict(on bytes: [UInt8], file: String, jws: [UInt8]? = nil) async -> ManifestVerdict {
        guard !bytes.isEmpty else {
            return ManifestVerdict(
                findings: Findings([
                    .error("manifest-empty", at: .pointer(file: file, ""), "It is empty: nothing was sent.")
                ]))
        }
        var reading = Reading()
        if Self.isXML(bytes) {
            reading.readXML(bytes, file: file, schemas)
        } else {
            reading.readJSON(bytes, file: file, schemas)
            if let jws { reading.check(jws, over: bytes, file: file + ManifestBundle.jws) }
        }
        return await verdict(on: reading, file: file)
    }

    package static func isXML(_ bytes: [UInt8]) -> Bool {
        // Also where a byte order mark, or the zero bytes of UTF-16 and UTF-32, come first: it is told what is wrong with it.
        bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00].contains($0) } == UInt8(ascii: "<")
    }

    /// Judges what was read: who signed it, whether they may, and whether it is newer than what came before.
    func verdict(on reading: Reading, file: String) async -> ManifestVerdict {
        var findings = reading.findings
        if let chain = reading.chain {
            findings.append(
                await trust.findings(
                    on: chain, at: moment, file: file, requiringRevocations: requiresRevocations))
        } else if !allowsUnsigned, !reading.hasBrokenSignature, !reading.isUnreadable {
            findings.append(
                .error(
                    "signature-missing", at: .pointer(file: file, ""), "It is not signed, so anybody may have made it.")
            )
        }
        if let manifest = reading.manifest {
            if let signer = reading.chain?.signer { findings.append(issuer(manifest, signer, file)) }
            if let previous { findings.append(order(manifest, after: previous, file)) }
            findings.append(standing(manifest, file))
        }
        return ManifestVerdict(
            manifest: reading.manifest, signer: findings.hasErrors ? nil : reading.chain?.signer, findings: findings)
    }

    private func issuer(_ manifest: Manifest, _ signer: SigningCertificate, _ file: String) -> Findings {
        var findings = Findings()
        if manifest.issuer.id == nil || signer.organisation != manifest.issuer.id {
            findings.append(
                .error(
                    "issuer-signer", at: .pointer(file: file, "/issuer"),
                    "It says that \(manifest.issuer.name) issued it, and it is signed for "
                        + "\(signer.organisation ?? "nobody in particular")."))
        }
        let parties = manifest.providers + manifest.recipients + manifest.processors
        if !parties.contains(where: { $0.id != nil && $0.id == manifest.issuer.id }) {
            findings.append(
                .warning(
                    "issuer-party", at: .pointer(file: file, "/issuer"),
                    "\(manifest.issuer.name) issued it and is named as no party to the share."))
        }
        if manifest.issued < signer.notBefore || manifest.issued > signer.notAfter {
            findings.append(
                .error(
                    "issued-certificate", at: .pointer(file: file, "/issued"),
                    "It was issued at \(manifest.issued), when the certificate was not valid."))
        }
        if manifest.register.at > manifest.issued {
            findings.append(
                .error(
                    "register-time", at: .pointer(file: file, "/register/at"),
                    "The last entry of the issuer's register is later than the manifest."))
        }
        // Clocks differ by a little.
        if manifest.issued.milliseconds > moment.milliseconds + 300_000 {
            findings.append(
                .error(
                    "issued-future", at: .pointer(file: file, "/issued"),
                    "It was issued at \(manifest.issued), which is to come."))
        }
        return findings
    }

    /// What somebody who relies on the manifest should know: warnings, because it is sound all the same.
    private func standing(_ manifest: Manifest, _ file: String) -> Findings {
        var findings = Findings()
        if let replaced = manifest.replacedBy {
            findings.append(
                .warning(
                    "manifest-replaced", at: .pointer(file: file, "/replacedBy"),
                    "It does not hold since \(replaced.since): version \(replaced.version) replaced it."))
        }
        if !manifest.status.mayFlow {
            findings.append(
                .warning(
                    "manifest-stopped", at: .pointer(file: file, "/status"),
                    "No data may flow on it: the share is \(manifest.status.rawValue)."))
        }
        return findings
    }

    private func order(_ manifest: Manifest, after previous: Manifest, _ file: String) -> Findings {
        var findings = Findings()
        func wrong(_ pointer: String, _ message: String) {
            findings.append(.error("version-order", at: .pointer(file: file, pointer), message))
        }
        if manifest.reference != previous.reference || manifest.issuer.id != previous.issuer.id {
            wrong("/reference", "It is of another share than the earlier manifest, \(previous.reference).")
            return findings
        }
        if manifest.version < previous.version {
            wrong("/version", "It is version \(manifest.version), and version \(previous.version) came before.")
        }
        // Drafts, which are version 0, may change; and an earlier version may be issued anew to say that it was replaced.
        if manifest.version == previous.version, manifest.version > 0, !manifest.repeats(previous) {
            if manifest.withoutWording.repeats(previous.withoutWording) {
                findings.append(
                    .warning(
                        "version-wording", at: .pointer(file: file, "/version"),
                        "The issuer words it otherwise than before: names in its reference data changed."))
            } else {
                wrong("/version", "It is another version \(manifest.version) than the one that came before.")
            }
        }
        if manifest.register.size < previous.register.size {
            wrong("/register/size", "The issuer's register has become shorter: something was taken out of it.")
        }
        if manifest.register.size == previous.register.size, manifest.register.head != previous.register.head {
            wrong("/register/head", "The issuer's register was written anew: its last entry is another.")
        }
        if manifest.register.size > previous.register.size, manifest.register.head == previous.register.head {
            wrong("/register/head", "The issuer's register is longer than before, and its last entry is the same.")
        }
        if manifest.register.at < previous.register.at {
            wrong("/register/at", "The last entry of the issuer's register is older than before.")
        }
        return findings
    }
}

extension Manifest {
    /// Whether it says the same as one that came before, save that a later version may have replaced it since.
    fileprivate func repeats(_ previous: Manifest) -> Bool {
        guard previous.replacedBy == nil || replacedBy != nil else { return false }
        var (now, before) = (self, previous)
        (now.replacedBy, before.replacedBy) = (nil, nil)
        return now.saysTheSame(as: before)
    }
}

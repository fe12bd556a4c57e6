import Foundation
package import Shares
package import Signatures

/// A test authority on disk: its key and certificate, what it issued, and what it has taken back.
package struct AuthorityFolder: Sendable {
    let path: String

    package init(_ path: String) {
        self.path = path
    }

    var keyFile: String { "\(path)/authority.key" }
    package var certificateFile: String { "\(path)/authority.pem" }
    package var revocationsFile: String { "\(path)/revoked.pem" }
    private var issuedFolder: String { "\(path)/issued" }
    private static let daysBetweenLists = 90

    /// Makes a new authority, with an empty list of what it has taken back.
    package func make(named name: String, at now: Instant, years: Int) throws -> SigningCertificate {
        let authority = try TestAuthority.made(named: name, at: now, years: years)
        try KeyFile.makeFolder(issuedFolder)
        try KeyFile.write(authority.keyPEM, to: keyFile, isSecret: true)
        try KeyFile.write(authority.certificate.pem, to: certificateFile, isSecret: false)
        try write(RevocationList([], number: 1, by: authority, at: now, days: Self.daysBetweenLists))
        return authority.certificate
    }

    /// Issues a certificate for a new key, and puts both where an organisation signs from. With `replacing` they take the
    /// place of the ones there, whose certificate stays good for what was signed with it.
    package func issue(
        to organisation: Organisation, folder: String, at now: Instant, days: Int, replacing: Bool = false
    ) throws -> SigningCertificate {
        let authority = try authority()
        let key = SigningKey()
        let certificate = try authority.issue(
            to: organisation.id, named: organisation.name, for: key, at: now, days: days)
        try KeyFile.makeFolder(folder)
        try KeyFile.write(certificate.pem, to: "\(issuedFolder)/\(certificate.serial).pem", isSecret: false)
        try KeyFile.write(key.pem, to: "\(folder)/\(SigningKeys.key)", isSecret: true, replacing: replacing)
        try KeyFile.write(
            certificate.pem, to: "\(folder)/\(SigningKeys.certificate)", isSecret: false, replacing: replacing)
        return certificate
    }

    /// Takes a certificate back; the list is signed anew. Whoever was given the earlier list needs this one.
    package func revoke(_ serial: String, for reason: RevocationList.Reason, at now: Instant) throws -> RevocationList {
        let serial = serial.uppercased()
        guard try issued().contains(where: { $0.serial == serial }) else {
            throw Findings([
                .error("serial-unknown", at: .whole, "This authority has issued no certificate “\(serial)”.")
            ])
        }
        let list = try revocations()
        guard list[serial] == nil else {
            throw Findings([.error("already-revoked", at: .whole, "“\(serial)” was taken back before.")])
        }
        let entries = list.entries + [RevocationList.Entry(serial: serial, at: now, reason: reason)]
        let next = try RevocationList(
            entries, number: list.number + 1, by: authority(), at: now, days: Self.daysBetweenLists)
        try write(next)
        return next
    }

    /// What it issued, the earliest first.
    package func issued() throws -> [SigningCertificate] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: issuedFolder)) ?? []
        return try names.filter { $0.hasSuffix(".pem") }.map { name in
            let file = "\(issuedFolder)/\(name)"
            return try SigningCertificate(pem: KeyFile.text(of: file, isSecret: false), source: file)
        }.sorted { ($0.notBefore, $0.serial) < ($1.notBefore, $1.serial) }
    }

    package func revocations() throws -> RevocationList {
        let trust = try Trust(pem: [(revocationsFile, KeyFile.text(of: revocationsFile, isSecret: false))])
        guard let list = trust.revocations.first else {
            throw Findings([.error("revocations-missing", at: .pointer(file: revocationsFile, ""), "It has no list.")])
        }
        return list
    }

    private func authority() throws -> TestAuthority {
        try TestAuthority(
            certificate: SigningCertificate(
                pem: KeyFile.text(of: certificateFile, isSecret: false), source: certificateFile),
            key: SigningKey(pem: KeyFile.text(of: keyFile, isSecret: true), source: keyFile))
    }

    private func write(_ list: RevocationList) throws {
        try KeyFile.write(list.pem, to: revocationsFile, isSecret: false, replacing: true)
    }
}

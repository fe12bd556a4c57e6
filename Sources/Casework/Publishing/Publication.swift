import Documents
import Interchange
package import Shares
package import Signatures

/// Who signs what is published while the pages are served.
package struct Publication: Sendable {
    package let signatory: Signatory
    /// Tells the certificate from every other.
    let fingerprint: String
    private let source: @Sendable () -> Trust

    /// What shows whose the signatures are: the authority, and what it took back.
    package var trust: Trust { source() }

    package init(signedBy signatory: Signatory, under trust: Trust = Trust()) {
        self.init(signatory) { trust }
    }

    /// Under what the files say at the time.
    package init(signedBy signatory: Signatory, under files: TrustFiles) {
        self.init(signatory) { files.trust }
    }

    private init(_ signatory: Signatory, _ source: @escaping @Sendable () -> Trust) {
        self.signatory = signatory
        self.source = source
        fingerprint = signatory.certificate.fingerprint
    }
}

/// The forms in which a manifest is published.
package enum PublishedForm: String, CaseIterable, Sendable {
    case json, xml
    /// All files of the bundle, as a zip file.
    case bundle
}

/// A version of a share's manifest, as it is published: signed when it is first asked for on a day.
package struct PublishedManifest: Sendable {
    package var reference: ShareReference
    package var version: Int
    /// The version that holds, where that is another.
    package var replacedBy: Int?
    /// Since when the register says what it says.
    package var changed: Instant
    /// What it says and who signs it, in a few digits: the same however often it is signed anew.
    package var tag: String
    let bundle: ManifestBundle

    /// The bytes of one form.
    package func bytes(of form: PublishedForm) throws -> [UInt8] {
        switch form {
        case .json: file(ManifestBundle.json)
        case .xml: file(ManifestBundle.xml)
        case .bundle:
            try ZipArchive.bytes(of: bundle.files.map { ("\(reference.fileName)/\($0.name)", $0.bytes) })
        }
    }

    /// The detached JSON Web Signature of the very JSON form.
    package var jws: String { String(decoding: file(ManifestBundle.json + ManifestBundle.jws), as: UTF8.self) }

    private func file(_ name: String) -> [UInt8] { bundle.files.first { $0.name == name }?.bytes ?? [] }
}

/// No version of that number was ever told to partners.
package struct NoSuchManifest: Error, Hashable, Sendable {
    package var reference: ShareReference
    /// Nil where none was.
    package var version: Int?
}

/// The share is one in which a partner took part and takes no part any more.
package struct WithdrawnManifest: Error, Hashable, Sendable {
    package var reference: ShareReference
    /// The last version that the partner was given; it stays readable.
    package var last: Int
}

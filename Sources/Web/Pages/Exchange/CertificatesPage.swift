import Casework
import Shares
import Signatures

/// What manifests are verified with: the certificate that signs, the authorities above it, and what they took back.
struct CertificatesPage {
    var visitor: Visitor
    var signing: [SigningCertificate]
    var trust: Trust

    static func load(from office: Office, _ publication: Publication?, for visitor: Visitor) throws -> CertificatesPage
    {
        CertificatesPage(
            visitor: visitor, signing: publication?.signatory.chain.certificates ?? [],
            trust: try office.trust(publication: publication))
    }

    /// All of them in one file, as `--trust` and other tools take them; signing certificates travel in each signature.
    var pem: String {
        (trust.authorities.map(\.pem) + trust.revocations.map(\.pem)).joined()
    }

    var html: HTML {
        PageFrame(
            title: "Keys and certificates", area: .exchange(for: visitor), topic: .manifests,
            breadcrumbs: [("Exchange", .exchange)], visitor: visitor
        ).document {
            tag(.h1) { "Keys and certificates" }
            tag(.p) {
                "Compare the fingerprint of an authority with one that reached you in another way, such as by telephone: whoever could change this page could change it here."
            }
            if signing.isEmpty {
                tag(.p) { "Nothing is signed here: the pages are served without a signing key." }
            } else {
                table("signing", "What manifests and webhooks are signed with", signing)
            }
            if trust.authorities.isEmpty {
                tag(.p) { "No authority is published here. Ask the hub which one certifies the department’s keys." }
            } else {
                table("authorities", "Authorities that are trusted here", trust.authorities)
                tag(.p) { tag(.a, .href(Link(.certificatesFile))) { "Take them, with what they took back (PEM)" } }
            }
            if !trust.revocations.isEmpty { revocations }
        }
    }

    private func table(_ id: String, _ caption: String, _ certificates: [SigningCertificate]) -> HTML {
        var table = DataTable(
            id: id, caption: caption,
            columns: [
                .init("Whose"), .init("Certified by"), .init("Good from"), .init("Until"), .init("Serial number"),
                .init("SHA-256 fingerprint"),
            ], heading: .h2)
        for certificate in certificates {
            table.add([
                HTML(text: certificate.subject), HTML(text: certificate.issuer),
                HTML(day: certificate.notBefore.dayInLondon), HTML(day: certificate.notAfter.dayInLondon),
                tag(.code) { certificate.serial }, tag(.code) { certificate.fingerprint },
            ])
        }
        return table.html
    }

    private var revocations: HTML {
        var table = DataTable(
            id: "revocations", caption: "Lists of what authorities took back",
            columns: [.init("Number"), .init("Issued"), .init("The next is due")], heading: .h2)
        for list in trust.revocations {
            table.add([
                HTML(text: String(list.number)), HTML(day: list.issued.dayInLondon), HTML(day: list.next.dayInLondon),
            ])
        }
        return table.html
    }
}

import Casework
import Hummingbird
import JSONValues
import Shares
import Signatures

/// What manifests are verified with.
extension APIRoute {
    static let ofCertificates = [certificates, certificatesFile]

    static let certificates = APIRoute(
        .get, "certificates", "listCertificates",
        "The certificate that signs, the authorities that are trusted here, and what they took back",
        scopes: [.readManifests], answer: .json(.certificates),
        .does { call in
            let page = try CertificatesPage.load(from: call.office, call.site.publication, for: call.visitor)
            return Answer(json: [
                "signing": .array(page.signing.map(\.json)),
                "authorities": .array(page.trust.authorities.map(\.json)),
                "revocations": .array(
                    page.trust.revocations.map { list in
                        [
                            "number": .number(list.number), "issued": .string(list.issued.description),
                            "next": .string(list.next.description),
                        ]
                    }),
            ])
        })

    static let certificatesFile = APIRoute(
        .get, "certificates.pem", "getCertificates", "The authorities and what they took back, in one PEM file",
        scopes: [.readManifests], answer: .files(["application/x-pem-file"]),
        .does { call in
            let page = try CertificatesPage.load(from: call.office, call.site.publication, for: call.visitor)
            return Answer(
                contentType: "application/x-pem-file", bytes: Array(page.pem.utf8), fileName: "certificates.pem")
        })
}

extension APISchema {
    package static let certificates = APISchema(
        "Certificates",
        Shape.object([
            "signing": Shape.list(certificate), "authorities": Shape.list(certificate),
            "revocations": Shape.list(
                Shape.object(["number": Shape.whole, "issued": Shape.text, "next": Shape.text])),
        ]))

    private static let certificate = Shape.object([
        "subject": Shape.text, "issuer": Shape.text, "from": Shape.text, "until": Shape.text,
        "serial": Shape.text, "fingerprint": Shape.said(Shape.text, "SHA-256"), "pem": Shape.text,
    ])
}

extension SigningCertificate {
    fileprivate var json: JSONValue {
        [
            "subject": .string(subject), "issuer": .string(issuer), "from": .string(notBefore.description),
            "until": .string(notAfter.description), "serial": .string(serial),
            "fingerprint": .string(fingerprint), "pem": .string(pem),
        ]
    }
}

internal import Foundation
internal import Shares
internal import XMLTrees

/// An XML signature taken apart, where it has the one shape that is accepted.
struct SignatureParts {
    let signedInfo: XMLElement
    let digest: [UInt8]
    let value: [UInt8]
    let chain: CertificateChain
    private let file: String
    private let line: Int?

    init(_ signature: XMLElement, of tree: XMLTree, count: Int, file: String) throws(Findings) {
        self.file = file
        line = signature.line
        func refused(_ rule: String, _ message: String) -> Findings {
            Self.refused(rule, message, file: file, line: signature.line)
        }
        guard count == 1 else {
            throw refused("signature-form", "There are \(count) signatures; only one is accepted.")
        }
        guard signature.parent == tree.root, tree.root.children.last == signature else {
            throw refused(
                "signature-wrapping",
                "The signature does not stand at the end of the document's root, so it is not over this document.")
        }
        let parts = signature.children
        guard Self.names(of: parts) == ["SignedInfo", "SignatureValue", "KeyInfo"], signature.attributes.isEmpty else {
            throw refused("signature-form", "A signature has SignedInfo, SignatureValue and KeyInfo, and nothing else.")
        }
        signedInfo = parts[0]
        let info = signedInfo.children
        guard Self.names(of: info) == ["CanonicalizationMethod", "SignatureMethod", "Reference"] else {
            throw refused(
                "signature-form", "What is signed must be one canonicalisation, one method and one reference.")
        }
        try Self.expect(info[0], XMLSignature.exclusive, refused)
        try Self.expect(info[1], XMLSignature.ecdsa, refused)
        guard info[2]["URI"] == "", info[2].attributes.count == 1 else {
            throw refused(
                "signature-wrapping", "The signature is over “\(info[2]["URI"] ?? "")” and not over the whole document."
            )
        }
        let reference = info[2].children
        guard Self.names(of: reference) == ["Transforms", "DigestMethod", "DigestValue"],
            Self.names(of: reference[0].children) == ["Transform", "Transform"]
        else { throw refused("signature-form", "The reference must have two transforms, a method and a value.") }
        try Self.expect(reference[0].children[0], XMLSignature.enveloped, refused)
        try Self.expect(reference[0].children[1], XMLSignature.exclusive, refused)
        try Self.expect(reference[1], XMLSignature.sha256, refused)
        guard let digest = Self.base64(reference[2]), digest.count == 32, let value = Self.base64(parts[1]),
            value.count == 64
        else { throw refused("signature-form", "The digest or the signature does not have the length of its kind.") }
        self.digest = digest
        self.value = value
        chain = try Self.chain(parts[2], refused)
    }

    func refused(_ rule: String, _ message: String) -> Findings {
        Self.refused(rule, message, file: file, line: line)
    }

    private static func refused(_ rule: String, _ message: String, file: String, line: Int?) -> Findings {
        Findings([.error(rule, at: line.map { .line($0, column: nil) } ?? .pointer(file: file, ""), message)])
    }

    /// Without those of another namespace, which makes the comparison fail.
    private static func names(of elements: [XMLElement]) -> [String] {
        elements.map { $0.namespace?.uri == XMLSignature.namespace ? $0.name : "" }
    }

    /// That an element names that algorithm, and has nothing in it that would change what it does.
    private static func expect(
        _ element: XMLElement, _ algorithm: String, _ refused: (String, String) -> Findings
    ) throws(Findings) {
        guard element["Algorithm"] == algorithm, element.attributes.count == 1, element.children.isEmpty else {
            throw refused(
                "signature-algorithm",
                "\(element.name) is “\(element["Algorithm"] ?? "")”; only \(algorithm) is accepted.")
        }
    }

    private static func base64(_ element: XMLElement) -> [UInt8]? {
        guard element.children.isEmpty else { return nil }
        // Signers may break lines.
        return Data(base64Encoded: element.text, options: .ignoreUnknownCharacters).map(Array.init)
    }

    private static func chain(
        _ keyInfo: XMLElement, _ refused: (String, String) -> Findings
    ) throws(Findings) -> CertificateChain {
        guard names(of: keyInfo.children) == ["X509Data"] else {
            throw refused("signature-form", "The key must come in a certificate, and in nothing else.")
        }
        let elements = keyInfo.children[0].children
        guard (1...CertificateChain.most).contains(elements.count),
            names(of: elements).allSatisfy({ $0 == "X509Certificate" })
        else {
            throw refused(
                "signature-form", "There must be 1 to \(CertificateChain.most) certificates, and nothing else.")
        }
        do {
            return CertificateChain(try elements.map { try SigningCertificate(der: base64($0) ?? []) })
        } catch {
            throw refused("certificate-unreadable", "A certificate cannot be read.")
        }
    }
}

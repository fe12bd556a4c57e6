internal import Crypto
internal import Foundation
package import Shares
package import XMLTrees

/// An enveloped XML signature over a whole document: exclusive C14N, SHA-256, ECDSA with P-256.
///
/// One shape only is written and accepted: the last child of the root, one reference, to the whole document, with the two
/// transforms in this order. So there is nothing to wrap: what was signed is the document that is read.
package enum XMLSignature {
    package static let namespace = "http://www.w3.org/2000/09/xmldsig#"
    static let exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
    static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
    static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
    static let ecdsa = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"

    /// Puts the signature in at the end of the root element; all else stays as it is, byte for byte.
    package static func sign(_ document: [UInt8], by signatory: Signatory) throws -> [UInt8] {
        guard let canonical = try XMLTree.parse(document, limits: .own).canonical(),
            let end = document.lastIndex(of: UInt8(ascii: "<")), document[end...].starts(with: "</".utf8)
        else { throw XMLFaults([XMLFault("The document has no canonical form to sign.")]) }
        let digest = Data(SHA256.hash(data: canonical)).base64EncodedString()
        // As it stands in the document, and in canonical form, where the namespace is declared on it.
        let signedInfo = signedInfo(digest: digest)
        let declared = "<SignedInfo xmlns=\"\(namespace)\">" + signedInfo.dropFirst("<SignedInfo>".count)
        let value = Data(try signatory.key.signature(over: Array(declared.utf8)).rawRepresentation)
            .base64EncodedString()
        let certificates = signatory.certificates.map { "<X509Certificate>\($0)</X509Certificate>" }.joined()
        let signature = """
            <Signature xmlns="\(namespace)">\(signedInfo)<SignatureValue>\(value)</SignatureValue>\
            <KeyInfo><X509Data>\(certificates)</X509Data></KeyInfo></Signature>
            """
        return Array(document[..<end]) + Array(signature.utf8) + Array(document[end...])
    }

    private static func signedInfo(digest: String) -> String {
        """
        <SignedInfo><CanonicalizationMethod Algorithm="\(exclusive)"></CanonicalizationMethod>\
        <SignatureMethod Algorithm="\(ecdsa)"></SignatureMethod><Reference URI=""><Transforms>\
        <Transform Algorithm="\(enveloped)"></Transform><Transform Algorithm="\(exclusive)"></Transform></Transforms>\
        <DigestMethod Algorithm="\(sha256)"></DigestMethod><DigestValue>\(digest)</DigestValue></Reference></SignedInfo>
        """
    }

    /// Checks the signature of a document that was parsed, takes it out of the tree, and gives the certificates that it came
    /// with; nil where there is none. What is left in the tree is what was signed.
    package static func check(in tree: XMLTree, file: String) throws(Findings) -> CertificateChain? {
        let all = tree.root.descendants("Signature", in: namespace)
        guard let signature = all.first else { return nil }
        let parts = try SignatureParts(signature, of: tree, count: all.count, file: file)
        guard let signedInfo = parts.signedInfo.canonical() else {
            throw parts.refused("signature-form", "The signed part has no canonical form.")
        }
        guard let key = parts.chain.signer?.publicKey else {
            throw parts.refused("signature-algorithm", "The certificate's key is not of the curve P-256.")
        }
        guard let value = try? P256.Signing.ECDSASignature(rawRepresentation: parts.value),
            key.isValidSignature(value, for: Data(signedInfo))
        else {
            throw parts.refused("signature-wrong", "The signature is not that of the certificate's key.")
        }
        signature.remove()
        guard let canonical = tree.canonical(), Array(SHA256.hash(data: canonical)) == parts.digest else {
            throw parts.refused(
                "signature-wrong", "The signature is not over this document: it was changed after it was signed.")
        }
        return parts.chain
    }
}

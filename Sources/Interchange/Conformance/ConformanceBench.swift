internal import Foundation
internal import JSONValues
internal import Signatures

/// What the cases of a kit are made from.
struct ConformanceBench {
    let manifest: Manifest
    let forms: ManifestForms
    let signatory: Signatory
    let writer: ManifestWriter

    func bundle(by other: Signatory? = nil) throws -> [String: [UInt8]] {
        let bundle = try ManifestBundle(manifest, forms, signedBy: other ?? signatory)
        return Dictionary(uniqueKeysWithValues: bundle.files.map { ($0.name, $0.bytes) })
    }

    /// The same share with other words, as somebody would have it who changes it on the way.
    private func altered() throws -> ManifestForms {
        var other = manifest
        other.title = "Altered"
        return try writer.forms(of: other)
    }

    private static let jws = ManifestBundle.json + ManifestBundle.jws

    func sound() throws -> [ConformanceCase] {
        let files = try bundle()
        let json = files.filter { $0.key == ManifestBundle.json || $0.key == Self.jws }
        return [
            ConformanceCase(name: "sound-bundle", says: "A bundle as it should be.", file: nil, files: files),
            ConformanceCase(
                name: "sound-json", says: "The JSON form and its signature.", file: ManifestBundle.json, files: json),
            ConformanceCase(
                name: "sound-xml", says: "The XML form with its signature in it.", file: ManifestBundle.xml,
                files: files.filter { $0.key == ManifestBundle.xml }),
        ]
    }

    func brokenBundles() throws -> [ConformanceCase] {
        func broken(
            _ name: String, _ says: String, _ rule: String, _ change: (inout [String: [UInt8]]) throws -> Void
        ) throws -> ConformanceCase {
            var files = try bundle()
            try change(&files)
            return ConformanceCase(name: name, says: says, refusedBy: rule, file: nil, files: files)
        }
        let altered = try altered()
        return try [
            broken("bundle-file-added", "A file that is not on the list.", "bundle-list") {
                $0["extra.txt"] = Array("extra".utf8)
            },
            broken("bundle-file-missing", "A file of the list is missing.", "bundle-missing") {
                $0[ManifestBundle.certificate] = nil
            },
            broken("bundle-file-changed", "A file is not the one on the list.", "bundle-digest") {
                $0[ManifestBundle.certificate, default: []].append(0x0A)
            },
            broken("bundle-without-list", "The list is missing.", "bundle-missing") { $0[ManifestBundle.list] = nil },
            broken("forms-differ", "Each form is sound and signed, and they do not say the same.", "forms-differ") {
                $0[ManifestBundle.xml] = try XMLSignature.sign(altered.xml, by: signatory)
            },
            broken("xml-signature-stripped", "The signature was taken out of the XML.", "signature-missing") {
                $0[ManifestBundle.xml] = forms.xml
            },
            broken("der-signature-of-another", "The DER signature is over other bytes.", "signature-wrong") {
                $0[ManifestBundle.json + ManifestBundle.der] = try signatory.derSignature(over: altered.json)
            },
        ]
    }

    func brokenJSON() throws -> [ConformanceCase] {
        let good = try DetachedJWS.sign(forms.json, by: signatory)
        let certificate = try certificate
        func json(
            _ name: String, _ says: String, _ rule: String, _ bytes: [UInt8]? = nil, jws: [UInt8]?
        ) -> ConformanceCase {
            var files = [ManifestBundle.json: bytes ?? forms.json]
            files[Self.jws] = jws
            return ConformanceCase(name: name, says: says, refusedBy: rule, file: ManifestBundle.json, files: files)
        }
        let twice = Array(
            String(decoding: forms.json, as: UTF8.self)
                .replacingOccurrences(of: "\"title\":", with: "\"title\":\"Another\",\"title\":").utf8)
        let none = Base64URL.text(Array("{\"alg\":\"none\",\"x5c\":[\"\(certificate)\"]}".utf8))
        return try [
            json("unsigned", "Nobody signed it.", "signature-missing", jws: nil),
            json(
                "json-changed", "Changed after it was signed, its digest computed anew.", "signature-wrong",
                altered().json, jws: good),
            json(
                "alg-none", "The header says that there is no signature.", "signature-algorithm",
                jws: Array("\(none)..".utf8)),
            json(
                "alg-confused", "The header says HS256, so that the public key would be the secret.",
                "signature-algorithm", jws: signed(header: "\"alg\":\"HS256\"")),
            json(
                "alg-twice", "The header gives the algorithm twice.", "signature-form",
                jws: signed(header: "\"alg\":\"ES256\",\"alg\":\"none\"")),
            json(
                "key-in-header", "The header brings a key of its own.", "signature-form",
                jws: signed(header: "\"alg\":\"ES256\",\"jwk\":{}")),
            json(
                "key-elsewhere", "The header says where to fetch certificates.", "signature-form",
                jws: signed(header: "\"alg\":\"ES256\",\"x5u\":\"https://example.org/c.pem\"")),
            json(
                "json-key-twice", "A member stands twice, and it is signed.", "manifest-json", twice,
                jws: DetachedJWS.sign(twice, by: signatory)),
            json(
                "json-policy-changed", "The policy says something else than the terms, digest and signature over both.",
                "manifest-policy", otherPolicy(), jws: DetachedJWS.sign(otherPolicy(), by: signatory)),
        ]
    }

    /// The JSON form with a policy that permits what the terms do not, its digest computed anew.
    private func otherPolicy() throws -> [UInt8] {
        let text = String(decoding: forms.json, as: UTF8.self)
            .replacingOccurrences(of: "\"isNoneOf\"", with: "\"eq\"")
        guard var members = try JSONValue(parsing: Array(text.utf8)).object else { return [] }
        members["digest"] = nil
        let content = JSONValue.object(members)
        return Manifest.document(of: content, digest: Manifest.digest(of: content)).canonical()
    }

    /// The certificate as the header has it.
    var certificate: String {
        get throws {
            signatory.chain.certificates.first.map { certificate in
                certificate.pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
            } ?? ""
        }
    }

    func brokenXML() throws -> [ConformanceCase] {
        let otherPolicy = String(decoding: forms.xml, as: UTF8.self)
            .replacingOccurrences(of: "odrl/2/isNoneOf", with: "odrl/2/eq")
        let signed = String(decoding: try XMLSignature.sign(forms.xml, by: signatory), as: UTF8.self)
        func xml(_ name: String, _ says: String, _ rule: String, _ text: String) -> ConformanceCase {
            ConformanceCase(
                name: name, says: says, refusedBy: rule, file: ManifestBundle.xml,
                files: [ManifestBundle.xml: Array(text.utf8)])
        }
        guard let start = signed.range(of: "<Signature "), let end = signed.range(of: "</Signature>") else { return [] }
        let signature = String(signed[start.lowerBound..<end.upperBound])
        let altered = String(decoding: try altered().xml, as: UTF8.self)
        let original = signed.replacingOccurrences(of: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", with: "")
        func swap(_ old: String, _ new: String) -> String { signed.replacingOccurrences(of: old, with: new) }
        return [
            xml(
                "xml-changed", "Changed after it was signed, its digest computed anew.", "signature-wrong",
                altered.replacingOccurrences(of: "</manifest>", with: signature + "</manifest>")),
            xml(
                "xml-policy-changed", "The policy says something else than the terms, and it is signed.",
                "manifest-policy",
                String(decoding: try XMLSignature.sign(Array(otherPolicy.utf8), by: signatory), as: UTF8.self)),
            xml(
                "xml-wrapped", "The signed manifest stands inside another that nobody signed.", "signature-wrapping",
                altered.replacingOccurrences(of: "</manifest>", with: original + "</manifest>")),
            xml(
                "xml-signature-over-a-part", "The signature is over an element that it names.", "signature-wrapping",
                swap("URI=\"\"", "URI=\"#part\"")),
            xml(
                "xml-two-signatures", "Two signatures.", "signature-form",
                swap("<Signature ", signature + "<Signature ")),
            xml(
                "xml-transform", "A transform that would cut the signed part out.", "signature-algorithm",
                swap(
                    "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                    "http://www.w3.org/TR/1999/REC-xpath-19991116")),
            xml(
                "xml-algorithm-confused", "The method is HMAC, so that the public key would be the secret.",
                "signature-algorithm",
                swap(
                    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                    "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")),
        ]
    }

    /// What would make a careless parser fetch, expand or grind.
    func hostile() -> [ConformanceCase] {
        let body = String(decoding: forms.xml, as: UTF8.self)
            .replacingOccurrences(of: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", with: "")
        func xml(_ name: String, _ says: String, _ text: String) -> ConformanceCase {
            ConformanceCase(
                name: name, says: says, refusedBy: "manifest-xml", file: ManifestBundle.xml,
                files: [ManifestBundle.xml: Array(text.utf8)])
        }
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let title = "<title>"
        return [
            xml(
                "external-entity", "An entity that is a file of the reader's.",
                "<!DOCTYPE manifest [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>\n"
                    + body.replacingOccurrences(of: title, with: title + "&file;")),
            xml(
                "entity-expansion", "Entities that become a thousand million words.",
                "<!DOCTYPE manifest [<!ENTITY l0 \"ha\">\(laughs)]>\n"
                    + body.replacingOccurrences(of: title, with: title + "&l9;")),
            xml(
                "external-dtd", "A document type to be fetched.",
                "<!DOCTYPE manifest SYSTEM \"http://example.org/manifest.dtd\">\n" + body),
            xml(
                "deep-xml", "Elements nested ten thousand deep.",
                String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)),
            ConformanceCase(
                name: "deep-json", says: "Lists nested ten thousand deep.", refusedBy: "manifest-json",
                file: ManifestBundle.json,
                files: [
                    ManifestBundle.json: Array(
                        (String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)).utf8)
                ]),
        ]
    }
}

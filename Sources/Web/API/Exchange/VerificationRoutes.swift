import Casework
import Hummingbird
import Interchange
import JSONValues
import Shares
import Signatures

/// What the page does that verifies a manifest, for programs.
extension APIRoute {
    /// A file is sent as it was received, and looked at as it is: what is wrong with it is what is asked for.
    package static let verify = APIRoute(
        .post, "verifications", "verifyManifest",
        "Says whether a manifest or bundle is sound, and all that speaks against it; nothing is kept. Content-Type says which form the body has, and a body of another form is refused. Of a JSON form the signature is sent in x-jws-signature",
        scopes: [.readManifests], parameters: [.signatureOfJSON],
        body: APIBody(
            types: ["application/json", "application/ld+json", "application/xml", "application/zip"].map { ($0, nil) },
            longest: PostedForm.longestWithFiles), answer: .json(.manifestVerdict),
        refusals: [
            APIRefusal(
                422,
                "It is of another form than Content-Type says, longer than a manifest may be, or no zip file of one bundle; the finding says which"
            )
        ],
        .itself { site, request, context in try await site.verify(request, in: context) })
}

extension APIParameter {
    fileprivate static let signatureOfJSON = APIParameter(
        name: KeptAnswer.signatureHeader, place: "header",
        says: "The detached JSON Web Signature of a manifest in JSON; XML and bundles hold theirs")
}

extension Site {
    fileprivate func verify(_ request: Request, in context: PageContext) async throws -> Answer {
        _ = try context.visitor(using: .verify)
        let sent = try await APISent.read(request, of: .verify, within: longestSending)
        let jws = HTTPFields.Element.Name(KeptAnswer.signatureHeader).flatMap { request.headers[$0] }
        let form = SentForm(type: sent.type)
        let found = SentForm(of: sent.bytes)
        if let found, found != form {
            throw Findings([
                .error(
                    "content-type", at: .field("manifest"),
                    "Content-Type says \(sent.type), and the body is \(found.inWords): send it as \(found.type).")
            ])
        }
        if form == .bundle, found == nil, !sent.bytes.isEmpty {
            throw Findings([
                .error(
                    "content-type", at: .field("manifest"),
                    "Content-Type says \(sent.type), and the body is no zip file.")
            ])
        }
        let verdict = try await office.verifyManifest(
            SentManifest(
                SentFile(name: "manifest.\(form.ending)", bytes: sent.bytes),
                jws: jws.map { SentFile(name: "manifest.json.jws", bytes: Array($0.utf8)) }), allowing: publication)
        return Answer(json: verdict.json)
    }
}

/// The form in which a manifest is sent.
private enum SentForm {
    case json, xml, bundle

    init(type: String) {
        self = type == "application/zip" ? .bundle : type == "application/xml" ? .xml : .json
    }

    /// By what the bytes begin with; nil of what begins as none of them does.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: Array("PK".utf8)) {
            self = .bundle
        } else if ManifestCheck.isXML(bytes) {
            self = .xml
        } else if let first = bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }),
            [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first)
        {
            self = .json
        } else {
            return nil
        }
    }

    var type: String {
        switch self {
        case .json: "application/json"
        case .xml: "application/xml"
        case .bundle: "application/zip"
        }
    }

    var ending: String {
        switch self {
        case .json: "json"
        case .xml: "xml"
        case .bundle: "zip"
        }
    }

    var inWords: String {
        switch self {
        case .json: "JSON"
        case .xml: "XML"
        case .bundle: "a zip file"
        }
    }
}

extension APISchema {
    package static let manifestVerdict = APISchema(
        "ManifestVerdict",
        Shape.object(
            [
                "sound": Shape.said(Shape.yesOrNo, "Whether it is to be relied on: no finding is an error"),
                "reference": Shape.said(
                    Shape.text, "What it says of itself; left out of what is understood as no manifest"),
                "version": Shape.whole, "title": Shape.text, "issuer": Shape.text,
                "issued": Shape.text,
                "signer": Shape.said(
                    Shape.object(["serial": Shape.text, "subject": Shape.text]),
                    "The certificate whose signature holds; left out where none does"),
                "findings": Shape.list(finding),
            ], optional: ["reference", "version", "title", "issuer", "issued", "signer"]))
}

extension ManifestVerdict {
    fileprivate var json: JSONValue {
        .known([
            "sound": .bool(isSound), "reference": (manifest?.reference.rawValue).map { .string($0) },
            "version": (manifest?.version).map { .number($0) }, "title": (manifest?.title).map { .string($0) },
            "issuer": (manifest?.issuer.name).map { .string($0) },
            "issued": (manifest?.issued.description).map { .string($0) },
            "signer": signer.map { ["serial": .string($0.serial), "subject": .string($0.subject)] },
            "findings": .array(findings.all.map(\.json)),
        ])
    }
}

import Casework
import Hummingbird
import Interchange
import JSONValues
import Shares

/// What partners acknowledged.
extension APIRoute {
    static let receipts = APIRoute(
        .get, "receipts", "listReceipts",
        "Who has acknowledged what was last issued, and who has not, a page at a time",
        scopes: [.readReceipts], parameters: [.limit, .after, .waiting], answer: .json(.receipts),
        .does { call in
            let waits = call.text(.waiting).map { $0 == "true" }
            let lines = try call.office.receipts(for: call.person).filter {
                waits == nil || waits == ($0.acknowledged == nil)
            }
            func key(_ line: ReceiptLine) -> String { "\(line.share) \(line.organisation)" }
            let (shown, next) = call.page(of: lines.sorted { key($0) < key($1) }, by: key)
            return Answer(
                json: .known([
                    "receipts": .array(shown.map(\.json)),
                    "next": next.map { .string($0) },
                ]))
        })

    /// A manifest is sent as it was received, so that what is acknowledged is the very one.
    package static let acknowledge = APIRoute(
        .post, "receipts/{reference}", "acknowledge",
        "Acknowledges a manifest: the very JSON form is sent, its signature in x-jws-signature",
        scopes: [.acknowledge], parameters: [.reference, .signature, .idempotencyKey],
        body: APIBody(
            types: [("application/json", .manifest), ("application/ld+json", .manifest)],
            longest: ManifestCheck.longestJSON), answer: .json(.receipt),
        refusals: [
            .notForYou("Acknowledging"), .noShare,
            APIRefusal(422, "It is no sound manifest of the share, was never issued, or was acknowledged already"),
        ],
        .itself { site, request, context in try await site.acknowledge(request, in: context) })
}

extension APIParameter {
    static let waiting = APIParameter(
        name: "waiting", place: "query",
        says: "Only what waits for a receipt, or only what has one; both where none is given",
        schema: Shape.oneOf(["true", "false"]))
}

extension Site {
    fileprivate func acknowledge(_ request: Request, in context: PageContext) async throws -> Answer {
        let visitor = try context.visitor(using: .acknowledge)
        let types = APIRoute.acknowledge.body?.types.map(\.name) ?? []
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard let type, types.contains(type) else {
            throw APIProblem(
                .unsupportedMediaType,
                "Send the manifest as \(types.joined(separator: " or ")), and say so in Content-Type.")
        }
        try APISent.isPlain(request)
        let reference = try Place(context.parameters, query: "").share()
        try await offTheEventLoops { _ = try office.show(reference, to: visitor.person) }
        let body = try await request.sentBody(upTo: ManifestCheck.longestJSON, within: longestSending)
        let jws = HTTPFields.Element.Name(KeptAnswer.signatureHeader).flatMap { request.headers[$0] }
        let bytes = Array(body.readableBytesView)
        let once = try APISent.once(request, bytes)
        let sent = SentManifest(
            SentFile(name: "manifest.json", bytes: bytes),
            jws: jws.map { SentFile(name: "manifest.json.jws", bytes: Array($0.utf8)) })
        let receipt = try await office.acknowledgeManifest(
            sent, of: reference, under: publication, as: visitor.person.id, once: once)
        return Answer(json: receipt.json)
    }
}

extension APISchema {
    package static let receipts = APISchema(
        "Receipts",
        Shape.object(
            [
                "receipts": Shape.list(
                    Shape.object(
                        [
                            "reference": Shape.text, "version": Shape.whole, "issued": Shape.text,
                            "organisation": Shape.text, "acknowledged": Shape.text, "by": Shape.text,
                            "digest": Shape.text, "waiting": Shape.whole, "overdue": Shape.yesOrNo,
                        ], optional: ["acknowledged", "by", "digest", "waiting"])),
                "next": Shape.next,
            ], optional: ["next"]))

    package static let receipt = APISchema(
        "Receipt",
        Shape.object([
            "reference": Shape.text, "version": Shape.whole, "organisation": Shape.text, "digest": Shape.text,
        ]))
}

extension ReceiptLine {
    fileprivate var json: JSONValue {
        .known([
            "reference": .string(share), "version": .number(version), "issued": .string(issued.description),
            "organisation": .string(organisation), "overdue": .bool(isOverdue),
            "acknowledged": acknowledged.map { .string($0.description) }, "by": by.map { .string($0) },
            "digest": digest.map { .string($0) }, "waiting": waiting.map { .number($0) },
        ])
    }
}

extension Receipt {
    fileprivate var json: JSONValue {
        [
            "reference": .string(share.rawValue), "version": .number(version), "organisation": .string(organisation),
            "digest": .string(digest),
        ]
    }
}

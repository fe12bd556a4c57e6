import Casework
import Hummingbird
import Interchange
import JSONValues
import Shares

/// What is published for programs to keep: manifests under addresses that stay, and feeds of their changes.
extension APIRoute {
    static let published = [manifest, manifestVersion, manifestChanges, atomFeed, jsonFeed]

    package static let manifest = APIRoute(
        .get, "manifests/{reference}", "getManifest", "The signed manifest of a share that holds",
        scopes: [.readManifests], parameters: [.reference, .form], answer: .manifest, refusals: ofManifests,
        .does { call in try call.manifest(version: nil) })

    package static let manifestVersion = APIRoute(
        .get, "manifests/{reference}/versions/{version}", "getManifestVersion",
        "A version of it: an earlier one says by what it was replaced", scopes: [.readManifests],
        parameters: [.reference, .version, .form], answer: .manifest, refusals: ofManifests,
        .does { call in try call.manifest(version: call.segment(.version)) })

    package static let manifestChanges = APIRoute(
        .get, "manifests/{reference}/changes", "listManifestChanges",
        "What each version of the manifest changed that was issued to you, the newest first", scopes: [.readManifests],
        parameters: [.reference, .limit, .before], answer: .json(.manifestRevisions), refusals: [.noShare],
        .does { call in
            let all = try call.office.manifestRevisions(of: call.share(), for: call.person)
            let (page, next) = call.page(of: all, newestBy: \.to)
            return Answer(
                json: .known(["changes": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    package static let atomFeed = APIRoute(
        .get, "feeds/manifests.atom", "listChangesAsAtom",
        "Which versions of manifests were issued, newest first, as an Atom feed", scopes: [.readManifests],
        parameters: [.before], answer: .files(["application/atom+xml"]),
        .does { call in try call.feed("application/atom+xml") { try $0.atom() } })

    package static let jsonFeed = APIRoute(
        .get, "feeds/manifests.json", "listChanges",
        "Which versions of manifests were issued, newest first, as a JSON Feed", scopes: [.readManifests],
        parameters: [.before], answer: APIAnswer(types: [("application/feed+json", .feed)]),
        .does { call in try call.feed("application/feed+json", \.json) })

    private static let ofManifests = [
        APIRefusal(404, "There is no such version, or the share is not within your reach"),
        APIRefusal(406, "It is to be had in none of the media types that are asked for"),
        APIRefusal(410, "Your organisation takes no part in the share any more"),
        APIRefusal(422, "The share cannot be stated in a manifest"), APIRefusal(503, "Nothing is published here"),
    ]
}

extension APIAnswer {
    fileprivate static let manifest = APIAnswer(
        types: Site.mediaTypes.map { ($0.key, $0.key.hasSuffix("json") ? .manifest : nil) })
}

extension APICall {
    fileprivate func manifest(version: String?) throws -> Answer {
        try site.manifest(
            share(), version, form: text(.form), headers[.accept], holding: HeldCopy(headers), for: visitor)
    }

    fileprivate func feed(_ type: String, _ bytes: (ChangeFeed) throws -> [UInt8]) throws -> Answer {
        let before = whole(.before)
        let page = try office.manifestChanges(for: person, before: before)
        let here = root + route.path
        func from(_ number: Int?) -> String { here + (number.map { "?\(APIParameter.before.name)=\($0)" } ?? "") }
        let feed = ChangeFeed(
            issuer: page.issuer, address: from(before), first: here, next: page.next.map { from($0) },
            updated: page.updated,
            entries: page.changes.map { change in
                ChangeFeed.Entry(
                    number: change.number, reference: change.reference, version: change.version,
                    issued: change.issued, title: change.title, says: change.says,
                    address: root + APIRoute.address("manifests", change.reference.rawValue)
                        + "/versions/\(change.version)")
            })
        var answer = Answer(contentType: type, bytes: try bytes(feed))
        answer.kept = KeptAnswer(changed: page.updated)
        let tag = "W/\"\(page.tag)\""
        answer.entityTag = tag
        // What a version became may have changed without anything being issued: the tag alone decides.
        if HeldCopy(headers).isCurrent(tag: tag, changed: nil) {
            answer.status = .notModified
            answer.bytes = []
        }
        return answer
    }
}

extension ManifestRevision {
    fileprivate var json: JSONValue {
        .known([
            "from": .number(from), "to": .number(to), "status": status?.json, "owner": owner?.json,
            "changes": .array(terms.map(\.json)),
        ])
    }
}

extension ManifestRevision.Replaced {
    fileprivate var json: JSONValue { ["from": .string(from), "to": .string(to)] }
}

extension APISchema {
    package static let manifestRevisions = APISchema(
        "ManifestChanges",
        Shape.object(
            [
                "changes": Shape.list(
                    Shape.object(
                        [
                            "from": Shape.whole, "to": Shape.whole,
                            "status": Shape.said(replaced, "Where the share stands, where that changed"),
                            "owner": Shape.said(replaced, "Who is named as the data owner, where that changed"),
                            "changes": Shape.list(change),
                        ], optional: ["status", "owner"])),
                "next": Shape.next,
            ], optional: ["next"]))

    private static let replaced = Shape.object(["from": Shape.text, "to": Shape.text])

    package static let manifest = APISchema(
        "Manifest", ["type": "object", "required": ["@context", "reference", "version", "status", "digest"]])

    package static let feed = APISchema(
        "Feed",
        Shape.object(
            [
                "version": Shape.text, "title": Shape.text, "feed_url": Shape.text, "next_url": Shape.text,
                "language": Shape.text, "authors": Shape.list(Shape.object(["name": Shape.text])),
                "items": Shape.list(
                    Shape.object([
                        "id": Shape.text, "url": Shape.text, "title": Shape.text, "content_text": Shape.text,
                        "date_published": Shape.text,
                        "_concordat": Shape.object(["reference": Shape.text, "version": Shape.whole]),
                    ])),
            ], optional: ["next_url"]))
}

import Casework
import Hummingbird
import Interchange
import JSONValues
import Shares

/// What is published for programs to read: manifests under addresses that stay, and feeds of their changes.
extension Site {
    func addPublished(to router: Router<PageContext>) {
        for route in APIRoute.allCases where route.isPublished {
            router.get(RouterPath(route.rawValue)) { request, context in
                let visitor = try context.visitor(using: route)
                let place = Place(context.parameters, query: request.uri.query ?? "")
                let version = context.parameters.get("version")
                let held = HeldCopy(request.headers)
                let accept = request.headers[.accept]
                let root = (isBehindTLS ? "https://" : "http://") + (request.head.authority ?? "")
                return try await offTheEventLoops {
                    switch route {
                    case .atomFeed, .jsonFeed: try feed(route, place, at: root, holding: held, for: visitor)
                    default: try manifest(place, version, accept, holding: held, for: visitor)
                    }
                }.response
            }
        }
    }

    /// The media types of each form, the preferred one first.
    static let mediaTypes: KeyValuePairs<String, PublishedForm> = [
        "application/ld+json": .json, "application/json": .json, "application/xml": .xml, "text/xml": .xml,
        "application/zip": .bundle,
    ]

    /// The page of a share's manifests, or one of them where the query names a form.
    func manifestPage(_ place: Place, for visitor: Visitor) throws -> Answer {
        let asked = [(String, String)](query: place.query) ?? []
        guard asked.contains(where: { $0.0 == APIParameter.form.name }) else {
            return Answer(
                try ManifestPage.load(
                    from: office, place.share(), isPublished: publication != nil, for: visitor
                ).html)
        }
        do {
            var answer = try manifest(
                place, asked.first { $0.0 == "version" }?.1, nil, holding: HeldCopy([:]), for: visitor)
            let form = asked.first { $0.0 == APIParameter.form.name }?.1
            answer.fileName = form == "bundle" ? "manifest.zip" : "manifest.\(form ?? "")"
            answer.kept = nil
            return answer
        } catch let missing as NoSuchShare {
            throw missing
        } catch {
            guard let problem = APIProblem(for: error) else { throw error }
            return Answer(
                ProblemPage.noManifest(problem.detail ?? problem.status.reasonPhrase).html, status: problem.status)
        }
    }

    private func manifest(
        _ place: Place, _ version: String?, _ accept: String?, holding held: HeldCopy, for visitor: Visitor
    ) throws -> Answer {
        let number = version.map { Int($0) ?? 0 }
        guard let publication else {
            throw APIProblem(.serviceUnavailable, "Nothing is published: the server was started without signing keys.")
        }
        let (type, form) = try wished(place.query, accept)
        let manifest = try office.published(place.share(), version: number, for: visitor.person, by: publication)
        let tag = "W/\"\(manifest.tag)-\(form.rawValue)\""
        var answer = Answer(contentType: type, bytes: [])
        answer.entityTag = tag
        var kept = KeptAnswer(changed: manifest.changed)
        kept.variesBy = "Accept"
        let address = APIRoute.address(of: manifest.reference)
        kept.location = address + "/versions/\(manifest.version)"
        kept.links = [(address, "latest-version")]
        if manifest.replacedBy != nil {
            kept.links.append((address + "/versions/\(manifest.version + 1)", "successor-version"))
        }
        if manifest.version > 1 {
            kept.links.append((address + "/versions/\(manifest.version - 1)", "predecessor-version"))
        }
        answer.kept = kept
        guard !held.isCurrent(tag: tag, changed: manifest.changed) else {
            answer.status = .notModified
            return answer
        }
        answer.bytes = try office.bytes(of: manifest, as: form, for: visitor.person)
        if form == .json { answer.kept?.signature = manifest.jws }
        if form == .bundle { answer.fileName = "manifest.zip" }
        return answer
    }

    /// By the header, or by `form` in the query, for links.
    private func wished(_ query: String, _ accept: String?) throws -> (String, PublishedForm) {
        if let name = [(String, String)](query: query)?.first(where: { $0.0 == APIParameter.form.name })?.1 {
            guard let known = Self.mediaTypes.first(where: { $0.value.rawValue == name }) else {
                throw APIProblem(.badRequest, "form is json, xml or bundle.")
            }
            return (known.key, known.value)
        }
        let best = Preference(accept).best(of: Self.mediaTypes.map(\.key))
        guard let found = Self.mediaTypes.first(where: { $0.key == best }) else {
            throw APIProblem(
                .notAcceptable, "It is to be had as \(Self.mediaTypes.map(\.key).joined(separator: ", ")).")
        }
        return (found.key, found.value)
    }

    private func feed(
        _ route: APIRoute, _ place: Place, at root: String, holding held: HeldCopy, for visitor: Visitor
    ) throws -> Answer {
        let typed = [(String, String)](query: place.query)?.first { $0.0 == APIParameter.before.name }?.1
        let before = typed.flatMap { Int($0) }
        guard typed == nil || before ?? 0 > 0 else { throw APIProblem(.badRequest, "before is a number from 1 on.") }
        let page = try office.manifestChanges(for: visitor.person, before: before)
        let here = root + route.rawValue
        func from(_ number: Int?) -> String { here + (number.map { "?\(APIParameter.before.name)=\($0)" } ?? "") }
        let feed = ChangeFeed(
            issuer: page.issuer, address: from(before), first: here, next: page.next.map { from($0) },
            updated: page.updated,
            entries: page.changes.map { change in
                ChangeFeed.Entry(
                    number: change.number, reference: change.reference, version: change.version,
                    issued: change.issued, title: change.title, says: change.says,
                    address: root + APIRoute.address(of: change.reference) + "/versions/\(change.version)")
            })
        var answer =
            route == .atomFeed
            ? Answer(contentType: "application/atom+xml", bytes: try feed.atom())
            : Answer(contentType: "application/feed+json", bytes: feed.json)
        answer.kept = KeptAnswer(changed: page.updated)
        let tag = "W/\"\(page.tag)\""
        answer.entityTag = tag
        // What a version became may have changed without anything being issued: the tag alone decides.
        if held.isCurrent(tag: tag, changed: nil) {
            answer.status = .notModified
            answer.bytes = []
        }
        return answer
    }
}

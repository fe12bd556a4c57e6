import Casework
import Hummingbird
import Interchange
import JSONValues
import Shares

/// What is published for programs to read: manifests under addresses that stay, and feeds of their changes.
extension Site {
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
                place.share(), asked.first { $0.0 == "version" }?.1,
                form: asked.first { $0.0 == APIParameter.form.name }?.1,
                nil, holding: HeldCopy([:]), for: visitor)
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

    func manifest(
        _ reference: ShareReference, _ version: String?, form: String?, _ accept: String?, holding held: HeldCopy,
        for visitor: Visitor
    ) throws -> Answer {
        let number = version.map { Int($0) ?? 0 }
        guard let publication else {
            throw APIProblem(.serviceUnavailable, "Nothing is published: the server was started without signing keys.")
        }
        let (type, form) = try wished(form, accept)
        let manifest = try office.published(reference, version: number, for: visitor.person, by: publication)
        let tag = "W/\"\(manifest.tag)-\(form.rawValue)\""
        var answer = Answer(contentType: type, bytes: [])
        answer.entityTag = tag
        var kept = KeptAnswer(changed: manifest.changed)
        kept.variesBy = "Accept"
        let address = APIRoute.address("manifests", manifest.reference.rawValue)
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
    private func wished(_ form: String?, _ accept: String?) throws -> (String, PublishedForm) {
        if let name = form {
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
}

internal import JSONValues
package import Shares

/// What changed from one manifest of a share to a later one, in words and as a JSON Patch that makes the later document of the
/// earlier.
package struct ManifestDelta: Sendable {
    package let reference: ShareReference
    package let from: Int
    package let to: Int
    /// A line for each change in what is agreed or where it stands; empty where only the issue differs.
    package let words: [String]
    let patch: [JSONValue]

    /// Throws where the two are not of one share of one issuer, or the second is not the later.
    package init(from old: Manifest, to new: Manifest) throws(Findings) {
        guard old.reference == new.reference, old.issuer.id == new.issuer.id else {
            throw Findings([
                .error(
                    "delta-shares", at: .whole,
                    "They are manifests of two shares: \(old.reference) and \(new.reference).")
            ])
        }
        guard old.version <= new.version else {
            throw Findings([
                .error(
                    "delta-order", at: .whole,
                    "The first is the later: version \(old.version) and version \(new.version).")
            ])
        }
        reference = new.reference
        (from, to) = (old.version, new.version)
        let (before, after) = (old.content, new.content)
        words = ManifestDelta.words(before, after)
        patch = JSONPatch.from(
            Manifest.document(of: before, digest: old.digest), to: Manifest.document(of: after, digest: new.digest))
    }

    /// For programs: `reference`, `from`, `to`, `words`, `patch`.
    package var json: [UInt8] {
        let document: JSONValue = [
            "reference": .string(reference.rawValue), "from": .number(from), "to": .number(to),
            "words": .array(words.map(JSONValue.string)), "patch": .array(patch),
        ]
        return Array((document.pretty() + "\n").utf8)
    }

    /// Those that differ between any two and say nothing of the share, and those that follow from others.
    private static let passedOver: Set = [
        "@context", "@id", "@type", "activity", "datasets", "format", "issued", "policy", "previousVersion", "register",
        "replacedBy", "version",
    ]

    private static func words(_ before: JSONValue, _ after: JSONValue) -> [String] {
        let (old, new) = (before.object ?? [:], after.object ?? [:])
        return Set(old.keys).union(new.keys).subtracting(passedOver).sorted().flatMap { name -> [String] in
            let label = label(name)
            switch (old[name], new[name]) {
            case (.array(let old)?, .array(let new)?): return list(label, old.map(said), new.map(said))
            case (let old?, let new?):
                return said(old) == said(new) ? [] : ["\(label): “\(said(old))” became “\(said(new))”."]
            case (nil, let new?): return ["\(label): “\(said(new))” was added."]
            case (let old?, nil): return ["\(label): “\(said(old))” was taken out."]
            case (nil, nil): return []
            }
        }
    }

    private static func list(_ label: String, _ old: [String], _ new: [String]) -> [String] {
        let (before, after) = (Set(old), Set(new))
        var words = new.filter { !before.contains($0) }.map { "\(label): “\($0)” was added." }
        words += old.filter { !after.contains($0) }.map { "\(label): “\($0)” was taken out." }
        if words.isEmpty, old != new { words.append("\(label): their order or number changed.") }
        return words
    }

    /// What a part says, in one line: its name first, then whatever else it has.
    private static func said(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): return text
        case .object(let members):
            let parts = members.filter { !$0.key.hasPrefix("@") && $0.key != "partOf" }.sorted { left, right in
                (left.key == "name" ? "" : left.key) < (right.key == "name" ? "" : right.key)
            }
            return parts.map { $0.key == "name" ? said($0.value) : "\(label($0.key).lowercased()) \(said($0.value))" }
                .joined(separator: ", ")
        case .array(let values): return values.map(said).joined(separator: "; ")
        default: return value.compact
        }
    }

    /// `dataItems` as people say it: `Data items`.
    private static func label(_ name: String) -> String {
        var label = ""
        for scalar in name.unicodeScalars {
            if ("A"..."Z").contains(scalar) {
                label += " " + String(scalar).lowercased()
            } else {
                label += label.isEmpty ? String(scalar).uppercased() : String(scalar)
            }
        }
        return label
    }
}

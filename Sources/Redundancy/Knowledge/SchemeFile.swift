import Shares

/// A benefit, concession or programme that shares serve.
struct SchemeTerm: Decodable, Hashable, Sendable {
    let id: String
    let name: String
    let aliases: [String]

    var spellings: [String] { [name] + aliases }
}

/// `Templates/redundancy/schemes.json`.
struct SchemeFile: Decodable, Sendable {
    static let file = "schemes.json"

    let title: String
    let source: String
    let schemes: [SchemeTerm]

    /// Every id given twice, and every spelling that two schemes claim.
    var faults: Findings {
        var findings = Findings()
        var ids: Set<String> = []
        var holders: [String: String] = [:]
        for (position, scheme) in schemes.enumerated() {
            let place = Place.pointer(file: Self.file, "/schemes/\(position)")
            if !ids.insert(scheme.id).inserted {
                findings.append(.error("scheme-id-doubled", at: place, "The id “\(scheme.id)” is given twice."))
            }
            for spelling in scheme.spellings {
                let key = TermIndex.key(spelling)
                if let holder = holders.updateValue(scheme.id, forKey: key), holder != scheme.id {
                    findings.append(
                        .error(
                            "scheme-alias-doubled", at: place,
                            "“\(spelling)” means both “\(holder)” and “\(scheme.id)”: leave it in one of them."))
                }
            }
        }
        return findings
    }
}

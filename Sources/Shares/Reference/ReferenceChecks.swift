import Workflows

/// What has to be true between entries, beyond each of them alone.
enum ReferenceChecks {
    /// A file that somebody answers for names a role that there is, or a person; nil: nobody is named.
    static func owner(_ decoded: DecodedOwner?, in file: String) -> Findings {
        guard let decoded else { return Findings() }
        let place = Place.pointer(file: file, "/\(ReferenceOwner.member)")
        switch decoded.owner {
        case .person: return Findings()
        case .role(let role) where ReferenceOwner.roles.contains(role): return Findings()
        case .role(let role):
            let known = ReferenceOwner.roles.map(\.rawValue).joined(separator: ", ")
            return Findings([
                .error(
                    "reference-unknown-owner", at: place,
                    "“\(role.rawValue)” is no role: \(known). A person is named as {\"person\": \"their id\"}.")
            ])
        case nil:
            return Findings([
                .error(
                    "reference-unknown-owner", at: place,
                    "Whoever answers for the file is a role, or {\"person\": \"their id\"}.")
            ])
        }
    }

    /// Every body that a gateway names is known.
    static func parties(of gateways: [ReferenceEntry<Gateway>], known: Organisations) -> Findings {
        var notes = Findings()
        for entry in gateways {
            for case .organisation(let id) in entry.value.providers + entry.value.recipients where known[id] == nil {
                notes.append(
                    .error(
                        "reference-unknown-organisation", at: entry.place,
                        "The gateway “\(entry.value.id)” names the organisation “\(id)”, which is not in the list."))
            }
        }
        return notes
    }

    /// Every body that an entry is about is known.
    static func bodies<Value>(
        of entries: [ReferenceEntry<Value>], by id: (Value) -> String, known: Organisations
    ) -> Findings {
        var notes = Findings()
        for entry in entries where known[id(entry.value)] == nil {
            notes.append(
                .error(
                    "reference-unknown-organisation", at: entry.place,
                    "“\(id(entry.value))” is not in the list of organisations."))
        }
        return notes
    }

    /// Every link from one entry to another of its file leads somewhere.
    static func links<Entry: Term>(
        of entries: [ReferenceEntry<Entry>], from link: (Entry) -> String?, known: Vocabulary<Entry>
    ) -> Findings {
        var notes = Findings()
        for entry in entries {
            guard let id = link(entry.value), known[id] == nil else { continue }
            notes.append(
                .error(
                    "reference-unknown-link", at: entry.place,
                    "“\(entry.value.id)” refers to “\(id)”, which is not in the file."))
        }
        return notes
    }

    /// A policy by tier of risk says something for every tier, and for nothing else: a tier left out would ask nobody.
    static func tiers<Value>(
        of entries: [ReferenceEntry<Value>], in file: String, by tier: (Value) -> String
    ) -> Findings {
        var notes = Findings()
        for entry in entries where RiskTier(rawValue: tier(entry.value)) == nil {
            notes.append(
                .error(
                    "reference-unknown-tier", at: entry.place,
                    "“\(tier(entry.value))” is no tier of risk: low, medium or high."))
        }
        for missing in RiskTier.allCases where !entries.contains(where: { tier($0.value) == missing.rawValue }) {
            notes.append(
                .error(
                    "reference-tier-missing", at: .pointer(file: file, ""),
                    "Nothing is said for the tier “\(missing.rawValue)”."))
        }
        return notes
    }

    /// No two entries of a policy or calendar are about the same thing.
    static func doubles<Value>(in entries: [ReferenceEntry<Value>], by name: (Value) -> String) -> Findings {
        var notes = Findings()
        var seen: Set<String> = []
        for entry in entries where !seen.insert(name(entry.value)).inserted {
            notes.append(
                .error("reference-id-doubled", at: entry.place, "“\(name(entry.value))” is given twice."))
        }
        return notes
    }
}

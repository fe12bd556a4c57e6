extension Portfolio {
    /// What was not recognised, the most frequent first, and the synonyms that the register showed.
    package var vocabulary: RegisterVocabulary {
        var vocabulary = RegisterVocabulary()
        vocabulary.unrecognised =
            (counted(.organisation, \.parties, { register.bodies.isKnown($0) }, register.bodies.name)
            + register.unknownItems.map { .init(field: .item, text: register.items.name($0.key), count: $0.value) }
            + counted(.subject, \.subjects, { register.subjects.isKnown($0) }, register.subjects.name)
            + counted(.gateway, \.gateways, { register.laws.isKnown($0) }, register.laws.name))
            .sorted { ($1.count, $0.field.rawValue, $0.text) < ($0.count, $1.field.rawValue, $1.text) }
        vocabulary.synonyms = register.synonyms.sorted {
            ($1.likelihood, $1.votes, $0.text, $0.meaning) < ($0.likelihood, $0.votes, $1.text, $1.meaning)
        }
        return vocabulary
    }

    private func counted(
        _ field: RegisterVocabulary.Field, _ ids: (ShareFacts) -> [Int32], _ isKnown: (Int32) -> Bool,
        _ name: (Int32) -> String
    ) -> [RegisterVocabulary.Unrecognised] {
        var counts: [Int32: Int] = [:]
        for share in facts {
            for id in ids(share) where !isKnown(id) { counts[id, default: 0] += 1 }
        }
        return counts.map { RegisterVocabulary.Unrecognised(field: field, text: name($0.key), count: $0.value) }
    }
}

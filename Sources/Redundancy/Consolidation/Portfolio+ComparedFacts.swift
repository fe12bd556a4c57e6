package import Shares

extension Portfolio {
    /// What is compared of a share of the portfolio, for the record of a decision; nil where it is not in it.
    package func comparedFacts(of share: ComparableShare) -> ComparedFacts? {
        guard let facts = facts(of: share.reference) else { return nil }
        let purpose = facts.purpose
        return ComparedFacts(
            providers: names(share.providers), recipients: names(share.recipients),
            schemes: purpose.schemes.map { register.purposes.schemeNames[Int($0)] }.sorted()
                + purpose.named.map { String($0, radix: 16) }.sorted(),
            family: purpose.family.leading.map { Gateway.Family.allCases[$0].rawValue },
            items: names(share.items), subjects: names(share.subjects), gateways: names(share.gateways),
            frequency: frequency(share.frequency, step: facts.step), start: share.start, end: share.end,
            wording: String(WordHash.of(share.title + "\u{1F}" + share.purpose), radix: 16),
            repeats: facts.step != 0)
    }

    /// The term; where it is not one, how often that is where it is understood, else the words of the source.
    private func frequency(_ stated: Stated?, step: Int8?) -> String? {
        guard let stated, stated.term == nil, let step else { return stated.map { name($0) } }
        let often = FrequencyReader.names[Int(step)]
        return often.split(separator: " ").joined(separator: "-")
    }

    private func names(_ stated: [Stated]) -> [String] { Array(Set(stated.map { name($0) })).sorted() }

    /// The term where it is known, else the words as the source has them.
    private func name(_ stated: Stated) -> String { stated.term ?? stated.text }
}

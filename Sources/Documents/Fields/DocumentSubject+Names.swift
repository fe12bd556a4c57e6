import Shares
import Workflows

// The words of the reference data for what was understood, and the source's own words for what was not.

extension DocumentSubject {
    /// The name of a person; the id where no name is known.
    func name(_ person: PersonID) -> String { people[person] ?? person.rawValue }

    func organisation(_ stated: Stated) -> String {
        stated.term.flatMap { reference.organisations[$0]?.name } ?? stated.text
    }

    func names(of parties: [Party]) -> String? {
        parties.isEmpty
            ? nil : Self.listed(parties.byOrganisation.compactMap { $0.first.map { organisation($0.organisation) } })
    }

    func particulars(of party: Party) -> PartyParticulars? { party.organisation.term.flatMap { particulars[$0] } }

    func item(_ item: DataItem) -> String {
        item.name.term.flatMap { reference.dataItems[$0]?.name } ?? item.name.text
    }

    func agreementType(_ stated: Stated) -> String {
        stated.term.flatMap { reference.agreementTypes[$0]?.name } ?? stated.text
    }

    func gateway(_ stated: Stated) -> String {
        stated.term.flatMap { reference.gateways[$0]?.name } ?? stated.text
    }

    /// `UK GDPR Article 6(1)(e), public task`, or the condition of Schedule 1.
    func basis(_ stated: Stated) -> String {
        guard let basis = stated.term.flatMap({ reference.lawfulBases[$0] }) else { return stated.text }
        // `DPA 2018, Part 3` names its Act already.
        guard !basis.article.hasPrefix("DPA 2018") else { return "\(basis.article): \(basis.name)" }
        let isArticle = basis.article.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        return "\(basis.law) \(isArticle ? "Article " : "")\(basis.article): \(basis.name)"
    }

    /// The conditions for special category or criminal offence data; nil where one is wanting: Article 9(2)(g) and Article 10 need
    /// a condition of Schedule 1 beside them (DPA 2018, section 10(3) and (5)).
    func condition(_ article: LawfulBasisCitation.Article) -> String? {
        let terms = Set(self.terms.lawfulBases.compactMap(\.basis.term))
        let isOfSchedule =
            terms.contains { $0.hasPrefix("sch1-") }
            || self.terms.bases(.criminalOffence).contains {
                TermIndex.key($0.basis.text).contains("official authority")
            }
        switch article {
        case .specialCategory where terms.contains("article-9-2-g") && !terms.contains { $0.hasPrefix("sch1-pt2-") }:
            return nil
        case .criminalOffence where !isOfSchedule: return nil
        default: return bases(article)
        }
    }

    private func bases(_ article: LawfulBasisCitation.Article) -> String? {
        let cited = terms.bases(article).filter { citation in
            citation.basis.term.map { reference.lawfulBases[$0] != nil } ?? false
        }
        return cited.isEmpty ? nil : cited.map { basis($0.basis) }.joined(separator: "; ")
    }

    /// `OFFICIAL-SENSITIVE – PERSONAL DATA`: the level, the marking within it, and the descriptors after a dash
    /// (Government Security Classifications Policy); nil where no classification is stated.
    var marking: String? {
        guard let stated = terms.classification else { return nil }
        let known = stated.term.flatMap { reference.classifications[$0] }
        var level = known?.name ?? stated.text
        var descriptors = terms.handling
        if let marking = descriptors.firstIndex(of: "SENSITIVE") {
            descriptors.remove(at: marking)
            if level == "OFFICIAL" { level = "OFFICIAL-SENSITIVE" }
        }
        return descriptors.isEmpty ? level : level + " – " + descriptors.joined(separator: ", ")
    }

    func side(_ part: Party.Part?) -> String {
        switch part {
        case .provider: "Disclosing party"
        case .recipient: "Receiving party"
        case .processor: "Processor"
        case nil: "Every party"
        }
    }

    func words(_ controllership: Party.Controllership?) -> String? {
        switch controllership {
        case .controller: "Independent controller"
        case .jointController: "Joint controller"
        case .processor: "Processor"
        case nil: nil
        }
    }

    func words(_ stated: StatedDay?) -> String? {
        stated.map { $0.day?.inWords ?? $0.text }
    }

    /// Each once, in order; nil where there is none.
    static func once(_ words: [String]) -> String? {
        var told: Set<String> = []
        let once = words.filter { told.insert($0).inserted }
        return once.isEmpty ? nil : once.joined(separator: "; ")
    }

    /// `DPO`, `Data owner`: the capacity in which somebody signs off.
    func capacity(_ name: String) -> String {
        let words = RoleName(rawValue: name).asPeopleSay
        return Self.capitalised(words.hasPrefix("the ") ? String(words.dropFirst(4)) : words)
    }

    /// `A, B and C`
    static func listed(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    static func capitalised(_ name: String) -> String {
        let words = name.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

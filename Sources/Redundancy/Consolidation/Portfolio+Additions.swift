package import Shares

extension Portfolio {
    /// What a share would have to carry as well to take over from others.
    package func additions(to survivor: ShareReference, from others: [ShareReference]) -> SurvivorAdditions {
        guard let own = facts(of: survivor) else { return SurvivorAdditions() }
        let others = others.compactMap { facts(of: $0) }
        // As the findings say it: a full name is there where forename and surname are.
        let items = Set(
            others.flatMap { other in
                let account = register.accountOfItems(other.items, own.items)
                return account.onlyLeft + account.alike.map(\.left)
            }
        ).sorted()
        let subjects = Set(others.flatMap(\.subjects)).sorted().filter { group in
            !own.subjects.contains { isCovered(group, by: $0) }
        }
        let conditions = Set(others.flatMap(\.bases)).subtracting(own.bases)
            .compactMap { register.conditionNames[$0] }.sorted()
        // A one-off or occasional flow asks for no more than what goes regularly.
        let oftenest = others.max { ($0.step ?? -1) < ($1.step ?? -1) }
        let isOftener = (oftenest?.step ?? -1) > (own.step ?? -1)
        return SurvivorAdditions(
            items: items.map { register.items.name($0) }, subjects: subjects.map { register.subjects.name($0) },
            conditions: conditions,
            frequency: isOftener ? oftenest?.often.map { register.frequencyNames[Int($0)] } : nil)
    }

    private func isCovered(_ group: Int32, by other: Int32) -> Bool {
        switch register.subjectRelation(group, other) {
        case .equal, .narrower, .narrowerInWords: true
        case .broader, .broaderInWords, .different, .likeness: false
        }
    }
}

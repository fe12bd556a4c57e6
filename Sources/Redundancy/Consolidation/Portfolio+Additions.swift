package import Shares

extension Portfolio {
    /// What a share would have to carry as well to take over from others.
    package func additions(to survivor: ShareReference, from others: [ShareReference]) -> SurvivorAdditions {
        guard let own = facts(of: survivor) else { return SurvivorAdditions() }
        let others = others.compactMap { facts(of: $0) }
        let items = Set(others.flatMap(\.items)).subtracting(own.items).sorted()
        let subjects = Set(others.flatMap(\.subjects)).sorted().filter { group in
            !own.subjects.contains { isCovered(group, by: $0) }
        }
        // A one-off or occasional flow asks for no more than what goes regularly.
        let most = others.compactMap(\.step).max()
        let isOftener = most.map { $0 > (own.step ?? -1) } ?? false
        return SurvivorAdditions(
            items: items.map { register.items.name($0) }, subjects: subjects.map { register.subjects.name($0) },
            frequency: isOftener ? most.map { FrequencyReader.names[Int($0)] } : nil)
    }

    private func isCovered(_ group: Int32, by other: Int32) -> Bool {
        switch register.subjectRelation(group, other) {
        case .equal, .narrower, .narrowerInWords: true
        case .broader, .broaderInWords, .different, .likeness: false
        }
    }
}

import Shares

/// Councils by the place that they serve, whatever kind of council a register calls them: `Medway Unitary Authority`.
struct CouncilPlaces: Sendable {
    private var councils: [UInt64: Int32] = [:]

    private static let kinds: Set<UInt64> = Set(
        [
            "council", "authority", "unitary", "borough", "metropolitan", "district", "city", "county", "royal",
            "london",
            "of", "the", "local", "lb", "mbc", "bc", "cc", "dc", "mdc", "cbc", "lbc", "rbc", "cyngor", "corporation",
            "and",
        ].map { WordHash.of($0) })
    private static let telling: Set<UInt64> = Set(
        [
            "council", "authority", "unitary", "borough", "lb", "mbc", "bc", "cc", "dc", "mdc", "cbc", "lbc", "rbc",
            "cyngor",
        ]
        .map { WordHash.of($0) })
    /// A place that two councils serve names neither.
    private static let ambiguous: Int32 = -1

    mutating func add(_ name: String, id: Int32) {
        guard let place = Self.place(name) else { return }
        if let holder = councils[place], holder != id {
            councils[place] = Self.ambiguous
        } else {
            councils[place] = id
        }
    }

    /// The council of the place, where the name says that it is one and there is only one.
    func council(_ name: String) -> Int32? {
        guard Self.isCouncil(name) else { return nil }
        return Self.place(name).flatMap { councils[$0] }.flatMap { $0 == Self.ambiguous ? nil : $0 }
    }

    private static func isCouncil(_ name: String) -> Bool { Tokens(name).contains { telling.contains($0.plain) } }

    private static func place(_ name: String) -> UInt64? {
        let words = Tokens(name).map(\.plain).filter { !kinds.contains($0) }
        return words.isEmpty ? nil : WordHash.ofBag(words)
    }
}

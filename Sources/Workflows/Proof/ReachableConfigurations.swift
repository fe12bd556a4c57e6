/// Every configuration of the five machines that some share can reach, whatever it has shown on the way.
package struct ReachableConfigurations: Sendable {
    private let definitions: CheckedDefinitions
    private let positions: Set<UInt64>

    /// Explores from every way in.
    package init(of definitions: CheckedDefinitions, limit: Int = 1_500_000) {
        self.definitions = definitions
        let starts = definitions.starts.keys.sorted().compactMap { definitions.starts[$0] }
        let exploration = Exploration(
            tables: definitions.tables, invariants: [], starts: starts.compactMap { definitions.pack($0) },
            stopsEarly: false, limit: limit)
        let mask = UInt64(1) << PackedConfiguration.firstFact - 1
        positions = Set(exploration.numbers.all.lazy.map { $0.bits & mask })
    }

    /// In no order.
    package var all: [Configuration] { positions.map { definitions.unpack(PackedConfiguration(bits: $0)) } }

    /// False too where the definitions have no such state.
    package func contains(_ configuration: Configuration) -> Bool {
        definitions.pack(configuration).map { positions.contains($0.bits) } ?? false
    }
}

import Ledger
import Shares

/// The values of the facets in the words of the reference data.
struct FacetLabels {
    let reference: ReferenceData
    let today: Day

    /// As counted, in the order of the words; what is not stated comes last.
    func values(of facet: Facet, _ counts: FacetCounts) -> [FacetValue] {
        switch facet {
        case .stage:
            listed(Stage.allCases.map { ($0.rawValue, $0.label) }, counts.stages)
        case .risk:
            listed(RiskTier.allCases.map { ($0.rawValue, $0.rawValue.capitalisedFirst) }, counts.risks)
        case .spoke:
            listed(reference.spokes.all.map { ($0.id, $0.name) } + [("", "None stated")], counts.spokes)
        case .owner: sorted(counts.owners.map { ($0, $0, $1) }, none: "Nobody named")
        case .party:
            sorted(
                counts.parties.map { stated, count in
                    (stated.text, stated.term.flatMap { reference.organisations[$0]?.name } ?? stated.text, count)
                }, none: "None stated")
        case .gateway:
            sorted(
                counts.gateways.map { stated, count in
                    (stated.text, stated.term.flatMap { reference.gateways[$0]?.name } ?? stated.text, count)
                }, none: "None stated")
        case .due:
            DueRange.allCases.compactMap { range in
                let count = counts.reviews.reduce(0) { $0 + (range.includes($1.key, on: today) ? $1.value : 0) }
                return count == 0 ? nil : FacetValue(value: range.rawValue, label: range.label, count: count)
            }
        }
    }

    /// All that the reference data knows, uncounted.
    func values(of facet: Facet) -> [FacetValue] {
        switch facet {
        case .stage: Stage.allCases.map { FacetValue(value: $0.rawValue, label: $0.label) }
        case .risk: RiskTier.allCases.map { FacetValue(value: $0.rawValue, label: $0.rawValue.capitalisedFirst) }
        case .spoke: named(reference.spokes.all.map { ($0.id, $0.name) }, none: "None stated")
        case .owner: [FacetValue(value: Facet.none, label: "Nobody named")]
        case .party: named(reference.organisations.all.map { ($0.id, $0.name) }, none: nil)
        case .gateway: named(reference.gateways.all.map { ($0.id, $0.name) }, none: "None stated")
        case .due: DueRange.allCases.map { FacetValue(value: $0.rawValue, label: $0.label) }
        }
    }

    private func named(_ terms: [(String, String)], none: String?) -> [FacetValue] {
        terms.sorted { $0.1 < $1.1 }.map { FacetValue(value: $0.0, label: $0.1) }
            + (none.map { [FacetValue(value: Facet.none, label: $0)] } ?? [])
    }

    /// Those that occur, in the order of the list.
    private func listed(_ terms: [(String, String)], _ counts: [String: Int]) -> [FacetValue] {
        terms.compactMap { id, name in
            counts[id].map { FacetValue(value: id.isEmpty ? Facet.none : id, label: name, count: $0) }
        }
    }

    private func sorted(_ values: [(value: String, label: String, count: Int)], none: String) -> [FacetValue] {
        let stated = values.filter { !$0.value.isEmpty }.sorted { ($0.label, $0.value) < ($1.label, $1.value) }
        return stated.map { FacetValue(value: $0.value, label: $0.label, count: $0.count) }
            + values.filter(\.value.isEmpty).map { FacetValue(value: Facet.none, label: none, count: $0.count) }
    }
}

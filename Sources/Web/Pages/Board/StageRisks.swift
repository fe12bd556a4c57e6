import Shares

/// Risk against stage, each number leading to its shares; the darker, the more.
struct StageRisks: Component {
    let risks: [RiskTier: [Stage: Int]]
    /// Whether the register lists the shares behind a number, as it does for today only.
    let isLinked: Bool

    private var stages: [Stage] { Stage.allCases.filter { $0 != .ended } }

    var html: HTML {
        var table = DataTable(
            id: "risks", caption: "Risk by stage",
            columns: [DataTable.Column("Risk")] + stages.map { DataTable.Column($0.label, isNumber: true) },
            heading: .h2)
        let most = max(risks.values.flatMap(\.values).max() ?? 0, 1)
        for tier in RiskTier.allCases.reversed() {
            table.add(
                [HTML(text: tier.rawValue.capitalisedFirst)] + stages.map { stage in cell(tier, stage, most: most) })
        }
        return tag(.div, .class("report-section")) { table }
    }

    private func cell(_ tier: RiskTier, _ stage: Stage, most: Int) -> HTML {
        guard let count = risks[tier]?[stage] else { return HTML(text: "0") }
        let heat = Attribute.class("heat heat-\(1 + count * 3 / most)")
        guard isLinked else { return tag(.span, heat) { Words.number(count) } }
        var query = RegisterQuery()
        query.risk = tier
        query.stage = stage
        return tag(.a, heat, .href(Link(.register(query)))) {
            Words.number(count)
            tag(.span, .class("hidden")) { " of \(tier.rawValue) risk, \(stage.label.lowercased())" }
        }
    }
}

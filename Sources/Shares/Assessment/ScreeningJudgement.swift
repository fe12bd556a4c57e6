/// What the triggers that apply come to: computed, never typed.
package struct ScreeningJudgement: Hashable, Sendable {
    package var isRequired: Bool
    /// Which rule, by which triggers.
    package var reason: String

    package init(of triggers: [ScreeningTrigger]) {
        let criteria = triggers.filter { $0.list == .criteria }
        var grounds: [String] = []
        let always = triggers.filter { $0.list == .article }
        if !always.isEmpty { grounds.append("Article 35(3) always requires one: \(Self.names(always))") }
        let alone = triggers.filter { $0.list == .ico && $0.needsAnother != true }
        if !alone.isEmpty { grounds.append("the ICO’s list requires one: \(Self.names(alone))") }
        for trigger in triggers where trigger.list == .ico && trigger.needsAnother == true {
            let others = criteria.filter { $0.id != trigger.sameAs }
            guard !others.isEmpty else { continue }
            grounds.append(
                "the ICO’s list requires one where two meet: \(trigger.name), with \(Self.names(others))")
        }
        if criteria.count >= 2 {
            grounds.append("two or more criteria of WP248 usually require one: \(Self.names(criteria))")
        }
        isRequired = !grounds.isEmpty
        if isRequired {
            reason = "A DPIA is required: " + grounds.joined(separator: "; ") + "."
        } else if let one = triggers.first {
            reason = "No DPIA is required: \(one.name) does not require one by itself."
        } else {
            reason = "No DPIA is required: no trigger applies."
        }
    }

    private static func names(_ triggers: [ScreeningTrigger]) -> String {
        triggers.map(\.name).joined(separator: ", ")
    }
}

/// A trigger that the terms show by themselves, and by what.
package struct ShownTrigger: Hashable, Sendable {
    package var id: String
    package var because: String
}

extension Terms {
    /// The triggers that these terms show: whoever screens says why one of them does not apply.
    package func shownTriggers(under reference: ReferenceData) -> [ShownTrigger] {
        var shown: [ShownTrigger] = []
        let sensitive = specialCategoryItems + criminalOffenceItems
        if !sensitive.isEmpty {
            let names = Set(sensitive.map(\.name.text)).sorted().joined(separator: ", ")
            shown.append(
                ShownTrigger(id: "wp248-sensitive-data", because: "special category or offence data: \(names)"))
        }
        for category in ["biometric", "genetic"] where items.contains(where: { $0.specialCategory == category }) {
            shown.append(ShownTrigger(id: "ico-\(category)-data", because: "\(category) data is among the items"))
        }
        let vulnerable = subjects.compactMap { $0.term.flatMap { reference.subjectGroups[$0] } }
            .filter { $0.vulnerable == true }
        if !vulnerable.isEmpty {
            let names = vulnerable.map(\.name).joined(separator: ", ")
            shown.append(ShownTrigger(id: "wp248-vulnerable-people", because: "the data is about \(names)"))
        }
        return shown.filter { reference.screeningTriggers[$0.id] != nil }
    }
}

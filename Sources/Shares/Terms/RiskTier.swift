/// How much assurance a share needs: decides the sign-offs and how often it is reviewed.
package enum RiskTier: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case low, medium, high

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }

    package static func < (left: RiskTier, right: RiskTier) -> Bool { left.rank < right.rank }
}

/// A tier with the facts of the share that put it there.
package struct RiskAssessment: Hashable, Sendable {
    package var tier: RiskTier
    /// Sentences, the gravest first.
    package var reasons: [String]
}

extension Terms {
    /// High: special category or criminal offence data, or data leaving the United Kingdom. Medium: personal data, or
    /// data of which that is not known. Low: no personal data.
    ///
    /// The first two follow UK GDPR Articles 9, 10, 35(3)(b) and 44.
    package var risk: RiskAssessment {
        var high: [String] = []
        let special = Set(items.compactMap(\.specialCategory)).sorted()
        if !special.isEmpty { high.append("Special category data: \(special.joined(separator: ", ")).") }
        if !criminalOffenceItems.isEmpty { high.append("Criminal offence data.") }
        if !transfers.isEmpty {
            high.append("Data leaves the United Kingdom: \(transfers.map(\.country).joined(separator: ", ")).")
        }
        if !high.isEmpty { return RiskAssessment(tier: .high, reasons: high) }
        let personal = items.contains { $0.isPersonal == true }
        if personal { return RiskAssessment(tier: .medium, reasons: ["Personal data."]) }
        if items.isEmpty || items.contains(where: { $0.isPersonal == nil }) {
            return RiskAssessment(tier: .medium, reasons: ["It is not known whether every item is personal data."])
        }
        return RiskAssessment(tier: .low, reasons: ["No personal data."])
    }
}

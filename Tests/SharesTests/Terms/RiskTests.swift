import Shares
import Testing
import Workflows

/// High: UK GDPR Articles 9, 10 and 44; medium: personal data; low: none.
@Suite struct RiskTests {
    private static let personal = DataItem(Stated("Name"), isPersonal: true)
    private static let none = DataItem(Stated("Energy score"), isPersonal: false)
    private static let unknown = DataItem(Stated("Shoe size"))
    private static let health = DataItem(Stated("PIP award"), isPersonal: true, specialCategory: "health")
    private static let offence = DataItem(Stated("Conviction"), isPersonal: true, isCriminalOffenceData: true)

    private func tier(_ items: DataItem..., to countries: [String] = []) -> RiskTier {
        var terms = Terms(title: "A share", parties: [], items: items)
        terms.transfers = countries.map { InternationalTransfer(country: $0, safeguard: nil) }
        return terms.risk.tier
    }

    @Test func theTierFollowsFromTheItemsAndWhereTheyGo() {
        #expect(tier(Self.none) == .low)
        #expect(tier(Self.none, Self.personal) == .medium)
        #expect(tier(Self.unknown) == .medium)
        #expect(tier(Self.none, Self.unknown) == .medium)
        #expect(tier() == .medium)
        #expect(tier(Self.health) == .high)
        #expect(tier(Self.none, Self.offence) == .high)
        #expect(tier(Self.none, to: ["France"]) == .high)
        #expect(RiskTier.low < .medium && RiskTier.medium < .high)
    }

    @Test func everyGraveReasonIsNamed() {
        var terms = Terms(title: "A share", parties: [], items: [Self.health, Self.offence])
        terms.transfers = [InternationalTransfer(country: "France", safeguard: nil)]
        #expect(terms.risk.reasons.count == 3)
    }

    /// The matrix of the ICO's DPIA template: likelihood (remote, possible, probable) against severity.
    @Test(arguments: [
        (DPIARecord.Likelihood.remote, [RiskTier.low, .low, .medium]), (.possible, [.low, .medium, .high]),
        (.probable, [.medium, .high, .high]),
    ])
    func theResidualRiskIsTheICOsMatrix(likelihood: DPIARecord.Likelihood, tiers: [RiskTier]) throws {
        for (severity, tier) in zip([DPIARecord.Severity.minimal, .significant, .severe], tiers) {
            var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "assessing"])
            try casebook.give(
                "assess", by: "dpo",
                ["likelihood": likelihood.rawValue, "severity": severity.rawValue, "measures": "Encryption"])
            #expect(casebook.share.dpia.assessment?.residualRisk == tier)
        }
    }
}

@testable import Shares
import Testing
import Workflows

/// Risks and what remains of them are computed from likelihood and severity.
@Suite struct RiskRowTests {
    /// The matrix of the ICO's template.
    @Test(arguments: [
        ("remote", "minimal", "low"), ("remote", "significant", "low"), ("remote", "severe", "medium"),
        ("possible", "minimal", "low"), ("possible", "significant", "medium"), ("possible", "severe", "high"),
        ("probable", "minimal", "medium"), ("probable", "significant", "high"), ("probable", "severe", "high"),
    ])
    func theMatrixIsTheTemplates(likelihood: String, severity: String, tier: String) throws {
        #expect(
            RiskTier(
                try #require(DPIARecord.Likelihood(rawValue: likelihood)),
                try #require(DPIARecord.Severity(rawValue: severity))
            ).rawValue == tier)
    }

    private static func assessing() throws -> Casebook {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "assessing"])
        try casebook.give("screen", by: "dpo", ["outcome": "required", "reason": "Health data"])
        return casebook
    }

    private static let high = ["risk": "Loss in transit", "likelihood": "possible", "severity": "severe"]

    private static func measure(_ likelihood: String, _ severity: String, effect: String = "reduced") -> [String:
        String]
    {
        [
            "reference": "1", "measures": "Encrypt", "effect": effect, "residual-likelihood": likelihood,
            "residual-severity": severity,
        ]
    }

    private static let answered = ["reason": "The paper answers the questions"]

    @Test func questionsThatAreLeftOpenAreSaidOrExplained() throws {
        var casebook = try Self.assessing()
        try casebook.give(
            "assess", by: "owner", ["likelihood": "remote", "severity": "minimal", "measures": "Encryption"])
        #expect(
            try casebook.refusal(of: "submit-assessment", by: "owner").map(\.says) == [
                "The assessment leaves required questions open: answer 1.1, 2.1, 2.9, 3.1, 4.4 of the set assessment (answer-assessment), or give the reason why not."
            ])
        try casebook.give("answer-assessment", by: "owner", ["assessment/1.1": "Matching", "assessment/2.1": "Weekly"])
        #expect(
            try casebook.refusal(of: "submit-assessment", by: "owner").map(\.says) == [
                "The assessment leaves required questions open: answer 2.9, 3.1, 4.4 of the set assessment (answer-assessment), or give the reason why not."
            ])
        #expect(try casebook.rules(against: "submit-assessment", by: "owner", Self.answered) == [])
    }

    @Test func aRiskThatIsNotLowNeedsAMeasureBeforeTheDPOSeesIt() throws {
        var casebook = try Self.assessing()
        #expect(try casebook.rules(against: "submit-assessment", by: "owner", Self.answered) == ["assessment-complete"])
        try casebook.give("record-risk", by: "owner", Self.high)
        try casebook.give(
            "record-risk", by: "security", ["risk": "Delay", "likelihood": "remote", "severity": "minimal"])
        #expect(
            try casebook.refusal(of: "submit-assessment", by: "owner", Self.answered).map(\.says)
                == ["Risk 1, “Loss in transit”, is high and has no measure."])
        try casebook.give("record-measure", by: "owner", Self.measure("remote", "severe"))
        #expect(casebook.share.dpia.residualRisk == .medium)
        #expect(try casebook.rules(against: "submit-assessment", by: "owner", Self.answered) == [])
    }

    @Test func theWorstRowIsTheWhole() throws {
        var casebook = try Self.assessing()
        try casebook.give("record-risk", by: "owner", Self.high)
        try casebook.give("record-measure", by: "owner", Self.measure("remote", "minimal", effect: "eliminated"))
        #expect(casebook.share.dpia.residualRisk == .low)
        try casebook.give(
            "record-risk", by: "owner", ["risk": "Bias", "likelihood": "probable", "severity": "significant"])
        #expect(casebook.share.dpia.residualRisk == .high)
        // Nothing computed is typed: the whole follows from the rows.
        #expect(
            try casebook.rules(
                against: "assess", by: "owner", ["likelihood": "remote", "severity": "minimal", "measures": "x"])
                == ["risks-listed"])
        // Nobody is told that the whole is theirs to write and cannot be.
        let whole = casebook.share.actions(
            for: try Casebook.person("owner"), in: casebook.circumstances, under: casebook.rules
        ).first { $0.transition.command == "assess" }
        #expect(whole?.isDone == true)
        try casebook.give("drop-risk", by: "owner", ["reference": "2", "reason": "No decisions are automated"])
        #expect(casebook.share.dpia.residualRisk == .low)
    }

    @Test func aMeasureIsHeldToWhatItSays() throws {
        var casebook = try Self.assessing()
        try casebook.give("record-risk", by: "owner", ["risk": "Loss", "likelihood": "remote", "severity": "severe"])
        #expect(
            try casebook.rules(against: "record-measure", by: "owner", Self.measure("probable", "severe"))
                == ["measure-raises-risk"])
        #expect(
            try casebook.rules(
                against: "record-measure", by: "owner", Self.measure("remote", "severe", effect: "eliminated"))
                == ["risk-not-eliminated"])
        var fields = Self.measure("remote", "minimal")
        fields["owner"] = "security"
        #expect(try casebook.rules(against: "record-measure", by: "owner", fields) == ["action-incomplete"])
        fields["reference"] = "9"
        fields["due"] = "2026-05-01"
        #expect(try casebook.rules(against: "record-measure", by: "owner", fields) == ["unknown-risk"])
    }

    /// Nobody has to invent a second measure to mend the rating of the first.
    @Test func aMeasureThatWasRatedWronglyIsRatedAnew() throws {
        var casebook = try Self.assessing()
        try casebook.give("record-risk", by: "owner", Self.high)
        try casebook.give("record-measure", by: "owner", Self.measure("possible", "severe"))
        #expect(casebook.share.dpia.residualRisk == .high)
        #expect(
            try casebook.rules(against: "record-measure", by: "owner", Self.measure("possible", "severe"))
                == ["recorded-already"])
        var anew = Self.measure("remote", "severe")
        #expect(try casebook.rules(against: "record-measure", by: "owner", anew) == ["reason-missing"])
        anew["reason"] = "Keys are held apart"
        anew["measures"] = "encrypt"
        try casebook.give("record-measure", by: "owner", anew)
        let measures = casebook.share.dpia.risks[0].measures
        #expect(measures.map(\.text) == ["Encrypt"] && measures[0].earlier == [.high])
        #expect(casebook.share.dpia.residualRisk == .medium)
        #expect(
            measures[0].effectInWords
                == "reduced; rated anew on \(measures[0].at.day.inWords), high before: Keys are held apart")
        // What came later is never worse than what came before it.
        var second = Self.measure("remote", "severe")
        second["measures"] = "Train"
        try casebook.give("record-measure", by: "owner", second)
        anew["residual-severity"] = "minimal"
        #expect(try casebook.rules(against: "record-measure", by: "owner", anew) == ["measure-raises-risk"])
        second["residual-severity"] = "minimal"
        second["reason"] = "It reaches all"
        try casebook.give("record-measure", by: "owner", second)
        #expect(casebook.share.dpia.residualRisk == .low)
    }

    @Test func whoeverAcceptsTheRiskApprovesItsMeasures() throws {
        var casebook = try Self.assessing()
        try casebook.give("record-risk", by: "owner", Self.high)
        try casebook.give("record-measure", by: "owner", Self.measure("remote", "minimal"))
        try casebook.give("submit-assessment", by: "owner", Self.answered)
        try casebook.give("advise", by: "dpo", ["advice": "Proceed"])
        try casebook.give("approve-dpia", by: "siro", ["advice-accepted": "yes"])
        #expect(casebook.share.dpia.risks[0].measures[0].approvedBy == "siro")
    }
}

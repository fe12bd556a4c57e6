@testable import Shares
import Testing
import Workflows

/// What the triggers come to, and what the terms show by themselves.
@Suite struct ScreeningTests {
    private static func judgement(_ ids: [String]) throws -> ScreeningJudgement {
        let reference = try Casebook.rules().reference
        return ScreeningJudgement(of: try ids.map { try #require(reference.screeningTriggers[$0]) })
    }

    @Test func theListsAreThoseOfTheirSources() throws {
        let triggers = try Casebook.rules().reference.screeningTriggers.all
        #expect(triggers.count { $0.list == .article } == 3)
        #expect(triggers.count { $0.list == .ico } == 10)
        #expect(triggers.count { $0.list == .criteria } == 9)
        // The ICO marks five that count only together with another criterion.
        #expect(
            triggers.filter { $0.needsAnother == true }.map(\.id) == [
                "ico-innovative-technology", "ico-biometric-data", "ico-genetic-data", "ico-invisible-processing",
                "ico-tracking",
            ])
    }

    @Test(arguments: [
        ([], false), (["article-35-3-a"], true), (["article-35-3-b"], true), (["article-35-3-c"], true),
        (["ico-data-matching"], true), (["ico-denial-of-service"], true), (["ico-vulnerable-people"], true),
        (["ico-innovative-technology"], false), (["ico-genetic-data"], false),
        (["ico-genetic-data", "wp248-large-scale"], true), (["ico-genetic-data", "ico-biometric-data"], false),
        // The criterion that says the same is not another one.
        (["ico-innovative-technology", "wp248-innovative-use"], false),
        (["ico-innovative-technology", "wp248-large-scale"], true),
        (["wp248-large-scale"], false), (["wp248-large-scale", "wp248-sensitive-data"], true),
    ])
    func theOutcomeFollowsFromTheTriggers(ids: [String], isRequired: Bool) throws {
        let judgement = try Self.judgement(ids)
        #expect(judgement.isRequired == isRequired)
        #expect(judgement.reason.hasPrefix(isRequired ? "A DPIA is required: " : "No DPIA is required: "))
    }

    @Test func theReasonNamesTheRuleAndTheTriggers() throws {
        #expect(
            try Self.judgement(["ico-tracking", "wp248-large-scale", "wp248-sensitive-data"]).reason
                == "A DPIA is required: the ICO’s list requires one where two meet: Tracking, with Large scale, Sensitive data; two or more criteria of WP248 usually require one: Large scale, Sensitive data."
        )
    }

    // MARK: - The command

    private static func screening(_ fields: [String: String], of changed: [TermsField: String] = [:]) throws -> (
        rules: [String], record: DPIARecord.Screening?
    ) {
        var casebook = try Casebook.share(at: [.proposal: "accepted"], changed: changed)
        let rules = try casebook.rules(against: "screen", by: "dpo", fields)
        if rules.isEmpty { try casebook.give("screen", by: "dpo", fields) }
        return (rules, casebook.share.dpia.screening)
    }

    @Test func theOutcomeNeedsNoTyping() throws {
        let required = try Self.screening([
            "criteria": "ico-data-matching; Large scale", "reason": "Earnings are matched",
        ])
        #expect(required.record?.outcome == .required)
        #expect(required.record?.criteria == "ico-data-matching; wp248-large-scale")
        #expect(required.record?.judgement?.hasPrefix("A DPIA is required: the ICO’s list") == true)
        #expect(try Self.screening(["reason": "Nothing"]).record?.outcome == .notRequired)
    }

    @Test func anOutcomeMayAskForMoreAndNeverForLess() throws {
        #expect(try Self.screening(["outcome": "required", "reason": "To be safe"]).record?.outcome == .required)
        #expect(
            try Self.screening(["criteria": "ico-data-matching", "outcome": "not-required", "reason": "No"]).rules
                == ["screening-requires-dpia"])
        #expect(try Self.screening(["criteria": "ico-magic", "reason": "?"]).rules == ["unknown-trigger"])
    }

    @Test func whatTheTermsShowIsNamedOrSetAside() throws {
        let terms: [TermsField: String] = [.dataItems: "PIP award", .dataSubjects: "Children; PIP claimants"]
        #expect(
            try Self.screening(["reason": "Nothing"], of: terms).rules == ["trigger-left-out", "trigger-left-out"])
        let named = try Self.screening(
            ["criteria": "wp248-sensitive-data; wp248-vulnerable-people", "reason": "Both"], of: terms)
        #expect(named.record?.outcome == .required)
        let aside = try Self.screening(
            ["criteria": "wp248-sensitive-data", "set-aside": "The award is named, not the people", "reason": "One"],
            of: terms)
        #expect(aside.record?.outcome == .notRequired)
        #expect(aside.record?.setAside == "The award is named, not the people")
    }
}

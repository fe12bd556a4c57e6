import Casework
import Interchange
import Redundancy
import Shares
import Workflows

/// How decisions about redundant shares are told.
enum DecisionPrinting {
    struct Printed: Encodable {
        struct Share: Encodable {
            var share: String
            var part: String
            var stage: String
            var state: String?
            var superseded_by_linked: Bool?
            var due: String?
            var overdue: Bool
            var decide_again: [String]
        }

        var decision: Int
        var cluster: String
        var verdict: String
        var decided_on: String
        var recorded: String
        var by: String
        var role: String
        var on_behalf_of: String?
        var survivor: String?
        var to_add: SurvivorAdditions?
        var reason: String
        var insisted: [String]?
        var caution: String?
        var shares: [Share]

        init(_ progress: ConsolidationProgress) {
            let recorded = progress.recorded
            decision = recorded.number
            cluster = recorded.decision.cluster
            verdict = recorded.decision.verdict.rawValue
            decided_on = recorded.decision.on.description
            self.recorded = recorded.at.description
            by = recorded.actor.rawValue
            role = recorded.role.rawValue
            on_behalf_of = recorded.decision.onBehalfOf?.rawValue
            survivor = recorded.decision.survivor?.rawValue
            to_add = recorded.decision.additions
            reason = recorded.decision.reason
            insisted = recorded.decision.insisted
            caution = recorded.decision.caution
            shares = progress.shares.map { line in
                Share(
                    share: line.reference.rawValue, part: line.part.rawValue, stage: line.stage.rawValue,
                    state: line.state, superseded_by_linked: line.part == .superseded ? line.isLinked : nil,
                    due: line.due?.description, overdue: line.isOverdue, decide_again: line.troubles)
            }
        }
    }

    static func print(_ outcome: ConsolidationOutcome, isPreview: Bool) {
        let decision = outcome.decision
        for says in outcome.replaces { Console.line(Console.safe(says)) }
        for says in outcome.warnings { Console.line("insisted: \(Console.safe(says))") }
        for share in outcome.shares {
            Console.line("\(Console.safe(share.reference.rawValue)) “\(Console.safe(share.title))”")
            for says in share.says { Console.line("  \(Console.safe(says))") }
            for reason in share.refusal?.reasons ?? [] { Console.line("  refused: \(Console.safe(reason.says))") }
        }
        let names = decision.shares.map { Console.safe($0.rawValue) }.joined(separator: ", ")
        guard isPreview else {
            return Console.line(
                "Decision \(outcome.number) on \(decision.cluster) (\(names)): \(decision.verdict.label.lowercased()).")
        }
        Console.line(
            outcome.refused == 0
                ? "Nothing was written. Record it with --seen \(outcome.position)."
                : "Nothing would be done: \(outcome.refused) of \(outcome.shares.count) shares would refuse.")
    }

    static func print(_ decisions: [ConsolidationProgress]) {
        for progress in decisions {
            let recorded = progress.recorded
            let decision = recorded.decision
            let who = "\(recorded.actor) (\(recorded.role))"
            let behalf = decision.onBehalfOf.map { " for \($0)" } ?? ""
            Console.line(
                "\(recorded.number). \(decision.on): \(decision.verdict.label.lowercased()), by \(Console.safe(who + behalf)): \(Console.safe(decision.reason))"
            )
            for line in progress.shares {
                let state = line.state.map { " (\($0))" } ?? ""
                let linked =
                    line.part == .superseded && line.isLinked
                    ? ", superseded by \(decision.survivor?.rawValue ?? "")" : ""
                let due = line.due.map { ", due \($0)" } ?? ""
                let text =
                    "\(line.reference): \(line.stage.label.lowercased())\(state)\(linked)\(due)"
                Console.line("     \(Console.safe(text))\(line.isOverdue ? " OVERDUE" : "")")
                if let again = line.again { Console.line("       \(Console.safe(again))") }
            }
            if let caution = decision.caution { Console.line("     \(Console.safe(caution))") }
            for says in decision.insisted ?? [] { Console.line("     Insisted: \(Console.safe(says))") }
            if let additions = decision.additions, !additions.isEmpty {
                Console.line("     To add to the survivor: \(Console.safe(additions.inWords))")
            }
        }
        let overdue = decisions.reduce(0) { $0 + $1.overdue }
        let again = decisions.reduce(0) { $0 + $1.toDecideAgain }
        Console.message(
            "decisions: \(decisions.count); shares overdue: \(overdue); shares to be decided about again: \(again)")
    }

    /// What was decided about one share, for the page of it.
    static func print(_ decisions: [ConsolidationProgress], about share: ShareReference) {
        for progress in decisions {
            Console.line("Redundancy: \(Console.safe(progress.inWords(about: share)))")
        }
    }

    /// One line for each share of each decision.
    static func csv(_ decisions: [ConsolidationProgress]) -> String {
        let header = [
            "decision", "decided_on", "verdict", "cluster", "share", "part", "stage", "state", "superseded_by_linked",
            "due", "overdue", "by", "role", "reason", "decide_again",
        ]
        return decisions.map(Printed.init).reduce(into: CSVWriter.line(header)) { text, decision in
            for share in decision.shares {
                text += CSVWriter.line([
                    String(decision.decision), decision.decided_on, decision.verdict, decision.cluster, share.share,
                    share.part, share.stage, share.state ?? "",
                    share.superseded_by_linked.map { $0 ? "yes" : "no" } ?? "",
                    share.due ?? "", share.overdue ? "yes" : "no", decision.by, decision.role, decision.reason,
                    share.decide_again.joined(separator: "; "),
                ])
            }
        }
    }

    // MARK: - Findings that are left out

    struct PrintedLeftOut: Encodable {
        var share_a: String
        var share_b: String
        var kind: String
        var score: Double
        var decision: Int
        var verdict: String
        var decided_on: String
        var reason: String

        init(_ left: LeftOutFinding) {
            let finding = RedundancyPrinting.Printed(left.finding)
            (share_a, share_b, kind, score) = (finding.share_a, finding.share_b, finding.kind, finding.score)
            decision = left.decision.number
            verdict = left.decision.decision.verdict.rawValue
            decided_on = left.decision.decision.on.description
            reason = left.decision.decision.reason
        }
    }

    static func print(_ findings: [LeftOutFinding]) {
        for left in findings {
            let decision = left.decision.decision
            Console.line(
                "\(left.finding.kind.rawValue): \(Console.safe(left.finding.a.rawValue)) and \(Console.safe(left.finding.b.rawValue))"
            )
            Console.line(
                "     Decided on \(decision.on.inWords) \(decision.verdict.asDecided) (decision \(left.decision.number)): \(Console.safe(decision.reason))"
            )
        }
        Console.message("findings left out: \(findings.count)")
    }

    static func csv(_ findings: [LeftOutFinding]) -> String {
        let header = ["share_a", "share_b", "kind", "score", "decision", "verdict", "decided_on", "reason"]
        return findings.map(PrintedLeftOut.init).reduce(into: CSVWriter.line(header)) { text, left in
            text += CSVWriter.line([
                left.share_a, left.share_b, left.kind, RedundancyPrinting.decimal(left.score), String(left.decision),
                left.verdict, left.decided_on, left.reason,
            ])
        }
    }
}

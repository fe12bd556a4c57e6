import Casework
import Interchange
import Shares

/// A reconciliation for people and for programs.
enum ReconciliationPrinting {
    /// One thing to talk about with the partner.
    struct Line: Encodable {
        /// `live-here-only`, `live-there-only`, `differs`, or `alike`: a pair that was found by content.
        var kind: String
        /// Our reference; empty where we have no such share.
        var ours: String
        /// The partner's; empty where it has none.
        var theirs: String
        /// `reference`, or how much alike the two are, in per cent; empty where there is one only.
        var match: String
        var field: String
        var here: String
        var there: String
    }

    static func lines(_ reconciliation: Reconciliation) -> [Line] {
        let pairs = reconciliation.pairs.flatMap { pair -> [Line] in
            func line(_ kind: String, _ field: String, _ here: String, _ there: String) -> Line {
                Line(
                    kind: kind, ours: pair.ours.reference.rawValue, theirs: pair.theirs.reference.rawValue,
                    match: pair.match.value, field: field, here: here, there: there)
            }
            let life =
                pair.disagreesOnLife
                ? [
                    line(
                        pair.ours.isLive ? "live-here-only" : "live-there-only", "status", pair.ours.standing,
                        pair.theirs.standing)
                ] : []
            let alike =
                pair.match == .reference
                ? [] : [line("alike", "reference", pair.ours.reference.rawValue, pair.theirs.reference.rawValue)]
            return alike + life
                + pair.differences.map {
                    line(
                        "differs", $0.field.rawValue, $0.here.joined(separator: "; "),
                        $0.there.joined(separator: "; "))
                }
        }
        let here = reconciliation.onlyHere.filter(\.isLive).map {
            Line(
                kind: "live-here-only", ours: $0.reference.rawValue, theirs: "", match: "", field: "status",
                here: $0.standing, there: "")
        }
        let there = reconciliation.onlyThere.filter(\.isLive).map {
            Line(
                kind: "live-there-only", ours: "", theirs: $0.reference.rawValue, match: "", field: "status", here: "",
                there: $0.standing)
        }
        return pairs + here + there
    }

    static func csv(_ reconciliation: Reconciliation) -> String {
        lines(reconciliation).reduce(
            into: CSVWriter.line(["kind", "ours", "theirs", "match", "field", "here", "there"])
        ) {
            $0 += CSVWriter.line([$1.kind, $1.ours, $1.theirs, $1.match, $1.field, $1.here, $1.there])
        }
    }

    static func text(_ report: ReconciliationReport) -> String {
        let all = report.reconciliation
        var text =
            "\(report.partner.name): \(report.here) shares with us here, \(report.there) there, \(all.pairs.count) in both.\n"
        if report.othersHere + report.othersThere > 0 {
            text +=
                "Not between the two, and not compared: \(report.othersHere) here, \(report.othersThere) there.\n"
        }
        let alike = all.pairs.filter { $0.match != .reference }
        if !alike.isEmpty { text += "\nTaken for the same, to be confirmed\n" }
        for pair in alike { text += "  \(pair.inWords)\n" }
        text += section(
            "Live here, and not there", all.pairs.filter { $0.ours.isLive && !$0.theirs.isLive }, all.onlyHere)
        text += section(
            "Live there, and not here", all.pairs.filter { !$0.ours.isLive && $0.theirs.isLive }, all.onlyThere)
        let differing = all.pairs.filter { !$0.differences.isEmpty }
        if !differing.isEmpty { text += "\nDifferent in the two registers\n" }
        for pair in differing {
            text += "  \(pair.inWords)\n"
            for difference in pair.differences { text += "    \(difference.inWords)\n" }
        }
        let agreed = all.pairs.count(where: \.agrees)
        return text + "\n\(agreed) of \(all.pairs.count) shares in both agree in everything.\n"
    }

    private static func section(
        _ title: String, _ pairs: [Reconciliation.Pair], _ alone: [ReconciledShare]
    ) -> String {
        let lines =
            pairs.map { "  \($0.inWords): \($0.ours.standing) here, \($0.theirs.standing) there\n" }
            + alone.filter(\.isLive).map {
                "  \($0.reference) “\($0.title)”: \($0.standing), and the other side has none\n"
            }
        return lines.isEmpty ? "" : "\n\(title)\n" + lines.joined()
    }
}

extension Reconciliation.Pair {
    /// `DS-1 “Earnings”`, or `DS-1 “Earnings” is HMRC-7 there (by content, 82 % alike)`
    fileprivate var inWords: String {
        match == .reference
            ? "\(ours.reference) “\(ours.title)”"
            : "\(ours.reference) “\(ours.title)” is \(theirs.reference) there (\(match.words))"
    }
}

extension Reconciliation.Difference {
    /// A field of one value as both sides have it; of several, what only one side has.
    fileprivate var inWords: String {
        guard here.count > 1 || there.count > 1 else {
            return "\(field.rawValue): \(Self.said(here)) here, \(Self.said(there)) there"
        }
        let parts = onlyHere.map { "only here “\($0)”" } + onlyThere.map { "only there “\($0)”" }
        return "\(field.rawValue): " + parts.joined(separator: ", ")
    }

    private static func said(_ values: [String]) -> String { values.first.map { "“\($0)”" } ?? "nothing" }
}

extension ReconciledShare {
    fileprivate var standing: String { status.rawValue }
}

extension ShareMatch {
    fileprivate var value: String {
        switch self {
        case .reference: "reference"
        case .content(let percent): "\(percent) %"
        }
    }
}

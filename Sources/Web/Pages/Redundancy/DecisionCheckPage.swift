import Casework
import Shares

/// What a decision about redundant shares would come to, before it is recorded.
struct DecisionCheckPage {
    var visitor: Visitor
    var order: ConsolidationOrder
    var outcome: ConsolidationOutcome

    private var decision: RedundancyDecision { outcome.decision }
    private var isPossible: Bool { outcome.refused == 0 }

    var html: HTML {
        PageFrame(
            title: "Check the decision", area: .redundancy,
            breadcrumbs: [
                ("Portfolio", .home), ("Redundant shares", .redundancy(page: 1)),
                (decision.cluster, .redundancyGroup(decision.cluster)),
            ], hasErrors: !isPossible, visitor: visitor
        ).document {
            if !isPossible {
                ErrorSummary(
                    problems: outcome.shares.flatMap { share in
                        (share.refusal?.reasons ?? []).map {
                            FormProblem(message: "\(share.reference): \($0.says)")
                        }
                    })
            }
            tag(.p, .class("caption")) { decision.cluster }
            tag(.h1) { "Check the decision" }
            summary
            shares
            form
        }
    }

    private var summary: HTML {
        var list = SummaryList()
        list.add("Verdict") { decision.verdict.label }
        list.add("Shares") { decision.shares.map(\.rawValue).joined(separator: ", ") }
        if let survivor = decision.survivor { list.add("Takes over") { survivor.rawValue } }
        if let caution = decision.caution { list.add("Mind") { caution } }
        list.add("Reason") { HTML(shown: decision.reason) }
        list.add("Day of the decision") { HTML(day: decision.on) }
        if !outcome.warnings.isEmpty {
            list.add("Decided all the same") {
                tag(.ul) {
                    for says in outcome.warnings { tag(.li) { says } }
                }
            }
        }
        if !outcome.replaces.isEmpty {
            list.add("Earlier decisions") {
                tag(.ul) {
                    for says in outcome.replaces { tag(.li) { says } }
                }
            }
        }
        return list.html
    }

    private var shares: HTML {
        var table = DataTable(
            id: "outcome", caption: "What becomes of each share",
            columns: ["Share", "What happens"].map { DataTable.Column($0) }, heading: .h2)
        for share in outcome.shares {
            table.add([
                HTML(text: share.title.inShort.nonEmpty ?? share.reference.rawValue)
                    + tag(.span, .class("reference")) { share.reference.rawValue },
                what(share),
            ])
        }
        return table.html
    }

    @HTMLBuilder private func what(_ share: ConsolidationOutcome.ForShare) -> HTML {
        for says in share.says { tag(.p) { says } }
        if let refusal = share.refusal {
            tag(.p) { StatusTag("Refused", .red) }
            tag(.ul) {
                for reason in refusal.reasons { tag(.li) { reason.says } }
            }
        }
    }

    private var form: HTML {
        tag(.form, .with(.method, "post"), .action(Link(.redundancyGroup(decision.cluster)))) {
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            hidden(RedundancyGroupPage.verdictField, order.verdict.rawValue)
            if let survivor = order.survivor { hidden(RedundancyGroupPage.survivorField, survivor.rawValue) }
            hidden(RedundancyGroupPage.reasonField, order.reason)
            if order.insists { hidden(RedundancyGroupPage.insistField, "yes") }
            if let day = order.on { hidden(RedundancyGroupPage.dayField, day.description) }
            if let seen = order.seen { hidden(RedundancyGroupPage.seenField, String(seen)) }
            if isPossible {
                tag(.p) { "It is recorded with your name, and cannot be taken back; a later decision takes its place." }
            } else {
                tag(.p) {
                    "Nothing would be done, because not all of it can be. Change the decision, or mend what stands against it."
                }
            }
            tag(.div, .class("choices")) {
                if isPossible {
                    tag(
                        .button, .with(.type, "submit"), .with(.name, RedundancyGroupPage.stepField),
                        .with(.value, "confirm")
                    ) { "Record the decision" }
                }
                tag(
                    .button, .class("secondary"), .with(.type, "submit"),
                    .with(.name, RedundancyGroupPage.stepField), .with(.value, "change")
                ) { "Change it" }
            }
        }
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        tag(.input, .with(.type, "hidden"), .with(.name, name), .with(.value, value))
    }
}

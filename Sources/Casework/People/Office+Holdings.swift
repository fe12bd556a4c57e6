import Ledger
package import Shares
import Workflows

/// What somebody answers for and asked for: what another has to take over when they leave.
package struct Holdings: Hashable, Sendable {
    package struct UnderWay: Hashable, Sendable {
        package var reference: ShareReference
        package var title: String
        package var stage: Stage
    }

    /// How many open shares they are the data owner of.
    package var answersFor = 0
    /// Those of them in which something is under way: it stands still until another is appointed.
    package var underWay: [UnderWay] = []
    /// How many open shares they asked for.
    package var askedFor = 0

    package init() {}

    package var isEmpty: Bool { answersFor == 0 && askedFor == 0 }

    /// For people, after a name: `answers for 3 open shares, in 2 of which something is under way, and asked for 1`.
    package var inWords: String {
        func shares(_ count: Int) -> String { "\(count) open \(count == 1 ? "share" : "shares")" }
        let which = answersFor == 1 ? "in which" : "in \(underWay.count) of which"
        let owned =
            "answers for \(shares(answersFor))" + (underWay.isEmpty ? "" : ", \(which) something is under way")
        if askedFor == 0 { return owned }
        return answersFor == 0 ? "asked for \(shares(askedFor))" : "\(owned), and asked for \(shares(askedFor))"
    }
}

extension Office {
    /// What somebody holds, in the order of references. Throws `Refusal` for anybody but the hub.
    package func holdings(of person: PersonID, as actor: PersonID) throws -> Holdings {
        try read { reader in
            _ = try hub(actor, may: "sees what everybody holds", in: reader)
            var holdings = Holdings()
            for share in try reader.summaries(where: [.own(organisation: "", person: person)])
            where share.stage != .ended {
                if share.requester == person { holdings.askedFor += 1 }
                guard share.ownerPerson == person else { continue }
                holdings.answersFor += 1
                let definitions = try definitions(
                    for: WorkflowPin(versions: [:], digest: share.edition), in: reader)
                if share.isUnderWay(under: definitions) {
                    holdings.underWay.append(
                        Holdings.UnderWay(reference: share.reference, title: share.title, stage: share.stage))
                }
            }
            return holdings
        }
    }
}

extension ShareSummary {
    /// Whether it is on its way into force, or a step of it waits for somebody; what a register brought waits until somebody
    /// takes it up.
    fileprivate func isUnderWay(under definitions: CheckedDefinitions) -> Bool {
        [.proposal, .dpia, .approval].contains(stage)
            || Machine.allCases.contains { machine in
                guard let state = definitions[machine].state(configuration[machine]) else { return false }
                return !state.waitsFor.isEmpty && !state.groups.contains("inherited")
            }
    }
}

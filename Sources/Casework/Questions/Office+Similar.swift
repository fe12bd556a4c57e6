import Ledger
import Redundancy
package import Shares
import Workflows

/// Which shares are like one, as a version of it is.
struct SimilarQuestion: Hashable, Sendable {
    var reference: ShareReference
    var version: Int
}

extension Office {
    /// Open shares like one that is being proposed: the warning that is answered before it is submitted.
    package func similar(to reference: ShareReference) throws -> (shares: [SimilarShare], answers: [SimilarAnswer]) {
        try read { reader in
            let share = try existing(reference, in: reader)
            return (try similar(to: share, in: reader), share.similarAnswers)
        }
    }

    func similar(to share: Share, in reader: LedgerReader) throws -> [SimilarShare] {
        let question = SimilarQuestion(reference: share.reference, version: share.version)
        return try recentSimilar.answer(to: question, in: reader, on: today) {
            let definitions = try definitions(for: share.pin, in: reader)
            let own = ComparableShare(ShareSummary(share, definitions: definitions))
            return try redundancy(of: own, in: reader).map { finding in
                SimilarShare(
                    reference: finding.a == share.reference ? finding.b : finding.a, kind: finding.kind.rawValue,
                    score: finding.score, explanation: finding.told)
            }
        }
    }

    /// Searches the register while nobody waits, so that the first draft that is looked at does not wait for it.
    package func searchAhead() { recentLook.look(ahead: { try redundancyLook() }) }

    /// Reads the register, where an order asks for similar shares, before the transaction that looks at them: nobody waits
    /// for it.
    func lookAhead(for order: Order, on reference: ShareReference) throws {
        try read { reader in
            guard let share = try reader.share(reference),
                asksForSimilar(order, of: share, under: try definitions(for: share.pin, in: reader))
            else { return }
            _ = try lookForOne(in: reader)
        }
    }

    /// Whether what is asked of a share asks for shares like it.
    func asksForSimilar(_ order: Order?, of share: Share, under definitions: CheckedDefinitions) -> Bool {
        definitions[.proposal].transitions(from: share.state(.proposal)).contains { transition in
            (order.map { $0.command == transition.command } ?? true)
                && (transition.records.contains(Recording.similarAnswer.name)
                    || transition.needs.contains(.fact(Fact.similarSharesAnswered.name)))
        }
    }
}

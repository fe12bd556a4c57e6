package import Shares

/// Two shares of which one may be superfluous, with the chance that this is right and the facts that say so.
package struct RedundancyFinding: Hashable, Sendable {
    /// The first in the order of its kind: old (renewal), inner (subsumed), onward (indirect).
    package var a: ShareReference
    /// The second in the order of its kind: new, outer, direct.
    package var b: ShareReference
    package var kind: RedundancyKind
    /// 0…1: of findings scored 0.9, about nine in ten are right.
    package var score: Double
    /// The facts in plain English: which items, which words, which dates.
    package var explanation: String
    /// Of an indirect finding: the open share by which the source feeds the body that passes it on.
    package var feed: ShareReference?
    /// Where a board has decided about the two and is asked again: when it did, and what has changed since.
    package var again: String?
    /// The explanation, and why it is asked again.
    package var told: String { explanation + (again.map { " " + $0 } ?? "") }

    package init(
        a: ShareReference, b: ShareReference, kind: RedundancyKind, score: Double, explanation: String,
        feed: ShareReference? = nil
    ) {
        self.a = a
        self.b = b
        self.kind = kind
        self.score = score
        self.explanation = explanation
        self.feed = feed
    }

    /// The surest first; then by reference, so that the order never depends on how the work was divided.
    package static func precedes(_ left: RedundancyFinding, _ right: RedundancyFinding) -> Bool {
        if left.score != right.score { return left.score > right.score }
        if left.a != right.a { return left.a < right.a }
        if left.b != right.b { return left.b < right.b }
        return left.kind < right.kind
    }
}

/// A share that does much the same as one that is being proposed, and why that is thought.
package struct SimilarShare: Hashable, Sendable {
    package var reference: ShareReference
    /// The kind of redundancy, and the chance that it is right, 0 to 1.
    package var kind: String
    package var score: Double
    package var explanation: String

    package init(reference: ShareReference, kind: String, score: Double, explanation: String) {
        self.reference = reference
        self.kind = kind
        self.score = score
        self.explanation = explanation
    }
}

/// What the proposer says of a share like theirs.
package struct SimilarAnswer: Hashable, Sendable, Codable {
    package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// The other share will do: this request is withdrawn.
        case reuse
        /// The other share is amended instead.
        case extend
        /// Both are needed, for the reason given.
        case distinct
    }

    package var share: ShareReference
    package var verdict: Verdict
    package var reason: String
    package var by: PersonID
    package var at: Instant
}

extension Share {
    /// Every share like this one of which nothing was said yet, or which was said to do as well, a sentence each.
    func unansweredSimilar(in circumstances: Circumstances) -> [String] {
        if circumstances.isSearchingSimilar {
            return ["The register is being searched for shares like this one: look again in some minutes."]
        }
        return circumstances.similar.compactMap { similar in
            let answer = similarAnswers.last { $0.share == similar.reference }
            switch answer?.verdict {
            case .distinct: return nil
            case .reuse: return "You said that \(similar.reference) is reused: withdraw this request, or say otherwise."
            case .extend:
                return "You said that \(similar.reference) is extended: amend that share instead, or say otherwise."
            case nil:
                return
                    "\(similar.reference) is much like this share (\(similar.kind), \(Int((similar.score * 100).rounded())) %): \(similar.explanation) Say with answer-similar whether it is reused, extended, or why both are needed."
            }
        }
    }
}

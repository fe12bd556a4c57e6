import Workflows

extension Share {
    /// Answers of an assessment, or of a review, change no terms that somebody has put forward, accepted or signed: those are
    /// written where the proposal allows it. What the terms leave open is completed before anything is signed.
    func keepWhatWasPutForward(in reading: inout OrderReading, under rules: Rulebook) {
        let proposal = rules.definitions[.proposal]
        let isWritten = proposal.transitions(from: state(.proposal)).contains {
            $0.records.contains(Recording.terms.name)
        }
        guard !isWritten, let edited = reading.terms else { return }
        let isAmending = proposal.matches("#amending", state: state(.proposal))
        let isOpen = isAmending || !hasBegunSigning(under: rules)
        for field in TermsField.allCases where reading.askedAs[field] != nil {
            let held = termsUnderConsideration.text(of: field)
            guard edited.text(of: field) != held, !isOpen || !held.isEmpty else { continue }
            reading.refuse(
                "terms-put-forward",
                held.isEmpty
                    ? "\(field.label) is no part of the terms that were put forward: an amendment adds it."
                    : "\(field.label) was put forward as “\(held.shortened(to: 80))” and is not changed by an answer: \(wayToChange(isOpen))",
                at: field.rawValue)
        }
    }

    private func hasBegunSigning(under rules: Rulebook) -> Bool {
        let approval = rules.definitions[.approval]
        return !approval.matches("#pending", state: state(.approval))
            || ["#signing-off", "#signing", "#agreed"].contains { approval.matches($0, state: state(.approval)) }
    }

    private func wayToChange(_ isOpen: Bool) -> String {
        isOpen ? "the data owner returns what is to be written anew." : "an amendment changes it."
    }
}

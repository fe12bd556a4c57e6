import Documents
package import Shares
import Workflows

/// What will stop a share later, told while its terms can still be mended: a warning now, and a refusal then.
package struct ForetoldRefusals: Hashable, Sendable {
    /// What opening for sign-off refuses.
    package var opening: [Refusal.Reason]
    /// What freezing the text for signature refuses, whatever the reason.
    package var freezing: [Refusal.Reason]
    /// What freezing refuses of a text that is left open without a reason.
    package var reasoned: [Refusal.Reason]
    /// The review that policy sets, where the terms name no day that lies ahead: no refusal, and told all the same.
    package var review: String?

    package init(
        opening: [Refusal.Reason] = [], freezing: [Refusal.Reason] = [], reasoned: [Refusal.Reason] = [],
        review: String? = nil
    ) {
        self.opening = opening
        self.freezing = freezing
        self.reasoned = reasoned
        self.review = review
    }

    /// What has to be mended, and not only explained.
    package var all: [Refusal.Reason] { opening + freezing }
    package var isEmpty: Bool { all.isEmpty && reasoned.isEmpty && review == nil }

    /// What a refusal does not say already.
    package func without(_ said: [Refusal.Reason]) -> ForetoldRefusals {
        ForetoldRefusals(
            opening: opening.unsaid(after: said), freezing: freezing.unsaid(after: said),
            reasoned: reasoned.unsaid(after: said), review: review)
    }
}

extension [Refusal.Reason] {
    /// Those that others do not say, in the same words or of the field that they want.
    fileprivate func unsaid(after others: [Refusal.Reason]) -> [Refusal.Reason] {
        let words = Set(others.map(\.says))
        let fields = Set(others.compactMap(\.wants))
        return filter { reason in !words.contains(reason.says) && !(reason.wants.map(fields.contains) ?? false) }
    }
}

extension Office {
    /// What opening and freezing would refuse of the terms as they are; nothing once their text is frozen.
    package func foretold(of reference: ShareReference) throws -> ForetoldRefusals {
        try read { reader in
            let share = try existing(reference, in: reader)
            return foretold(
                of: share, in: try circumstances(reader), under: try rulebook(for: share.pin, in: reader))
        }
    }

    /// What is said of a field already is not said again.
    func foretold(of share: Share, in circumstances: Circumstances, under rules: Rulebook) -> ForetoldRefusals {
        let isSigningOff = rules.definitions[.approval].matches("#signing-off", state: share.state(.approval))
        let opening = share.lacksForOpening(in: circumstances, under: rules)
        guard isSigningOff || opening != nil else { return ForetoldRefusals() }
        let today = circumstances.today
        let gaps = textGaps(of: share.withReviewSet(on: today, under: rules.reference), on: today, under: rules)
            .filter { isSigningOff || $0.gap.isKnownEarly }
        var foretold = ForetoldRefusals(
            opening: opening ?? [], freezing: gaps.filter(\.gap.isEssential).map(\.reason),
            reasoned: gaps.filter { !$0.gap.isEssential }.map(\.reason),
            review: share.foretoldReview(on: today, under: rules.reference))
        let sooner = share.lacksForAcceptance(in: circumstances, under: rules) + foretold.opening
        foretold.freezing = foretold.freezing.unsaid(after: sooner)
        foretold.reasoned = foretold.reasoned.unsaid(after: sooner + foretold.freezing)
        return foretold
    }
}

extension Share {
    /// Nil where the terms name a day that lies ahead, or are frozen already.
    fileprivate func foretoldReview(on today: Day, under reference: ReferenceData) -> String? {
        guard agreementForSignature == nil, let limit = reviewSetByPolicy(on: today, under: reference) else {
            return nil
        }
        let why =
            termsUnderConsideration.reviewDate?.day.map { "The review date, \($0.inWords), does not lie ahead" }
            ?? "No review date is given"
        return
            "\(why): policy sets the review at \(limit.latest.inWords) (\(limit.inWords)), and it is put into the text before that is frozen."
    }
}

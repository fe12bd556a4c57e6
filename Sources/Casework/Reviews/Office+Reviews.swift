import Foundation
package import Ledger
package import Shares
import Workflows

/// What became of one share when a plan of reviews was applied.
package struct AppliedReview: Sendable {
    package var move: ReviewPlan.Move
    /// Nil where the date was set.
    package var refusal: Refusal?
}

extension Office {
    /// Proposes review dates so that no month holds more than so many reviews; writes nothing.
    ///
    /// The filters say which may be moved; every review of the portfolio takes up room. Left alone are reviews under way,
    /// and those that have been called and are not overdue.
    package func planReviews(most: Int, months: Int, where filters: [ShareFilter] = []) throws -> ReviewPlan {
        let reference = try reference()
        let today = self.today
        let (reviews, others) = try read { reader -> ([PlannedReview], [Day]) in
            let wanted = Set(try reader.summaries(where: filters).map(\.reference))
            var reviews: [PlannedReview] = []
            var others: [Day] = []
            try reader.forEachShare { share in
                let review = try definitions(for: share.pin, in: reader)[.review].state(share.state(.review))
                guard let date = share.terms.reviewDate?.day, review?.isEnd != true else { return }
                guard wanted.contains(share.reference),
                    let transition = try definitions(for: share.pin, in: reader)[.review]
                        .transition(Self.reschedule, from: share.state(.review)),
                    transition.to == nil || date < today
                else {
                    others.append(date)
                    return
                }
                let risk = share.terms.risk.tier
                let latest = share.reviews.last.flatMap { held in
                    ReviewLimit(of: share.terms, from: held.at.dayInLondon, under: reference)?.latest
                }
                reviews.append(
                    PlannedReview(
                        share: share.reference, version: share.version, risk: risk, date: date, latest: latest ?? date,
                        division: reference.division(of: share.terms.providers.compactMap(\.organisation.term))))
            }
            return (reviews, others)
        }
        let calendars = Dictionary(
            uniqueKeysWithValues: BankHolidays.Division.allCases.map { ($0, reference.workingDays(in: $0)) })
        let weekends = WorkingDays(nil)
        return ReviewPlanner(today: today, months: months, most: most) { calendars[$0] ?? weekends }
            .plan(reviews, beside: others)
    }

    /// Sets the dates of an approved plan as ordinary acts, each a transaction; a share that has changed since is refused.
    ///
    /// The reason that a person gives goes on the record beside why the plan moves each.
    package func apply(_ plan: ReviewPlan, because reason: String? = nil, as person: PersonID) throws -> [AppliedReview]
    {
        try plan.moves.map { move in
            let order = Order(
                Self.reschedule, machine: .review,
                fields: [
                    EvidenceField.nextReview.rawValue: move.to.description,
                    EvidenceField.reason.rawValue: [move.why, reason].compactMap(\.self).joined(separator: " "),
                ])
            do {
                _ = try act(on: move.share, order, as: person, seen: move.version)
                return AppliedReview(move: move, refusal: nil)
            } catch let refusal as Refusal {
                return AppliedReview(move: move, refusal: refusal)
            } catch let missing as NoSuchShare {
                let says = "There is no share \(missing.reference)."
                return AppliedReview(
                    move: move, refusal: Refusal([Refusal.Reason(.possible, rule: "no-such-share", says)]))
            }
        }
    }

    /// The plan that `reviews plan --format json` printed. Throws `Findings` where the file is none.
    package func reviewPlan(in file: String) throws -> ReviewPlan {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Findings([.error("file-missing", at: .whole, "There is no file \(file) that can be read.")])
        }
        do {
            return try JSONDecoder().decode(ReviewPlan.self, from: data)
        } catch {
            throw Findings([
                .error(
                    "not-a-plan", at: .whole,
                    "\(file) is not a plan of reviews: print one with reviews plan --format json.")
            ])
        }
    }

    private static let reschedule: CommandName = "reschedule"
}

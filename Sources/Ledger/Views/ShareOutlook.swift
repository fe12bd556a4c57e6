package import Shares
import Workflows

/// What lies ahead of a share, beyond its line of the register: the days that its deadlines count from, the condition that
/// is due next, the risks that remain, and the parties that an amendment brings.
package struct ShareOutlook: Hashable, Sendable {
    package var reference: ShareReference
    package var dates: ShareDates
    /// The first day on which a condition that is not met is due.
    package var conditionDue: Day?
    /// Of the risks that the assessment states, in their order.
    package var risks: [RiskCell]
    /// The identifiers of the organisations of the amendment under way.
    package var partiesToCome: [String]
}

extension ShareOutlook {
    /// The same from the events of a share at any time.
    package init(_ share: Share) {
        self.init(
            reference: share.reference, dates: share.dates,
            conditionDue: share.approval.conditions.filter(\.isOpen).compactMap(\.due).min(),
            risks: share.dpia.risks.map(\.remaining),
            partiesToCome: share.amendment?.parties.compactMap(\.organisation.term) ?? [])
    }
}

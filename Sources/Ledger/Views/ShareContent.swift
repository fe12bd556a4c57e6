package import Shares
import Workflows

/// What a line of the register says is shared, and whether it is at an end: all that comparing shares needs, read many
/// times faster than whole lines.
package struct ShareContent: Hashable, Sendable {
    package var reference: ShareReference
    package var stage: Stage
    package var title: String
    package var purpose: String
    package var providers: [Stated]
    package var recipients: [Stated]
    package var items: [Stated]
    package var subjects: [Stated]
    package var gateways: [Stated]
    package var bases: [Stated]
    package var frequency: Stated?
    package var channel: Stated?
    package var startDate: Day?
    package var endDate: Day?
}

import Ledger
import Shares

extension ShareSummary {
    /// Whether its next review was due before a day; once nothing flows any more, none is.
    func isReviewOverdue(on day: Day) -> Bool { stage.isFlowing && reviewDate.map { $0 < day } ?? false }
}

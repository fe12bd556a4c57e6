import Shares

/// When the sharing stops, or stopped, and why, on top of the page of a share of which notice was given.
struct NoticeNote: Component {
    let retirement: RetirementRecord
    /// Whether how the department came to it is seen as well.
    let isWithin: Bool

    var html: HTML {
        guard let notice = retirement.notice, retirement.endedOn == nil else { return HTML() }
        return tag(.div, .class("inset")) {
            tag(.p) {
                tag(.strong) {
                    retirement.stop.map { "The sharing stopped on \($0.on.inWords)." }
                        ?? "The sharing stops on \(notice.on.inWords)."
                }
                notice.reference.map { " Reference of the notice: \($0.inShort)." } ?? ""
                retirement.successor.map { " \($0) takes over." } ?? ""
            }
            if let reason = isWithin ? retirement.reason : notice.reason { tag(.p) { HTML(shown: reason) } }
        }
    }
}

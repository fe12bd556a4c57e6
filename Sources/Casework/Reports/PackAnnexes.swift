/// What stands behind the paper in a board's pack, beside what the board is asked to decide, which is always whole.
package enum PackAnnexes: String, Sendable, CaseIterable {
    /// Of each long list its first rows: the paper for a meeting.
    case none
    /// Every long list whole, and every open share: hundreds of pages for a large register.
    case all
}

/// One of the five state machines that run for every share.
package enum Machine: String, CaseIterable, Hashable, Sendable, Codable {
    case proposal, dpia, approval, review, retirement
}

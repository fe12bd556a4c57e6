import Shares

/// When a message is tried again: after a minute, and then after twice as long each time, six hours at most.
///
/// With 25 attempts that is four days: RFC 5321, section 4.5.4.1, asks for four to five.
struct BackOff: Hashable, Sendable {
    static let usual = BackOff(attempts: 25)

    /// After so many a message is held.
    var attempts: Int

    /// The moment of the next attempt; nil where there is none.
    func next(after attempts: Int, at now: Instant) -> Instant? {
        guard attempts < self.attempts else { return nil }
        let minutes = attempts > 9 ? 360 : min(360, 1 << max(0, attempts - 1))
        return Instant(milliseconds: now.milliseconds + Int64(minutes) * 60_000)
    }
}

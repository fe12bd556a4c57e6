import Casework
import Logging
import Shares

/// Lets time pass while the pages are served: soon after the start, then each day soon after midnight in London.
///
/// Another process may do the same, or `concordat tick` may be run by hand: nothing happens twice.
struct DailyTick: Sendable {
    let office: Office
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                let office = office
                let report = try await offTheEventLoops { try office.tick() }
                logger.info(
                    "Time passed",
                    metadata: [
                        "shares": "\(report.shares)", "commands": "\(report.events.count)",
                        "letters": "\(report.letters.count)",
                    ])
            } catch {
                logger.error("Time could not pass", metadata: ["error": "\(error)"])
            }
            office.searchAhead()
            guard (try? await Task.sleep(for: .seconds(Self.secondsToWait(from: office.surroundings.now())))) != nil
            else { return }
        }
    }

    /// Until five minutes after the next midnight in London, and never more than six hours, so that a clock put right is noticed.
    static func secondsToWait(from now: Instant) -> Int64 {
        let tomorrow = Instant(startOfLondonDay: now.dayInLondon.adding(days: 1))
        let seconds = (tomorrow.milliseconds - now.milliseconds) / 1000 + 300
        return min(max(seconds, 60), 6 * 3600)
    }
}

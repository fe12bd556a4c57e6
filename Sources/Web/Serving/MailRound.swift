package import Casework
import Ledger
import Logging

/// Sends the letters that wait while the pages are served: soon after the start, then each minute.
///
/// Another process may do the same, or `concordat outbox deliver` may be run by hand: each letter is sent by one.
struct MailRound: Sendable {
    let office: Office
    let delivery: LetterDelivery
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                let (office, delivery) = (office, delivery)
                let report = try await offTheEventLoops {
                    try office.deliverLetters(by: delivery.route, digests: delivery.digests)
                }
                log(report)
            } catch {
                logger.error("Letters could not be delivered", metadata: ["error": "\(error)"])
            }
            guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
        }
    }

    /// Whose letters they are, and what about, does not go into the log: `concordat outbox` says it.
    private func log(_ report: DeliveryReport) {
        if let stopped = report.stopped {
            logger.error("Letters could not be delivered", metadata: ["error": "\(stopped)"])
        }
        guard !report.delivered.isEmpty || report.kept.contains(where: \.letter.isHeld) else { return }
        logger.info(
            "Letters were delivered",
            metadata: [
                "delivered": "\(report.delivered.count)", "held": "\(report.kept.count(where: \.letter.isHeld))",
                "waiting": "\(report.kept.count(where: { !$0.letter.isHeld }))",
            ])
    }
}

/// How letters leave while the pages are served.
package struct LetterDelivery: Sendable {
    package var route: DeliveryRoute
    /// Whether the reminders of one person that wait together are one message.
    package var digests: Bool

    package init(route: DeliveryRoute, digests: Bool) {
        self.route = route
        self.digests = digests
    }
}

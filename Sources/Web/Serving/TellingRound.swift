import Casework
import Logging

/// Issues what changed and tells partners of it while the pages are served: soon after the start, then each minute.
struct TellingRound: Sendable {
    let office: Office
    let publication: Publication
    let networks: [InternetNetwork]
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                let (office, publication, networks) = (office, publication, networks)
                let report = try await offTheEventLoops {
                    try office.tellPartners(by: publication, allowing: networks)
                }
                if report.issued + report.told + report.failing.count > 0 {
                    logger.info(
                        "Partners were told",
                        metadata: [
                            "issued": "\(report.issued)", "told": "\(report.told)",
                            "failing": "\(report.failing.count)",
                        ])
                }
            } catch {
                logger.error("Partners could not be told", metadata: ["error": "\(error)"])
            }
            guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
        }
    }
}

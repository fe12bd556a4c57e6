import Casework
import Foundation
import Logging

/// Issues what changed and tells partners of it while the pages are served: soon after the start, then each minute.
struct TellingRound: Sendable {
    let office: Office
    let publication: Publication
    let networks: [InternetNetwork]
    let logger: Logger
    private let turns = PartnerTurns(most: 8)
    /// The milliseconds of one turn.
    private static let turn: Int64 = 60_000

    init(office: Office, publication: Publication, networks: [InternetNetwork], logger: Logger) {
        self.office = office
        self.publication = publication
        self.networks = networks
        self.logger = logger
    }

    func run() async {
        while !Task.isCancelled {
            do {
                let (office, publication) = (office, publication)
                let issued = try await offTheEventLoops { try office.issueManifests(by: publication) }
                if issued > 0 { logger.info("Manifests were issued", metadata: ["issued": "\(issued)"]) }
                for partner in turns.begin(of: try await offTheEventLoops { try office.partnersToTell() }) {
                    // On a thread of its own: it waits for a stranger's server, and pages are not to wait with it.
                    Thread.detachNewThread { tell(partner) }
                }
            } catch {
                logger.error("Partners could not be told", metadata: ["error": "\(error)"])
            }
            guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
        }
    }

    private func tell(_ partner: String) {
        defer { turns.end(partner) }
        do {
            let report = try office.tell(partner, by: publication, allowing: networks, within: Self.turn)
            guard report.told + report.failing.count > 0 else { return }
            logger.info(
                "A partner was told",
                metadata: [
                    "partner": "\(partner)", "told": "\(report.told)", "failing": "\(report.failing.count)",
                ])
        } catch {
            logger.error("A partner could not be told", metadata: ["partner": "\(partner)", "error": "\(error)"])
        }
    }
}

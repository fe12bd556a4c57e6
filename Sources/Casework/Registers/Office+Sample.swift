import Foundation
import SamplePortfolios
import Shares

extension Office {
    /// Prints a portfolio that an official would take for real, the same for the same number and seed.
    package func writeSample(shares: Int, seed: UInt64, to sink: ([UInt8]) throws -> Void) throws {
        let url = SampleFolder.root.appendingPathComponent("portfolio/flows.json")
        let flows = try SampleFlows(json: Array(try ImportFile.data(of: url.path)))
        let organisations = try reference().organisations.all.filter { $0.status == .live }.map { body in
            SampleOrganisation(
                id: body.id, name: body.name, spellings: body.abbreviations + body.aliases + body.formerNames,
                kind: body.kind.rawValue, gss: body.codes?["gss"])
        }
        try SamplePortfolio(shares: shares, seed: seed, flows: flows, organisations: organisations).write(to: sink)
    }
}

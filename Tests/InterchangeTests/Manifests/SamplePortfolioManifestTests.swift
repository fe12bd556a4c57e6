import Foundation
import Interchange
import JSONValues
import SamplePortfolios
import Shares
import Testing
import Workflows

/// Every share of the sample portfolio: each form makes the other, byte for byte, and both carry one digest.
@Suite struct SamplePortfolioManifestTests {
    private static let count = 1_500

    private func register() throws -> [UInt8] {
        let limits = JSONLimits(size: 20_000_000)
        let json = try JSONValue(
            parsing: ManifestSamples.bytes("Templates/reference/organisations.json"), limits: limits)
        let organisations = try #require(json["organisations"]?.array).filter { $0["status"] == "live" }.map { entry in
            SampleOrganisation(
                id: try #require(entry["id"]?.string), name: try #require(entry["name"]?.string),
                spellings: entry["aliases"]?.array?.compactMap(\.string) ?? [],
                kind: try #require(entry["kind"]?.string), gss: entry["codes"]?["gss"]?.string)
        }
        let flows = try SampleFlows(json: ManifestSamples.bytes("Samples/portfolio/flows.json"))
        var bytes: [UInt8] = []
        try SamplePortfolio(shares: Self.count, seed: 1, flows: flows, organisations: organisations)
            .write { bytes += $0 }
        return bytes
    }

    private func shares() throws -> [Share] {
        let approval = try JSONValue(parsing: ManifestSamples.bytes("Templates/workflows/approval.json"))
        var reader = RegisterReader(
            reference: try ManifestSamples.reference(), source: "sample.csv",
            today: try #require(Day(iso: "2026-10-01")))
        var shares: [Share] = []
        _ = try RegisterFile().read(from: RegisterSamples.chunks(try register())) { row in
            let entry = try #require(reader.read(row).entry)
            let state = try #require(approval["entries"]?[entry.entry.rawValue]?.string)
            shares.append(
                try ManifestSamples.share(
                    entry.reference.rawValue, entry.terms, origin: entry.origin,
                    approval: StateName(rawValue: state), owner: entry.owner))
        }
        return shares
    }

    @Test func eachFormOfEveryShareMakesTheOther() throws {
        let (schemas, data) = (try ManifestSamples.schemas(), try ManifestSamples.reference())
        let writer = ManifestWriter(schemas)
        let shares = try shares()
        #expect(shares.count > Self.count * 9 / 10)
        var digests: Set<String> = []
        for share in shares {
            let forms = try writer.forms(of: ManifestSamples.manifest(of: share, data))
            let fromJSON = try writer.forms(of: Manifest(json: forms.json, schemas: schemas))
            let fromXML = try writer.forms(of: Manifest(xml: forms.xml, schemas: schemas))
            #expect(fromJSON == forms && fromXML == forms, "\(share.reference)")
            #expect(String(decoding: forms.xml, as: UTF8.self).contains("value=\"\(forms.digest)\""))
            digests.insert(forms.digest)
        }
        #expect(digests.count == shares.count)
    }
}

import Foundation
import JSONValues
import SamplePortfolios
import Testing

/// The repository's own flows and organisations, as the command reads them.
enum SampleInputs {
    static let repository: URL? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Samples/portfolio").path) {
                return folder
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: #require(repository).appending(path: path)))
    }

    // Read once: the files are large for a debug build.
    private static let loadedFlows = Result { try SampleFlows(json: bytes("Samples/portfolio/flows.json")) }
    private static let loadedOrganisations = Result { try readOrganisations() }

    static func flows() throws -> SampleFlows {
        try loadedFlows.get()
    }

    static func organisations() throws -> [SampleOrganisation] {
        try loadedOrganisations.get()
    }

    private static func readOrganisations() throws -> [SampleOrganisation] {
        let limits = JSONLimits(size: 20_000_000)
        let json = try JSONValue(parsing: bytes("Templates/reference/organisations.json"), limits: limits)
        return try #require(json["organisations"]?.array).filter { $0["status"]?.string == "live" }.map { entry in
            func texts(_ key: String) -> [String] { entry[key]?.array?.compactMap(\.string) ?? [] }
            return SampleOrganisation(
                id: try #require(entry["id"]?.string), name: try #require(entry["name"]?.string),
                spellings: texts("abbreviations") + texts("aliases") + texts("formerNames"),
                kind: try #require(entry["kind"]?.string), gss: entry["codes"]?["gss"]?.string)
        }
    }

    static func portfolio(_ shares: Int, seed: UInt64 = 1) throws -> SamplePortfolio {
        try SamplePortfolio(shares: shares, seed: seed, flows: flows(), organisations: organisations())
    }

    static func csv(_ portfolio: SamplePortfolio) -> [UInt8] {
        var bytes: [UInt8] = []
        portfolio.write { bytes += $0 }
        return bytes
    }
}

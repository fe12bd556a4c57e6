import Interchange
import Shares
import Workflows

/// Both forms of a share with those terms, wherever it stands.
enum PolicySamples {
    static func forms(
        _ terms: Terms, approval: StateName = "in-force", proposal: StateName = "accepted"
    ) throws -> ManifestForms {
        var share = try ManifestSamples.share("DWP-DS-00001", terms, approval: approval)
        share.standing.proposal.state = proposal
        return try ManifestWriter(ManifestSamples.schemas()).forms(
            of: ManifestSamples.manifest(of: share, ManifestSamples.reference()))
    }

    /// Terms with every field, with none, and with texts that nobody expects.
    static func variedTerms() -> [Terms] {
        var all = [ManifestSamples.full, ManifestSamples.sparse]
        for seed in UInt64(1)...40 {
            var generator = ManifestGenerator(state: seed)
            all.append(generator.terms())
        }
        return all
    }
}

import Redundancy
import Shares

/// What a board is asked about redundant shares now: groups of which no two have a share in common, so that it cannot be told
/// to keep a share by one and to retire it by another.
struct AskedGroups: Sendable {
    /// The clusters, then pairs that overlap, the surest first. An overlap joins no cluster, and is decided by itself.
    private(set) var groups: [RedundancyCluster]
    /// Overlaps with a share of a group: they are asked when that is decided.
    private(set) var later: [RedundancyFinding] = []

    /// - Parameters:
    ///   - overlaps: the surest first.
    ///   - pair: an overlap as a group.
    init(
        clusters: [RedundancyCluster], overlaps: [RedundancyFinding], pair: (RedundancyFinding) -> RedundancyCluster
    ) {
        groups = clusters
        var places: [ShareReference: Int] = [:]
        for (place, cluster) in clusters.enumerated() { for share in cluster.members { places[share] = place } }
        for overlap in overlaps {
            let (one, other) = (places[overlap.a], places[overlap.b])
            if one == nil, other == nil {
                places[overlap.a] = groups.count
                places[overlap.b] = groups.count
                groups.append(pair(overlap))
            } else if one != other {
                later.append(overlap)
            }
        }
    }

    /// The groups that are decided on before a pair that waits, by its reference; nil where no such pair waits.
    func before(_ reference: String) -> [String]? {
        guard let pair = later.first(where: { RedundancyCluster.reference(of: [$0.a, $0.b]) == reference }) else {
            return nil
        }
        return groups.filter { $0.members.contains(pair.a) || $0.members.contains(pair.b) }.map(\.reference)
    }
}

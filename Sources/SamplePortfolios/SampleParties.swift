import Shares

/// The bodies that the flows name, and for each flow every provider with every recipient, in a seeded order.
struct SampleParties: Sendable {
    struct Pair: Sendable {
        let provider: Int
        let recipient: Int
    }

    private(set) var bodies: [SampleBody] = []
    /// One list for each flow, never empty.
    private(set) var pairs: [[Pair]] = []

    /// Reports every body that is not known and every group that nobody belongs to.
    init(_ flows: SampleFlows, organisations: [SampleOrganisation], seed: UInt64) throws(Findings) {
        var findings = Findings()
        var places: [String: Int] = [:]
        let all = organisations + flows.bodies
        for organisation in all where places[organisation.id] == nil {
            places[organisation.id] = bodies.count
            bodies.append(SampleBody(organisation))
        }
        func members(of party: String, _ pointer: String) -> [Int] {
            var ids = [party]
            if let name = SampleFlowsReader.group(party), let group = flows.groups[name] {
                ids = group.bodies
                if let kind = group.kind {
                    ids = all.filter { $0.kind == kind && SampleParties.matches($0.gss, group.gss) }.map(\.id)
                }
                if ids.isEmpty { report("Nobody belongs to the group “\(name)”.") }
            }
            func report(_ message: String) {
                findings.append(.error("sample-parties", at: .pointer(file: "flows.json", pointer), message))
            }
            return ids.compactMap { id in
                if places[id] == nil { report("“\(id)” is not among the organisations.") }
                return places[id]
            }
        }
        for (number, flow) in flows.flows.enumerated() {
            let providers = flow.providers.flatMap { members(of: $0, "/flows/\(number)/providers") }
            let recipients = flow.recipients.flatMap { members(of: $0, "/flows/\(number)/recipients") }
            var random = SplitMix64(seed: seed, stream: 0xb000 + UInt64(number))
            pairs.append(
                providers.flatMap { provider in
                    recipients.map { Pair(provider: provider, recipient: $0) }.filter { $0.recipient != provider }
                }.shuffled(using: &random))
        }
        guard findings.isEmpty else { throw findings }
    }

    private static func matches(_ code: String?, _ prefixes: [String]) -> Bool {
        guard !prefixes.isEmpty else { return true }
        guard let code else { return false }
        return prefixes.contains { code.hasPrefix($0) }
    }
}

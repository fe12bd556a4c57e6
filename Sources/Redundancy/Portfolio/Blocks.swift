/// A provider and a recipient, each as the body that answers for it today.
struct Flow: Hashable, Sendable {
    let provider: Int32
    let recipient: Int32
}

/// The shares between the same two bodies: only they are compared with one another.
struct Blocks: Sendable {
    /// Open shares by their flows, in rising order.
    private(set) var byFlow: [Flow: [Int32]] = [:]
    /// The flows of open shares that each body has a part in.
    private(set) var flowsOfBody: [Int32: [Flow]] = [:]
    /// The flows that have two shares or more, in an order of their own.
    private(set) var groups: [[Int32]] = []
    /// The same with the shares that are closed or tests: they teach, though they cannot be redundant.
    private(set) var teachingGroups: [[Int32]] = []
    private let successors: [Int32: [Int32]]

    init(_ facts: [ShareFacts], successors: [Int32: [Int32]]) {
        self.successors = successors
        var every: [Flow: [Int32]] = [:]
        for (position, share) in facts.enumerated() {
            for flow in flows(of: share) {
                every[flow, default: []].append(Int32(position))
                if share.counts { byFlow[flow, default: []].append(Int32(position)) }
            }
        }
        for flow in byFlow.keys {
            flowsOfBody[flow.provider, default: []].append(flow)
            if flow.provider != flow.recipient { flowsOfBody[flow.recipient, default: []].append(flow) }
        }
        teachingGroups = every.values.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
        groups = byFlow.values.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Several where a side has several bodies, or one whose functions were divided.
    func flows(of share: ShareFacts) -> [Flow] {
        let recipients = roots(share.recipients)
        return roots(share.providers).flatMap { provider in
            recipients.map { Flow(provider: provider, recipient: $0) }
        }
    }

    /// The bodies that answer today for those named, each once.
    func roots(_ bodies: [Int32]) -> [Int32] {
        if bodies.count == 1, successors[bodies[0]]?.isEmpty ?? true { return bodies }
        var roots: [Int32] = []
        var open = bodies
        var seen: Set<Int32> = []
        while let body = open.popLast() {
            guard seen.insert(body).inserted else { continue }
            if let heirs = successors[body], !heirs.isEmpty {
                open += heirs
            } else {
                roots.append(body)
            }
        }
        return roots
    }
}

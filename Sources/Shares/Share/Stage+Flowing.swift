extension Stage {
    /// Whether data flows, or would but for a suspension: whether its review and its end are watched.
    package var isFlowing: Bool { carriesData || self == .suspended }

    /// Whether data flows on terms in force, or on what was agreed before.
    package var carriesData: Bool { [.live, .inherited].contains(self) }

    /// Why no data flows, after the name of a share: `is suspended`; nil where it flows.
    package var standsStill: String? {
        switch self {
        // Until its transfer is stopped, data flows.
        case .live, .inherited, .retiring: nil
        case .suspended: "is suspended"
        case .expired: "has expired"
        case .ended: "has ended"
        case .proposal, .dpia, .approval: "is not in force yet"
        }
    }
}

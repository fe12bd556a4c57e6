extension Stage {
    /// Whether data flows, or would but for a suspension: whether its review and its end are watched.
    package var isFlowing: Bool { [.live, .inherited, .suspended].contains(self) }
}

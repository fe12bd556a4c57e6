/// What an event is about; versions count within a stream, or within a share in the stream of shares.
enum EventStream: String {
    case share
    /// The people of the installation.
    case roster
    /// Letters that were written.
    case outbox
    /// What boards decided about redundant shares.
    case consolidation
    /// What passed between the department and its partners.
    case exchange
    /// What programs may do.
    case access
}

extension EventStream {
    /// The kinds of event, each of one stream.
    static let kinds: [(kind: String, stream: EventStream)] = [
        ("registered", .share), ("corrected", .share), ("acted", .share), ("relocated", .share), ("roster", .roster),
        ("outbox", .outbox), ("consolidation", .consolidation), ("exchange", .exchange),
        ("access", .access),
    ]
}

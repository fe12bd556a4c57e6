/// What a person reads when an entry of a reference file cannot be taken.
enum ReferenceFault {
    static func sentence(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "It cannot be read: \(error)." }
        switch error {
        case .keyNotFound(let key, _): return "The field “\(key.stringValue)” is missing."
        case .typeMismatch(_, let context): return field(context) + "is of the wrong kind. \(context.debugDescription)"
        case .valueNotFound(_, let context): return field(context) + "is null."
        case .dataCorrupted(let context): return field(context) + "cannot be used: \(context.debugDescription)"
        @unknown default: return "It cannot be read: \(error)."
        }
    }

    private static func field(_ context: DecodingError.Context) -> String {
        guard let last = context.codingPath.last(where: { $0.intValue == nil }) else { return "It " }
        return "The field “\(last.stringValue)” "
    }
}

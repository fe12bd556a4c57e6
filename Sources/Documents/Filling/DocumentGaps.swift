/// What a document lacks, gathered by field while it is filled.
struct DocumentGaps {
    private var order: [DocumentField] = []
    private var rows: [DocumentField: [String]] = [:]

    var isEmpty: Bool { order.isEmpty }

    /// - Parameter row: what names the row of a list, where the field is of one.
    mutating func note(_ field: DocumentField, in row: String?) {
        if rows[field] == nil { order.append(field) }
        var named = rows[field] ?? []
        if let row, !named.contains(row) { named.append(row) }
        rows[field] = named
    }

    /// One for each field; of many rows the first are named and the rest counted.
    var sentences: [String] {
        order.map { field in
            let named = rows[field] ?? []
            guard !named.isEmpty else { return field.label }
            let shown = named.prefix(Self.shown).joined(separator: "; ")
            return named.count > Self.shown
                ? "\(field.label) (\(shown); and \(named.count - Self.shown) more)" : "\(field.label) (\(shown))"
        }
    }

    private static let shown = 10
}

extension DocumentList {
    /// Whether no agreement can do without a row (ICO Data Sharing Code, “What should a data sharing agreement contain?”).
    var isRequired: Bool {
        switch self {
        case .parties, .controllers, .items, .subjects, .gateways, .lawfulBases, .signatories, .latestReview, .risks,
            .certificates:
            true
        default: false
        }
    }
}

/// A title or purpose with places to fill: `{recipient}`, `{provider}`, `{variant}`, `{year}`.
struct SampleTemplate: Sendable {
    enum Slot: String, Sendable {
        case recipient, provider, variant, year
    }

    private enum Piece: Sendable {
        case text(String)
        case slot(Slot)
    }

    private let pieces: [Piece]

    /// Nil where a brace is left open or the name inside is not one of the four.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}"),
                let slot = Slot(rawValue: String(rest[rest.index(after: open)..<close]))
            else { return nil }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.slot(slot))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    func uses(_ wanted: Slot) -> Bool {
        pieces.contains { if case .slot(wanted) = $0 { true } else { false } }
    }

    func filled(_ value: (Slot) -> String) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .slot(let slot): text += value(slot)
            }
        }
        return text
    }
}

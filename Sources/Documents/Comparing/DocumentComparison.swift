/// Two versions of a document, block by block: what stayed, what was taken out and what was put in.
struct DocumentComparison {
    enum Change { case same, deleted, inserted }

    struct Piece {
        let change: Change
        var text: String
    }

    struct Cell {
        let isHeader: Bool
        let pieces: [Piece]
    }

    struct Row {
        /// Of the row as a whole: one that stayed may have changes in its cells.
        let change: Change
        let isHead: Bool
        let cells: [Cell]

        var isChanged: Bool { change != .same || cells.contains { $0.pieces.contains { $0.change != .same } } }
    }

    enum Block {
        case text(level: Int?, [Piece])
        /// - change: of the table as a whole.
        case table(DocumentTable.Shape, change: Change, [Row])

        /// Paragraphs and rows in which anything differs.
        var changes: Int {
            switch self {
            case .text(_, let pieces): pieces.contains { $0.change != .same } ? 1 : 0
            case .table(_, _, let rows): rows.count(where: \.isChanged)
            }
        }

        /// What became of it as a whole: it stayed where only a part of it changed.
        var change: Change {
            switch self {
            case .text(_, let pieces): pieces.count == 1 ? pieces[0].change : .same
            case .table(_, let change, _): change
            }
        }

        /// The table as it was and as it is, where rows came or went; nil of anything else.
        var sides: [Block]? {
            guard case .table(let shape, .same, let rows) = self, rows.contains(where: { $0.change != .same }) else {
                return nil
            }
            func side(_ change: Change, without other: Change) -> Block {
                .table(
                    shape, change: change,
                    rows.filter { $0.change != other }.map { row in
                        Row(
                            change: change, isHead: row.isHead,
                            cells: row.cells.map { cell in
                                Cell(isHeader: cell.isHeader, pieces: cell.pieces.filter { $0.change != other })
                            })
                    })
            }
            return [side(.deleted, without: .inserted), side(.inserted, without: .deleted)]
        }
    }

    private(set) var blocks: [Block] = []

    /// More words than this on both sides together are not compared word by word: one text takes the other's place.
    private static let wordLimit = 20_000

    init(from old: [DocumentBlock], to new: [DocumentBlock]) {
        for run in Self.runs(from: old.map(Key.init), to: new.map(Key.init)) {
            switch run {
            case .same(let i, let j): blocks.append(Self.same(old[i], new[j]))
            case .changed(let out, let into): replace(old[out], with: new[into])
            }
        }
    }

    /// What has to be the same in two blocks that are two versions of one: of a table, its caption and its head.
    private enum Key: Hashable {
        case text(level: Int?, String)
        case table(DocumentTable.Shape)

        init(_ block: DocumentBlock) {
            switch block {
            case .text(let level, let text): self = .text(level: level, text)
            case .table(let table): self = .table(table.shape)
            }
        }
    }

    private static func same(_ old: DocumentBlock, _ new: DocumentBlock) -> Block {
        switch (old, new) {
        case (.table(let before), .table(let table)):
            .table(table.shape, change: .same, rows(from: before, to: table))
        case (_, .text(let level, let text)): .text(level: level, [Piece(change: .same, text: text)])
        case (_, .table(let table)): whole(.table(table), .same)
        }
    }

    private static func whole(_ block: DocumentBlock, _ change: Change) -> Block {
        switch block {
        case .text(let level, let text): .text(level: level, [Piece(change: change, text: text)])
        case .table(let table):
            .table(table.shape, change: change, (table.shape.head + table.rows).map { row($0, change) })
        }
    }

    /// Texts of the same kind are compared word by word, in their order.
    private mutating func replace(_ out: ArraySlice<DocumentBlock>, with into: ArraySlice<DocumentBlock>) {
        for index in 0..<max(out.count, into.count) {
            let old = index < out.count ? out[out.startIndex + index] : nil
            let new = index < into.count ? into[into.startIndex + index] : nil
            if case .text(let level, let before) = old, case .text(level, let after) = new {
                blocks.append(.text(level: level, Self.words(from: before, to: after)))
                continue
            }
            if let old { blocks.append(Self.whole(old, .deleted)) }
            if let new { blocks.append(Self.whole(new, .inserted)) }
        }
    }

    // MARK: Tables

    /// Rows that begin with the same cell are two versions of one.
    private static func rows(from old: DocumentTable, to new: DocumentTable) -> [Row] {
        var rows = new.shape.head.map { row($0, .same) }
        for run in runs(from: old.rows, to: new.rows) {
            switch run {
            case .same(_, let j): rows.append(row(new.rows[j], .same))
            case .changed(let out, let into):
                let (before, after) = (Array(old.rows[out]), Array(new.rows[into]))
                for run in runs(from: before.map(\.cells.first), to: after.map(\.cells.first)) {
                    switch run {
                    case .same(let i, let j): rows.append(row(from: before[i], to: after[j]))
                    case .changed(let out, let into):
                        rows += before[out].map { row($0, .deleted) } + after[into].map { row($0, .inserted) }
                    }
                }
            }
        }
        return rows
    }

    private static func row(_ row: DocumentTable.Row, _ change: Change) -> Row {
        Row(
            change: change, isHead: row.isHead,
            cells: row.cells.map { Cell(isHeader: $0.isHeader, pieces: [Piece(change: change, text: $0.text)]) })
    }

    private static func row(from old: DocumentTable.Row, to new: DocumentTable.Row) -> Row {
        Row(
            change: .same, isHead: new.isHead,
            cells: zip(old.cells, new.cells).map {
                Cell(isHeader: $1.isHeader, pieces: words(from: $0.text, to: $1.text))
            })
    }

    // MARK: Aligning

    private enum Run {
        case same(Int, Int)
        /// Those that were taken out, and those that were put in.
        case changed(Range<Int>, Range<Int>)
    }

    private static func runs<Key: Hashable>(from old: [Key], to new: [Key]) -> [Run] {
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var runs: [Run] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (out, into) = (i, j)
            while i < old.count, removed.contains(i) { i += 1 }
            while j < new.count, inserted.contains(j) { j += 1 }
            if i > out || j > into { runs.append(.changed(out..<i, into..<j)) }
            guard i < old.count, j < new.count else { break }
            runs.append(.same(i, j))
            i += 1
            j += 1
        }
        return runs
    }

    // MARK: Words

    static func words(from old: String, to new: String) -> [Piece] {
        let (before, after) = (tokens(old), tokens(new))
        guard before.count + after.count <= wordLimit else {
            return [Piece(change: .deleted, text: old), Piece(change: .inserted, text: new)]
        }
        var pieces: [Piece] = []
        func add(_ change: Change, _ text: String) {
            if pieces.last?.change == change {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append(Piece(change: change, text: text))
            }
        }
        for run in runs(from: before, to: after) {
            switch run {
            case .same(_, let j): add(.same, after[j])
            case .changed(let out, let into):
                for word in before[out] { add(.deleted, word) }
                for word in after[into] { add(.inserted, word) }
            }
        }
        return joined(pieces)
    }

    /// Changes between which nothing but a space stayed are one change: a reader wants the new words together.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        var joined: [Piece] = []
        var (old, new) = ("", "")
        func end() {
            if !old.isEmpty { joined.append(Piece(change: .deleted, text: old)) }
            if !new.isEmpty { joined.append(Piece(change: .inserted, text: new)) }
            (old, new) = ("", "")
        }
        for piece in pieces {
            switch piece.change {
            case .deleted: old += piece.text
            case .inserted: new += piece.text
            case .same where DocumentText.isBlank(piece.text) && !(old.isEmpty && new.isEmpty):
                old += piece.text
                new += piece.text
            case .same:
                end()
                joined.append(piece)
            }
        }
        end()
        return joined
    }

    /// Words and the spaces between them, each a token.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == " " {
                if !word.isEmpty { tokens.append(String(word)) }
                tokens.append(" ")
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
        }
        if !word.isEmpty { tokens.append(String(word)) }
        return tokens
    }
}

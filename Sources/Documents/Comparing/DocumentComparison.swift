/// Two versions of a document, block by block: what stayed, what was taken out and what was put in.
struct DocumentComparison {
    enum Change { case same, deleted, inserted }

    struct Piece {
        let change: Change
        var text: String
    }

    struct Block {
        let level: Int?
        var pieces: [Piece]

        var isChanged: Bool { pieces.contains { $0.change != .same } }
    }

    private(set) var blocks: [Block] = []

    /// More words than this on both sides together are not compared word by word: one text takes the other's place.
    private static let wordLimit = 20_000

    init(from old: [DocumentBlock], to new: [DocumentBlock]) {
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            var out: [DocumentBlock] = []
            var into: [DocumentBlock] = []
            while i < old.count, removed.contains(i) { out.append(old[i]); i += 1 }
            while j < new.count, inserted.contains(j) { into.append(new[j]); j += 1 }
            replace(out, with: into)
            guard i < old.count, j < new.count else { continue }
            if !removed.contains(i), !inserted.contains(j) {
                blocks.append(Block(level: new[j].level, pieces: [Piece(change: .same, text: new[j].text)]))
                i += 1
                j += 1
            }
        }
    }

    /// Blocks of the same kind are compared word by word, in their order.
    private mutating func replace(_ out: [DocumentBlock], with into: [DocumentBlock]) {
        for index in 0..<max(out.count, into.count) {
            let old = index < out.count ? out[index] : nil
            let new = index < into.count ? into[index] : nil
            if let old, let new, old.level == new.level {
                blocks.append(Block(level: new.level, pieces: Self.words(from: old.text, to: new.text)))
                continue
            }
            if let old { blocks.append(Block(level: old.level, pieces: [Piece(change: .deleted, text: old.text)])) }
            if let new { blocks.append(Block(level: new.level, pieces: [Piece(change: .inserted, text: new.text)])) }
        }
    }

    static func words(from old: String, to new: String) -> [Piece] {
        let (before, after) = (tokens(old), tokens(new))
        guard before.count + after.count <= wordLimit else {
            return [Piece(change: .deleted, text: old), Piece(change: .inserted, text: new)]
        }
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var pieces: [Piece] = []
        func add(_ change: Change, _ text: String) {
            if pieces.last?.change == change {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append(Piece(change: change, text: text))
            }
        }
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            while i < before.count, removed.contains(i) { add(.deleted, before[i]); i += 1 }
            while j < after.count, inserted.contains(j) { add(.inserted, after[j]); j += 1 }
            guard i < before.count, j < after.count else { continue }
            if !removed.contains(i), !inserted.contains(j) {
                add(.same, after[j])
                i += 1
                j += 1
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

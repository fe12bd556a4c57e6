import Casework
import Shares

/// What a register that is tried out would do to each share, as much of it as a page can show.
struct ImportChanges: Component {
    let report: ImportReport

    private static let most = 100
    /// What all the words of changed fields may come to, in bytes.
    private static let longest = 60_000

    @HTMLBuilder var html: HTML {
        let (changed, count) = self.changed
        if !report.additions.isEmpty { new.html }
        if !report.corrections.isEmpty { changed.html }
        let rest = rest(shown: count)
        if !rest.isEmpty {
            tag(.p) { "The first \(rest.joined(separator: " and ")). “List what would change” gives them all as CSV." }
        }
    }

    private var new: DataTable {
        var table = DataTable(
            id: "new-shares", caption: "Shares that would be new", columns: [.init("Share"), .init("Title")])
        for addition in report.additions.prefix(Self.most) {
            table.add([HTML(text: addition.reference.rawValue.inShort), HTML(text: addition.title.shortened(to: 100))])
        }
        return table
    }

    /// How many of how many are shown, where that is not all.
    private func rest(shown changed: Int) -> [String] {
        var rest: [String] = []
        if report.additions.count > Self.most {
            rest.append("\(Self.most) of \(Words.count(report.additions.count, "new share", "new shares"))")
        }
        if report.corrections.count > changed {
            rest.append("\(changed) of \(Words.count(report.corrections.count, "changed share", "changed shares"))")
        }
        return rest
    }

    private var changed: (table: DataTable, shares: Int) {
        var table = DataTable(
            id: "changed-shares", caption: "Shares that would change",
            columns: [.init("Share"), .init("Field"), .init("Now"), .init("In the file")])
        var length = 0
        var shares = 0
        for correction in report.corrections.prefix(Self.most) {
            let note = correction.isOnlyNoted ? " (noted: the terms stay)" : ""
            let lines = correction.lines(contacts: "Kept apart").map { what, from, to in
                [
                    HTML(text: correction.reference.rawValue.inShort + note), HTML(text: what), HTML(cut: from),
                    HTML(cut: to),
                ]
            }
            length += lines.joined().reduce(0) { $0 + $1.bytes.count }
            guard length <= Self.longest else { break }
            shares += 1
            for line in lines { table.add(line) }
        }
        return (table, shares)
    }
}

extension HTML {
    /// A text of which 200 scalars are shown, and how long it is where that is not all.
    init(cut text: String) {
        self.init(text: text.cut)
    }
}

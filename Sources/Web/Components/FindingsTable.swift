import Shares

/// Findings with their places, errors first, as many as a page can show.
struct FindingsTable {
    let findings: Findings

    private static let most = 200
    /// What all their words may come to, in bytes: a register may hold a megabyte in a cell.
    private static let longest = 60_000

    /// Those that are shown, each with its words as they are shown.
    var shown: [(finding: Finding, message: HTML)] {
        var length = 0
        return (findings.errors + findings.warnings).prefix(Self.most)
            .map { ($0, HTML(text: $0.message.quotesCut.shortened(to: 1000))) }
            .prefix { finding, message in
                length += message.bytes.count
                return length <= Self.longest
            }
    }

    var html: HTML {
        var table = DataTable(
            id: "findings", caption: "Each finding with its place, errors first",
            columns: [.init("Place"), .init("Kind"), .init("What to mend")])
        for (finding, message) in shown {
            table.add([
                HTML(text: "\(finding.place)".inShort),
                HTML(text: finding.severity == .error ? "Error" : "Warning"), message,
            ])
        }
        return table.html
    }
}

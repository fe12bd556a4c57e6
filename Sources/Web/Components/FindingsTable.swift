import Shares

/// Findings with their places, errors first, as many as a page can show.
struct FindingsTable {
    let findings: Findings

    static let most = 200

    var html: HTML {
        var table = DataTable(
            id: "findings", caption: "Each finding with its place, errors first",
            columns: [.init("Place"), .init("Kind"), .init("What to mend")])
        for finding in (findings.errors + findings.warnings).prefix(Self.most) {
            table.add([
                HTML(text: "\(finding.place)"), HTML(text: finding.severity == .error ? "Error" : "Warning"),
                HTML(text: finding.message),
            ])
        }
        return table.html
    }
}

import XMLTrees

/// Bars with their names and figures, drawn as SVG: nothing is fetched and nothing runs.
///
/// The table beside it has the same figures, so that nobody has to see it.
enum BarChart {
    private static let lineHeight = 18
    private static let nameWidth = 260
    /// Beside a name, on both sides of it together.
    private static let margin = 16
    private static let fontSize = 14
    private static let barWidth = 400
    private static let width = 720

    /// - Parameter rows: figures of 0 or more.
    static func draw(_ rows: [(name: String, figure: Int)], caption: String, id: String, into parent: XMLElement) {
        guard let most = rows.map(\.figure).max(), most > 0 else { return }
        let names = rows.map { ChartLabel.lines($0.name, width: (nameWidth - margin) * 1000 / fontSize) }
        let height = names.reduce(0) { $0 + rowHeight($1.count) }
        let chart = parent.append("svg", namespace: SVGPicture.namespace)
        chart.set("viewBox", to: "0 0 \(width) \(height)")
        chart.set("width", to: "100%")
        chart.set("role", to: "img")
        chart.set("aria-labelledby", to: "\(id)-title \(id)-words")
        chart.append("title", text: caption).set("id", to: "\(id)-title")
        chart.append("desc", text: words(rows)).set("id", to: "\(id)-words")
        var top = 0
        for (row, lines) in zip(rows, names) {
            let middle = top + rowHeight(lines.count) / 2
            for (index, line) in lines.enumerated() {
                let y = middle + (2 * index - lines.count + 1) * lineHeight / 2 + 5
                label(line, x: nameWidth - 8, y: y, anchor: "end", into: chart)
            }
            top += rowHeight(lines.count)
            let length = row.figure * barWidth / most
            let bar = chart.append("rect")
            bar.set("x", to: String(nameWidth))
            bar.set("y", to: String(middle - 8))
            bar.set("width", to: String(max(length, row.figure > 0 ? 1 : 0)))
            bar.set("height", to: "16")
            bar.set("fill", to: "#1a65a6")
            label(String(row.figure), x: nameWidth + length + 6, y: middle + 5, anchor: "start", into: chart)
        }
    }

    /// The chart for whoever does not see it: `Live: 12; Expired: 3.`
    static func words(_ rows: [(name: String, figure: Int)]) -> String {
        rows.map { "\($0.name): \($0.figure)" }.joined(separator: "; ") + "."
    }

    private static func label(_ text: String, x: Int, y: Int, anchor: String, into chart: XMLElement) {
        let label = chart.append("text", text: text)
        label.set("x", to: String(x))
        label.set("y", to: String(y))
        label.set("text-anchor", to: anchor)
        label.set("font-size", to: String(fontSize))
        label.set("fill", to: "#0b0c0c")
    }

    private static func rowHeight(_ lines: Int) -> Int { lines * lineHeight + 6 }
}

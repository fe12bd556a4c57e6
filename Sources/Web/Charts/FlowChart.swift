import Shares

/// Lines from the left to the right, as thick as what goes along them; each leads on.
///
/// A small screen does not show it: the table beside it says the same there, without scrolling in two directions (WCAG 1.4.10).
struct FlowChart: Component {
    struct Line {
        var from: String
        var to: String
        var count: Int
        var route: Route
    }

    let says: String
    /// What is told under it.
    var note: String?
    let lines: [Line]

    private static let row = 34
    private static let (left, right, width) = (330, 610, 940)

    var html: HTML {
        let froms = inOrder(lines.map(\.from))
        let tos = inOrder(lines.map(\.to))
        let rows = max(froms.count, tos.count)
        let most = max(lines.map(\.count).max() ?? 0, 1)
        var drawn = HTML()
        for line in lines.reversed() {
            drawn.append(
                self.line(
                    line, from: middle(line.from, of: froms, rows), to: middle(line.to, of: tos, rows), most: most))
        }
        for name in froms {
            drawn.append(
                label(name, \.from, x: Self.left - 12, middle(name, of: froms, rows), "end"))
        }
        for name in tos {
            drawn.append(
                label(name, \.to, x: Self.right + 12, middle(name, of: tos, rows), "start"))
        }
        let height = rows * Self.row + 8
        return tag(.div, .class("for-wide")) {
            tag(
                .div, .class("scrolls drawing"), .with(.tabindex, "0"), .with(.role, "region"),
                .with(.ariaLabel, says)
            ) {
                HTML(
                    .svg,
                    [
                        .class("flows"), .with(.viewBox, "0 0 \(Self.width) \(height)"),
                        .with(.width, String(Self.width)), .with(.height, String(height)),
                    ], content: drawn)
            }
            if let note { tag(.p, .class("hint")) { note } }
        }
    }

    private func line(_ line: Line, from start: Int, to end: Int, most: Int) -> HTML {
        let middle = (Self.left + Self.right) / 2
        let words = "\(line.from) to \(line.to): \(Words.count(line.count, "share", "shares"))"
        return tag(.a, .href(Link(line.route)), .with(.ariaLabel, words)) {
            tag(
                .path, .class("flow"), .with(.strokeWidth, Self.thickness(line.count, most: most)),
                .with(.d, "M\(Self.left) \(start)C\(middle) \(start) \(middle) \(end) \(Self.right) \(end)")
            ) {
                tag(.title) { words }
            }
        }
    }

    /// In hundredths, by the square root: where one line has hundreds, those with few still differ.
    private static func thickness(_ count: Int, most: Int) -> String {
        let hundredths = Int((100 + 2300 * (Double(count) / Double(most)).squareRoot()).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A name, and how much goes along all its lines.
    private func label(_ name: String, _ end: KeyPath<Line, String>, x: Int, _ y: Int, _ anchor: String) -> HTML {
        let count = lines.filter { $0[keyPath: end] == name }.reduce(0) { $0 + $1.count }
        return tag(.text, .with(.x, String(x)), .with(.y, String(y + 5)), .with(.textAnchor, anchor)) {
            "\(name.shortened(to: 36)) (\(Words.number(count)))"
        }
    }

    /// Spread over the height.
    private func middle(_ name: String, of names: [String], _ rows: Int) -> Int {
        let place = names.firstIndex(of: name) ?? 0
        return 4 + (2 * place + 1) * rows * Self.row / (2 * max(names.count, 1))
    }

    private func inOrder(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

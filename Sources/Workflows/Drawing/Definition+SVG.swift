extension Definition {
    /// The machine as an SVG drawing that a screen reader can read too: title, description, and a title on every state.
    ///
    /// `counts`: how many shares stand in each state, where that is to be shown.
    package func svg(counts: [StateName: Int]? = nil) -> String {
        let layout = DiagramLayout(self)
        let size = (Int(layout.width.rounded(.up)), Int(layout.height.rounded(.up)))
        let ends = states.filter(\.isEnd).map(\.title).joined(separator: ", ")
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size.0) \(size.1)\" width=\"\(size.0)\" "
                + "height=\"\(size.1)\" role=\"img\" aria-labelledby=\"\(machine.rawValue)-title "
                + "\(machine.rawValue)-desc\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">",
            "<title id=\"\(machine.rawValue)-title\">\(escapedForXML(title)), version \(version)</title>",
            "<desc id=\"\(machine.rawValue)-desc\">\(escapedForXML(summary)) \(states.count) states and "
                + "\(transitions.count) transitions; it ends in: \(escapedForXML(ends)).</desc>",
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
            "<text x=\"\(svg(DiagramLayout.boxLeft))\" y=\"32\" font-size=\"20\" font-weight=\"bold\" "
                + "fill=\"#0b0c0c\">\(escapedForXML(title))</text>",
        ]
        for track in layout.tracks { lines += svg(track, in: layout) }
        for box in layout.boxes { lines += svg(box, in: layout, count: counts.map { $0[box.state.name] ?? 0 }) }
        lines.append("</svg>")
        return lines.joined(separator: "\n") + "\n"
    }

    private func svg(_ track: DiagramLayout.Track, in layout: DiagramLayout) -> [String] {
        guard let box = layout.boxes.first(where: { $0.state.name == track.to }) else { return [] }
        let right = DiagramLayout.boxLeft + DiagramLayout.boxWidth
        let colour = Self.trackColours[abs(Int(track.x / DiagramLayout.trackWidth)) % Self.trackColours.count]
        return [
            "<path d=\"M\(svg(track.x)) \(svg(track.top))V\(svg(track.bottom))M\(svg(track.x)) \(svg(box.inlet))"
                + "H\(svg(right + 8))\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\"/>",
            "<path d=\"M\(svg(right)) \(svg(box.inlet))l9 -5v10z\" fill=\"\(colour)\"/>",
        ]
    }

    private func svg(_ box: DiagramLayout.Box, in layout: DiagramLayout, count: Int?) -> [String] {
        let state = box.state
        let fill = state.isEnd ? "#dddddd" : box.isStart ? "#fff7bf" : "#e8f1f8"
        var lines = [
            "<g><title>\(escapedForXML("\(state.title): \(state.meaning)"))</title>",
            "<rect x=\"\(svg(DiagramLayout.boxLeft))\" y=\"\(svg(box.top))\" width=\"\(svg(DiagramLayout.boxWidth))\" "
                + "height=\"\(svg(box.height))\" rx=\"\(state.isEnd ? 0 : 6)\" fill=\"\(fill)\" stroke=\"#0b0c0c\" "
                + "stroke-width=\"\(state.isEnd ? 3 : 1)\"/>",
            svgText(
                state.title + (count.map { " (\($0))" } ?? ""), x: DiagramLayout.boxLeft + 10, y: box.top + 20,
                weight: "bold"),
        ]
        for (number, note) in box.notes.enumerated() {
            let y = box.top + DiagramLayout.notesTop + DiagramLayout.noteHeight * (Double(number) + 0.6)
            lines.append(svgText(note, x: DiagramLayout.boxLeft + 10, y: y, size: 10))
        }
        for line in box.lines {
            let label = DiagramLayout.label(line.transition)
            lines.append(svgText(label, x: layout.textLeft, y: line.y + 4))
            guard let to = line.to, let track = layout.tracks.first(where: { $0.to == to }) else {
                lines.append(svgText("↻", x: layout.textLeft - 18, y: line.y + 4))
                continue
            }
            let start = layout.textLeft + Double(label.unicodeScalars.count) * DiagramLayout.letterWidth + 6
            let colour = Self.trackColours[abs(Int(track.x / DiagramLayout.trackWidth)) % Self.trackColours.count]
            lines.append(
                "<path d=\"M\(svg(start)) \(svg(line.y))H\(svg(track.x))\" fill=\"none\" stroke=\"\(colour)\" "
                    + "stroke-width=\"1.5\"/><circle cx=\"\(svg(track.x))\" cy=\"\(svg(line.y))\" r=\"2.5\" "
                    + "fill=\"\(colour)\"/>")
        }
        lines.append("</g>")
        return lines
    }

    /// Dark enough on white for WCAG 2.2 (3:1 for graphics), and told apart by place as well as by colour.
    private static let trackColours = ["#1d70b8", "#00703c", "#942514", "#4c2c92", "#505a5f", "#b5500a", "#0b0c0c"]

    private func svgText(_ text: String, x: Double, y: Double, size: Int = 13, weight: String = "normal") -> String {
        "<text x=\"\(svg(x))\" y=\"\(svg(y))\" font-size=\"\(size)\" font-weight=\"\(weight)\" fill=\"#0b0c0c\">"
            + "\(escapedForXML(text))</text>"
    }

    /// A length with one decimal place at most.
    private func svg(_ length: Double) -> String {
        let tenths = Int((length * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}

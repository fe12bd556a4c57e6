/// Where everything goes in the drawing of a machine: states stand in one column, each with a line of text for every
/// command, and an arrow runs from that line to the state that it leads to along a track of that state's own.
///
/// No two texts share a line and no track passes through a text, so nothing can overlap, however large the machine.
struct DiagramLayout {
    struct Line {
        let transition: Transition
        /// Of the text's middle.
        let y: Double
        /// Nil where the state stays.
        let to: StateName?
    }

    struct Box {
        let state: State
        let top: Double
        let height: Double
        /// Where arrows come in.
        let inlet: Double
        let lines: [Line]
        /// The state's name, groups and ways in, folded to the width of the box.
        let notes: [String]
        let isStart: Bool
    }

    struct Track {
        let to: StateName
        let x: Double
        let top: Double
        let bottom: Double
    }

    static let boxLeft = 16.0
    static let boxWidth = 250.0
    static let lineHeight = 20.0
    static let gap = 14.0
    static let headerHeight = 56.0
    static let trackWidth = 12.0
    static let letterWidth = 7.2
    static let notesTop = 28.0
    static let noteHeight = 14.0
    static let noteLength = 42

    let boxes: [Box]
    let tracks: [Track]
    /// Where the texts of commands begin, and where the tracks do.
    let textLeft = boxLeft + boxWidth + 26
    let tracksLeft: Double
    let width: Double
    let height: Double

    init(_ definition: Definition) {
        let entries = Dictionary(
            WorkflowDrawing(definition).starts.map { ($0.state, $0.entries) }, uniquingKeysWith: { first, _ in first })
        var boxes: [Box] = []
        var y = Self.headerHeight
        // In the order of the file, which an author keeps readable; ends last.
        for state in definition.states.filter({ !$0.isEnd }) + definition.states.filter(\.isEnd) {
            let leaving = definition.transitions.filter { $0.from.contains(state.name) }
            let lines = leaving.enumerated().map { number, transition in
                Line(
                    transition: transition, y: y + Self.lineHeight * (Double(number) + 1.5),
                    to: transition.to == state.name ? nil : transition.to)
            }
            let ways = entries[state.name, default: []].map(\.rawValue)
            var notes = Self.fold([state.name.rawValue] + state.groups.map { "#" + $0 })
            if !ways.isEmpty { notes += Self.fold(["enters:"] + ways) }
            let height = max(
                Self.lineHeight * Double(leaving.count + 1), Self.notesTop + Self.noteHeight * Double(notes.count))
            boxes.append(
                Box(
                    state: state, top: y, height: height, inlet: y + Self.lineHeight / 2, lines: lines,
                    notes: notes, isStart: !ways.isEmpty))
            y += height + Self.gap
        }
        self.boxes = boxes
        height = y + 8
        let longest = boxes.flatMap(\.lines).map { Self.label($0.transition).unicodeScalars.count }.max() ?? 0
        tracksLeft = textLeft + Double(longest) * Self.letterWidth + 24
        tracks = Self.tracks(boxes, left: tracksLeft)
        width = tracksLeft + Self.trackWidth * Double(tracks.count) + 20
    }

    /// One track for each state that something leads to.
    private static func tracks(_ boxes: [Box], left: Double) -> [Track] {
        var tracks: [Track] = []
        for box in boxes {
            let ends = boxes.flatMap(\.lines).filter { $0.to == box.state.name }.map(\.y)
            guard let top = ends.min(), let bottom = ends.max() else { continue }
            tracks.append(
                Track(
                    to: box.state.name, x: left + trackWidth * Double(tracks.count) + trackWidth / 2,
                    top: min(top, box.inlet), bottom: max(bottom, box.inlet)))
        }
        return tracks
    }

    /// Words on as many lines as they need.
    private static func fold(_ words: [String]) -> [String] {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.unicodeScalars.count + word.unicodeScalars.count < noteLength {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    /// What stands at an arrow.
    static func label(_ transition: Transition) -> String {
        transition.roles.isEmpty ? "\(transition.title) (follows)" : transition.title
    }
}

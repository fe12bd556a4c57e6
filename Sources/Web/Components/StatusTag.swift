import Shares

/// A short coloured label; the words say it all, the colour only helps.
package struct StatusTag: Component {
    enum Tone: String {
        case green, blue, yellow, red, grey, purple
    }

    let text: String
    let tone: Tone

    init(_ text: String, _ tone: Tone) {
        self.text = text
        self.tone = tone
    }

    init(_ stage: Stage) {
        text = stage.label
        tone =
            switch stage {
            case .live: .green
            case .inherited: .purple
            case .proposal, .dpia, .approval: .blue
            case .suspended, .expired: .red
            case .retiring: .yellow
            case .ended: .grey
            }
    }

    init(_ risk: RiskTier) {
        text = risk.rawValue.capitalisedFirst
        tone =
            switch risk {
            case .low: .green
            case .medium: .yellow
            case .high: .red
            }
    }

    package var html: HTML { tag(.strong, .class("tag tag-\(tone.rawValue)")) { text } }
}

import Casework
import Shares
import Workflows

/// What will stop a share later, for whoever has to do with it before: it is said now, and refused then.
struct ForetoldNote: Component {
    let foretold: ForetoldRefusals
    let share: ShareReference
    /// Whether the text is frozen with this form.
    var freezes = false
    /// What sends the terms back to whoever may write them.
    var sendingBack: AvailableAction?

    /// The commands of the approval on whose forms it stands: what opens the sign-offs, gives one and freezes the text.
    static let telling: Set<CommandName> = [
        "open", "open-amendment", "renew", "regularise", "sign-off", "prepare-agreement",
    ]

    var html: HTML {
        tag(.div, .class("inset"), .id("foretold")) {
            list("As the terms are, they could not be opened for sign-off:", foretold.opening)
            list(
                foretold.opening.isEmpty
                    ? "As the terms are, their agreement could not be signed:"
                    : "And their agreement could not be signed:", foretold.freezing)
            if let review = foretold.review { tag(.p) { review } }
            OpenParts(reasons: foretold.reasoned, isFolded: !freezes)
            if !foretold.all.isEmpty, let sendingBack { WayBackNote(share: share, action: sendingBack) }
        }
    }

    @HTMLBuilder private func list(_ words: String, _ reasons: [Refusal.Reason]) -> HTML {
        if !reasons.isEmpty {
            tag(.p) { words }
            tag(.ul) {
                for reason in reasons { tag(.li) { HTML(shown: reason.wanting.capitalisedFirst) } }
            }
        }
    }
}

/// What a text leaves open that may stand open in it, where a reason is given.
struct OpenParts: Component {
    let reasons: [Refusal.Reason]
    /// Whether they are out of sight until somebody asks for them.
    let isFolded: Bool

    private static let words = "Left open, so that a reason is asked for when the agreement is frozen"

    var html: HTML {
        guard !reasons.isEmpty else { return HTML() }
        let list = tag(.ul) {
            for reason in reasons { tag(.li) { HTML(shown: reason.wanting.capitalisedFirst) } }
        }
        guard isFolded else { return tag(.p) { Self.words + ":" } + list }
        return tag(.details) {
            tag(.summary) { "\(Self.words): \(reasons.count)" }
            list
        }
    }
}

extension Refusal.Reason {
    /// What it says, beneath words that say what is refused.
    var wanting: String {
        let opening = "The text is to be completed: "
        let said = asPagesSay
        return said.hasPrefix(opening) ? String(said.dropFirst(opening.count)) : said
    }
}

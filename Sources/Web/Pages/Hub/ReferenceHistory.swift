import Casework
import Ledger
import Shares

/// The states that a reference file was in, the newest first, with what changed from one to the next.
struct ReferenceHistory: Component {
    /// So many values are named in a row; the others are counted.
    private static let most = 20

    /// Its name, without the ending.
    var file: String
    var lines: [ReferenceStateLine]
    var hasMore: Bool

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "states")) {
            tag(.h2, .id("states")) { "History" }
            if lines.isEmpty {
                tag(.p) { "No state is noted yet. The first is, when something is recorded or the server starts." }
            } else {
                tag(.ol, .class("history")) { for line in lines { state(line) } }
            }
            if hasMore, let last = lines.last {
                tag(.p) { tag(.a, .href(Link(.reference(file: file, before: last.state.number)))) { "Older states" } }
            }
        }
    }

    private func state(_ line: ReferenceStateLine) -> HTML {
        tag(.li) {
            tag(.h3) {
                "Since \(line.state.at.inWords) "
                if line.isPresent { StatusTag("Present", .green) }
            }
            tag(.p) {
                line.noted
                if line.state.digest != nil {
                    " "
                    tag(.a, .href(Link(.reference(file: file, state: line.state.number)))) {
                        "Open this state"
                        tag(.span, .class("hidden")) { " of \(line.state.at.inWords)" }
                    }
                }
            }
            if let digest = line.state.digest {
                tag(.p, .class("reference")) {
                    "SHA-256 "
                    tag(.code) { String(digest.prefix(16)) + "…" }
                }
            }
            if let changes = line.changes { what(changes) }
        }
    }

    private func what(_ changes: ReferenceChanges) -> HTML {
        if changes.isEmpty {
            return tag(.p) { "It says the same: only how the file is written is another." }
        }
        return tag(.ul) {
            for member in changes.ofFile { tag(.li) { "The file: \(member.words)" } }
            if !changes.added.isEmpty { tag(.li) { "Added: \(names(changes.added.map(\.called)))" } }
            if !changes.removed.isEmpty { tag(.li) { "Taken out: \(names(changes.removed.map(\.called)))" } }
            for value in changes.changed.prefix(Self.most) {
                tag(.li) {
                    "Changed: \(value.called): " + value.members.map(\.words).joined(separator: "; ")
                }
            }
            if changes.changed.count > Self.most {
                tag(.li) {
                    "and \(Words.count(changes.changed.count - Self.most, "more value", "more values")) changed."
                }
            }
            if changes.isInAnotherOrder { tag(.li) { "The values stand in another order." } }
        }
    }

    private func names(_ all: [String]) -> String {
        let more = all.count - Self.most
        return all.prefix(Self.most).joined(separator: "; ")
            + (more > 0 ? "; and \(Words.number(more)) more" : "")
    }
}

extension ReferenceStateLine {
    /// How it came to be noted.
    fileprivate var noted: String {
        if state.digest == nil { return "The file was taken away." }
        return switch state.occasion {
        case .serving: "Noted when the server started."
        case .tick: "Noted when time passed, by the daily run."
        case .act: "Noted with what \(state.actor.ofProgram ?? who) did, as \(state.role.noun)."
        }
    }
}

extension ReferenceRegister.Entry {
    fileprivate var called: String { id.isEmpty || id == name ? name : "\(name) (\(id))" }
}

extension ReferenceChanges.Changed {
    fileprivate var called: String { id.isEmpty || id == name ? name : "\(name) (\(id))" }
}

extension ReferenceChanges.Member {
    /// `standing from “legacy” to “tolerated”`.
    fileprivate var words: String {
        let name = name.asWords
        func quoted(_ texts: [String]) -> String { texts.map { "“\($0)”" }.joined(separator: ", ") }
        switch change {
        case .from(nil, let after): return "\(name) “\(after ?? "")” added"
        case .from(let before, nil): return "\(name) “\(before ?? "")” taken out"
        case .from(let before?, let after?): return "\(name) from “\(before)” to “\(after)”"
        case .list(let added, let removed):
            if added.isEmpty, removed.isEmpty { return "\(name) in another order" }
            let parts = [
                added.isEmpty ? nil : "\(quoted(added)) added", removed.isEmpty ? nil : "\(quoted(removed)) taken out",
            ]
            return name + " " + parts.compactMap { $0 }.joined(separator: ", ")
        }
    }
}

extension Instant {
    /// `3 May 2026, 10:05 UTC`
    var inWords: String { "\(day.inWords), \(description.dropFirst(11).prefix(5)) UTC" }
}

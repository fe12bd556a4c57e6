import Casework
import Shares
import Workflows

/// Which sign-offs a share needs and why, which are given, which are missing.
struct ShareSignOffs: Component {
    let account: SignOffAccount
    var names = PersonNames()

    @HTMLBuilder var html: HTML {
        tag(.p, .class("hint")) { account.basis.inWords + "." }
        if account.lines.isEmpty {
            tag(.p) { "No sign-off is required." }
        } else {
            required
        }
        if !beyond.isEmpty {
            tag(.p) { HTML(shown: "Beyond what is required: \(beyond.map(words).joined(separator: "; ")).") }
        }
    }

    private var required: HTML {
        var table = DataTable(
            id: "sign-offs-table", caption: "Sign-offs that are required",
            columns: ["Whose", "Because of", "Given", "Missing"].map { DataTable.Column($0) })
        for line in account.lines {
            table.add([
                HTML(text: line.required.what.capitalisedFirst),
                HTML(text: line.required.reasons.joined(separator: "; ").capitalisedFirst),
                line.given.isEmpty
                    ? tag(.span, .class("missing")) { "Nobody yet" }
                    : HTML(shown: line.given.map(words).joined(separator: "; ")),
                HTML(text: line.missing?.capitalisedFirst ?? "Nothing"),
            ])
        }
        return table.html
    }

    private var beyond: [SignOff] {
        let counted = account.lines.flatMap(\.given)
        return account.given.filter { !counted.contains($0) }
    }

    private func words(_ signOff: SignOff) -> String {
        signOff.inWords(role: \.title, naming: names.words) + (signOff.note.map { ": \($0)" } ?? "")
    }
}

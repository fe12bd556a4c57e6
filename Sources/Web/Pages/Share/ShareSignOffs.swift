import Casework
import Shares
import Workflows

/// Which sign-offs a share needs and why, which are given, which are missing.
struct ShareSignOffs: Component {
    let account: SignOffAccount
    var names = PersonNames()

    @HTMLBuilder var html: HTML {
        if account.inForce.isEmpty {
            tag(.h3) { "Sign-offs" }
        } else {
            tag(.h3) { "Sign-offs of the amendment" }
        }
        described(by: "sign-offs")
        for inForce in account.inForce {
            tag(.h3) { "Sign-offs of the agreement in force, \(inForce.ofVersion)" }
            ShareSignOffs(account: inForce, names: names).described(by: "sign-offs-in-force")
        }
    }

    @HTMLBuilder private func described(by id: String) -> HTML {
        tag(.p, .class("hint")) { account.basis.inWords + "." }
        if account.lines.isEmpty {
            tag(.p) { "No sign-off is required." }
        } else {
            required(id)
        }
        if !account.beyond.isEmpty {
            tag(.p) { HTML(shown: "Beyond what is required: \(account.beyond.map(words).joined(separator: "; ")).") }
        }
        if !account.lapsed.isEmpty {
            tag(.p) {
                HTML(
                    shown: "Counts no more, as a data owner was appointed since, who gives a sign-off of their own: "
                        + "\(account.lapsed.map(words).joined(separator: "; ")).")
            }
        }
    }

    private func required(_ id: String) -> HTML {
        var table = DataTable(
            id: id + "-table", caption: "Sign-offs that are required",
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

    private func words(_ signOff: SignOff) -> String {
        account.words(signOff, naming: names) + (signOff.note.map { ": \($0)" } ?? "")
    }
}

extension SignOffAccount {
    fileprivate var ofVersion: String { "version \(version ?? 1) of the terms" }

    /// Who signed off in which capacity and when, and whether they are the data owner no more.
    func words(_ signOff: SignOff, naming names: PersonNames) -> String {
        signOff.inWords(role: \.title, naming: names.words) + standing(of: signOff)
    }
}

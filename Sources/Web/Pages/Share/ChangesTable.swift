import Casework
import Shares

/// Fields that differ, with the text before and after.
struct ChangesTable: Component {
    let id: String
    let caption: String
    let changes: [TermsChange]

    var html: HTML {
        var table = DataTable(
            id: id, caption: caption, columns: ["Field", "From", "To", "Added", "Removed"].map { DataTable.Column($0) })
        for change in changes {
            if change.field.isContact {
                // Contacts are on their own page, where it is recorded who looks.
                table.add([HTML(text: change.field.label), HTML(text: "Changed"), HTML(), HTML(), HTML()])
                continue
            }
            table.add([
                HTML(text: change.field.label), text(change.field.words(change.from)),
                text(change.field.words(change.to)), list(change.added),
                list(change.removed),
            ])
        }
        return table.html
    }

    private func list(_ texts: [String]) -> HTML {
        texts.isEmpty ? HTML() : tag(.ul) { for text in texts { tag(.li) { HTML(shown: text) } } }
    }

    private func text(_ text: String) -> HTML {
        text.isEmpty ? tag(.span, .class("missing")) { "Nothing" } : HTML(shown: text)
    }
}

import Casework
import Shares

/// What one version of a manifest changed; of those before the newest it is opened by whoever asks.
struct ManifestRevisionPart: Component {
    let revision: ManifestRevision
    let isNewest: Bool

    var html: HTML {
        if isNewest { return tag(.h3) { title } + differences }
        return tag(.details) {
            tag(.summary) { title }
            differences
        }
    }

    private var title: String { "With version \(revision.to) of the manifest, since version \(revision.from)" }

    @HTMLBuilder private var differences: HTML {
        if revision.isEmpty {
            tag(.p) { "The terms, the data owner and where the share stands are the same." }
        }
        if revision.status != nil || revision.owner != nil { standing }
        if !revision.terms.isEmpty {
            ChangesTable(
                id: "changes-\(revision.to)", caption: "What version \(revision.to) changed in the terms",
                changes: revision.terms)
        }
    }

    private var standing: SummaryList {
        var list = SummaryList()
        if let status = revision.status {
            list.add("Where the share stands") { replaced(status, nothing: "no status") }
        }
        if let owner = revision.owner { list.add("Data owner") { replaced(owner, nothing: "nobody") } }
        return list
    }

    private func replaced(_ texts: ManifestRevision.Replaced, nothing: String) -> HTML {
        func told(_ text: String) -> String { text.isEmpty ? nothing : "“\(text)”" }
        return HTML(shown: "\(told(texts.from)) became \(told(texts.to))")
    }
}

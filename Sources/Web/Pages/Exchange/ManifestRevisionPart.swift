import Casework
import Shares

/// What one version of a manifest changed; of those before the newest it is opened by whoever asks.
struct ManifestRevisionPart: Component {
    let revision: ManifestRevision
    let share: ShareReference
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
        let replaced = [("Where the share stands", revision.status), ("Data owner", revision.owner)]
        return replaced.reduce(into: SummaryList()) { list, line in
            guard let (name, texts) = line.1.map({ (line.0, $0) }) else { return }
            list.add(name) {
                HTML(
                    shown: "“\(texts.from)” became “\(texts.to)”".replacing("“”", with: "nobody"))
            }
        }
    }
}

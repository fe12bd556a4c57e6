import Casework
import Shares

/// The manifests of one share: each version that was issued, the files to take, and who has acknowledged the last.
struct ManifestPage {
    /// So many versions are compared with the one before.
    private static let compared = 10
    static let changesID = "changes"

    var visitor: Visitor
    var share: Share
    var changes: [ManifestChange]
    var receipts: [ReceiptLine]
    /// What the newest versions changed, the newest first.
    var revisions: [ManifestRevision]
    /// Whether somebody signs here; without that there is nothing to take.
    var isPublished: Bool

    static func load(
        from office: Office, _ reference: ShareReference, isPublished: Bool, for visitor: Visitor
    ) throws -> ManifestPage {
        let share = try office.show(reference, to: visitor.person).share
        return ManifestPage(
            visitor: visitor, share: share, changes: try office.manifestChanges(of: share.reference),
            receipts: try office.receipts(for: visitor.person, of: share.reference),
            revisions: try office.manifestRevisions(of: share.reference, for: visitor.person, most: compared),
            isPublished: isPublished)
    }

    var html: HTML {
        PageFrame(
            title: "Manifest of \(share.reference)", area: .exchange(for: visitor), topic: .manifests,
            breadcrumbs: [
                ("Exchange", .exchange),
                (share.terms.title.nonEmpty ?? share.reference.rawValue, .share(share.reference)),
            ], visitor: visitor
        ).document {
            tag(.p, .class("caption")) { share.reference.rawValue }
            tag(.h1) { "Manifest" }
            tag(.p, .class("lead")) {
                "The statement of the share that its partners receive: signed, for programs, in two forms that say the same."
            }
            files
            if !revisions.isEmpty { changed }
            if !changes.isEmpty { versions }
            if !receipts.isEmpty { acknowledged }
        }
    }

    @HTMLBuilder private var files: HTML {
        if share.manifestVersion == 0 {
            tag(.p) { "There is none that holds: nothing of the share is in force." }
        } else if isPublished {
            tag(.h2) { "Version \(share.manifestVersion) of the manifest, which holds" }
            tag(.ul) { for form in PublishedForm.allCases { tag(.li) { link(form, nil) } } }
            tag(.p) {
                "Check what you took with "
                tag(.a, .href(Link(.certificates))) { "the department’s certificates" }
                ", with your own tools or "
                tag(.a, .href(Link(.verify))) { "on the page that verifies" }
                ", and acknowledge it there."
            }
        } else {
            tag(.p) { "Nothing can be taken here: the pages are served without a signing key." }
        }
    }

    private func link(_ form: PublishedForm, _ version: Int?) -> HTML {
        tag(.a, .href(Link(.manifestFile(share.reference, form, version: version)))) {
            switch form {
            case .bundle: version == nil ? "The bundle: all files with their signatures (zip)" : "Bundle"
            case .json: "JSON-LD"
            case .xml: version == nil ? "XML, with its signature" : "XML"
            }
            if let version { tag(.span, .class("hidden")) { " of version \(version)" } }
        }
    }

    private var versions: HTML {
        var table = DataTable(
            id: "versions", caption: "Versions that were issued, the newest first",
            columns: [.init("Version")] + (isPublished ? [.init("Take it")] : [])
                + [.init("Issued"), .init("What became of it")], heading: .h2)
        for change in changes {
            table.add(
                [HTML(text: String(change.version))] + (isPublished ? [files(of: change)] : [])
                    + [HTML(day: change.issued.dayInLondon), HTML(shown: change.says)])
        }
        return table.html
    }

    private func files(of change: ManifestChange) -> HTML {
        change.version == 0
            ? HTML(text: "Only as it was sent")
            : PublishedForm.allCases.map { link($0, change.version) }.reduce(HTML()) { $0 + HTML(text: " ") + $1 }
    }

    private var changed: HTML {
        tag(.section, .with(.ariaLabelledBy, Self.changesID)) {
            tag(.h2, .id(Self.changesID)) { "What changed" }
            for revision in revisions {
                ManifestRevisionPart(revision: revision, isNewest: revision == revisions.first)
            }
        }
    }

    private var acknowledged: HTML {
        var table = DataTable(
            id: "receipts", caption: "Receipts for the last that was issued",
            columns: [.init("Party"), .init("Version", isNumber: true), .init("Acknowledged")],
            heading: .h2)
        for line in receipts {
            table.add([
                HTML(text: line.organisation), HTML(text: String(line.version)),
                HTML(day: line.acknowledged, missing: "Not yet") + HTML(text: line.by.map { " by \($0)" } ?? ""),
            ])
        }
        return table.html
    }
}

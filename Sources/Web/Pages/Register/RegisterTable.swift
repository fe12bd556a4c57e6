import Ledger
import Shares

/// Shares of the register, a row each.
struct RegisterTable: Component {
    let shares: [ShareSummary]

    /// The same versions of the same shares make the same table.
    struct Key: Hashable {
        fileprivate var shares: [Version]

        fileprivate struct Version: Hashable {
            var reference: ShareReference
            var version: Int
        }
    }

    var key: Key { Key(shares: shares.map { Key.Version(reference: $0.reference, version: $0.version) }) }

    var html: HTML {
        var table = DataTable(
            id: "shares", caption: "Shares in the order of their references",
            columns: ["Share", "From", "To", "Stage", "Risk", "Next review"].map { DataTable.Column($0) })
        for share in shares {
            table.add([
                HTML(
                    .a, [.href(Link(.share(share.reference)))],
                    content: HTML(text: share.title.inShort.nonEmpty ?? share.reference.rawValue))
                    + tag(.span, .class("reference")) { share.reference.rawValue },
                HTML(text: share.providers.map(\.text).joined(separator: "; ").inShort),
                HTML(text: share.recipients.map(\.text).joined(separator: "; ").inShort), StatusTag(share.stage).html,
                StatusTag(share.risk).html, HTML(day: share.reviewDate, missing: "None set"),
            ])
        }
        return table.html
    }
}

import Ledger
import Shares

/// The facts of several shares as rows, the shares as columns; what differs is said in words, and marked.
struct SideBySide: Component {
    let shares: [ShareSummary]
    /// Of each share, in how many of them each of its data items is, by its identity, in whatever words.
    let itemCounts: [[String: Int]]
    let reference: ReferenceData

    var html: HTML {
        tag(.div, .class("side-by-side")) {
            tag(.h2, .id("compare")) { "Side by side" }
            table
        }
    }

    private var table: HTML {
        var table = DataTable(
            id: "facts", caption: "Each fact, and whether the shares agree on it",
            columns: [DataTable.Column("Fact")] + shares.map { DataTable.Column($0.reference.rawValue) })
        let names = TermNames(reference)
        table.add(
            [HTML(text: "Title")]
                + shares.map { share in
                    tag(.a, .href(Link(.share(share.reference)))) {
                        share.title.inShort.nonEmpty ?? share.reference.rawValue
                    }
                })
        table.add([HTML(text: "Stage")] + shares.map { StatusTag($0.stage).html })
        table.add(lists("Provider", shares.map(\.providers), in: .provider, names))
        table.add(lists("Recipient", shares.map(\.recipients), in: .recipient, names))
        table.add(texts("Purpose", shares.map(\.purpose)))
        table.add(lists("Data items", shares.map(\.items), in: .dataItems, names, counts: itemCounts))
        table.add(lists("Data subjects", shares.map(\.subjects), in: .dataSubjects, names))
        table.add(lists("Legal gateway", shares.map(\.gateways), in: .legalGateway, names))
        table.add(lists("Lawful basis", shares.map(\.bases), in: .lawfulBasis, names))
        table.add(lists("Frequency", shares.map { $0.frequency.map { [$0] } ?? [] }, in: .frequency, names))
        table.add(lists("Transfer method", shares.map { $0.channel.map { [$0] } ?? [] }, in: .transferMethod, names))
        table.add(
            lists("Classification", shares.map { $0.classification.map { [$0] } ?? [] }, in: .classification, names))
        table.add(texts("Start", shares.map { $0.startDate?.inWords ?? "" }))
        table.add(texts("End", shares.map { $0.endDate?.inWords ?? "" }))
        table.add(texts("Risk", shares.map { $0.risk.rawValue.capitalisedFirst }))
        table.add(texts("Data owner", shares.map { $0.owner ?? "" }))
        return table.html
    }

    private func header(_ name: String, isSame: Bool) -> HTML {
        HTML(text: name + " ") + (isSame ? StatusTag("Same", .grey) : StatusTag("Differs", .yellow)).html
    }

    private func texts(_ name: String, _ texts: [String]) -> [HTML] {
        [header(name, isSame: Set(texts).count == 1)]
            + texts.map { text in
                text.isEmpty ? tag(.span, .class("missing")) { "Not stated" } : HTML(shown: text)
            }
    }

    /// Statements are the same where they mean the same, however they are written. `counts`: of each list, in how many of
    /// them each statement is, where that is known better than by its identity.
    private func lists(
        _ name: String, _ lists: [[Stated]], in field: TermsField, _ names: TermNames, counts: [[String: Int]]? = nil
    ) -> [HTML] {
        let identities = lists.map { Set($0.map(\.identity)) }
        func having(_ stated: Stated, in place: Int) -> Int {
            counts?[place][stated.identity] ?? identities.count { $0.contains(stated.identity) }
        }
        let isSame = lists.indices.allSatisfy { place in
            lists[place].allSatisfy { having($0, in: place) == lists.count }
        }
        return [header(name, isSame: isSame)]
            + lists.enumerated().map { place, list in
                guard !list.isEmpty else { return tag(.span, .class("missing")) { "Not stated" } }
                return tag(.ul) {
                    for stated in list {
                        let count = having(stated, in: place)
                        tag(.li, count == lists.count ? nil : .class("only")) {
                            HTML(shown: names.name(of: stated, in: field) ?? stated.text)
                            if count < lists.count {
                                count == 1 ? " (only here)" : " (in \(count) of \(lists.count))"
                            } else if !identities.allSatisfy({ $0.contains(stated.identity) }) {
                                " (elsewhere in other words)"
                            }
                        }
                    }
                }
            }
    }
}

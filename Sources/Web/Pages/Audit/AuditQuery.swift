import Ledger
import Shares

/// What is looked for in the record, as an address says it.
package struct AuditQuery: Hashable, Sendable {
    package var share = ""
    package var by = ""
    package var from = ""
    package var until = ""
    /// Only what came before this position; nil: the newest.
    package var before: Int?
    /// Only what was read before the reading of this number; nil: the newest.
    package var readBefore: Int?

    package init() {}

    /// What cannot be read is nothing; days are judged by `search`.
    init(_ text: String) {
        for (name, value) in [(String, String)](query: text) ?? [] {
            let value = value.trimmed.shortened(to: 100)
            switch name {
            case "share": share = value
            case "by": by = value
            case "from": from = value
            case "until": until = value
            case "before": before = Int(value)
            case "read-before": readBefore = Int(value)
            default: break
            }
        }
    }

    var items: [(String, String)] {
        [
            ("share", share), ("by", by), ("from", from), ("until", until), ("before", before.map(String.init) ?? ""),
            ("read-before", readBefore.map(String.init) ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    /// The search, with what is wrong with the days.
    var search: (search: EventSearch, problems: [FormProblem]) {
        var problems: [FormProblem] = []
        func day(_ text: String, _ field: String) -> Day? {
            guard !text.isEmpty else { return nil }
            let day = Day(iso: text)
            if day == nil {
                problems.append(
                    FormProblem(
                        field: field,
                        message: "\(field.capitalisedFirst): enter a day as year-month-day, such as 2026-04-01."))
            }
            return day
        }
        let days = (from: day(from, "from"), until: day(until, "until"))
        if let first = days.from, let last = days.until, last < first {
            problems.append(
                FormProblem(field: "until", message: "Until: enter a day that is not before \(first.inWords)."))
        }
        let search = EventSearch(
            share: share.isEmpty ? nil : ShareReference(TermsReader.normalised(share)),
            actor: by.isEmpty ? nil : PersonID(by), from: days.from, until: days.until, before: before)
        return (search, problems)
    }
}

package import Ledger
package import Shares
import Workflows

/// One order to many shares: what came, or would come, of it for each.
package struct BulkAct: Sendable {
    package struct Result: Hashable, Sendable {
        package var reference: ShareReference
        package var title: String
        package var decision: Decision
    }

    /// In the order of references.
    package var results: [Result] = []
    /// Where the record stood when the shares were looked at: what a preview gives, and the act may be held to.
    package var position: Int

    package var given: Int { results.count - refused }
    package var refused: Int {
        results.count { result in
            if case .refused = result.decision { true } else { false }
        }
    }
}

extension Office {
    /// What one order would come to for each share that meets the conditions; nothing is written.
    package func previewBulkAct(
        where filters: [ShareFilter], _ order: Order, as personID: PersonID
    ) throws -> BulkAct {
        _ = try rulebook()
        return try read { reader in
            let person = try person(personID, in: reader)
            let circumstances = try circumstances(reader)
            var bulk = BulkAct(position: try reader.position().size)
            for line in try reader.summaries(where: filters) {
                let share = try existing(line.reference, in: reader)
                bulk.results.append(
                    BulkAct.Result(
                        reference: line.reference, title: line.title,
                        decision: try decide(
                            order, on: share, by: person, in: circumstances,
                            under: try rulebook(for: share.pin, in: reader))))
            }
            return bulk
        }
    }

    /// Gives one order to every share that meets the conditions: one result for each, and those that refuse hinder none.
    ///
    /// `seen` is the position of a preview: a share that has changed since is refused and left as it is.
    package func actInBulk(
        where filters: [ShareFilter], _ order: Order, as personID: PersonID, seen: Int? = nil
    ) throws -> BulkAct {
        _ = try rulebook()
        let (lines, position) = try read { (try $0.summaries(where: filters), try $0.position().size) }
        var bulk = BulkAct(position: position)
        // Many shares in one transaction, and not all in one: others who write wait no longer than for a few.
        for start in stride(from: 0, to: lines.count, by: Self.sharesInABulkTransaction) {
            let some = lines[start..<min(start + Self.sharesInABulkTransaction, lines.count)]
            bulk.results += try write { writer in
                let person = try person(personID, in: writer.reader)
                let circumstances = try circumstances(writer.reader)
                return try some.map { line in
                    var share = try existing(line.reference, in: writer.reader)
                    let rules = try rulebook(for: share.pin, in: writer.reader)
                    var decision = try decide(order, on: share, by: person, in: circumstances, under: rules)
                    if let seen, try writer.reader.lastPosition(of: line.reference) > seen {
                        decision = .refused(
                            Refusal([
                                Refusal.Reason(
                                    .possible, rule: "changed-since",
                                    "\(line.reference) has changed since the preview: look at it again.")
                            ]))
                    }
                    if case .event(let event) = decision {
                        share.apply(event)
                        try writer.append([event], making: share, definitions: rules.definitions)
                    }
                    return BulkAct.Result(reference: line.reference, title: line.title, decision: decision)
                }
            }
        }
        return bulk
    }

    private static let sharesInABulkTransaction = 100
}

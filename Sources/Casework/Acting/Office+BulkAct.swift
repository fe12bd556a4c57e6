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
                            order, on: share, by: person,
                            in: try self.circumstances(of: share, order, in: reader, from: circumstances),
                            under: try rulebook(for: share.pin, in: reader))))
            }
            return bulk
        }
    }

    /// Gives one order to every share that meets the conditions: one result for each, and those that refuse hinder none.
    ///
    /// `seen` is the position of a preview, without which more than one share is refused as a whole. A share that has
    /// changed since is left as it is; one that no longer meets the conditions is among the results, and says so.
    package func actInBulk(
        where filters: [ShareFilter], _ order: Order, as personID: PersonID, seen: Int? = nil
    ) throws -> BulkAct {
        _ = try rulebook()
        let (lines, position, gone) = try read { reader in
            let lines = try reader.summaries(where: filters)
            if let seen, try seen < 0 || seen > reader.position().size { throw Self.unreached(seen) }
            let gone = try seen.map {
                try self.gone(from: lines.map(\.reference), where: filters, since: $0, in: reader)
            }
            return (lines, try reader.position().size, gone ?? [])
        }
        guard seen != nil || lines.count < 2 else { throw Self.unseen(lines.count) }
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
                    var decision = try decide(
                        order, on: share, by: person,
                        in: try self.circumstances(of: share, order, in: writer.reader, from: circumstances),
                        under: rules)
                    // Without a preview the share must be as it was when it was found to meet the conditions.
                    if try writer.reader.lastPosition(of: line.reference) > seen ?? position {
                        decision = .refused(
                            Refusal([
                                Refusal.Reason(
                                    .possible, rule: "changed-since",
                                    "\(line.reference) has changed since the preview: look at it again.")
                            ]))
                    }
                    if case .event(let decided) = decision {
                        let event = try keepingText(of: decided, on: share, in: writer, under: rules)
                        decision = .event(event)
                        share.apply(event)
                        try writer.append([event], making: share, definitions: rules.definitions)
                        try post(after: event, making: share, in: circumstances, under: rules, writer)
                    }
                    return BulkAct.Result(reference: line.reference, title: line.title, decision: decision)
                }
            }
        }
        bulk.results += gone
        bulk.results.sort { $0.reference < $1.reference }
        return bulk
    }

    private static let sharesInABulkTransaction = 100

    /// A preview names a position that the record has; any other would lift the guard against what changed since.
    private static func unreached(_ seen: Int) -> Refusal {
        Refusal([
            Refusal.Reason(
                .possible, rule: "preview-first",
                "The record has no position \(seen): give the one that a preview names.")
        ])
    }

    private static func unseen(_ count: Int) -> Refusal {
        Refusal([
            Refusal.Reason(
                .possible, rule: "preview-first",
                "\(count) shares meet the conditions: look first at what would come of it (--preview), and give the position that it names (--seen)."
            )
        ])
    }

    /// Shares that were in the preview and meet the conditions no longer, each with what happened to it.
    private func gone(
        from found: [ShareReference], where filters: [ShareFilter], since seen: Int, in reader: LedgerReader
    ) throws -> [BulkAct.Result] {
        let found = Set(found)
        let former = try reader.formerSummaries(where: filters, at: seen) {
            try self.definitions(for: $0, in: reader)
        }
        return try former.filter { !found.contains($0.reference) }.map { line in
            let since = try reader.events(of: line.reference).filter { $0.position > seen }
            let what = since.map { "\($0.event.actor) \($0.event.summary)" }.joined(separator: "; ")
            return BulkAct.Result(
                reference: line.reference, title: line.title,
                decision: .refused(
                    Refusal([
                        Refusal.Reason(
                            .possible, rule: "no-longer-meets",
                            "\(line.reference) was in the preview and meets the conditions no longer: \(what).")
                    ])))
        }
    }
}

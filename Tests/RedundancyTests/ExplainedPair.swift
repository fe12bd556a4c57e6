import Foundation
import Redundancy
import Shares

/// A finding with the two shares as they truly are, so that its sentence can be checked clause by clause.
struct ExplainedPair: CustomStringConvertible {
    let finding: RedundancyFinding
    private let world: LabelledWorld
    private let a: LabelledShare
    private let b: LabelledShare
    private let rowA: [String: String]
    private let rowB: [String: String]
    private let composites: [String: [String]]

    init?(
        _ finding: RedundancyFinding, _ made: LabelledPortfolio, _ world: LabelledWorld,
        _ composites: [String: [String]]
    ) {
        func place(_ reference: ShareReference) -> Int? {
            made.rows.firstIndex { $0["reference"] == reference.rawValue }
        }
        guard let a = place(finding.a), let b = place(finding.b) else { return nil }
        self.finding = finding
        self.world = world
        self.a = made.shares[a]
        self.b = made.shares[b]
        rowA = made.rows[a]
        rowB = made.rows[b]
        self.composites = composites
    }

    /// What the two rows say, for a test that fails.
    var description: String {
        [rowA, rowB].map { row in
            ["data_items", "data_subjects", "title"].map { row[$0] ?? "" }.joined(separator: " | ")
        }
        .joined(separator: " || ")
    }

    /// `Room reference` is read as a number of rooms, and `name of establishment` as an employer's: a mistake of the
    /// understanding, which the sentence tells as it was understood.
    var isMisread: Bool {
        [rowA, rowB].contains { row in
            ["room", "establishment"].contains { (row["data_items"] ?? "").lowercased().contains($0) }
        }
    }

    /// Items that are the same as several others together, by their identifiers.
    static func composites() throws -> [String: [String]] {
        struct Rules: Decodable {
            struct Composite: Decodable {
                let whole: String
                let parts: [String]
            }
            let composites: [Composite]
        }
        let data = try RepositoryFolder.files("redundancy")["reading.json"] ?? Data()
        return Dictionary(
            try JSONDecoder().decode(Rules.self, from: data).composites.map { ($0.whole, $0.parts) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The clauses that say what is not so, or that are of no known form.
    var untrue: [String] {
        var clauses = finding.explanation.dropLast().split(separator: "; ").map(String.init)
        let opening = clauses.removeFirst()
        return (isTrueOfTheParties(opening) ? [] : [opening]) + clauses.filter { !isTrue($0) }
    }

    private func isTrue(_ clause: String) -> Bool {
        if let list = clause.after(" in both: ") {
            return names(list).allSatisfy { has(a, rowA, $0) && has(b, rowB, $0) } && count(clause, list)
        }
        if clause.hasPrefix("“") { return true }
        if clause.hasPrefix("only the") {
            return clause.split(separator: ", only the second has ").allSatisfy { part in
                let isFirst = part.hasPrefix("only the first has ")
                let list = String(
                    part.replacing("only the first has ", with: "").replacing("only the second has ", with: ""))
                let isSecond = !isFirst || clause.hasPrefix("only the second")
                return isSecond && !isFirst ? isOnly(list, b, a, rowB, rowA) : isOnly(list, a, b, rowA, rowB)
            }
        }
        if let list = clause.after("both serve ") {
            return a.scheme == b.scheme && list == world.schemes[a.scheme].known.first
        }
        if let groups = days(clause, "the first is about ", ", who are among ") {
            return a.subjects.contains { one in
                says(groups.0, world.subjects[one])
                    && b.subjects.contains { says(groups.1, world.subjects[$0]) && lies(one, within: $0) }
            }
        }
        if let areas = days(clause, "the first in ", ", the second in ") {
            let names = [a, b].map { $0.area.map { LabelledWorld.areas[$0].name } ?? "" }
            return areas == (names[0], names[1])
        }
        if let list = clause.after("about ") {
            let shared = a.subjects.intersection(b.subjects).map { world.subjects[$0] }
            return parts(of: list, shared.flatMap { $0.known.prefix(1) + $0.heldOut }) { name in
                shared.contains { says(name, $0) }
            }
        }
        if clause == frequency { return true }
        if let days = days(clause, "the first ends on ", " and the second starts on ") {
            return days == (a.end?.inWords ?? "", b.start.inWords)
        }
        if let days = days(clause, "they start on ", " and ") { return days == (a.start.inWords, b.start.inWords) }
        return false
    }

    private func lies(_ group: Int, within wider: Int) -> Bool {
        sequence(first: group) { world.subjects[$0].above }.contains(wider)
    }

    private func isTrueOfTheParties(_ opening: String) -> Bool {
        [a.provider, a.recipient, b.provider, b.recipient].allSatisfy { place in
            let body = world.bodies[place]
            let names = body.known.isEmpty ? body.heldOut : [body.known[0]]
            return names.contains { opening.lowercased().contains($0.lowercased()) }
        }
    }

    // MARK: - Items

    /// The share truly has it, or its row says so in these very words.
    private func has(_ share: LabelledShare, _ row: [String: String], _ name: String) -> Bool {
        if plain(row["data_items"] ?? "").contains(plain(name)) { return true }
        if share.items.contains(where: { says(name, world.items[$0]) }) { return true }
        guard let whole = world.reference.dataItems.all.first(where: { $0.name == name }),
            let parts = composites[whole.id]
        else { return false }
        return parts.allSatisfy { part in share.items.contains { world.items[$0].id == part } }
    }

    /// A name of the vocabulary is one thing; a name that only the register has is in the one row and not in the other.
    private func isOnly(
        _ list: String, _ own: LabelledShare, _ other: LabelledShare, _ row: [String: String],
        _ otherRow: [String: String]
    ) -> Bool {
        names(list).allSatisfy { name in
            if world.reference.dataItems.all.contains(where: { $0.name == name }) {
                return has(own, row, name) && !other.items.contains { says(name, world.items[$0]) }
            }
            return has(own, row, name) && !plain(otherRow["data_items"] ?? "").contains(plain(name))
        }
    }

    private func says(_ text: String, _ thing: Spelt) -> Bool {
        if thing.known.first == text { return true }
        // What the labels call new may be a spelling that the vocabulary has by now.
        return thing.known.isEmpty
            && thing.heldOut.contains {
                plain($0) == plain(text) || world.reference.dataItems.resolve($0)?.name == text
            }
    }

    /// Whether a list is made of such names, each of them true.
    private func parts(of list: String, _ names: [String], _ isTrue: (String) -> Bool) -> Bool {
        if isTrue(list) { return true }
        return names.contains { name in
            guard plain(list).hasPrefix(plain(name)) else { return false }
            let rest = String(list.dropFirst(name.count))
            return [", ", " and "].contains {
                rest.hasPrefix($0) && isTrue(name) && parts(of: String(rest.dropFirst($0.count)), names, isTrue)
            }
        }
    }

    /// A clerk writes in capitals, with underscores, or says whose item it is.
    private func plain(_ text: String) -> String {
        text.lowercased().replacing("_", with: " ").replacing("claimant ", with: "")
    }

    /// The number before ` data items` is that of the names, with those that are not shown.
    private func count(_ clause: String, _ list: String) -> Bool {
        let said = clause.split(separator: " ").first.flatMap { Int($0) }
        let more = list.after(" and ", last: true).flatMap { $0.hasSuffix(" more") ? Int($0.dropLast(5)) : nil } ?? 0
        return said == names(list).count + more
    }

    /// The names of a list; a name may have commas and `and` in it, so that known names are looked for, the longest first.
    private func names(_ list: String) -> [String] {
        let known = (world.reference.dataItems.all.map(\.name) + world.items.flatMap(\.heldOut))
            .sorted { $0.utf8.count > $1.utf8.count }
        var rest = Substring(list)
        var names: [String] = []
        while !rest.isEmpty {
            for mark in [", ", " and "] where rest.hasPrefix(mark) { rest = rest.dropFirst(mark.count) }
            if rest.hasSuffix(" more"), Int(rest.dropLast(5)) != nil { break }
            let low = plainLength(rest)
            guard let name = known.first(where: { low.text.hasPrefix(plain($0)) }) else {
                names.append(String(rest))
                break
            }
            let taken = rest.prefix(low.skipped + name.count)
            names.append(
                low.skipped > 0 || !world.reference.dataItems.all.contains { $0.name == name } ? String(taken) : name)
            rest = rest.dropFirst(low.skipped + name.count)
        }
        return names
    }

    private func plainLength(_ rest: Substring) -> (text: String, skipped: Int) {
        let lowered = rest.lowercased().replacing("_", with: " ")
        return lowered.hasPrefix("claimant ") ? (String(lowered.dropFirst(9)), 9) : (lowered, 0)
    }

    // MARK: - Frequencies and days

    /// How often, as the two rows say it.
    private var frequency: String {
        let (one, other) = (often(rowA), often(rowB))
        return one == other ? one : "\(one) in the first and \(other) in the second"
    }

    private func often(_ row: [String: String]) -> String {
        let text = row["frequency"] ?? ""
        return world.reference.frequencies.resolve(text)?.name.lowercased() ?? text
    }

    private func days(_ clause: String, _ start: String, _ between: String) -> (String, String)? {
        guard let both = clause.after(start), clause.hasPrefix(start), let second = both.after(between) else {
            return nil
        }
        return (String(both.dropLast(second.count + between.count)), second)
    }
}

extension String {
    /// What stands after the first such text, or the last.
    fileprivate func after(_ mark: String, last: Bool = false) -> String? {
        let ranges = ranges(of: mark)
        guard let range = last ? ranges.last : ranges.first else { return nil }
        return String(self[range.upperBound...])
    }
}

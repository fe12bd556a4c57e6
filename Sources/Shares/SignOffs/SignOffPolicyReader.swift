import Foundation
import JSONValues

/// Reads the policy of sign-offs: every fault with its place, and the rules that are sound.
struct SignOffPolicyReader {
    /// What the rules may name of the other reference files.
    struct Known {
        var items: Set<String>
        var gateways: Set<String>
        var acts: Set<String>
        var agreementTypes: Set<String>
        var classifications: Set<String>
        var spokes: Set<String>
        var organisations: Set<String>
    }

    private let known: Known
    private(set) var rules: [SignOffRule] = []
    private(set) var notes = Findings()
    private var ids: Set<String> = []

    init(_ data: Data?, known: Known) {
        self.known = known
        let whole = JSONPointer()
        guard let data else {
            note("reference-file-missing", whole, "The reference file \(SignOffRule.file) is missing.")
            return
        }
        let file: JSONValue
        do throws(JSONFault) {
            file = try JSONValue(parsing: Array(data))
        } catch {
            note("reference-file-unreadable", whole, "It is no JSON: \(error).")
            return
        }
        guard file.object != nil else {
            note("reference-file-unreadable", whole, "The file is \(file.kind), and must be an object.")
            return
        }
        members(of: file, whole, known: ["title", "source", ReferenceOwner.member, SignOffRule.array])
        if let owner = file[ReferenceOwner.member] {
            notes.append(ReferenceChecks.owner(DecodedOwner(owner: ReferenceOwner(owner)), in: SignOffRule.file))
        }
        for name in ["title", "source"] { _ = text(file, name, whole, isNeeded: true) }
        guard let list = file[SignOffRule.array]?.array else {
            note("reference-file-unreadable", whole, "The list “\(SignOffRule.array)” is missing.")
            return
        }
        for (number, entry) in list.enumerated() {
            read(entry, at: whole.appending(SignOffRule.array).appending(number))
        }
        for tier in RiskTier.allCases where !rules.contains(where: { $0.isForAll(of: tier) }) {
            note("reference-tier-missing", whole, "Nothing is said for the tier “\(tier.rawValue)”.")
        }
    }

    // MARK: - A rule

    private mutating func read(_ entry: JSONValue, at place: JSONPointer) {
        guard entry.object != nil else {
            note("reference-entry-unreadable", place, "A rule is an object, not \(entry.kind).")
            return
        }
        let faults = notes.all.count
        members(of: entry, place, known: ["id", "tier", "when", "capacities", "asks", "reason"])
        var when: [SignOffCondition] = []
        var tier: String?
        if let found = entry["tier"] {
            if let name = found.string, let known = RiskTier(rawValue: name) {
                tier = name
                when.append(.tiers([known]))
            } else {
                unknown("tier of risk", "reference-unknown-tier", found, place.appending("tier"), of: Self.tiers)
            }
        }
        if let conditions = entry["when"] { when += read(when: conditions, at: place.appending("when")) }
        var asks: [SignOffRule.Ask] = []
        if let capacities = entry["capacities"], capacities.array?.isEmpty != true {
            let at = place.appending("capacities")
            for capacity in names(capacities, at, "capacity", "reference-unknown-capacity", of: SignOffRule.capacities)
            {
                asks.append(SignOffRule.Ask(capacities: [capacity], atLeast: 1, people: 1, side: .anybody))
            }
        }
        if let list = entry["asks"] {
            for (number, ask) in (list.array ?? [list]).enumerated() {
                let at = place.appending("asks").appending(number)
                if let read = read(ask: ask, at: at) { asks.append(read) }
            }
        }
        if ["capacities", "asks"].allSatisfy({ entry[$0] == nil || entry[$0] == .array([]) }) {
            note("reference-capacity-missing", place, "The rule asks nobody to sign off: give capacities or asks.")
        }
        let id = text(entry, "id", place, isNeeded: entry["tier"] == nil) ?? tier.map { "tier-\($0)" } ?? ""
        if !id.isEmpty, !ids.insert(id).inserted {
            note("reference-id-doubled", place, "“\(id)” is given twice.")
        }
        let reason = text(entry, "reason", place, isNeeded: entry["tier"] == nil)
        // A rule that lost a condition would hold for more than it says.
        guard notes.all.count == faults else { return }
        rules.append(SignOffRule(id: id, when: when, asks: asks, reason: reason))
    }

    private mutating func read(ask: JSONValue, at place: JSONPointer) -> SignOffRule.Ask? {
        guard ask.object != nil else {
            note("reference-entry-unreadable", place, "What is asked is an object with “of”, not \(ask.kind).")
            return nil
        }
        members(of: ask, place, known: ["of", "atLeast", "people", "side"])
        let capacities =
            ask["of"]?.array?.isEmpty != false
            ? []
            : names(
                ask["of"] ?? [], place.appending("of"), "capacity", "reference-unknown-capacity",
                of: SignOffRule.capacities)
        if ask["of"]?.array?.isEmpty != false {
            note("reference-capacity-missing", place, "It asks nobody to sign off: give “of”.")
        }
        let wanted = ask["of"]?.array?.count ?? 0
        let atLeast = number(ask, "atLeast", place, in: 1...max(1, wanted)) ?? wanted
        let people = number(ask, "people", place, in: 1...99) ?? 1
        var side = SignOffRule.Side.anybody
        if let found = ask["side"] {
            if let known = found.string.flatMap({ SignOffRule.Side(rawValue: $0) }) {
                side = known
            } else {
                unknown(
                    "side", "reference-unknown-side", found, place.appending("side"),
                    of: SignOffRule.Side.allCases.map(\.rawValue))
            }
        }
        guard !capacities.isEmpty, capacities.count == wanted else { return nil }
        return SignOffRule.Ask(capacities: capacities, atLeast: atLeast, people: people, side: side)
    }

    // MARK: - When it holds

    private mutating func read(when: JSONValue, at place: JSONPointer) -> [SignOffCondition] {
        guard let members = when.object else {
            note("reference-entry-unreadable", place, "“when” is an object, not \(when.kind).")
            return []
        }
        var conditions: [SignOffCondition] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            let at = place.appending(name)
            guard let name = SignOffCondition.Name(rawValue: name) else {
                let known = SignOffCondition.Name.allCases.map(\.rawValue).joined(separator: ", ")
                note("reference-unknown-condition", at, "There is no condition “\(name)”: \(known).")
                continue
            }
            if let condition = read(name, value, at) { conditions.append(condition) }
        }
        return conditions
    }

    private mutating func read(_ name: SignOffCondition.Name, _ value: JSONValue, _ at: JSONPointer)
        -> SignOffCondition?
    {
        switch name {
        case .tiers:
            return names(value, at, "tier of risk", "reference-unknown-tier", of: Self.tiers)
                .compactMap { RiskTier(rawValue: $0) }.nonEmpty.map { .tiers($0) }
        case .specialCategories:
            if value.bool == true { return .specialCategories([]) }
            let all = DataItemTerm.Special.allCases.map(\.rawValue)
            return names(value, at, "special category", "reference-unknown-term", of: all)
                .compactMap { DataItemTerm.Special(rawValue: $0) }.nonEmpty.map { .specialCategories($0) }
        case .criminalOffence: return isTrue(value, at) ? .criminalOffence : nil
        case .outsideUK: return isTrue(value, at) ? .outsideUK : nil
        case .recipientOutsideGovernment: return isTrue(value, at) ? .recipientOutsideGovernment : nil
        case .items: return terms(value, at, "data item", known.items).map { .items($0) }
        case .gateways: return terms(value, at, "gateway", known.gateways).map { .gateways($0) }
        case .acts: return terms(value, at, "Act of a gateway", known.acts).map { .acts($0) }
        case .agreementTypes:
            return terms(value, at, "agreement type", known.agreementTypes).map { .agreementTypes($0) }
        case .classifications:
            return terms(value, at, "classification", known.classifications).map { .classifications($0) }
        case .spokes: return terms(value, at, "spoke", known.spokes).map { .spokes($0) }
        case .gatewayFamilies:
            return names(
                value, at, "family of gateways", "reference-unknown-term", of: Gateway.Family.allCases.map(\.rawValue)
            )
            .compactMap { Gateway.Family(rawValue: $0) }.nonEmpty.map { .gatewayFamilies($0) }
        case .providers: return organisations(value, at).map { .providers($0) }
        case .recipients: return organisations(value, at).map { .recipients($0) }
        case .providerKinds: return kinds(value, at).map { .providerKinds($0) }
        case .recipientKinds: return kinds(value, at).map { .recipientKinds($0) }
        case .recordsAtLeast:
            guard let least = value.int, least > 0 else {
                note("reference-entry-unreadable", at, "It is a whole number above 0, not \(value.kind).")
                return nil
            }
            return .recordsAtLeast(least)
        }
    }

    private mutating func organisations(_ value: JSONValue, _ at: JSONPointer) -> [String]? {
        let all = list(value, at)
        for (number, id) in all where !known.organisations.contains(id) {
            note(
                "reference-unknown-organisation", at.appending(number), "There is no organisation “\(id)” in the list.")
        }
        return all.map(\.1).nonEmpty
    }

    private mutating func kinds(_ value: JSONValue, _ at: JSONPointer) -> [Organisation.Kind]? {
        names(
            value, at, "kind of organisation", "reference-unknown-term", of: Organisation.Kind.allCases.map(\.rawValue)
        )
        .compactMap { Organisation.Kind(rawValue: $0) }.nonEmpty
    }

    private mutating func terms(_ value: JSONValue, _ at: JSONPointer, _ kind: String, _ known: Set<String>)
        -> [String]?
    {
        let all = list(value, at)
        for (number, id) in all where !known.contains(id) {
            note("reference-unknown-term", at.appending(number), "“\(id)” is no \(kind) of the reference data.")
        }
        return all.map(\.1).nonEmpty
    }

    private mutating func isTrue(_ value: JSONValue, _ at: JSONPointer) -> Bool {
        if value.bool == true { return true }
        note("reference-entry-unreadable", at, "It is true, or left out.")
        return false
    }

    // MARK: - Values

    private static let tiers = RiskTier.allCases.map(\.rawValue)

    private mutating func note(_ rule: String, _ at: JSONPointer, _ says: String) {
        notes.append(.error(rule, at: .pointer(file: SignOffRule.file, at.description), says))
    }

    private mutating func unknown(
        _ kind: String, _ rule: String, _ value: JSONValue, _ at: JSONPointer, of all: [String]
    ) {
        let given = value.string.map { "“\($0)”" } ?? "This"
        note(rule, at, "\(given) is no \(kind): \(all.joined(separator: ", ")).")
    }

    /// A member that nobody reads would be a rule that nobody follows.
    private mutating func members(of value: JSONValue, _ at: JSONPointer, known: Set<String>) {
        for name in (value.object ?? [:]).keys.sorted() where !known.contains(name) {
            note(
                "reference-unknown-member", at.appending(name),
                "There is no member “\(name)”: \(known.sorted().joined(separator: ", ")).")
        }
    }

    private mutating func text(_ value: JSONValue, _ name: String, _ at: JSONPointer, isNeeded: Bool) -> String? {
        guard let found = value[name] else {
            if isNeeded { note("reference-entry-unreadable", at, "The field “\(name)” is missing.") }
            return nil
        }
        guard let text = found.string?.trimmed.nonEmpty else {
            note("reference-entry-unreadable", at.appending(name), "It is a text, and not empty.")
            return nil
        }
        return text
    }

    private mutating func number(_ value: JSONValue, _ name: String, _ at: JSONPointer, in range: ClosedRange<Int>)
        -> Int?
    {
        guard let found = value[name] else { return nil }
        guard let number = found.int, range.contains(number) else {
            note(
                "reference-number-out-of-range", at.appending(name),
                "It is a whole number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return number
    }

    /// The texts of a list with their places in it; a text alone is a list of one.
    private mutating func list(_ value: JSONValue, _ at: JSONPointer) -> [(Int, String)] {
        if let one = value.string { return [(0, one)] }
        guard let all = value.array else {
            note("reference-entry-unreadable", at, "It is a list of texts, not \(value.kind).")
            return []
        }
        if all.isEmpty { note("reference-entry-unreadable", at, "The list is empty.") }
        var texts: [(Int, String)] = []
        for (number, element) in all.enumerated() {
            if let text = element.string {
                texts.append((number, text))
            } else {
                note("reference-entry-unreadable", at.appending(number), "It is a text, not \(element.kind).")
            }
        }
        return texts
    }

    private mutating func names(
        _ value: JSONValue, _ at: JSONPointer, _ kind: String, _ rule: String, of all: [String]
    ) -> [String] {
        var found: [String] = []
        for (number, name) in list(value, at) {
            if !all.contains(name) {
                unknown(kind, rule, .string(name), at.appending(number), of: all)
            } else if !found.contains(name) {
                found.append(name)
            } else {
                note("reference-id-doubled", at.appending(number), "“\(name)” is given twice.")
            }
        }
        return found
    }
}

extension Array {
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}

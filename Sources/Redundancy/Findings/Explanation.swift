import Shares

/// The sentence that tells a board why two shares are a finding: it names only facts of the two.
struct Explanation: Sendable {
    private let a: ShareFacts
    private let b: ShareFacts
    private let kind: RedundancyKind
    private let register: UnderstoodRegister
    private let items: ItemAccount

    init(_ a: ShareFacts, _ b: ShareFacts, _ kind: RedundancyKind, _ register: UnderstoodRegister) {
        self.a = a
        self.b = b
        self.kind = kind
        self.register = register
        items = register.accountOfItems(a.items, b.items)
    }

    var sentence: String {
        let verbatim = a.text == b.text ? "both say the same word for word" : nil
        var parts = [opening, verbatim, common, alike, apart].compactMap { $0 }
        parts += [scheme, subjects, narrowerPeople, narrowerArea, frequency, dates].compactMap { $0 }
        return parts.joined(separator: "; ") + "."
    }

    func sentence(feed: ShareFacts, reference: ShareReference) -> String {
        let onward = names(a.providers, register.bodies.name)
        let direct = names(b.providers, register.bodies.name)
        let source = names(feed.providers, register.bodies.name)
        let target = names(feed.recipients, register.bodies.name)
        let parts = [
            "\(party(\.recipients)) has from \(onward) what \(direct) gives it as well, and \(source) feeds \(target) (\(reference))",
            common, alike, scheme, subjects,
        ]
        return parts.compactMap { $0 }.joined(separator: "; ") + "."
    }

    private var opening: String {
        let flow = "\(party(\.providers)) to \(party(\.recipients))"
        switch kind {
        case .duplicate: return "The same flow from \(flow) twice"
        case .renewal: return "The second renews the first, from \(flow), and the first is still open"
        case .subsumed where items.onlyLeft.isEmpty:
            return "All of the first goes in the second as well, from \(flow)"
        case .subsumed: return "Nearly all of the first goes in the second as well, from \(flow)"
        case .overlap: return "Most of what goes from \(flow) goes twice"
        case .indirect: return "From \(flow) by way of another body as well"
        }
    }

    /// The bodies on one side, with what the second share calls them where that is another body, such as a successor.
    private func party(_ side: KeyPath<ShareFacts, [Int32]>) -> String {
        let first = names(a[keyPath: side], register.bodies.name)
        if a[keyPath: side] == b[keyPath: side] { return first }
        return "\(first) (in the second, \(names(b[keyPath: side], register.bodies.name)))"
    }

    private var common: String? {
        let shared = items.inBoth
        guard !shared.isEmpty else { return nil }
        return
            "\(shared.count) data item\(shared.count == 1 ? "" : "s") in both: \(names(shared, register.items.name, most: 6))"
    }

    /// Names that differ and probably mean one thing.
    private var alike: String? {
        guard !items.alike.isEmpty else { return nil }
        let pairs = items.alike.prefix(3).map {
            "“\(register.items.name($0.left))” is probably “\(register.items.name($0.right))”"
        }
        return pairs.joined(separator: ", ")
    }

    private var apart: String? {
        var parts: [String] = []
        if !items.onlyLeft.isEmpty {
            parts.append("only the first has \(names(items.onlyLeft, register.items.name, most: 4))")
        }
        if !items.onlyRight.isEmpty {
            parts.append("only the second has \(names(items.onlyRight, register.items.name, most: 4))")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var scheme: String? {
        let shared = a.purpose.schemes.filter(b.purpose.schemes.contains)
        guard !shared.isEmpty else { return nil }
        return "both serve \(names(shared, { register.purposes.schemeNames[Int($0)] }))"
    }

    private var subjects: String? {
        let shared = a.subjects.filter(b.subjects.contains)
        guard !shared.isEmpty else { return nil }
        return "about \(names(shared, register.subjects.name, most: 3))"
    }

    /// People of a subsumed share who are some of the outer one's.
    private var narrowerPeople: String? {
        guard kind == .subsumed else { return nil }
        for group in a.subjects where !b.subjects.contains(group) {
            if let wider = b.subjects.first(where: { register.subjectRelation(group, $0).isNarrower }) {
                let (some, all) = (register.subjects.name(group), register.subjects.name(wider))
                return "the first is about \(some), who are among \(all)"
            }
        }
        return nil
    }

    private var narrowerArea: String? {
        guard kind == .subsumed, let area = a.purpose.area, let wider = b.purpose.area, area != wider else {
            return nil
        }
        return "the first in \(register.areas.name(area)), the second in \(register.areas.name(wider))"
    }

    private var frequency: String? {
        guard a.step != nil, b.step != nil, let one = a.often, let other = b.often else { return nil }
        let first = register.frequencyNames[Int(one)]
        return one == other ? first : "\(first) in the first and \(register.frequencyNames[Int(other)]) in the second"
    }

    private var dates: String? {
        switch kind {
        case .renewal:
            guard let end = a.end, let start = b.start else { return nil }
            return "the first ends on \(day(end)) and the second starts on \(day(start))"
        case .duplicate:
            guard let one = a.start, let other = b.start else { return nil }
            return "they start on \(day(one)) and \(day(other))"
        default: return nil
        }
    }

    private func day(_ number: Int32) -> String { Day(number: Int(number)).inWords }

    private func names(_ ids: [Int32], _ name: (Int32) -> String, most: Int = 3) -> String {
        let shown = ids.prefix(most).map(name)
        let rest = ids.count - shown.count
        guard rest == 0 else { return shown.joined(separator: ", ") + " and \(rest) more" }
        guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }
}

import Shares

/// From the names of bodies in a register to one identity each: those of the reference data, and those that only the
/// register knows.
struct BodyNames: Sendable {
    private let reference: Organisations
    private let organisations: [Organisation]
    private var positions: [String: Int32] = [:]
    private var bags: [UInt64: Int32] = [:]
    private var slips = SlipIndex()
    private var shortForms = ShortForms()
    private let units: BodyUnits
    private let abbreviations: [UInt64: [UInt64]]
    private let written: [UInt64: [[UInt8]]]
    /// Names that the reference data does not have, by their bag of words.
    private var unknown: [UInt64: Int32] = [:]
    private var unknownNames: [String] = []
    private var seen: Set<Int32> = []
    /// Those that were named by an abbreviation, with its letters, and those that were named by more.
    private var abbreviated: [Int32: [UInt8]] = [:]
    private var seenInFull: Set<Int32> = []
    private var same = SameBodies()
    /// The bodies that took over from a body.
    private(set) var successors: [Int32: [Int32]] = [:]

    /// A bag that two bodies share names neither.
    private static let ambiguous: Int32 = -2

    init(_ reference: Organisations, rules: ReadingRules) {
        self.reference = reference
        organisations = reference.all
        units = BodyUnits(rules)
        abbreviations = Dictionary(
            rules.bodyAbbreviations.map { (Tokens.plainWord($0.key), Tokens($0.value).map(\.plain)) },
            uniquingKeysWith: { first, _ in first })
        written = Dictionary(
            rules.bodyAbbreviations.map { rule in
                let tokens = Tokens(rule.value)
                return (Tokens.plainWord(rule.key), tokens.map { Array(Stem.singular(tokens.word($0))) })
            }, uniquingKeysWith: { first, _ in first })
        for (position, body) in organisations.enumerated() { positions[body.id] = Int32(position) }
        for (position, body) in organisations.enumerated() {
            let id = Int32(position)
            for spelling in spellings(body) {
                let bag = bag(spelling)
                if let holder = bags[bag], holder != id {
                    bags[bag] = Self.ambiguous
                } else {
                    bags[bag] = id
                }
                slips.add(TermIndex.key(spelling), id: id)
                shortForms.add(letters(spelling), id: id)
            }
            let heirs = ([body.successor].compactMap { $0 } + (body.otherSuccessors ?? [])).compactMap { positions[$0] }
            if !heirs.isEmpty { successors[id] = heirs }
        }
    }

    var count: Int { organisations.count + unknownNames.count }

    func isKnown(_ id: Int32) -> Bool { Int(id) < organisations.count }

    func name(_ id: Int32) -> String {
        let position = Int(id)
        return position < organisations.count
            ? organisations[position].name : unknownNames[position - organisations.count]
    }

    /// The identity of a body that a register names; a name nobody bears becomes a body of its own.
    mutating func id(of stated: Stated) -> Int32 {
        let id = ownID(of: stated)
        if seen.insert(id).inserted || !seenInFull.contains(id) {
            let tokens = Tokens(stated.text)
            if tokens.count == 1, tokens[0].isAcronym, (2...7).contains(tokens[0].length) {
                abbreviated[id] = Array(tokens.word(tokens[0]))
            } else {
                seenInFull.insert(id)
            }
        }
        return meant(by: id)
    }

    private mutating func ownID(of stated: Stated) -> Int32 {
        if let term = stated.term, let position = positions[term] { return position }
        if let known = known(stated.text) { return known }
        let bag = bag(units.bodyAlone(stated.text) ?? stated.text)
        if let seen = unknown[bag] { return seen }
        let id = Int32(organisations.count + unknownNames.count)
        unknown[bag] = id
        unknownNames.append(stated.text)
        return id
    }

    /// The body that the register means by a name, once it is read.
    func meant(by id: Int32) -> Int32 { same.meanings[id] ?? id }

    /// When all names are read: those that are not known are led to the one body of the register that they can mean. True
    /// where there are any.
    mutating func conclude() -> Bool {
        same = SameBodies(
            seen.sorted().map { id in
                // `MCC` may be Manchester City Council where nobody writes out whose abbreviation it is.
                let abbreviation = seenInFull.contains(id) ? nil : abbreviated[id]
                let texts = isKnown(id) ? spellings(organisations[Int(id)]) : [name(id)]
                return SameBodies.Body(
                    id: id, isKnown: isKnown(id), names: texts.map { letters($0) }, abbreviation: abbreviation)
            })
        return !same.meanings.isEmpty
    }

    /// The share between the bodies that the register means.
    func settled(_ facts: ShareFacts) -> ShareFacts {
        guard facts.parties.contains(where: { same.meanings[$0] != nil }) else { return facts }
        return facts.with(
            providers: facts.providers.map { meant(by: $0) }.sortedUnique(),
            recipients: facts.recipients.map { meant(by: $0) }.sortedUnique())
    }

    private func spellings(_ body: Organisation) -> [String] {
        [body.name] + body.abbreviations + body.aliases + body.formerNames
    }

    /// As `id(of:)`, without a new identity for a name that was never seen.
    func existingID(of stated: Stated) -> Int32? {
        if let term = stated.term, let position = positions[term] { return position }
        return known(stated.text) ?? unknown[bag(units.bodyAlone(stated.text) ?? stated.text)].map { meant(by: $0) }
    }

    private func known(_ text: String) -> Int32? {
        if let id = exact(text) ?? council(text) { return id }
        if let body = units.bodyAlone(text), let id = known(body) { return id }
        if let plain = Self.withoutPostalWords(text) { return known(plain) }
        // `X t/a Y`, `X (t/a Y)`: the one or the other.
        for mark in [" t/a ", " trading as ", "(t/a ", "(trading as "] {
            guard let first = text.firstPart(before: mark) else { continue }
            let trading = text.dropFirst(first.count + mark.count).prefix { $0 != ")" }
            if let id = exact(String(trading)) ?? exact(first) { return id }
        }
        if let (outside, inside) = Self.bracketed(text), let id = exact(outside) ?? exact(inside) { return id }
        for mark in [" - ", " – ", " — ", ", ", ": ", " / "] {
            guard let parts = text.firstPart(before: mark), let id = exact(parts) else { continue }
            return id
        }
        return slips.id(near: TermIndex.key(text)) ?? corrected(text).flatMap { exact($0) } ?? department(text)
            ?? shortForms.id(for: letters(text))
    }

    /// `Cyngor Sir Penfro`, `Cyngor Gwynedd`: a council by its Welsh name.
    private func council(_ text: String) -> Int32? {
        let words = text.split(separator: " ")
        guard let first = words.first else { return nil }
        if words.count > 1, words.last == "CC" {
            // A county or a city: `Notts CC` is no city.
            let place = words.dropLast().joined(separator: " ")
            let councils = [exact(place + " County Council"), exact(place + " City Council")].compactMap { $0 }
            return Set(councils).count == 1 ? councils.first : nil
        }
        guard first.lowercased() == "cyngor" else { return nil }
        let kinds: Set<String> = ["cyngor", "bwrdeistref", "sirol", "dinas", "y", "a"]
        let place = words.drop { kinds.contains($0.lowercased()) }.joined(separator: " ")
        return exact(place) ?? exact(place + " Council")
    }

    private func exact(_ text: String) -> Int32? {
        bags[bag(text)].flatMap { $0 == Self.ambiguous ? nil : $0 }
            ?? reference.resolve(text).flatMap { positions[$0.id] }
    }

    /// With a slip of the pen put right in a word that many bodies have: `Edinburgh Cuoncil`.
    private func corrected(_ text: String) -> String? {
        var isCorrected = false
        let words = text.split(separator: " ").map { word -> String in
            let letters = Array(word.lowercased().utf8)
            guard letters.count >= 6, !Self.usual.contains(letters),
                let meant = Self.usual.first(where: { SlipIndex.isSlip(letters, $0) })
            else { return String(word) }
            isCorrected = true
            return String(decoding: meant, as: UTF8.self)
        }
        return isCorrected ? words.joined(separator: " ") : nil
    }

    private static let usual: [[UInt8]] = [
        "council", "county", "borough", "district", "metropolitan", "department", "ministry", "agency", "authority",
        "office",
        "service", "services", "police", "constabulary", "university", "hospital", "hospitals", "housing",
        "association",
        "government", "commission", "national", "london", "limited", "trust", "foundation", "operations",
    ].map { Array($0.utf8) }

    /// `c/o HMRC` without what the post is told, `Chief Constable of Kent Police` without who answers for it.
    private static func withoutPostalWords(_ text: String) -> String? {
        let lowered = text.prefix(30).lowercased()
        for mark in ["c/o ", "fao ", "chief constable of ", "the chief constable of "] where lowered.hasPrefix(mark) {
            return String(text.dropFirst(mark.count))
        }
        return nil
    }

    /// `Ministry of Justice (HQ)` as what stands before the brackets and in them.
    private static func bracketed(_ text: String) -> (outside: String, inside: String)? {
        guard text.utf8.last == UInt8(ascii: ")"), let open = text.lastIndex(of: "(") else { return nil }
        let outside = text[..<open].trimmingSuffix { $0 == " " }
        return outside.isEmpty ? nil : (String(outside), String(text[text.index(after: open)...].dropLast()))
    }

    /// The words of a name in small letters, abbreviations written out, without what every name has.
    private func letters(_ text: String) -> [[UInt8]] {
        let tokens = Tokens(text)
        return tokens.flatMap { token in
            written[token.plain] ?? [Array(Stem.singular(tokens.word(token)))]
        }
    }

    /// `DWP Counter Fraud`: a part of a department, which is no body in law, shares as the department.
    private func department(_ text: String) -> Int32? {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let first = words.first, let id = bags[bag(String(first))], id != Self.ambiguous,
            [.ministerialDepartment, .nonMinisterialDepartment, .executiveAgency].contains(organisations[Int(id)].kind)
        else { return nil }
        return id
    }

    /// The words of a name whatever their order, abbreviations written out, and without what every name has.
    private func bag(_ text: String) -> UInt64 {
        var words: [UInt64] = []
        for token in Tokens(text) {
            if let full = abbreviations[token.plain] { words += full } else { words.append(token.plain) }
        }
        return WordHash.ofBag(words)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}

extension String {
    /// What stands before the mark; nil where the mark is not there.
    func firstPart(before mark: String) -> String? {
        let bytes = Array(utf8)
        let sought = Array(mark.utf8)
        guard bytes.count > sought.count else { return nil }
        for start in 1..<(bytes.count - sought.count) where bytes[start..<(start + sought.count)].elementsEqual(sought)
        {
            return String(decoding: bytes[..<start], as: UTF8.self)
        }
        return nil
    }
}

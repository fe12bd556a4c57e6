import Foundation
import Shares

/// A thing with the spellings that `Templates` knows and those that it does not.
struct Spelt {
    var id: String
    var known: [String]
    var heldOut: [String]
    /// Of groups of people and of bodies: what takes it in, or over.
    var above: Int?
    /// Of bodies.
    var isCentral = false
    var isCouncil = false
}

/// A legal power as registers spell it.
struct LabelledPower {
    let spellings: [String]
    /// The Act and the number of the section, where the power is one section.
    var section: (act: String, number: Substring)?

    init(_ spellings: [String]) { self.spellings = spellings }

    init(_ gateway: Gateway) {
        spellings = [gateway.name] + gateway.spellings
        if gateway.provision.hasPrefix("section ") {
            section = (gateway.act, gateway.provision.dropFirst("section ".count))
        }
    }
}

/// All that labelled portfolios are made of.
struct LabelledWorld {
    let words: LabelledWords
    let reference: ReferenceData
    var items: [Spelt] = []
    var schemes: [Spelt] = []
    var subjects: [Spelt] = []
    var bodies: [Spelt] = []
    var gateways: [[LabelledPower]] = []
    /// The items that each scheme is mostly about.
    var profiles: [[Int]] = []
    static let areas: [(name: String, above: Int?)] = [
        ("Great Britain", nil), ("England and Wales", 0), ("England", 1), ("Wales", 1), ("Scotland", 0), ("London", 2),
        ("the North East", 2), ("the South West", 2),
    ]
    static let families = Gateway.Family.allCases

    private struct Schemes: Decodable {
        struct Scheme: Decodable {
            let id: String
            let name: String
            let aliases: [String]
        }
        let schemes: [Scheme]
    }

    init(_ words: LabelledWords, reference: ReferenceData, schemes data: Data, seed: UInt64) throws {
        self.words = words
        self.reference = reference
        var random = SplitMix(seed: seed)
        guard words.isWhole != true else {
            addWhole()
            for _ in schemes { profiles.append(random.sample(Array(items.indices), 18)) }
            return
        }
        for term in reference.dataItems.all {
            guard let heldOut = words.items[term.id] else { continue }
            items.append(Spelt(id: term.id, known: term.spellings, heldOut: heldOut))
        }
        for (place, texts) in random.sample(words.newItems, 9).enumerated() {
            items.append(Spelt(id: "new-item-\(place)", known: [], heldOut: texts))
        }
        for scheme in try JSONDecoder().decode(Schemes.self, from: data).schemes {
            guard let heldOut = words.schemes[scheme.id] else { continue }
            schemes.append(Spelt(id: scheme.id, known: [scheme.name] + scheme.aliases, heldOut: heldOut))
        }
        for (place, texts) in random.sample(words.newSchemes, 6).enumerated() {
            schemes.append(Spelt(id: "new-scheme-\(place)", known: [], heldOut: texts))
        }
        addSubjects()
        addBodies()
        gateways = Self.families.map { family in
            reference.gateways.all.filter { $0.families.contains(family) }.map { LabelledPower($0) }
        }
        for _ in schemes { profiles.append(random.sample(Array(items.indices), 18)) }
    }

    /// Everything from the vocabulary, and nothing from `Templates`.
    private mutating func addWhole() {
        func spelt(_ names: [String: [String]]) -> [Spelt] {
            names.sorted { $0.key < $1.key }.map { Spelt(id: $0.key, known: [], heldOut: $0.value) }
        }
        items = spelt(words.items)
        schemes = spelt(words.schemes)
        subjects = spelt(words.subjects)
        bodies = spelt(words.bodies ?? [:])
        for place in subjects.indices {
            let broader = words.broader?[subjects[place].id]
            subjects[place].above = subjects.firstIndex { $0.id == broader }
        }
        for place in bodies.indices {
            let id = bodies[place].id
            bodies[place].isCentral = words.central?.contains(id) == true
            bodies[place].isCouncil = words.councils?.contains(id) == true
            let heir = words.heirs?[id]
            bodies[place].above = bodies.firstIndex { $0.id == heir }
        }
        gateways = Self.families.map { (words.powers?[$0.rawValue] ?? []).map { LabelledPower($0) } }
    }

    private mutating func addSubjects() {
        var places: [String: Int] = [:]
        for group in reference.subjectGroups.all {
            guard words.subjects[group.id] != nil else { continue }
            places[group.id] = subjects.count
            subjects.append(Spelt(id: group.id, known: group.spellings, heldOut: words.subjects[group.id] ?? []))
        }
        for place in subjects.indices {
            var above = reference.subjectGroups[subjects[place].id]?.broader
            while let group = above {
                if let found = places[group] {
                    subjects[place].above = found
                    break
                }
                above = reference.subjectGroups[group]?.broader
            }
        }
        for (place, texts) in words.newSubjects.enumerated() {
            subjects.append(Spelt(id: "new-subject-\(place)", known: [], heldOut: texts))
        }
    }

    private mutating func addBodies() {
        var places: [String: Int] = [:]
        for body in reference.organisations.all {
            places[body.id] = bodies.count
            var spelt = Spelt(
                id: body.id, known: [body.name] + body.abbreviations + body.aliases + body.formerNames, heldOut: [])
            spelt.isCentral =
                body.status == .live
                && [.ministerialDepartment, .nonMinisterialDepartment, .executiveAgency].contains(body.kind)
            spelt.isCouncil = body.status == .live && body.kind == .localAuthority
            bodies.append(spelt)
        }
        for body in reference.organisations.all where body.otherSuccessors == nil {
            if let place = places[body.id], let heir = body.successor.flatMap({ places[$0] }) {
                bodies[place].above = heir
            }
        }
        for (place, texts) in words.newBodies.enumerated() {
            bodies.append(Spelt(id: "new-body-\(place)", known: [], heldOut: texts))
        }
    }
}

import JSONValues
import Shares

/// Walks through `flows.json` and notes every fault with its JSON Pointer, so that all can be mended at once.
struct SampleFlowsReader {
    private let root: JSONValue
    private(set) var findings = Findings()

    init(root: JSONValue) {
        self.root = root
    }

    mutating func groups() -> [String: SampleFlows.Group] {
        var groups: [String: SampleFlows.Group] = [:]
        for (name, value) in members(root["groups"], "/groups") {
            let place = "/groups/\(name)"
            let kind = value["kind"]?.string
            let bodies = kind == nil ? texts(value["bodies"], place + "/bodies") : []
            let gss = kind == nil ? [] : texts(value["gss"], place + "/gss", mayBeEmpty: true)
            groups[name] = .init(kind: kind, gss: gss, bodies: bodies)
        }
        return groups
    }

    mutating func bodies() -> [SampleOrganisation] {
        elements(root["bodies"], "/bodies").enumerated().map { number, value in
            let place = "/bodies/\(number)"
            return SampleOrganisation(
                id: text(value["id"], place + "/id"), name: text(value["name"], place + "/name"),
                spellings: texts(value["spellings"], place + "/spellings", mayBeEmpty: true),
                kind: text(value["kind"], place + "/kind"))
        }
    }

    mutating func owners() -> [String: [String]] {
        var owners: [String: [String]] = [:]
        for (spoke, value) in members(root["owners"], "/owners") { owners[spoke] = texts(value, "/owners/\(spoke)") }
        return owners
    }

    mutating func bundles() -> [SampleFlows.Bundle] {
        elements(root["bundles"], "/bundles").enumerated().map { number, value in
            let place = "/bundles/\(number)"
            return .init(
                text: text(value["text"], place + "/text"),
                items: texts(value["items"], place + "/items").map { wording($0, of: "items", at: place + "/items").id }
            )
        }
    }

    mutating func statuses() -> [String: SampleFlow.Wording] {
        var statuses: [String: SampleFlow.Wording] = [:]
        for stage in SampleStage.allCases {
            statuses[stage.status] = wording(stage.status, of: "statuses", at: "/wordings/statuses")
        }
        return statuses
    }

    mutating func flows(spokes: Set<String>, groups: Set<String>) -> [SampleFlow] {
        var seen: Set<String> = []
        let flows = elements(root["flows"], "/flows").enumerated().map { number, value in
            let flow = flow(value, "/flows/\(number)", groups: groups)
            if !seen.insert(flow.id).inserted { note("/flows/\(number)/id", "“\(flow.id)” is the id of two flows.") }
            if !spokes.contains(flow.spoke) {
                note("/flows/\(number)/spoke", "“\(flow.spoke)” is not a spoke that /owners lists.")
            }
            return flow
        }
        if flows.isEmpty { note("/flows", "There is no flow to make shares from.") }
        return flows
    }

    private mutating func flow(_ value: JSONValue, _ place: String, groups: Set<String>) -> SampleFlow {
        let years = elements(value["years"], place + "/years").compactMap(\.int)
        if years.count != 2 || years.first ?? 0 > years.last ?? 0 {
            note(place + "/years", "The first and the last year are wanted, in that order.")
        }
        let weight = value["weight"]?.int ?? 0
        if !(1...1_000_000).contains(weight) { note(place + "/weight", "A whole number from 1 to 1000000 is wanted.") }
        return SampleFlow(
            id: text(value["id"], place + "/id"), spoke: text(value["spoke"], place + "/spoke"), weight: weight,
            providers: parties(value["providers"], place + "/providers", groups: groups),
            recipients: parties(value["recipients"], place + "/recipients", groups: groups),
            titles: templates(value["titles"], place + "/titles"),
            purposes: templates(value["purposes"], place + "/purposes"),
            variants: value["variants"].map { texts($0, place + "/variants") } ?? [""],
            gateways: terms(value, "gateways", of: "gateways", place), bases: terms(value, "bases", of: "bases", place),
            items: terms(value, "items", of: "items", place),
            extras: value["extras"] == nil ? [] : terms(value, "extras", of: "items", place),
            subjects: terms(value, "subjects", of: "subjects", place),
            frequencies: terms(value, "frequencies", of: "frequencies", place),
            channels: terms(value, "channels", of: "channels", place),
            legacy: value["legacy"] == nil ? [] : terms(value, "legacy", of: "channels", place),
            classification: wording(
                text(value["classification"], place + "/classification"), of: "classifications",
                at: place + "/classification"),
            retention: text(value["retention"], place + "/retention"),
            years: (years.first ?? 2020)...max(years.first ?? 2020, years.last ?? 2020),
            lawfulFrom: value["lawfulFrom"].flatMap { day($0, place + "/lawfulFrom") },
            ended: value["ended"]?.bool ?? false)
    }

    private mutating func parties(_ value: JSONValue?, _ place: String, groups: Set<String>) -> [String] {
        let names = texts(value, place)
        for name in names {
            guard let group = SampleFlowsReader.group(name), !groups.contains(group) else { continue }
            note(place, "There is no group “\(group)”.")
        }
        return names
    }

    /// The name of the group where the party is one.
    static func group(_ party: String) -> String? {
        party.hasPrefix("group:") ? String(party.dropFirst("group:".count)) : nil
    }

    private mutating func templates(_ value: JSONValue?, _ place: String) -> [SampleTemplate] {
        texts(value, place).enumerated().compactMap { number, text in
            let template = SampleTemplate(text)
            if template == nil {
                note("\(place)/\(number)", "A place to fill is not known here, or its brace is open.")
            }
            return template
        }
    }

    private mutating func terms(_ flow: JSONValue, _ key: String, of vocabulary: String, _ place: String)
        -> [SampleFlow.Wording]
    {
        texts(flow[key], "\(place)/\(key)").map { wording($0, of: vocabulary, at: "\(place)/\(key)") }
    }

    /// The spellings of a term, from `/wordings`.
    mutating func wording(_ id: String, of vocabulary: String, at place: String) -> SampleFlow.Wording {
        let spellings = root["wordings"]?[vocabulary]?[id]?.array?.compactMap(\.string) ?? []
        if spellings.isEmpty { note(place, "/wordings/\(vocabulary) has no wording for “\(id)”.") }
        return .init(id: id, spellings: spellings)
    }

    // MARK: - Values of a kind

    mutating func texts(_ value: JSONValue?, _ place: String, mayBeEmpty: Bool = false) -> [String] {
        let texts = elements(value, place).compactMap(\.string)
        if texts.count != value?.array?.count ?? 0 { note(place, "Only texts can stand in this list.") }
        if texts.isEmpty && !mayBeEmpty { note(place, "At least one text is wanted.") }
        return texts
    }

    private mutating func text(_ value: JSONValue?, _ place: String) -> String {
        guard let text = value?.string, !text.isEmpty else {
            note(place, "A text is wanted.")
            return ""
        }
        return text
    }

    private mutating func day(_ value: JSONValue, _ place: String) -> Day? {
        let day = value.string.flatMap { Day(iso: $0) }
        if day == nil { note(place, "A day is wanted, as in 2026-02-02.") }
        return day
    }

    private mutating func elements(_ value: JSONValue?, _ place: String) -> [JSONValue] {
        guard let array = value?.array else {
            note(place, "A list is wanted.")
            return []
        }
        return array
    }

    private mutating func members(_ value: JSONValue?, _ place: String) -> [(String, JSONValue)] {
        guard let object = value?.object else {
            note(place, "An object is wanted.")
            return []
        }
        return object.sorted { $0.key < $1.key }
    }

    private mutating func note(_ pointer: String, _ message: String) {
        findings.append(.error("sample-flows", at: .pointer(file: "flows.json", pointer), message))
    }
}

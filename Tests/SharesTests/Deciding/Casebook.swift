import Foundation
import Shares
import Testing
import Workflows

/// A share and the people around it: what tests of decisions start from.
struct Casebook {
    let rules: Rulebook
    var share: Share
    var events: [Event]
    var now: Instant

    var circumstances: Circumstances { Circumstances(now: now, roster: Roster(Array(Self.people.values))) }

    // MARK: - The rules

    static func rules() throws -> Rulebook { try loaded.get() }

    private static let loaded = Result {
        let folder = try #require(RepositoryFolder.url()).appendingPathComponent("Templates/workflows")
        var files: [String: [UInt8]] = [:]
        for machine in Machine.allCases {
            files["\(machine.rawValue).json"] = Array(
                try Data(contentsOf: folder.appendingPathComponent("\(machine.rawValue).json")))
        }
        return Rulebook(
            definitions: try Definitions.load(files: files, vocabulary: Rulebook.vocabulary),
            pin: WorkflowPin(versions: [:], digest: String(repeating: "0", count: 64)),
            reference: try RepositoryFolder.reference())
    }

    // MARK: - The people

    static let department = "department-for-work-pensions"

    static func person(_ id: String, _ roles: RoleName..., of organisation: String = department) -> Person {
        Person(id: PersonID(id), name: "The \(id)", roles: roles, organisation: organisation)
    }

    static let everybody = [
        person("requester", "requester"), person("owner", "data-owner"), person("other-owner", "data-owner"),
        person("dpo", "dpo"), person("legal", "legal"), person("security", "security"), person("siro", "siro"),
        person("board", "board"), person("hub", "hub"), person("auditor", "auditor"),
        person("partner", "partner", of: "hm-revenue-customs"),
        // Holds two roles, so that only the segregation of duties stands in the way.
        person("both", "requester", "data-owner"),
    ]
    static let people = Dictionary(uniqueKeysWithValues: everybody.map { ($0.id, $0) })

    static func person(_ id: String) throws -> Person { try #require(id == "system" ? .system : people[PersonID(id)]) }

    // MARK: - The share

    static let terms: [TermsField: String] = [
        .title: "Earnings check", .provider: "HMRC", .recipient: "DWP", .purpose: "Checking earnings against awards",
        .legalGateway: "Welfare Reform Act 2012 s.127", .lawfulBasis: "Public task",
        .dataItems: "National Insurance number; Date of birth", .dataSubjects: "Benefit claimants",
        .frequency: "Daily", .transferMethod: "API", .classification: "OFFICIAL", .retention: "P2Y",
        .startDate: "2026-01-01", .endDate: "2028-12-31", .reviewDate: "2026-12-01",
    ]

    /// The terms above, with some fields otherwise; an empty text leaves one out.
    static func terms(_ changed: [TermsField: String] = [:]) throws -> Terms {
        var terms = Terms(title: "", parties: [])
        var reader = TermsReader(reference: try rules().reference)
        for field in TermsField.allCases {
            guard let text = changed[field] ?? Self.terms[field], !text.isEmpty else { continue }
            #expect(reader.read(text, as: field, into: &terms, at: .whole).errors == [])
        }
        return terms
    }

    /// A share that came in one way, its owner appointed unless told otherwise; machines may be put elsewhere.
    static func share(
        entry: EntryName = "proposed", at states: [Machine: StateName] = [:], changed: [TermsField: String] = [:],
        owner: String? = "owner", requester: String? = "requester", on day: String = "2026-04-01"
    ) throws -> Casebook {
        let rules = try rules()
        var standing = rules.definitions.standing(of: entry)
        for (machine, state) in states { standing[machine.rawValue] = state }
        let now = Instant(startOf: try #require(Day(iso: day)))
        let event = Event(
            share: "DWP-DS-00001", version: 1, at: now, actor: "requester", role: "requester",
            happening: .registered(
                Registration(
                    entry: entry, origin: Origin(entry == "proposed" ? .proposed : .inherited), pin: rules.pin,
                    standing: standing, terms: try terms(changed),
                    owner: owner.map { DataOwner(name: "The \($0)", person: PersonID($0), appointed: now) },
                    requester: entry == "proposed" ? requester.map { PersonID($0) } : nil)))
        return Casebook(rules: rules, share: try #require(Share(first: event)), events: [event], now: now)
    }

    func decide(_ command: String, by id: String, _ fields: [String: String] = [:], _ machine: Machine? = nil) throws
        -> Decision
    {
        share.decide(
            Order(CommandName(rawValue: command), machine: machine, fields: fields), by: try Self.person(id),
            in: circumstances, under: rules)
    }

    /// Gives a command that must be taken.
    mutating func give(_ command: String, by id: String, _ fields: [String: String] = [:]) throws {
        guard case .event(let event) = try decide(command, by: id, fields) else {
            let refused = try refusal(of: command, by: id, fields)
            throw NotTaken(command: command, reasons: refused.map(\.says))
        }
        share.apply(event)
        events.append(event)
    }

    /// The reasons against a command; none where it would be taken.
    func refusal(of command: String, by id: String, _ fields: [String: String] = [:]) throws -> [Refusal.Reason] {
        guard case .refused(let refusal) = try decide(command, by: id, fields) else { return [] }
        return refusal.reasons
    }

    func rules(against command: String, by id: String, _ fields: [String: String] = [:]) throws -> [String] {
        try refusal(of: command, by: id, fields).map(\.rule)
    }

    struct NotTaken: Error {
        var command: String
        var reasons: [String]
    }
}

extension ShareReference: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension PersonID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension Share {
    /// The proposal, DPIA, approval, review and retirement, in this order.
    var states: [StateName] { Machine.allCases.map { state($0) } }
}

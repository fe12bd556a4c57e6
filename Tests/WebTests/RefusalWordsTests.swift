import Casework
import Foundation
import Shares
import Testing
import Web
import Workflows

/// Pages refuse in the words of their forms, and never in those of the command line.
struct RefusalWordsTests {
    private static let share = ShareReference("DS-1")

    /// The life of a share as far as its sign-offs, with what is given.
    private static let life: [(command: CommandName, person: String, fields: [String: String])] = [
        ("appoint-owner", "hub", ["owner": "owner"]), ("submit", "requester", [:]), ("accept", "owner", [:]),
        ("screen", "owner", ["outcome": "required", "reason": "Health"]), ("begin-assessment", "owner", [:]),
        ("record-risk", "owner", ["risk": "Disclosure", "likelihood": "possible", "severity": "severe"]),
        (
            "record-measure", "owner",
            [
                "reference": "1", "measures": "Checked twice", "effect": "reduced", "residual-likelihood": "remote",
                "residual-severity": "minimal",
            ]
        ),
        ("submit-assessment", "requester", ["reason": "It is asked elsewhere"]),
        ("advise", "hub", ["advice": "Go ahead"]), ("approve-dpia", "owner", ["advice-accepted": "yes"]),
        ("open", "owner", [:]), ("sign-off", "owner", [:]),
    ]

    @Test func noReasonHoldsANameOfTheCommandLine() throws {
        let site = try TestSite(register: TestSite.register)
        try site.office.keep(
            Person(
                id: PersonID("hub"), name: "Chief Data Office",
                roles: ["hub", "dpo", "security", "legal", "siro", "board"], organisation: "DWP"))
        _ = try site.office.propose(
            fields: ["title": "Earnings check", "provider": "DWP", "data_items": "Health condition"],
            as: PersonID("requester"))
        var said = try Self.reasons(at: site)
        _ = try site.office.act(
            on: Self.share,
            Order(
                "edit",
                fields: [
                    "recipient": "HMRC", "purpose": "Checking", "data_subjects": "Benefit claimants",
                    "legal_gateway": "Welfare Reform Act 2012 s.127", "lawful_basis": "6(1)(e)", "retention": "2 years",
                    "transfer_method": "API", "classification": "OFFICIAL", "special_category_condition": "9(2)(b)",
                ]), as: PersonID("requester"))
        said.formUnion(try Self.reasons(at: site))
        for (command, person, fields) in Self.life {
            _ = try site.office.act(on: Self.share, Order(command, fields: fields), as: PersonID(person))
            said.formUnion(try Self.reasons(at: site))
        }
        #expect(said.count > 60)
        let names = try Self.names(at: site)
        for words in said.sorted() {
            let parts = Set(words.split { !$0.isLetter && $0 != "-" && $0 != "_" }.map(String.init))
            #expect(parts.isDisjoint(with: names), "\(words)")
            for pointer in [": see ", "other states", ": document ", "concordat "] {
                #expect(!words.contains(pointer), "\(words)")
            }
            for field in TermsField.allCases.map(\.rawValue) + EvidenceField.allCases.map(\.rawValue) {
                #expect(!words.contains("give \(field)"), "\(words)")
            }
        }
    }

    /// Why each command is refused to everybody, as it stands and with nothing given.
    private static func reasons(at site: TestSite) throws -> Set<String> {
        var said: Set<String> = []
        for person in TestSite.people where person.id.rawValue != "stranger" && person.id.rawValue != "leeds" {
            for action in try site.office.actions(on: share, as: person.id) {
                said.formUnion((action.refusal?.reasons ?? []).map(\.asPagesSay))
                guard action.refusal != nil || !action.required.isEmpty || action.editsTerms else { continue }
                do {
                    _ = try site.office.act(
                        on: share, Order(action.transition.command, machine: action.machine), as: person.id)
                    Issue.record("\(action.transition.command) is not refused to \(person.id)")
                } catch let refusal as Refusal {
                    said.formUnion(refusal.reasons.map(\.asPagesSay))
                }
            }
        }
        return said
    }

    /// What only the command line and files call a command, a field, a need or a record.
    private static func names(at site: TestSite) throws -> Set<String> {
        let commands = try TestSite.people.flatMap { try site.office.actions(on: share, as: $0.id) }
            .map(\.transition.command.rawValue)
        let all =
            commands + life.map(\.command.rawValue) + TermsField.allCases.map(\.rawValue)
            + EvidenceField.allCases.map(\.rawValue) + Fact.allCases.map(\.rawValue)
        return Set(all.filter { $0.contains("-") || $0.contains("_") }).subtracting(["sign-off"])
    }
}

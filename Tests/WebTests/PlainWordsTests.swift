import Casework
import Foundation
import Shares
import Testing
import Web
import Workflows

/// What people read of a share, from its proposal to its end, is in words: no name of a command, state, role, need or record.
struct PlainWordsTests {
    private static let share = ShareReference("DS-1")
    private static let terms: [String: String] = [
        "title": "Earnings check", "provider": "HMRC", "recipient": "DWP", "provider_role": "controller",
        "recipient_role": "controller", "purpose": "Checking earnings against awards",
        "legal_gateway": "Welfare Reform Act 2012 s.127", "lawful_basis": "Public task",
        "data_items": "National Insurance number; Date of birth", "data_subjects": "Benefit claimants",
        "frequency": "Daily", "transfer_method": "API", "classification": "OFFICIAL", "retention": "P2Y",
        "start_date": "2026-04-01", "end_date": "2028-03-31", "review_date": "2026-12-01",
        "necessity": "No other source says it", "onward_sharing": "None", "disposal": "Secure deletion",
        "transfers_outside_uk": "None", "automated_decisions": "None", "privacy_information": "The notice on the site",
        "rights_contact": "data.protection@department.example",
    ]

    /// Who gives which command with what.
    private static let life: [(String, CommandName, [String: String])] =
        [
            ("hub", "appoint-owner", ["owner": "owner"]), ("requester", "submit", [:]),
            ("owner", "return", ["reason": "Say why daily"]), ("requester", "edit", ["frequency": "Weekly"]),
            ("requester", "resubmit", [:]), ("owner", "accept", [:]),
            ("dpo", "screen", ["outcome": "required", "reason": "Data matching"]), ("owner", "begin-assessment", [:]),
            ("owner", "assess", ["likelihood": "possible", "severity": "significant", "measures": "Encryption"]),
            ("owner", "submit-assessment", ["reason": "The paper answers the questions"]),
            ("dpo", "advise", ["advice": "Proceed"]), ("siro", "approve-dpia", ["advice-accepted": "yes"]),
        ] + approval("open") + [
            ("owner", "bring-into-force", [:]), ("hub", "call-review", [:]), ("owner", "begin-review", [:]),
            ("owner", "require-amendment", ["reason": "Fewer data", "answers": "Too much"]),
            ("hub", "begin-amendment", ["reason": "Fewer data"]),
            ("requester", "edit", ["data_items": "National Insurance number", "retention": "P18M"]),
            ("requester", "submit-amendment", [:]), ("owner", "accept-amendment", [:]),
            ("owner", "screen", ["outcome": "not-required", "reason": "No new risk"]),
            ("dpo", "keep-assessment", ["reason": "The risk is the same"]),
        ] + approval("open-amendment") + [
            ("owner", "bring-into-force", [:]), ("security", "suspend", ["reason": "A breach"]),
            ("siro", "reinstate", ["reason": "It is closed"]),
            ("stranger", "propose-retirement", ["reason": "Replaced"]),
            ("owner", "reject-retirement", ["reason": "Not yet"]),
            ("stranger", "propose-retirement", ["reason": "Replaced now"]),
            ("owner", "give-notice", ["effective": "2026-06-01"]),
            ("owner", "stop-transfer", ["effective": "2026-05-01", "evidence": "Change 4711"]),
            ("owner", "certify-deletion", ["party": "DWP", "method": "Secure deletion", "evidence": "Log 1"]),
            ("owner", "complete", [:]),
        ]

    private static func approval(_ opening: CommandName) -> [(String, CommandName, [String: String])] {
        [
            ("hub", opening, [:]), ("owner", "sign-off", [:]), ("dpo", "sign-off", [:]), ("security", "sign-off", [:]),
            ("legal", "prepare-agreement", ["reason": "The annex says the rest"]),
            ("stranger", "sign", ["party": "HMRC", "signatory": "Director, HMRC", "signed-on": "2026-05-01"]),
            ("siro", "sign", ["party": "DWP", "signatory": "Director, DWP", "signed-on": "2026-05-01"]),
            ("legal", "complete-signing", [:]),
        ]
    }

    private static func site() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        for role in ["dpo", "legal", "security", "siro"] {
            try site.office.keep(
                Person(
                    id: PersonID(role), name: "The \(role)", roles: [RoleName(rawValue: role)], organisation: "DWP"))
        }
        _ = try site.office.propose(fields: terms, as: PersonID("requester"))
        let (similar, _) = try site.office.similar(to: share)
        for one in similar {
            _ = try site.office.act(
                on: share,
                Order(
                    "answer-similar",
                    fields: ["similar": one.reference.rawValue, "outcome": "distinct", "reason": "Another team"]),
                as: PersonID("requester"))
        }
        return site
    }

    /// Names that only the files and programs use, as far as they are no English words.
    private static func names(_ definitions: CheckedDefinitions) -> Set<String> {
        let transitions = definitions.all.flatMap(\.definition.transitions)
        var all: [String] = definitions.all.flatMap(\.definition.states).map(\.name.rawValue)
        all += transitions.map(\.command.rawValue)
        all += transitions.flatMap(\.records).map(\.rawValue)
        all += transitions.flatMap(\.roles).map(\.rawValue)
        all += EvidenceField.allCases.map(\.rawValue)
        all += Fact.allCases.map(\.rawValue)
        all += ManifestStatus.allCases.map(\.rawValue)
        all += TermsField.allCases.map(\.rawValue)
        return Set(all.filter { $0.contains("-") || $0.contains("_") }).subtracting(["sign-off"])
    }

    /// What is read on a page, without what is quoted as code and without identifiers behind names.
    private static func read(_ page: String) -> String {
        page.replacing(/<(head|code|small|option)[ >].*?<\/\1>/.dotMatchesNewlines(), with: " ").replacing(
            /<[^>]*>/, with: " ")
    }

    private static func found(_ page: String, _ names: Set<String>) -> Set<String> {
        Set(read(page).matches(of: /[A-Za-z]+([-_][a-z]+)+/).map { String($0.output.0) }).intersection(names)
    }

    @Test func fromItsProposalToItsEndAShareIsToldInWords() async throws {
        let site = try Self.site()
        let names = Self.names(try site.office.definitions())
        #expect(names.contains("require-amendment") && names.contains("in-force") && names.contains("data-owner"))
        #expect(Self.found("<p>It is in-force</p>", names) == ["in-force"])
        let pages = [
            ("/shares/DS-1", ["hub", "owner", "requester", "stranger"]), ("/work", ["owner", "requester", "stranger"]),
            ("/shares/DS-1/versions", ["hub"]), ("/shares/DS-1/manifest", ["hub"]), ("/shares/DS-1/documents", ["hub"]),
        ]
        var told: Set<String> = []
        for (person, command, fields) in Self.life {
            do {
                _ = try site.office.act(on: Self.share, Order(command, fields: fields), as: PersonID(person))
            } catch let refusal as Refusal {
                Issue.record("\(command): \(refusal.reasons.map(\.says))")
                return
            }
            if command == "bring-into-force" || command == "suspend" { try site.issue() }
            for (address, people) in pages {
                for one in people {
                    let page = try await site.get(address, as: one)
                    guard page.status == 200 else { continue }
                    for name in Self.found(page.body, names).sorted() where told.insert(name).inserted {
                        Issue.record("\(address) as \(one) after \(command): \(name)")
                    }
                }
            }
        }
    }

    @Test func termsAreHeadedByWhetherTheyHold() async throws {
        let site = try Self.site()
        func heading() async throws -> String? {
            try await site.get("/shares/DS-1").body.firstMatch(of: /<h2 id="terms">([^<]*)</).map {
                String($0.output.1)
            }
        }
        #expect(try await heading() == "Terms")
        var told: [CommandName: String?] = [:]
        for (person, command, fields) in Self.life {
            _ = try site.office.act(on: Self.share, Order(command, fields: fields), as: PersonID(person))
            told[command] = try await heading()
        }
        // The last of each command: of the amendment where one was signed, too.
        #expect(told["resubmit"] == "Terms" && told["bring-into-force"] == "Terms in force")
        #expect(told["suspend"] == "Terms, suspended" && told["reject-retirement"] == "Terms in force")
        #expect(told["stop-transfer"] == "Terms that held until the end")
        #expect(told["complete"] == "Terms that held until the end")
        let page = try await site.get("/shares/DS-1").body
        #expect(page.contains("Version 2 of the terms") && page.contains("<dd>18 months</dd>"))
        #expect(page.contains("<dd>Controller</dd>") && page.contains("<td>Require an amendment</td>"))
        #expect(page.contains("Begun on 1 May 2026 by Requester (requester)"))
        #expect(try await site.get("/shares/DS-1/manifest").body.contains("of the manifest, which holds"))
    }
}

import Foundation
import JSONValues
import Shares
import Testing

struct ReferenceDataTests {
    @Test func everyFileOfTheTemplatesLoadsWithoutAFinding() throws {
        let files = try RepositoryFolder.referenceFiles()
        #expect(
            Set(files.keys.filter { !$0.contains("/") })
                == Set(ReferenceData.fileNames + [PartyParticulars.file, ReferenceData.metadataFile]))
        _ = try ReferenceData(files: files)
    }

    @Test func theListsAreAsLongAsADepartmentNeeds() throws {
        let reference = try RepositoryFolder.reference()
        let councils = reference.organisations.all.filter { $0.kind == .localAuthority }
        // 397 current authorities in mySociety's list, less North of Tyne (ended 2024), and two newer ones.
        #expect(councils.count { $0.status == .live } == 398)
        #expect(reference.dataItems.all.count >= 150)
        #expect(reference.gateways.all.count >= 35)
        #expect(reference.spokes.all.count == 7)
        #expect(reference.publicBenefits.all.count == 9)
        let statuses = [
            "proposed", "pending-dpia", "pending-approval", "live", "suspended", "expired", "closed", "withdrawn",
            "refused",
        ]
        #expect(reference.statuses.all.map(\.id) == statuses)
    }

    /// A spelling that may mean others is nobody’s: it is asked about, and not guessed.
    @Test func groupsOfPeopleAreNotTakenForOthers() throws {
        let groups = try RepositoryFolder.reference().subjectGroups
        #expect(groups.resolve("Graduates")?.id == "graduates")
        #expect(groups.resolve("undergraduates")?.id == "students")
        #expect(groups.resolve("pregnant women")?.id == "pregnant-women")
        #expect(groups.resolve("pregnant claimants")?.id == "maternity-claimants")
        #expect(groups.resolve("account holders") == nil)
        #expect(groups.resolve("energy account holders")?.id == "energy-customers")
    }

    @Test func everyClosedCouncilHasASuccessor() throws {
        let organisations = try RepositoryFolder.reference().organisations
        let closed = organisations.all.filter { $0.kind == .localAuthority && $0.status == .closed }
        #expect(closed.count == 74)
        for council in closed {
            #expect(council.successor.flatMap { organisations[$0] } != nil, "\(council.id)")
        }
    }

    @Test func aBrokenFileTellsAllItsFaultsAtOnce() throws {
        var files = try RepositoryFolder.referenceFiles()
        files["channels.json"] = Data(
            """
            {"title": "t", "source": "s", "channels": [
              {"id": "a", "name": "A", "aliases": ["Alpha"], "standing": "strategic", "security": "s", "style": "api"},
              {"id": "a", "name": "B", "aliases": [], "standing": "legacy", "security": "s", "style": "file"},
              {"id": "c", "name": "C", "aliases": ["ALPHA!"], "standing": "legacy", "security": "s", "style": "file"},
              {"id": "d", "aliases": [], "standing": "legacy", "security": "s", "style": "file"},
              {"id": "e", "name": "E", "aliases": [], "standing": "splendid", "security": "s", "style": "file"},
              {"id": "f", "name": "F", "aliases": 7, "standing": "legacy", "security": "s", "style": "file"},
              {"id": "G -h", "name": "G", "aliases": [], "standing": "legacy", "security": "s", "style": "file"}
            ]}
            """.utf8)
        files["spokes.json"] = Data("[".utf8)
        files["questions/proposal.fraud-and-error.json"] = nil
        // A policy that names tiers alone, as they all did once, rests on no other file.
        files["sign-offs.json"] = Data(
            """
            {"title": "t", "source": "s", "rules": [{"tier": "low", "capacities": ["data-owner"]},
             {"tier": "medium", "capacities": ["dpo"]}, {"tier": "high", "capacities": ["siro"]}]}
            """.utf8)
        files["statuses.json"] = nil
        files["subject-groups.json"] = Data(
            #"{"title": "t", "source": "s", "groups": [{"id": "x", "name": "X", "aliases": [], "broader": "y"}]}"#.utf8)
        files["gateways.json"] = Data(
            """
            {"title": "t", "source": "s", "gateways": [{"id": "g", "name": "G", "act": "Act", "provision": "section 1",
             "aliases": [], "providers": ["nobody-at-all"], "recipients": ["any"], "purposes": [], "families": [],
             "permissive": true, "source": "s"}]}
            """.utf8)
        let findings = try #require(throws: Findings.self) { try ReferenceData(files: files) }
        let told = Set(findings.all.map { "\($0.rule) \($0.place)" })
        #expect(
            told == [
                "reference-id-doubled channels.json at /channels/1",
                "reference-alias-doubled channels.json at /channels/2",
                "reference-entry-unreadable channels.json at /channels/3",
                "reference-entry-unreadable channels.json at /channels/4",
                "reference-entry-unreadable channels.json at /channels/5",
                "reference-id-malformed channels.json at /channels/6",
                "reference-file-unreadable spokes.json",
                "reference-file-missing statuses.json",
                "reference-unknown-link subject-groups.json at /groups/0",
                "reference-unknown-organisation gateways.json at /gateways/0",
            ])
        #expect(findings.all.allSatisfy { $0.severity == .error })
    }

    /// A tier that is left out or misspelt would ask nobody to sign off.
    @Test func particularsAreOfKnownBodiesEachOnce() throws {
        var files = try RepositoryFolder.referenceFiles()
        files[PartyParticulars.file] = Data(
            """
            {"title": "t", "source": "s", "parties": [
              {"organisation": "department-for-work-pensions"}, {"organisation": "department-for-work-pensions"},
              {"organisation": "nowhere"}
            ]}
            """.utf8)
        let findings = #expect(throws: Findings.self) { try ReferenceData(files: files) }
        #expect(
            findings?.all.map { "\($0.rule) \($0.place)" }.sorted() == [
                "reference-id-doubled party-particulars.json at /parties/1",
                "reference-unknown-organisation party-particulars.json at /parties/2",
            ])
        files[PartyParticulars.file] = nil
        #expect(try ReferenceData(files: files).partyParticulars.isEmpty)
    }

    @Test func aPolicySaysWhoSignsOffForEveryTier() throws {
        var files = try RepositoryFolder.referenceFiles()
        files["sign-offs.json"] = Data(
            """
            {"title": "t", "source": "s", "rules": [
              {"tier": "low", "capacities": []}, {"tier": "hihg", "capacities": ["data-owner", "king"]},
              {"tier": "medium", "capacities": ["data-owner"]}]}
            """.utf8)
        let findings = try #require(throws: Findings.self) { try ReferenceData(files: files) }
        #expect(
            Set(findings.all.map { "\($0.rule) \($0.place)" }) == [
                "reference-unknown-tier sign-offs.json at /rules/1/tier", "reference-tier-missing sign-offs.json",
                "reference-capacity-missing sign-offs.json at /rules/0",
                "reference-unknown-capacity sign-offs.json at /rules/1/capacities/1",
            ])
    }

    @Test func anUnknownParentOrSuccessorIsFound() throws {
        var files = try RepositoryFolder.referenceFiles()
        files["organisations.json"] = Data(
            """
            {"title": "t", "source": "s", "organisations": [
              {"id": "a", "name": "A", "abbreviations": [], "aliases": [], "formerNames": [], "kind": "other",
               "status": "live", "parent": "gone"},
              {"id": "b", "name": "B", "abbreviations": [], "aliases": [], "formerNames": [], "kind": "other",
               "status": "closed", "successor": "gone-too"}]}
            """.utf8)
        let findings = try #require(throws: Findings.self) { try ReferenceData(files: files) }
        let places = findings.all.filter { $0.place.description.hasPrefix("organisations.json") }.map(
            \.place.description)
        #expect(places == ["organisations.json at /organisations/0", "organisations.json at /organisations/1"])
    }

    @Test(arguments: [
        (#""owner": "legal","#, []), (#""owner": {"person": "a.smith"},"#, []), ("", []),
        (#""owner": "leagl","#, ["/owner"]), (#""owner": "system","#, ["/owner"]), (#""owner": 7,"#, ["/owner"]),
        (#""owner": {"person": ""},"#, ["/owner"]), (#""owner": {"role": "hub"},"#, ["/owner"]),
    ])
    func whoeverAnswersForAFileIsARoleOrAPerson(member: String, places: [String]) throws {
        var files = try RepositoryFolder.referenceFiles()
        // One of each reader: that of lists, and that of the policy.
        let lists = [
            ReviewInterval.file:
                #""intervals": [{"tier": "low", "months": 1}, {"tier": "medium", "months": 1}, {"tier": "high", "months": 1}]"#,
            SignOffRule.file: #"""
            "rules": [{"tier": "low", "capacities": ["dpo"]}, {"tier": "medium", "capacities": ["dpo"]},
            {"tier": "high", "capacities": ["dpo"]}]
            """#,
        ]
        for (file, list) in lists {
            files[file] = Data("{\"title\": \"t\", \"source\": \"s\", \(member) \(list)}".utf8)
        }
        var found: [String] = []
        do {
            _ = try ReferenceData(files: files)
        } catch {
            #expect(error.all.allSatisfy { $0.rule == "reference-unknown-owner" })
            found = error.all.map(\.place.description)
        }
        #expect(Set(found) == Set(lists.keys.flatMap { file in places.map { "\(file) at \($0)" } }))
    }

    @Test func everyFileOfTheTemplatesSaysWhoAnswersForIt() throws {
        for (name, data) in try RepositoryFolder.referenceFiles() where !name.contains("/") {
            let owner = try JSONValue(parsing: Array(data))[ReferenceOwner.member].flatMap { ReferenceOwner($0) }
            #expect(owner != nil, "\(name)")
        }
    }
}

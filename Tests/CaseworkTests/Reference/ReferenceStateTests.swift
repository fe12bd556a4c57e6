@testable import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// Each state of a reference file is noted once it is gone by, and its history says what changed.
struct ReferenceStateTests {
    /// An office on other files of the same ledger, as after a new start of the program.
    private static func office(_ desk: Desk, _ templates: DepartmentTests.Templates) -> Office {
        Office(
            ledger: desk.office.ledger, templates: TemplateFolder(root: templates.url),
            surroundings: desk.office.surroundings)
    }

    private static func states(_ office: Office, of file: String = "classifications") throws -> [ReferenceStateLine] {
        try office.referenceStates(of: file, limit: 50, as: PersonID("hub"))
    }

    @Test func aStateIsNotedWithTheFirstActAndNotAgain() throws {
        let desk = try Desk()
        // The people of the desk were put in at the machine.
        let first = try Self.states(desk.office)
        #expect(first.count == 1 && first[0].isPresent && first[0].changes == nil)
        #expect(first[0].state.occasion == .act && first[0].state.actor == .system)
        // Every file of the folder, and nothing else.
        let folder = TemplateFolder.bundled.root.appendingPathComponent("reference")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let noted = try desk.office.ledger.read { try $0.lastReferenceStates() }
        #expect(Set(noted.keys) == Set(files) && noted.count == 21)
        for (file, state) in noted {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
            #expect(try desk.office.ledger.read { try $0.text(#require(state.digest)) } == bytes, "\(file)")
        }

        let templates = try DepartmentTests.Templates()
        try templates.change("reference/classifications.json", "UK OFFICIAL", "U K OFFICIAL")
        let office = Self.office(desk, templates)
        _ = try DepartmentTests.propose("DS-1", desk, on: office)
        let line = try #require(try Self.states(office).first)
        #expect(line.state.occasion == .act && line.state.role == "requester" && line.who == "The requester")
        #expect(line.isPresent && line.state.number == 22)
        _ = try DepartmentTests.propose("DS-2", desk, on: office)
        try office.noteReference(on: .serving)
        #expect(try desk.office.ledger.read { try $0.referenceStateCount() } == 22)
    }

    @Test func whatChangedIsToldByValueAndMember() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk)
        let templates = try DepartmentTests.Templates()
        let file = "reference/classifications.json"
        try templates.change(file, #""owner": "security""#, #""owner": {"person": "owner"}"#)
        try templates.change(
            file, #""name": "OFFICIAL", "aliases": ["UK OFFICIAL", "#, #""name": "OFFICIAL!", "aliases": ["O!", "#)
        try templates.change(
            file, #""classifications": ["#,
            #""classifications": [{"id": "new", "name": "NEW", "aliases": [], "ukmem": "OFFICIAL"},"#)
        try desk.set("2026-05-03")
        let office = Self.office(desk, templates)
        try office.noteReference(on: .serving)
        let lines = try Self.states(office)
        #expect(lines.map(\.isPresent) == [true, false])
        #expect(lines[0].state.at.day.description == "2026-05-03" && lines[0].state.occasion == .serving)
        let changes = try #require(lines[0].changes)
        #expect(changes.ofFile == [.init(name: "owner", change: .from("security", to: "person owner"))])
        #expect(changes.added.map(\.id) == ["new"] && changes.removed.isEmpty && !changes.isInAnotherOrder)
        #expect(
            changes.changed == [
                .init(
                    name: "OFFICIAL!", id: "official",
                    members: [
                        .init(name: "aliases", change: .list(added: ["O!"], removed: ["UK OFFICIAL"])),
                        .init(name: "name", change: .from("OFFICIAL", to: "OFFICIAL!")),
                    ])
            ])
        // The other files are as they were.
        #expect(try Self.states(office, of: "channels").count == 1)
        let register = try #require(
            try office.referenceRegisters(as: PersonID("hub")).first { $0.name == "classifications" })
        #expect(register.owner?.name == "The owner" && !register.waitsForStart)

        // The earlier state can be opened, and says until when it was gone by.
        let was = try #require(
            try office.reference("classifications", inState: lines[1].state.number, as: PersonID("hub")))
        #expect(was.register?.entries.count == register.entries.count - 1)
        #expect(was.register?.owner?.name == "Security officer" && was.until == lines[0].state.at)
        #expect(try office.reference("channels", inState: lines[1].state.number, as: PersonID("hub")) == nil)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func aStateThatComesBackIsNotedAnewAndAFileTakenAwayIsTold() throws {
        let desk = try Desk()
        let templates = try DepartmentTests.Templates()
        let file = "reference/party-particulars.json"
        let path = templates.url.appendingPathComponent(file)
        let bytes = try Data(contentsOf: path)
        try Self.office(desk, templates).noteReference(on: .serving)
        try FileManager.default.removeItem(at: path)
        _ = try Self.office(desk, templates).tick()
        try bytes.write(to: path)
        try Self.office(desk, templates).noteReference(on: .serving)
        // Only how it is written.
        try (bytes + Data("\n".utf8)).write(to: path)
        let last = Self.office(desk, templates)
        try last.noteReference(on: .serving)
        let lines = try Self.states(last, of: "party-particulars")
        #expect(lines.map(\.state.occasion) == [.serving, .serving, .tick, .act])
        #expect(lines[1].state.digest == lines[3].state.digest && lines[2].state.digest == nil)
        #expect(lines[0].changes?.isEmpty == true && lines[1].changes == nil)
        #expect(
            try last.reference("party-particulars", inState: lines[2].state.number, as: PersonID("hub"))?.register
                == nil)
        // A page of them, from the newest back.
        let page = try last.referenceStates(
            of: "party-particulars", before: lines[1].state.number, limit: 1, as: PersonID("hub"))
        #expect(page == [lines[2]])
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func aFileThatWaitsForTheNextStartIsSaidToAndNotShown() throws {
        let desk = try Desk()
        let templates = try DepartmentTests.Templates()
        let office = Self.office(desk, templates)
        _ = try office.reference()
        try templates.change("reference/review-intervals.json", #""months": 24"#, #""months": 36"#)
        let register = try #require(
            try office.referenceRegisters(as: PersonID("hub")).first { $0.name == "review-intervals" })
        #expect(register.waitsForStart)
        #expect(register.entries[0].members.contains(.init(name: "months", text: "24")))
    }

    @Test func onlyTheHubSeesIt() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk)
        for person in ["owner", "board", "partner"] {
            let refusal = #expect(throws: Refusal.self) {
                try desk.office.referenceStates(of: "channels", limit: 1, as: PersonID(person))
            }
            #expect(refusal?.reasons.map(\.rule) == ["not-your-role"])
        }
    }

    @Test func theEvidenceHasTheStatesAndTheirTexts() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk)
        let folder = desk.path("evidence")
        try desk.office.writeEvidence(to: folder)
        let lines = try String(contentsOfFile: folder + "/reference.jsonl", encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 21)
        let digest = try #require(try Self.states(desk.office).first?.state.digest)
        #expect(FileManager.default.fileExists(atPath: folder + "/texts/" + digest))
        let copy = desk.path("copy.sqlite")
        try desk.office.ledger.backUp(to: copy)
        #expect(try Ledger.open(file: copy).read { try $0.referenceStateCount() } == 21)
    }
}

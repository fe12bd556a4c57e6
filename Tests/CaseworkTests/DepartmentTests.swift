import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// Departments run on their own edition, and shares are moved between editions only when somebody says so.
@Suite struct DepartmentTests {
    /// The program's templates with some files otherwise, in a folder of one test.
    final class Templates {
        let url: URL

        init() throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
            try FileManager.default.copyItem(at: TemplateFolder.bundled.root, to: url)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func add(overlay name: String) throws {
            let folder = url.appendingPathComponent("overlays")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: SampleFolder.root.appendingPathComponent("overlays/\(name).json"),
                to: folder.appendingPathComponent("\(name).json"))
        }

        func change(_ file: String, _ old: String, _ new: String) throws {
            let path = url.appendingPathComponent(file)
            let text = try String(contentsOf: path, encoding: .utf8)
            #expect(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: path)
        }
    }

    static func propose(_ reference: String, _ desk: Desk, on office: Office, _ changed: [String: String] = [:]) throws
        -> Share
    {
        try office.propose(
            reference: ShareReference(reference), fields: Life.proposal.merging(changed) { $1 }, as: "requester"
        ).share
    }

    @Test func aShareRunsOnTheEditionOfItsDepartment() throws {
        let desk = try Desk()
        let templates = try Templates()
        try templates.add(overlay: "fraud-and-error")
        try templates.add(overlay: "pension-protection-fund")
        let office = Office(
            ledger: desk.office.ledger, templates: TemplateFolder(root: templates.url),
            surroundings: desk.office.surroundings)
        let fraud = try Self.propose("F-1", desk, on: office, ["spoke": "Fraud and Error"])
        #expect(fraud.pin.overlay == "fraud-and-error")
        let other = try Self.propose("F-2", desk, on: office)
        #expect(other.pin.overlay == nil)
        // The provider's overlay comes before the recipient's.
        let fund = try Self.propose(
            "F-3", desk, on: office, ["provider": "Pension Protection Fund", "spoke": "Fraud and Error"])
        #expect(fund.pin.overlay == "pension-protection-fund")
        let toFund = try Self.propose("F-4", desk, on: office, ["recipient": "Pension Protection Fund"])
        #expect(toFund.pin.overlay == "pension-protection-fund")
        // The stricter department asks more of the same command.
        let incomplete = Order("submit")
        let short = try Self.propose(
            "F-5", desk, on: office,
            ["spoke": "Fraud and Error", "retention": "", "data_items": "Vehicle registration"])
        let refusal = try #require(throws: Refusal.self) {
            try office.act(on: short.reference, incomplete, as: "requester")
        }
        #expect(refusal.reasons.map(\.rule) == ["retention-stated"])
        let lenient = try Self.propose(
            "F-6", desk, on: office, ["retention": "", "data_items": "Property type; Floor area"])
        #expect(
            try office.act(on: lenient.reference, incomplete, as: "requester").share.state(.proposal) == "submitted")
        // A register's shares follow their department too, and the record stays whole.
        let file = try desk.write(
            Row.csv([Row("R-1", ["provider": "Pension Protection Fund"]), Row("R-2")]), to: "r.csv")
        _ = try office.importRegister(ImportRequest(file: file))
        #expect(try office.show("R-1").share.pin.overlay == "pension-protection-fund")
        #expect(try office.show("R-2").share.pin.overlay == nil)
        #expect(try office.verifyAudit().faults == [])
    }

    @Test func twoOverlaysForOneDepartmentAreAFault() throws {
        let desk = try Desk()
        let templates = try Templates()
        try templates.add(overlay: "pension-protection-fund")
        let folder = templates.url.appendingPathComponent("overlays")
        try FileManager.default.copyItem(
            at: folder.appendingPathComponent("pension-protection-fund.json"),
            to: folder.appendingPathComponent("second.json"))
        let office = Office(
            ledger: desk.office.ledger, templates: TemplateFolder(root: templates.url),
            surroundings: desk.office.surroundings)
        let faults = try #require(throws: DefinitionFaults.self) { try office.departmentWorkflows() }
        #expect(faults.all.map(\.rule) == [.doubledDepartment] && faults.all.first?.file == "second.json")
    }

    /// What nobody could ever sign is no narrower process: it is a share that stays where it is.
    @Test func anOverlayThatLeavesOutASignOffThatPolicyAsksForIsAFault() throws {
        let desk = try Desk()
        func overlay(_ roles: String) -> String {
            #"{"overlay": "nosign", "version": 1, "title": "T", "appliesTo": {"organisations": ["department-for-work-pensions"]}, "#
                + #""uses": {}, "workflows": {"approval": {"transitions": [{"command": "sign-off", "roles": [\#(roles)]}]}}}"#
        }
        let check = try desk.office.checkWorkflows([try desk.write(overlay(#""siro""#), to: "nosign.json")])
        #expect(!check.isSound && Set(check.faults.map(\.rule)) == [.signOffNobodyMayGive])
        let says = check.faults.map(\.message)
        for who in ["the data owner", "the DPO", "the security officer"] {
            #expect(
                says.contains(
                    "Policy asks at medium risk for the sign-off of \(who) (rule tier-medium), "
                        + "and no command lets that role sign off: the share could never be signed."))
        }
        // At the top either of two will do.
        #expect(!says.contains { $0.contains("governance board") })
        let all = #""data-owner", "dpo", "legal", "security", "siro""#
        #expect(try desk.office.checkWorkflows([try desk.write(overlay(all), to: "nosign.json")]).isSound)
    }

    @Test func workflowCheckUnderstandsOverlays() throws {
        let desk = try Desk()
        let good = try desk.office.checkWorkflows([
            SampleFolder.root.appendingPathComponent("overlays/fraud-and-error.json").path
        ])
        #expect(good.isSound && good.overlays.map(\.name) == ["fraud-and-error"])
        let bad = try desk.office.checkWorkflows([
            SampleFolder.root.appendingPathComponent("broken/overlays/widening.json").path
        ])
        #expect(!bad.isSound && bad.faults.contains { $0.rule == .widensRoles })
    }

    // MARK: - Relocation

    @Test func sharesAreMovedInBulkWithAPreviewAndBack() throws {
        let desk = try Desk()
        // Unlike each other, so that nothing has to be said of similar shares.
        for (number, items) in [(1, "Vehicle registration"), (2, "Property type; Floor area"), (3, "Passport number")] {
            _ = try Self.propose(
                "M-\(number)", desk, on: desk.office, ["spoke": "Fraud and Error", "data_items": items])
        }
        try desk.act("submit", on: "M-2", by: "requester")
        try desk.act("withdraw", on: "M-3", by: "requester", ["reason": "Not needed"])
        let before = try desk.share("M-2")
        let templates = try Templates()
        try templates.add(overlay: "fraud-and-error")
        let office = Office(
            ledger: desk.office.ledger, templates: TemplateFolder(root: templates.url),
            surroundings: desk.office.surroundings)
        let position = try desk.position()

        let preview = try office.relocate(RelocationRequest(isPreview: true), as: "hub")
        #expect(preview.moved.map(\.share) == ["M-1", "M-2"] && preview.kept.isEmpty && preview.untouched == 1)
        let differences = preview.moved.first { $0.share == "M-1" }?.plan.differences ?? []
        #expect(
            differences.contains(
                "“Submit for decision” also needs special-category-condition-stated, retention-stated, security-stated."
            ),
            "\(differences)")
        let deadlines = preview.moved.first { $0.share == "M-2" }?.plan.differences ?? []
        #expect(
            deadlines.contains("The proposal: 5 working days after it is entered, a reminder to the data owner."),
            "\(deadlines)")
        #expect(try desk.position() == position, "a preview writes nothing")

        let refusal = try #require(throws: Refusal.self) { try office.relocate(RelocationRequest(), as: "owner") }
        #expect(refusal.reasons.map(\.rule) == ["not-your-role"])

        let silent = try #require(throws: Refusal.self) { try office.relocate(RelocationRequest(), as: "hub") }
        #expect(silent.reasons.map(\.rule) == ["reason-missing"])
        let report = try office.relocate(RelocationRequest(reason: "A stricter process"), as: "hub")
        #expect(
            report.moved
                == preview.moved.map { moved in
                    var moved = moved
                    moved.plan.relocation.reason = "A stricter process"
                    return moved
                })
        #expect(try office.show("M-2").share.pin.overlay == "fraud-and-error")
        #expect(try office.show("M-3").share.pin == before.pin, "what has ended stays where it ended")
        #expect(
            try office.relocate(RelocationRequest(reason: "Once more"), as: "hub").moved.isEmpty,
            "a second time there is nothing to move")

        // One that moved on since is not taken back.
        _ = try office.act(on: "M-1", Order("submit"), as: "requester")
        let reverted = try office.revertRelocation(RelocationRequest(reason: "Too early"), as: "hub")
        #expect(reverted.moved.map(\.share) == ["M-2"])
        #expect(reverted.kept.map(\.share) == ["M-1"])
        #expect(reverted.kept.first?.refusal.reasons.map(\.rule) == ["happened-since"])
        let after = try office.show("M-2").share
        #expect(after.pin == before.pin && after.standing == before.standing)
        #expect(
            try office.history(of: "M-2").map(\.event.happening.kind) == [
                "registered", "acted", "relocated", "relocated",
            ])
        #expect(try office.verifyAudit().faults == [])
    }

    /// The state “returned” is no longer there: its shares are mapped or stay.
    @Test func aStateThatIsNoLongerThereMustBeMapped() throws {
        let desk = try Desk()
        for (number, items) in [(1, "Vehicle registration"), (2, "Property type; Floor area")] {
            _ = try Self.propose("S-\(number)", desk, on: desk.office, ["data_items": items])
            try desk.act("appoint-owner", on: "S-\(number)", by: "hub", ["owner": "owner"])
            try desk.act("submit", on: "S-\(number)", by: "requester")
        }
        try desk.act("return", on: "S-1", by: "owner", ["reason": "Which years?"])
        let templates = try Templates()
        try templates.change("workflows/proposal.json", "\"returned\"", "\"sent-back\"")
        let office = Office(
            ledger: desk.office.ledger, templates: TemplateFolder(root: templates.url),
            surroundings: desk.office.surroundings)
        let unmapped = try office.relocate(RelocationRequest(isPreview: true), as: "hub")
        #expect(unmapped.moved.map(\.share) == ["S-2"])
        #expect(unmapped.kept.flatMap(\.refusal.reasons).map(\.rule) == ["state-not-there"])

        // A map that leads where no share can stand is refused: a draft has no assessment under way to end.
        let wrong = try #require(RelocationMap(["proposal:returned=concluded"]))
        let nowhere = try office.relocate(RelocationRequest(map: wrong, isPreview: true), as: "hub")
        #expect(nowhere.kept.flatMap(\.refusal.reasons).map(\.rule) == ["cannot-stand-there"])

        // Nor may a map lead around a step: what is there stays where it is.
        let shortcut = try #require(
            RelocationMap([
                "proposal:returned=sent-back", "dpia:not-started=not-required", "approval:not-started=agreed",
            ]))
        let around = try office.relocate(RelocationRequest(map: shortcut, isPreview: true), as: "hub")
        let refused = around.kept.first { $0.share == "S-1" }?.refusal.reasons.map(\.rule) ?? []
        #expect(refused.prefix(2) == ["state-is-there", "state-is-there"])
        let accepted = try #require(RelocationMap(["proposal:returned=sent-back", "proposal:submitted=accepted"]))
        let skipped = try office.relocate(RelocationRequest(map: accepted, isPreview: true), as: "hub")
        #expect(skipped.kept.map(\.share) == ["S-2"])
        #expect(skipped.kept.flatMap(\.refusal.reasons).first?.rule == "state-is-there")

        let map = try #require(RelocationMap(["proposal:returned=sent-back"]))
        let report = try office.relocate(RelocationRequest(map: map, reason: "No such state"), as: "hub")
        #expect(report.moved.map(\.share) == ["S-1", "S-2"])
        #expect(try office.show("S-1").share.state(.proposal) == "sent-back")
        #expect(try office.act(on: "S-1", Order("resubmit"), as: "requester").share.state(.proposal) == "submitted")
        #expect(try office.verifyAudit().faults == [])

        // And to a named edition, the old one.
        let old = try desk.office.rulebook().pin.digest
        let back = try office.relocate(
            RelocationRequest(target: .edition(String(old.prefix(16))), reason: "Back"), as: "hub")
        #expect(back.moved.count == 2)
        #expect(try office.show("S-2").share.pin.digest == old)
        let unknown = try #require(throws: Refusal.self) {
            try office.relocate(RelocationRequest(target: .edition("zz"), reason: "Back"), as: "hub")
        }
        #expect(unknown.reasons.map(\.rule) == ["unknown-edition"])
    }

    @Test(arguments: ["", "proposal", "proposal:=x", "proposal:returned=", "proposals:a=b", "proposal:a=b=c"])
    func aMapThatIsNoneIsNotRead(text: String) {
        #expect(RelocationMap([text]) == nil)
        #expect(RelocationMap(["proposal:a=b", "proposal:a=c"]) == nil)
    }
}

extension ShareReference: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension PersonID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

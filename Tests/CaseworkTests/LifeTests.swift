import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Testing
import Workflows

/// The main job by hand: from a proposal, or from a register, to the retirement, on SQLite.
@Suite struct LifeTests {
    @Test func aShareLivesFromItsProposalToItsRetirement() async throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        #expect(try desk.stage("A") == .live)
        #expect(try desk.share("A").termsVersion == 1)
        try await outputs(of: "A", at: desk)
        try Life.live(Life.amendment, "A", at: desk)
        #expect(try desk.share("A").termsVersion == 2)
        #expect(try desk.share("A").terms.items.count == 3)
        try Life.live(Life.suspension, "A", at: desk)
        try Life.live(Life.review, "A", at: desk)
        #expect(try desk.share("A").terms.reviewDate?.day == Day(iso: "2027-04-01"))
        try await outputs(of: "A", at: desk)
        try Life.live(Life.retirement, "A", at: desk)
        #expect(try desk.stage("A") == .ended)
        #expect(try desk.share("A").retirement.reason == "Replaced by the API")
        try await outputs(of: "A", at: desk)
        try folds("A", at: desk)
    }

    @Test func aShareFromARegisterIsRegularised() async throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        #expect(try desk.stage("A") == .inherited)
        #expect(try desk.share("A").hasTermsInForce == false)
        try await outputs(of: "A", at: desk)
        try Life.live(Life.inherited, "A", at: desk)
        #expect(try desk.stage("A") == .live)
        #expect(try desk.share("A").hasTermsInForce)
        try await outputs(of: "A", at: desk)
        try Life.live(Life.retirement, "A", at: desk)
        try folds("A", at: desk)
    }

    @Test func anInheritedShareCanBeRetiredWithoutBeingRegularised() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        try Life.live(
            [
                LifeStep("hub", "appoint-owner", ["owner": "owner"]),
                LifeStep("hub", "propose-retirement", ["reason": "No use"], then: "retirement:proposed"),
                LifeStep("siro", "give-notice", ["effective": "2026-05-01"], then: "retirement:notice"),
            ], "A", at: desk)
        try Life.live(Array(Life.retirement.dropFirst(2)), "A", at: desk)
        #expect(try desk.stage("A") == .ended)
    }

    @Test func anInheritedShareIsSuspendedAndComesBackByRenewal() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        try Life.live(
            [LifeStep("siro", "suspend", ["reason": "A breach"], then: "approval:inherited-suspended")], "A", at: desk)
        #expect(try desk.stage("A") == .suspended)
        try Life.live(
            [
                LifeStep("hub", "appoint-owner", ["owner": "owner"]),
                LifeStep("hub", "edit", Life.essentials.merging(["retention": "P2Y"]) { $1 }),
                LifeStep("owner", "adopt", then: "proposal:accepted"),
                LifeStep("hub", "begin-amendment", ["reason": "Renewal"], then: "proposal:amending"),
                LifeStep("hub", "submit-amendment", then: "proposal:amendment-submitted"),
                LifeStep("owner", "accept-amendment", then: "proposal:amendment-accepted"),
            ] + Life.assessment
                + Life.approval(opening: "renew", signing: "renewal-signing", agreed: "renewal-agreed") + [
                    LifeStep("owner", "bring-into-force", then: "approval:in-force", "proposal:accepted")
                ], "A", at: desk)
    }

    /// Ways that end a share before it comes into force.
    @Test(arguments: [
        (
            [
                LifeStep(
                    "requester", "withdraw", ["reason": "No budget"], then: "proposal:withdrawn", "approval:not-made")
            ], "draft"
        ),
        (
            [
                LifeStep("hub", "appoint-owner", ["owner": "owner"]), LifeStep("requester", "submit"),
                LifeStep(
                    "owner", "refuse", ["reason": "No gateway"], then: "proposal:refused", "retirement:not-needed"),
            ], "refused"
        ),
        (
            Array(Life.proposed.prefix(12)) + [
                LifeStep("hub", "open", then: "approval:signing-off"),
                LifeStep("siro", "refuse-agreement", ["reason": "Too risky"], then: "approval:refused", "dpia:closed"),
            ], "refused at sign-off"
        ),
    ])
    func aShareThatIsNotToBeEnds(steps: [LifeStep], name: String) throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(steps, "A", at: desk)
        #expect(try desk.stage("A") == .ended)
        // Nothing can be done with it any more, and everybody is told why.
        for person in Desk.people {
            let offered = try desk.office.actions(on: ShareReference("A"), as: person.id)
            #expect(offered.isEmpty, "\(person.id)")
        }
    }

    // MARK: - Two people at once

    @Test func whoDecidedOnAnOlderVersionIsToldWhatChanged() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try desk.act("edit", on: "A", by: "requester", ["purpose": "Arrears"], seen: 1)
        do {
            try desk.act("submit", on: "A", by: "requester", seen: 1)
            Issue.record("it was submitted on a version that is gone")
        } catch let refusal as Refusal {
            #expect(refusal.reasons.map(\.rule) == ["changed-since"])
            #expect(refusal.reasons[0].says.contains("requester"))
        }
        #expect(try desk.refusal("submit", on: "A", by: "requester", seen: 2) == [])
    }

    @Test func manyAtOnceAreAllToldTheTruth() async throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let done = await withTaskGroup(of: Bool.self) { group in
            for number in 1...12 {
                group.addTask {
                    (try? desk.refusal("edit", on: "A", by: "requester", ["volume": "\(number)"], seen: 1)) == []
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 1, "one wins, the rest are told what changed")
        #expect(try desk.share("A").version == 2)
        try folds("A", at: desk)
    }

    @Test func aRefusedOrderWritesNothing() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk, ["purpose": ""])
        let position = try desk.position()
        #expect(try desk.refusal("submit", on: "A", by: "requester") == ["summary-complete"])
        #expect(try desk.refusal("submit", on: "A", by: "nobody") == ["unknown-person"])
        #expect(try desk.refusal("submit", on: "A", by: "system") == ["unknown-person"])
        #expect(try desk.refusal("propose-retirement", on: "A", by: "stranger", ["reason": "x"]) == ["not-your-share"])
        #expect(throws: NoSuchShare.self) { try desk.act("submit", on: "B", by: "requester") }
        #expect(try desk.position() == position)
    }

    @Test func aProposalTakesAFreeReferenceOrANewOne() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        for (reference, rule) in [
            ("A", "reference-taken"), (" A ", "reference-taken"), ("", "reference-not-possible"),
            (".", "reference-not-possible"), ("..", "reference-not-possible"),
            ("A\u{202E}", "reference-not-possible"), (String(repeating: "A", count: 201), "reference-not-possible"),
        ] {
            do {
                try Life.propose(reference, at: desk)
                Issue.record("“\(reference)” was taken")
            } catch let refusal as Refusal {
                #expect(refusal.reasons.map(\.rule) == [rule])
            }
        }
        let made = try desk.office.propose(fields: ["title": "New"], as: PersonID("hub"))
        #expect(made.share.reference.rawValue == "DS-2026-NEW1")
        do {
            _ = try desk.office.propose(fields: ["start_date": "31/02/2026", "colour": "red"], as: PersonID("owner"))
            Issue.record("it was proposed")
        } catch let refusal as Refusal {
            #expect(Set(refusal.reasons.map(\.rule)) == ["unknown-field", "impossible-date", "title-missing"])
        }
        #expect(throws: Refusal.self) { try desk.office.propose(fields: ["title": "New"], as: PersonID("dpo")) }
    }

    @Test func aPersonIsKeptAsTheyAreKnown() throws {
        let desk = try Desk()
        let hub = try #require(try desk.office.people().first { $0.id.rawValue == "hub" })
        #expect(hub.organisation == "department-for-work-pensions")
        // What was read can be written again.
        try desk.office.keep(hub)
        for wrong in [
            Person(id: PersonID("system"), name: "x", roles: ["hub"], organisation: "DWP"),
            Person(id: PersonID("A b"), name: "x", roles: ["hub"], organisation: "DWP"),
            Person(id: PersonID("a"), name: " ", roles: ["hub"], organisation: "DWP"),
            Person(id: PersonID("a"), name: "x", roles: [], organisation: "DWP"),
            Person(id: PersonID("a"), name: "x", roles: ["king"], organisation: "DWP"),
            Person(id: PersonID("a"), name: "x", roles: ["system"], organisation: "DWP"),
            Person(id: PersonID("a"), name: "x", roles: ["hub"], organisation: "Wigan Widgets"),
            Person(id: PersonID("a"), name: "x", roles: ["hub"], organisation: "DWP", spoke: "Magic"),
        ] {
            #expect(throws: Findings.self) { try desk.office.keep(wrong) }
        }
        #expect(try desk.office.people().count == Desk.people.count)
    }

    // MARK: -

    /// A share can be stated as a manifest and as documents at any time of its life.
    private func outputs(of reference: String, at desk: Desk) async throws {
        let folder = desk.path("out-\(try desk.share(reference).version)")
        let export = try desk.office.exportManifests(of: [ShareReference(reference)], to: folder)
        #expect(export.written == 1 && export.left.isEmpty)
        for form in ["json", "xml"] {
            let file = "\(folder)/\(reference)/manifest.\(form)"
            // Nobody signs here: form, schema and digest hold, and the missing signature is all that is wrong.
            let strict = try await desk.office.verifyManifest(at: file)
            #expect(strict.findings.errors.map(\.rule) == ["signature-missing"])
            let verdict = try await desk.office.verifyManifest(at: file, VerificationWish(allowsUnsigned: true))
            #expect(verdict.isSound && verdict.manifest?.reference.rawValue == reference)
        }
        for format in [DocumentFormat.html, .odt] {
            let document = try await desk.office.document(
                ShareReference(reference), template: "data-sharing-agreement", format: format)
            #expect(document.bytes.count > 2000)
        }
    }

    /// The share is the fold of its history, and the register's line and the chain agree with it.
    private func folds(_ reference: String, at desk: Desk) throws {
        let events = try desk.office.history(of: ShareReference(reference)).map(\.event)
        #expect(Share(events: events) == (try desk.share(reference)))
        #expect(events.map(\.version) == Array(1...events.count))
        #expect(try desk.office.verifyAudit().faults == [])
    }
}

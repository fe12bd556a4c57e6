import Testing
import Workflows

/// What one command does to the five, by table.
@Suite struct StepTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let before: Configuration
        let machine: Machine
        let command: CommandName
        /// Nil: it is not possible.
        let after: Configuration?
        var testDescription: String { name }
    }

    static let draft = Configuration(
        proposal: "draft", dpia: "not-started", approval: "not-started", review: "not-scheduled",
        retirement: "not-begun")
    static let inForce = Configuration(
        proposal: "accepted", dpia: "approved", approval: "in-force", review: "scheduled", retirement: "not-begun")

    static func with(_ base: Configuration, _ changes: [Machine: StateName]) -> Configuration {
        changes.reduce(into: base) { $0[$1.key] = $1.value }
    }

    static let cases: [Case] = [
        Case(
            name: "a draft is submitted, and nothing else moves", before: draft, machine: .proposal, command: "submit",
            after: with(draft, [.proposal: "submitted"])),
        Case(
            name: "editing leaves everything where it is", before: draft, machine: .proposal, command: "edit",
            after: draft),
        Case(
            name: "a command of another state is not possible", before: draft, machine: .proposal, command: "accept",
            after: nil),
        Case(
            name: "a command that only follows cannot be given", before: inForce, machine: .approval, command: "stop",
            after: nil),
        Case(
            name: "a draft cannot be screened: the other machine does not stand as it must", before: draft,
            machine: .dpia, command: "screen", after: nil),
        Case(
            name: "a request withdrawn ends all five", before: with(draft, [.proposal: "submitted"]),
            machine: .proposal, command: "withdraw",
            after: Configuration(
                proposal: "withdrawn", dpia: "closed", approval: "not-made", review: "closed", retirement: "not-needed")
        ),
        Case(
            name: "what is in force is not withdrawn but retired", before: inForce, machine: .proposal,
            command: "withdraw", after: nil),
        Case(
            name: "coming into force schedules the review",
            before: with(inForce, [.approval: "agreed", .review: "not-scheduled"]),
            machine: .approval, command: "bring-into-force", after: inForce),
        Case(
            name: "nothing comes into force while it is being reassessed",
            before: with(inForce, [.approval: "agreed", .dpia: "reassessing", .review: "not-scheduled"]),
            machine: .approval, command: "bring-into-force", after: nil),
        Case(
            name: "a caused command that does not apply is left out: the review is under way already",
            before: with(inForce, [.approval: "regularising-agreed", .review: "in-review"]), machine: .approval,
            command: "bring-into-force", after: with(inForce, [.review: "in-review"])),
        Case(
            name: "an amendment submitted sends the assessment back",
            before: with(inForce, [.proposal: "amending"]), machine: .proposal, command: "submit-amendment",
            after: with(inForce, [.proposal: "amendment-submitted", .dpia: "reassessing"])),
        Case(
            name: "an amendment refused at approval cascades: the terms and the assessment in force stand",
            before: with(
                inForce, [.proposal: "amendment-accepted", .dpia: "reassessing", .approval: "amendment-signing-off"]),
            machine: .approval, command: "refuse-agreement", after: with(inForce, [.dpia: "kept"])),
        Case(
            name: "an amendment returned at approval goes back to being written",
            before: with(inForce, [.proposal: "amendment-accepted", .approval: "amendment-signing"]),
            machine: .approval, command: "return-agreement", after: with(inForce, [.proposal: "amending"])),
        Case(
            name: "suspension is possible while an amendment is signed",
            before: with(inForce, [.proposal: "amendment-accepted", .approval: "amendment-signing"]),
            machine: .approval, command: "suspend",
            after: with(inForce, [.proposal: "amendment-accepted", .approval: "suspended"])),
        Case(
            name: "the transfer stops with the retirement's own step", before: with(inForce, [.retirement: "notice"]),
            machine: .retirement, command: "stop-transfer",
            after: with(inForce, [.approval: "stopped", .retirement: "stopped"])),
        Case(
            name: "a retirement completed ends all five",
            before: with(inForce, [.approval: "stopped", .retirement: "stopped"]), machine: .retirement,
            command: "complete",
            after: Configuration(
                proposal: "concluded", dpia: "closed", approval: "ended", review: "closed", retirement: "retired")),
        Case(
            name: "a retirement is not completed while data flow", before: with(inForce, [.retirement: "stopped"]),
            machine: .retirement, command: "complete", after: nil),
        Case(
            name: "a state that the definition does not have goes nowhere", before: with(inForce, [.review: "lost"]),
            machine: .approval, command: "suspend", after: nil),
    ]

    @Test(arguments: cases)
    func aCommandDoesThis(_ one: Case) throws {
        let step = try MasterDefinitions.load().step(one.before, one.machine, one.command)
        #expect(step?.after == one.after)
        if let step {
            #expect(step.before == one.before)
            #expect(step.moves.first?.machine == one.machine && step.moves.first?.command == one.command)
        }
    }

    @Test func aStepListsEveryMoveInTheOrderOfTheMachines() throws {
        let before = Self.with(Self.inForce, [.approval: "stopped", .retirement: "stopped"])
        let step = try #require(try MasterDefinitions.load().step(before, .retirement, "complete"))
        #expect(
            step.moves.map { "\($0.machine) \($0.command): \($0.from) → \($0.to)" } == [
                "retirement complete: stopped → retired", "proposal end-case: accepted → concluded",
                "dpia close: approved → closed", "approval end: stopped → ended", "review close: scheduled → closed",
            ])
    }

    @Test func aPositionHoldsForAStateOrAGroup() throws {
        let definitions = try MasterDefinitions.load()
        #expect(definitions.holds(Position([.approval: ["#flowing"]]), in: Self.inForce))
        #expect(
            definitions.holds(Position([.approval: ["agreed", "in-force"], .dpia: ["#concluded"]]), in: Self.inForce))
        #expect(!definitions.holds(Position([.approval: ["in-force"], .dpia: ["#standing"]]), in: Self.inForce))
    }
}

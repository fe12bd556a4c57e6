import Shares
import Testing
import Workflows

/// Whom a share waits for, wherever its machines can stand together.
struct AwaitedTests {
    /// What of the machines says that nobody has to do anything, with why.
    private static func mayRest(_ configuration: Configuration, under definitions: CheckedDefinitions) -> Bool {
        func isIn(_ machine: Machine, _ group: String) -> Bool {
            definitions[machine].matches("#" + group, state: configuration[machine])
        }
        // Data flow on terms that are in force or that a register brought, until a date calls somebody.
        return isIn(.approval, "flowing") && !isIn(.approval, "signing-off") && !isIn(.approval, "signing")
            && !isIn(.approval, "agreed")
    }

    @Test func whereverAShareIsAndDoesNotSimplyFlowSomebodyHasIt() throws {
        let definitions = try Casebook.rules().definitions
        var forgotten: [Configuration] = []
        var withoutOwner: [Configuration] = []
        let all = ReachableConfigurations(of: definitions).all
        for configuration in all where Stage(configuration, under: definitions) != .ended {
            guard !Self.mayRest(configuration, under: definitions) else { continue }
            let awaited = Machine.allCases.flatMap { definitions.awaited(at: $0, in: configuration) }
            if awaited.isEmpty { forgotten.append(configuration) }
            // Whom nobody appointed has no list.
            let others = awaited.flatMap { $0.role == "data-owner" ? $0.otherwise : [$0] }
            if others.isEmpty { withoutOwner.append(configuration) }
        }
        #expect(all.count > 1000)
        #expect(forgotten == [])
        // What a register brought and does not flow waits with the shares without an owner until somebody takes it up.
        #expect(withoutOwner.allSatisfy { $0.proposal == "inherited" })
    }

    /// Whoever opens the sign-off is waited for in every state in which that is the next step, and in no other.
    @Test func whatIsAcceptedAndAssessedWaitsToBeOpened() throws {
        let definitions = try Casebook.rules().definitions
        var opened: [StateName: StateName] = [:]
        for configuration in ReachableConfigurations(of: definitions).all {
            guard let opening = definitions.opening(in: configuration) else { continue }
            #expect(definitions[.dpia].matches("#concluded", state: configuration.dpia))
            #expect(["accepted", "amendment-accepted"].contains(configuration.proposal))
            // The owner is asked, and the hub where nobody is there as the owner.
            let awaited = definitions.awaited(at: .approval, in: configuration)
            #expect(awaited.first { $0.role == "data-owner" }?.otherwise.map(\.role) == ["hub"])
            opened[configuration.approval] = opening.to
        }
        #expect(
            opened == [
                "not-started": "signing-off", "in-force": "amendment-signing-off", "suspended": "renewal-signing-off",
                "expired": "renewal-signing-off", "inherited-suspended": "renewal-signing-off",
                "inherited": "regularising",
            ])
    }
}

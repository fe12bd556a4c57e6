import Testing
import Workflows

/// A proof is worth what it finds: each of these takes away one safeguard, and the proof must say so.
@Suite struct ProofTests {
    struct Safeguard: Sendable, CustomTestStringConvertible {
        let name: String
        let machine: Machine
        let command: CommandName
        let from: StateName
        let need: Need
        /// An invariant that must be found broken.
        let breaks: String
        var testDescription: String { name }
    }

    static let concluded = Need.position(Position([.dpia: ["#concluded"]]))

    static let safeguards: [Safeguard] = [
        Safeguard(
            name: "sign-offs before signing", machine: .approval, command: "prepare-agreement", from: "signing-off",
            need: .fact("required-sign-offs"), breaks: "signing-follows-sign-off"),
        Safeguard(
            name: "sign-offs before an amendment is signed", machine: .approval, command: "prepare-agreement",
            from: "amendment-signing-off", need: .fact("required-sign-offs"), breaks: "signing-follows-sign-off"),
        Safeguard(
            name: "sign-offs before an inherited share is signed", machine: .approval, command: "prepare-agreement",
            from: "regularising", need: .fact("required-sign-offs"), breaks: "signing-follows-sign-off"),
        Safeguard(
            name: "all signatures", machine: .approval, command: "complete-signing", from: "signing",
            need: .fact("signed-by-all-parties"), breaks: "agreed-is-signed-by-all"),
        Safeguard(
            name: "all signatures on a renewal", machine: .approval, command: "complete-signing",
            from: "renewal-signing",
            need: .fact("signed-by-all-parties"), breaks: "agreed-is-signed-by-all"),
        Safeguard(
            name: "DPIA concluded before coming into force", machine: .approval, command: "bring-into-force",
            from: "agreed", need: .position(Position([.proposal: ["accepted"], .dpia: ["#concluded"]])),
            breaks: "nothing-comes-into-force-unassessed"),
        Safeguard(
            name: "DPIA concluded before an amendment comes into force", machine: .approval,
            command: "bring-into-force",
            from: "amendment-agreed",
            need: .position(Position([.proposal: ["amendment-accepted"], .dpia: ["#concluded"]])),
            breaks: "nothing-comes-into-force-unassessed"),
        Safeguard(
            name: "the DPO's advice", machine: .dpia, command: "approve-dpia", from: "awaiting-decision",
            need: .fact("dpo-advice-recorded"), breaks: "nothing-comes-into-force-unassessed"),
        Safeguard(
            name: "a screening that excuses", machine: .dpia, command: "keep-assessment", from: "reassessing",
            need: .fact("screening-excuses-dpia"), breaks: "nothing-comes-into-force-unassessed"),
        Safeguard(
            name: "the transfer stopped", machine: .retirement, command: "complete", from: "stopped",
            need: .fact("transfer-stopped"), breaks: "retired-has-stopped"),
        Safeguard(
            name: "deletion certified", machine: .retirement, command: "complete", from: "stopped",
            need: .fact("deletion-certified"), breaks: "retired-has-stopped"),
        Safeguard(
            name: "nothing withdrawn that has flowed", machine: .proposal, command: "withdraw", from: "inherited",
            need: .position(Position([.approval: ["#pending"]])), breaks: "proposal-does-not-end-alone"),
    ]

    @Test(arguments: safeguards)
    func aSafeguardTakenAwayIsMissed(_ safeguard: Safeguard) throws {
        var found = false
        let definitions = try MasterDefinitions.changed(safeguard.machine) { definition in
            for index in definition.transitions.indices
            where definition.transitions[index].command == safeguard.command
                && definition.transitions[index].from.contains(safeguard.from)
            {
                let before = definition.transitions[index].needs.count
                definition.transitions[index].needs.removeAll { $0 == safeguard.need }
                found = definition.transitions[index].needs.count == before - 1
            }
        }
        #expect(found, "the safeguard is where the test looks for it")
        #expect(broken(definitions.prove()).contains(safeguard.breaks))
    }

    @Test func aShortcutAroundLegalReviewIsFound() throws {
        let definitions = try MasterDefinitions.changed(.approval) {
            $0.transitions.append(
                Transition(
                    command: "fast-track", title: "Put straight to signature", from: ["signing-off"], to: "signing",
                    roles: ["siro"]))
        }
        let fault = try #require(definitions.prove().faults.first)
        guard case .violated(.approval, let invariant, let path) = fault else {
            Issue.record("\(fault) is not a broken invariant of approval")
            return
        }
        #expect(invariant.name == "signing-follows-sign-off")
        #expect(path.acts.last?.machine == .approval && path.acts.last?.command == "fast-track")
        #expect(path.end.approval == "signing")
        #expect("\(fault)".contains("approval open → approval fast-track"))
    }

    @Test func aShortcutForAnAmendmentAloneIsFound() throws {
        let definitions = try MasterDefinitions.changed(.approval) {
            $0.transitions.append(
                Transition(
                    command: "wave-through", title: "Wave through", from: ["amendment-signing-off"], to: "in-force",
                    roles: ["siro"], records: ["in-force"], causes: [.proposal: "conclude-amendment"]))
        }
        #expect(broken(definitions.prove()).contains("terms-come-into-force-signed"))
    }

    @Test func anAmendmentThatIsNotSentBackToAssessmentIsFound() throws {
        let definitions = try MasterDefinitions.changed(.proposal) {
            for index in $0.transitions.indices where $0.transitions[index].command == "submit-amendment" {
                $0.transitions[index].causes = [:]
            }
        }
        #expect(broken(definitions.prove()).contains("nothing-comes-into-force-unassessed"))
    }

    @Test func anInheritedShareReinstatedAsThoughApprovedHereIsFound() throws {
        let definitions = try MasterDefinitions.changed(.approval) {
            $0.transitions.append(
                Transition(
                    command: "just-reinstate", title: "Just reinstate", from: ["inherited-suspended"], to: "in-force",
                    roles: ["hub"]))
        }
        #expect(broken(definitions.prove()).contains("in-force-was-brought-into-force"))
    }

    @Test func aShareThatCanNoLongerEndIsFound() throws {
        let definitions = try MasterDefinitions.changed(.retirement) {
            for index in $0.transitions.indices where $0.transitions[index].command == "complete" {
                $0.transitions[index].causes[.dpia] = nil
                $0.transitions[index].needs.append(.position(Position([.dpia: ["closed"]])))
            }
        }
        let names = broken(definitions.prove())
        #expect(names.contains("can-always-end") && names.contains("what-has-flowed-can-be-retired"))
    }

    @Test func aStateThatTheOtherMachinesNeverAllowIsFound() throws {
        let definitions = try MasterDefinitions.changed(.review) {
            $0.states.append(State(name: "archived", title: "Archived", meaning: "Kept elsewhere.", isEnd: true))
            $0.transitions.append(
                Transition(
                    command: "archive", title: "Archive", from: ["scheduled"], to: "archived", roles: ["hub"],
                    needs: [.position(Position([.proposal: ["draft"], .approval: ["in-force"]]))]))
        }
        let proof = definitions.prove()
        #expect(proof.faults.contains(.stateNeverReached(.review, "archived")))
        #expect(
            proof.faults.contains {
                if case .transitionNeverTaken(.review, "archive", _) = $0 { true } else { false }
            })
    }

    @Test func stoppingEarlyFindsAFaultToo() throws {
        let definitions = try MasterDefinitions.changed(.approval) {
            $0.transitions.append(
                Transition(
                    command: "fast-track", title: "Put straight to signature", from: ["signing-off"], to: "signing",
                    roles: ["siro"]))
        }
        let (early, whole) = (definitions.prove(stopsEarly: true), definitions.prove())
        #expect(early.faults.first == whole.faults.first)
        #expect(early.configurations < whole.configurations)
    }

    @Test func aProductTooLargeToExploreIsSaidToBe() throws {
        #expect(try MasterDefinitions.load().prove(limit: 1_000).faults.contains(.tooLarge(limit: 1_000)))
    }

    /// Whatever person and host do, a walk by `step` must stay among what the proof has seen to be safe.
    @Test func whatAPersonCanDoIsWhatTheProofExplored() throws {
        let definitions = try MasterDefinitions.load()
        var reached = Set(definitions.starts.values)
        var open = Array(reached)
        while let configuration = open.popLast() {
            if definitions.holds(Position([.approval: ["#flowing"]]), in: configuration) {
                #expect(definitions.holds(Position([.approval: ["#in-force", "#inherited"]]), in: configuration))
            }
            for machine in Machine.allCases {
                for transition in definitions[machine].transitions(from: configuration[machine]) {
                    guard let step = definitions.step(configuration, machine, transition.command),
                        reached.insert(step.after).inserted
                    else { continue }
                    open.append(step.after)
                }
            }
        }
        // The proof tells configurations apart by facts as well, so it has at least as many.
        #expect(reached.count <= definitions.prove().configurations)
        #expect(reached.count > 1_000)
    }

    private func broken(_ proof: Proof) -> [String] {
        proof.faults.compactMap {
            if case .violated(_, let invariant, _) = $0 { invariant.name } else { nil }
        }
    }
}

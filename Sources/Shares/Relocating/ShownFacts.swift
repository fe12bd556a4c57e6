package import Workflows

/// What the commands of a share have asked for and written, and nothing has cleared since: what invariants speak of.
package struct ShownFacts: Hashable, Sendable {
    package private(set) var established: Set<NeedName> = []
    package private(set) var recorded: Set<RecordName> = []

    package init() {}

    /// Follows a share's events, each act by the rules of the edition that the share ran on then.
    package init(
        _ events: some Sequence<Event>, definitions: (WorkflowPin) throws -> CheckedDefinitions
    ) rethrows {
        var share: Share?
        for event in events {
            guard let before = share else {
                share = Share(first: event)
                continue
            }
            switch event.happening {
            case .acted(let act):
                if let step = try definitions(before.pin).step(before.configuration, act.machine, act.command) {
                    take(step)
                }
            case .corrected(let correction) where correction.standing != nil:
                // The register put it elsewhere: what was shown before does not hold there.
                self = ShownFacts()
            case .corrected, .registered, .relocated: break
            }
            share?.apply(event)
        }
    }

    private mutating func take(_ step: Step) {
        for move in step.moves {
            for need in move.transition.needs {
                if case .fact(let name) = need { established.insert(name) }
            }
            recorded.formUnion(move.transition.records)
            established.subtract(move.transition.clears)
        }
    }
}

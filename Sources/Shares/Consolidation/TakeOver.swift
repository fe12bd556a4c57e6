/// How far the survivor of a consolidation carries what one of the others carries, and what keeps it from that.
package struct TakeOver: Hashable, Sendable {
    /// How the survivor stands itself.
    package enum Survivor: Hashable, Sendable {
        case inForce
        /// It is a request still, suspended or expired: nothing flows under it.
        case notInForce
        case retiring, ended
    }

    /// The number of the decision.
    package var decision: Int
    /// What carries on now: the survivor that was decided, or what superseded that one since.
    package var survivor: ShareReference
    package var standing: Survivor
    /// What was to be added, and the terms in force of the survivor do not carry.
    package var toAdd: SurvivorAdditions
    /// What one of the two has lost or gained since the decision, so that the survivor does not carry it.
    package var changed: SurvivorAdditions
    /// Whether the amendment that was to add it was refused or abandoned.
    package var isGivenUp = false

    package init(
        decision: Int, survivor: ShareReference, standing: Survivor, toAdd: SurvivorAdditions = SurvivorAdditions(),
        changed: SurvivorAdditions = SurvivorAdditions()
    ) {
        self.decision = decision
        self.survivor = survivor
        self.standing = standing
        self.toAdd = toAdd
        self.changed = changed
    }

    /// Whether the survivor goes on and carries all of it.
    package var isComplete: Bool {
        standing != .ended && standing != .retiring && toAdd.isEmpty && changed.isEmpty
    }

    /// Why the other share may not stop yet, a sentence each; empty where it may.
    package var shortfalls: [String] {
        var wanting: [String] = []
        switch standing {
        case .inForce: break
        case .notInForce:
            wanting.append("\(survivor), which is to take over (decision \(decision)), is not in force.")
        case .retiring:
            wanting.append("\(survivor), which is to take over (decision \(decision)), is being retired itself.")
        case .ended: wanting.append("\(survivor), which was to take over (decision \(decision)), has ended.")
        }
        let missing = toAdd.merged(with: changed)
        if !missing.isEmpty {
            wanting.append(
                "\(survivor), which is to take over (decision \(decision)), does not carry in force yet: \(missing.inWords). Amend it, or let the board decide anew."
            )
        }
        return wanting
    }

    /// Why the board has to decide again, each the end of a sentence; empty while the casework goes on as decided.
    /// `hasEnded`: whether the share that is taken over from has.
    package func troubles(hasEnded: Bool) -> [String] {
        var troubles: [String] = []
        switch standing {
        case .ended: troubles.append("\(survivor), which was to take over, has ended")
        case .retiring: troubles.append("\(survivor), which was to take over, is being retired itself")
        case .inForce, .notInForce: break
        }
        if !toAdd.isEmpty, hasEnded || isGivenUp {
            let why = isGivenUp ? "the amendment of \(survivor) was given up, and it" : survivor.rawValue
            troubles.append("\(why) does not carry \(toAdd.inWords)")
        }
        if !changed.isEmpty { troubles.append("\(survivor) does not carry, as things are now, \(changed.inWords)") }
        return troubles
    }
}

extension [RecordedDecision] {
    /// The consolidation in force by which a share is retired; nil where there is none.
    package func consolidation(retiring share: ShareReference) -> RecordedDecision? {
        last { recorded in
            guard let survivor = recorded.decision.survivor, survivor != share,
                recorded.decision.shares.contains(share)
            else { return false }
            return holding(for: survivor, share)?.number == recorded.number
        }
    }
}

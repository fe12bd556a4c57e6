import Workflows

extension Share {
    /// Terms in force that were approved here.
    package var hasTermsInForce: Bool { termsVersion > 0 }

    /// The share that a first event makes; nil where the event is not a registration.
    package init?(first event: Event) {
        guard case .registered(let registration) = event.happening else { return nil }
        func position(_ machine: Machine) -> Standing.Position {
            Standing.Position(registration.standing[machine.rawValue] ?? "", since: event.at)
        }
        self.init(
            reference: event.share, version: event.version, pin: registration.pin, entry: registration.entry,
            origin: registration.origin,
            standing: Standing(
                proposal: position(.proposal), dpia: position(.dpia), approval: position(.approval),
                review: position(.review), retirement: position(.retirement)),
            terms: registration.terms, amendment: nil, termsVersion: 0, requester: registration.requester,
            owner: registration.owner, dpia: DPIARecord(), approval: ApprovalRecord(), reviews: [],
            retirement: RetirementRecord(), registerDifferences: [], duties: Duties())
        countManifestVersion(after: nil)
        if registration.origin.kind == .proposed {
            duties.note(.propose, of: .proposal, by: [registration.requester ?? event.actor])
        }
    }

    /// The share after one more event.
    package mutating func apply(_ event: Event) {
        version = event.version
        let told = manifestVersion > 0 ? ToldToPartners(self) : nil
        defer { countManifestVersion(after: told) }
        switch event.happening {
        case .registered: break
        case .corrected(let correction): apply(correction, at: event.at)
        case .acted(let act): apply(act, in: event)
        case .relocated(let relocation): apply(relocation, at: event.at)
        }
    }

    /// The share that its events make, in order; nil without a registration.
    package init?(events: some Sequence<Event>) {
        var share: Share?
        for event in events {
            if share == nil {
                share = Share(first: event)
            } else {
                share?.apply(event)
            }
        }
        guard let share else { return nil }
        self = share
    }

    private mutating func apply(_ correction: Correction, at moment: Instant) {
        origin = correction.origin
        if let corrected = correction.terms {
            terms = corrected
        } else {
            registerDifferences = correction.changes
        }
        if let newOwner = correction.owner, owner?.person == nil { owner = newOwner }
        if let newEntry = correction.entry { entry = newEntry }
        move(to: correction.standing ?? [:], at: moment)
    }

    private mutating func apply(_ relocation: Relocation, at moment: Instant) {
        pin = relocation.to
        move(to: relocation.standing, at: moment)
    }

    private mutating func move(to states: [String: StateName], at moment: Instant) {
        for (name, state) in states {
            guard let machine = Machine(rawValue: name), standing[machine].state != state else { continue }
            standing[machine] = Standing.Position(state, since: moment)
        }
    }

    private static let keepingAssessment: CommandName = "keep-assessment"

    private mutating func apply(_ act: Act, in event: Event) {
        dpia.keepConclusion(before: act.clears)
        for need in act.clears { clear(need) }
        for name in act.records {
            guard let recording = Recording(rawValue: name.rawValue) else { continue }
            record(recording, of: act, in: event)
        }
        if act.machine == .dpia, act.command == Self.keepingAssessment {
            dpia.letEarlierStand(Given(evidence: act.evidence), by: event)
        }
        noteRetirement(act)
        noteReview(act, in: event)
        for move in act.moves { standing[move.machine] = Standing.Position(move.to, since: event.at) }
        note(act, by: event.people)
    }
}

package import Ledger
package import Shares
package import Workflows

/// A share as it is shown: the fold of its events with the words for where it stands.
package struct ShareView: Sendable {
    package var share: Share
    package var stage: Stage
    /// Each machine, its state's title and meaning, and since when.
    package var standing: [MachineStanding]
    package var position: LedgerPosition
    /// The clocks of work that goes on now.
    package var clocks: [ClockReading]
    package var signOffs: SignOffAccount
    /// The day on which it is shown.
    package var today: Day
    /// What was asked when its terms were sent back to be written again.
    package var sentBack: SentBack?
    /// Whether how the department came to it is seen as well.
    package var isWithin = true
    /// What the data owner is called; nil where nobody is named, or whoever looks is not told who it was.
    package var ownerName: String?
}

/// Where one machine stands, in words.
package struct MachineStanding: Hashable, Sendable {
    package var machine: Machine
    package var state: StateName
    package var title: String
    package var meaning: String
    package var since: Instant
    package var waitsFor: [RoleName]
    /// Whether the hub has to appoint a data owner before anything else is done.
    package var lacksOwner: Bool
    /// The capacity of the sign-off that has to be taken back before anything else is done.
    package var toWithdraw: RoleName?
}

extension MachineStanding {
    /// - Parameter events: those of the share.
    static func all(
        of share: Share, under rules: Rulebook, in circumstances: Circumstances, events: [PlacedEvent]
    ) -> [MachineStanding] {
        Machine.allCases.map { machine in
            let position = share.standing[machine]
            let state = rules.definitions[machine].state(position.state)
            let present = circumstances.present(share.awaited(at: machine, under: rules), on: share)
            return MachineStanding(
                machine: machine, state: position.state, title: state?.title ?? position.state.rawValue,
                meaning: meaning(of: machine, at: state, of: share, under: rules.definitions)
                    + (machine == .proposal
                        ? accepted(events, at: position.state, under: rules.definitions, in: circumstances.roster)
                        : ""),
                since: position.since,
                waitsFor: present.roles, lacksOwner: present.lacksOwner, toWithdraw: present.toWithdraw)
        }
    }

    /// Who stands behind the terms, whoever is their data owner by now; empty where they are not accepted.
    private static func accepted(
        _ events: [PlacedEvent], at state: StateName, under definitions: CheckedDefinitions, in roster: Roster
    ) -> String {
        guard definitions[.proposal].matches("#considered", state: state),
            definitions[.proposal].state(state)?.waitsFor.isEmpty == true,
            let acceptance = definitions.acceptance(in: events.lazy.map(\.event))
        else { return "" }
        return " " + acceptance.inWords { id in roster[id].map { "\($0.name) (\(id))" } ?? id.rawValue }
    }

    private static func meaning(
        of machine: Machine, at state: State?, of share: Share, under definitions: CheckedDefinitions
    ) -> String {
        let meaning = state?.meaning ?? ""
        guard machine == .approval, definitions.opening(in: share.configuration) != nil else { return meaning }
        let opening = "The terms are accepted and their assessment is concluded: they are to be opened for sign-off."
        return state?.groups.contains("pending") == true ? opening : "\(meaning) \(opening)"
    }
}

extension Office {
    package func shares(where filters: [ShareFilter] = []) throws -> [ShareSummary] {
        try ledger.read { try $0.summaries(where: filters) }
    }

    package func page(
        where filters: [ShareFilter], after reference: ShareReference?, limit: Int
    ) throws -> (shares: [ShareSummary], total: Int) {
        try ledger.read { reader in
            (
                try reader.page(where: filters, after: reference, limit: limit),
                try reader.count(where: filters)
            )
        }
    }

    /// The titles of shares, by their references.
    package func titles(of references: Set<ShareReference>) throws -> [String: String] {
        try ledger.read { reader in
            try references.reduce(into: [:]) { $0[$1.rawValue] = try reader.summary(of: $1)?.title }
        }
    }

    package func show(_ reference: ShareReference) throws -> ShareView {
        try read { reader in
            let share = try existing(reference, in: reader)
            let rules = try rulebook(for: share.pin, in: reader)
            return ShareView(
                share: share, stage: Stage(share.configuration, under: rules.definitions),
                standing: MachineStanding.all(
                    of: share, under: rules, in: try circumstances(reader),
                    events: try recentShares.events(of: reference, in: reader)),
                position: try reader.position(),
                clocks: try clocks(of: share, under: rules.definitions, in: reader),
                signOffs: share.signOffAccount(under: rules.reference), today: today,
                sentBack: rules.definitions.maySendBack(to: share.state(.proposal))
                    ? rules.definitions.sentBack(try recentShares.events(of: reference, in: reader).map(\.event)) : nil)
        }
    }

    /// The share, for somebody whose reach it is in; throws `NoSuchShare` for anybody else, who learns nothing of it.
    package func show(_ reference: ShareReference, to person: Person) throws -> ShareView {
        var view = try show(reference)
        guard person.reach.includes(view.share) else { throw NoSuchShare(reference: reference) }
        view.isWithin = try seesWithin(view.share, person)
        view.ownerName = view.share.owner?.name
        if !view.isWithin {
            if view.stage != .ended, view.share.owner?.person != nil,
                let gap = view.share.ownerGap(in: try currentRoster(), on: today), gap.wantsAppointment
            {
                view.ownerName = nil
            }
            view.standing.removeAll { !$0.machine.isToldOutside }
            view.sentBack = nil
        }
        return view
    }

    /// What is wanting of the terms, so that they could not be accepted as they are.
    package func lacksForAcceptance(of reference: ShareReference) throws -> [Refusal.Reason] {
        try read { reader in
            let share = try existing(reference, in: reader)
            return share.lacksForAcceptance(
                in: try circumstances(reader), under: try rulebook(for: share.pin, in: reader))
        }
    }

    /// The shares that a share took over from, by reference: those that name it as their successor.
    package func superseded(by reference: ShareReference) throws -> [ShareReference] {
        try read { reader in
            try reader.sharesNaming(successor: reference).filter {
                try existing($0, in: reader).retirement.successor == reference
            }
        }
    }

    /// The clocks of work that goes on now.
    func clocks(
        of share: Share, under definitions: CheckedDefinitions, in reader: LedgerReader
    ) throws -> [ClockReading] {
        let clocks = ClockReader(definitions: definitions, calendar: try reference().workingDays(of: share))
        let stays = try reader.stays(of: share.reference)
        return Machine.allCases.flatMap { machine in
            clocks.readings(
                of: machine, stays.filter { $0.machine == machine }.map(\.timed), at: today)
        }.filter { $0.ended == nil }
    }

    /// Everything that happened to a share, oldest first.
    package func history(of reference: ShareReference) throws -> [PlacedEvent] {
        let events = try ledger.read { try recentShares.events(of: reference, in: $0) }
        guard !events.isEmpty else { throw NoSuchShare(reference: reference) }
        return events
    }
}

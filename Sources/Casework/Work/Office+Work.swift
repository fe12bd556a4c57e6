package import Ledger
package import Shares
import Workflows

extension Office {
    /// What waits for a person today, and what they wait for.
    package func work(for id: PersonID) throws -> Work {
        var work = try recentWork.figures(for: id, in: self) { try read { try self.counted(for: id, in: $0) } }
        let groups = try read { reader in
            let person = try person(id, in: reader)
            return try mayDecideOnRedundancy(person, in: reader)
                ? try redundancyGroups(within: person.reach, in: reader) : []
        }
        work.groups = groups ?? []
        work.isSearching = groups == nil
        return work
    }

    private func counted(for id: PersonID, in reader: LedgerReader) throws -> Work {
        let reference = try reference()
        let person = try person(id, in: reader)
        let circumstances = try circumstances(reader)
        let today = circumstances.today
        let waiting = try recentWaiting.shares(
            in: reader, on: today,
            asked: {
                try reader.shares(
                    movedByPeopleInto: rulebook().definitions.statesAfterAsking,
                    andThereSince: Instant(startOf: today.adding(days: -AskedStep.toldFor)))
            }
        ) { share, mayBeAsked in
            try WaitingShare(
                share, under: try rulebook(for: WorkflowPin(versions: [:], digest: share.edition), in: reader),
                reference.workingDays(of: share.providers), on: today, mayBeAsked: mayBeAsked,
                whole: { try recentShares.share(share.reference, in: reader) },
                events: { try recentShares.events(of: share.reference, in: reader).map(\.event) })
        }
        var roles = RolesOfPerson(person: person, circumstances: circumstances)
        var work = Work()
        for waiting in waiting.values where person.reach.includes(waiting.share) {
            let share = waiting.share
            if person.isPartner, let ending = waiting.ending, let notice = ending.notice {
                work.endings.append(
                    WorkEnding(
                        reference: share.reference, title: share.title, on: notice.on, reason: notice.reason,
                        notice: notice.reference))
            }
            let isTheirs = share.requester == id || share.ownerPerson == id
            let asked = waiting.asked.filter { $0.concerns(person, in: circumstances.roster, on: today) }
            work.answers += try asked.filter { $0.answer != nil }.map { step in
                WorkAnswer(
                    reference: share.reference, title: share.title, step: step,
                    isWithin: try seesWithin(share, person))
            }
            for step in waiting.steps {
                let present = step.plainRoles == nil ? circumstances.present(step.waitsFor, on: share) : step.waitsFor
                let capacities =
                    step.plainRoles.map { roles.capacities(among: $0, on: share) }
                    ?? roles.capacities(among: present, on: share)
                let isAsked = asked.contains { $0.machine == step.machine && $0.answer == nil }
                guard !capacities.isEmpty || isTheirs && step.isUnderWay || isAsked else { continue }
                let named = step.plainRoles == nil ? present : circumstances.present(step.waitsFor, on: share)
                let item = WorkItem(
                    reference: share.reference, title: share.title, machine: step.machine, state: step.title,
                    since: share.outlook.dates.entered(step.machine) ?? today, due: step.due,
                    waitsFor: named.roles, lacksOwner: named.lacksOwner, toWithdraw: named.toWithdraw,
                    capacities: capacities,
                    asked: step.machine == .proposal ? waiting.sentBack?.reason : nil)
                if !capacities.isEmpty {
                    work.mine.add(item, on: today)
                } else {
                    work.others.add(item, on: today)
                }
            }
        }
        if person.roles.contains("hub") {
            work.gone = circumstances.roster.gone(
                among: waiting.values.lazy.map(\.share).filter { person.reach.includes($0) }, on: today)
        }
        work.endings.sort { ($0.on, $0.reference.rawValue) < ($1.on, $1.reference.rawValue) }
        work.answers.sort { $0.isNewer(than: $1) }
        return work
    }
}

/// What says whether somebody answers for a share, alike for all shares of one owner and spoke.
private struct Owned: Hashable {
    var owner: PersonID
    var spoke: String?
}

extension Roster {
    /// The owners of open shares who answer for them no more, each once with how many they are.
    fileprivate func gone(among shares: some Sequence<OpenShare>, on today: Day) -> [GoneOwner] {
        let owned = Dictionary(
            shares.compactMap { share in share.ownerPerson.map { (Owned(owner: $0, spoke: share.statedSpoke), 1) } },
            uniquingKeysWith: +)
        var gone: [PersonID: GoneOwner] = [:]
        for (one, count) in owned.sorted(by: { ($0.key.spoke ?? "") < ($1.key.spoke ?? "") }) {
            guard let gap = gap(owner: one.owner, named: nil, spoke: one.spoke, on: today), gap.wantsAppointment else {
                continue
            }
            gone[
                one.owner,
                default: GoneOwner(
                    person: one.owner, name: self[one.owner]?.name ?? one.owner.rawValue, gap: gap, shares: 0)
            ].shares += count
        }
        return gone.values.sorted { ($1.shares, $0.person) < ($0.shares, $1.person) }
    }
}

/// The roles that a person holds, or was lent, among those that states wait for: looked up once for each choice of roles.
private struct RolesOfPerson {
    let person: Person
    let circumstances: Circumstances
    private var known: [[RoleName]: [Authority]] = [:]

    init(person: Person, circumstances: Circumstances) {
        self.person = person
        self.circumstances = circumstances
    }

    /// Those in which they may act on the share.
    mutating func capacities(among roles: [RoleName], on share: OpenShare) -> [Authority] {
        authorities(among: roles).filter { mayUse($0, on: share) }
    }

    /// The same among those whom a step waits for.
    mutating func capacities(among awaited: [Awaited], on share: OpenShare) -> [Authority] {
        var found: [Authority] = []
        for one in awaited {
            for authority in authorities(among: [one.role])
            where !found.contains(authority) && one.takes(person, for: holder(of: authority))
                && mayUse(authority, on: share)
            {
                found.append(authority)
            }
        }
        return found
    }

    private func holder(of authority: Authority) -> Person { authority.holder(person, in: circumstances.roster) }

    private func mayUse(_ authority: Authority, on share: OpenShare) -> Bool {
        Permission.objection(to: holder(of: authority), as: authority.role, on: share, in: circumstances) == nil
    }

    private mutating func authorities(among roles: [RoleName]) -> [Authority] {
        if let known = known[roles] { return known }
        let found = circumstances.roster.authorities(of: person, among: roles, on: circumstances.today)
        known[roles] = found
        return found
    }
}

extension Reach {
    /// The reach as conditions on the register.
    package var filters: [ShareFilter] {
        switch self {
        case .everything: []
        case .own(let organisation, let person): [.own(organisation: organisation, person: person)]
        case .partner(let organisation, let person):
            [.own(organisation: organisation, person: person)]
                + Reach.untold.compactMap { ShareFilter("approval!=\($0.rawValue)") }
        }
    }
}

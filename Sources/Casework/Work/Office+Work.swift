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
        let waiting = try recentWaiting.shares(in: reader, on: circumstances.today) { share in
            WaitingShare(
                share, under: try definitions(for: WorkflowPin(versions: [:], digest: share.edition), in: reader),
                reference.workingDays(of: share.providers), on: circumstances.today)
        }
        var roles = RolesOfPerson(person: person, circumstances: circumstances)
        var work = Work()
        for waiting in waiting.values where person.reach.includes(waiting.share) {
            let share = waiting.share
            let isTheirs = share.requester == id || share.ownerPerson == id
            for step in waiting.steps {
                let authority = roles.authority(among: step.state.waitsFor, on: share)
                guard authority != nil || isTheirs && step.isUnderWay else { continue }
                let item = WorkItem(
                    reference: share.reference, title: share.title, machine: step.machine, state: step.state.title,
                    since: share.outlook.dates.entered(step.machine) ?? circumstances.today, due: step.due,
                    waitsFor: step.state.waitsFor, onBehalfOf: authority?.onBehalfOf)
                if authority != nil {
                    work.mine.add(item, on: circumstances.today)
                } else {
                    work.others.add(item, on: circumstances.today)
                }
            }
        }
        return work
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

    /// The first in which they may act on the share.
    mutating func authority(among roles: [RoleName], on share: OpenShare) -> Authority? {
        authorities(among: roles).first { authority in
            let holder = authority.onBehalfOf.flatMap { circumstances.roster[$0] } ?? person
            return Permission.objection(to: holder, as: authority.role, on: share, in: circumstances) == nil
        }
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

package import Ledger
package import Redundancy
package import Shares
package import Workflows

/// A share that waits at a machine, for somebody or for others.
package struct WorkItem: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var machine: Machine
    package var state: String
    package var since: Day
    /// The first deadline of the state that lies ahead, else the last that has passed; nil where it has none.
    package var due: Day?
    package var waitsFor: [RoleName]
    /// Whoever delegated the role in which the person may go on with it.
    package var onBehalfOf: PersonID?
}

/// What waits for a person, and what they wait for.
package struct Work: Hashable, Sendable {
    /// By due date, what is due first first.
    package var mine: [WorkItem] = []
    /// Requested or owned by the person, and waiting for somebody else.
    package var others: [WorkItem] = []
    /// Groups of redundant shares that wait for a decision which the person may take, the surest first.
    package var groups: [RedundancyCluster] = []
}

extension Office {
    /// What waits for a person today, and what they wait for.
    package func work(for personID: PersonID) throws -> Work {
        let reference = try reference()
        return try read { reader in
            let person = try person(personID, in: reader)
            let circumstances = try circumstances(reader)
            var work = Work()
            for line in try reader.summaries(where: person.reach.filters) where line.stage != .ended {
                let definitions = try definitions(
                    for: WorkflowPin(versions: [:], digest: line.edition), in: reader)
                let waiting = Machine.allCases.filter { machine in
                    definitions[machine].state(line.configuration[machine])?.waitsFor.isEmpty == false
                }
                let isTheirs = line.requester == person.id || line.ownerPerson == person.id
                guard
                    isTheirs
                        || waiting.contains(where: {
                            self.concerns(person, definitions[$0].state(line.configuration[$0]), circumstances)
                        })
                else { continue }
                let share = try existing(line.reference, in: reader)
                let deadlines = Deadlines(
                    definitions: definitions, calendar: reference.workingDays(of: share))
                for machine in waiting {
                    guard let state = definitions[machine].state(share.state(machine)) else { continue }
                    let authority = authority(of: person, for: state.waitsFor, on: share, circumstances)
                    let item = WorkItem(
                        reference: share.reference, title: share.terms.title, machine: machine, state: state.title,
                        since: share.standing[machine].since.day,
                        due: deadlines.next(of: machine, in: share, at: circumstances.today), waitsFor: state.waitsFor,
                        onBehalfOf: authority?.onBehalfOf)
                    if authority != nil {
                        work.mine.append(item)
                    } else if isTheirs, state.groups.contains("working") || state.groups.contains("signing-off") {
                        work.others.append(item)
                    }
                }
            }
            work.mine.sort(by: WorkItem.isSooner)
            work.others.sort(by: WorkItem.isSooner)
            if try mayDecideOnRedundancy(person, in: reader) {
                work.groups = try redundancyGroups(within: person.reach, in: reader)
            }
            return work
        }
    }

    /// Whether the person holds, or was lent, a role that the state waits for: asked before a share is read.
    private func concerns(_ person: Person, _ state: State?, _ circumstances: Circumstances) -> Bool {
        guard let roles = state?.waitsFor else { return false }
        return !circumstances.roster.authorities(of: person, among: roles, on: circumstances.today).isEmpty
    }

    private func authority(
        of person: Person, for roles: [RoleName], on share: Share, _ circumstances: Circumstances
    ) -> Authority? {
        circumstances.roster.authorities(of: person, among: roles, on: circumstances.today).first { authority in
            let holder = authority.onBehalfOf.flatMap { circumstances.roster[$0] } ?? person
            return Permission.objection(to: holder, as: authority.role, on: share, in: circumstances) == nil
        }
    }
}

extension WorkItem {
    fileprivate static func isSooner(_ one: WorkItem, _ other: WorkItem) -> Bool {
        let never = Day(number: .max)
        return (one.due ?? never, one.reference.rawValue, one.machine.rawValue)
            < (other.due ?? never, other.reference.rawValue, other.machine.rawValue)
    }
}

extension Reach {
    /// The reach as conditions on the register.
    package var filters: [ShareFilter] {
        switch self {
        case .everything: []
        case .own(let organisation, let person): [.own(organisation: organisation, person: person)]
        }
    }
}

package import Workflows

/// A step that somebody asked for and others decide on: a review, the end of a share, or an amendment that was refused.
package struct AskedStep: Hashable, Sendable {
    /// So many days what became of it is told among somebody's work.
    package static let toldFor = 30

    /// What became of it.
    package struct Answer: Hashable, Sendable {
        package var by: PersonID
        package var role: RoleName
        package var on: Day
        /// The version of the share that the answer made.
        package var version: Int
        /// What the command is called that answered.
        package var title: String
        /// Whether it was turned down.
        package var isNo: Bool
        /// Why it was turned down.
        package var reason: String?
    }

    package var machine: Machine
    package var by: PersonID
    package var onBehalfOf: PersonID?
    package var role: RoleName
    package var on: Day
    /// What the command is called that asked.
    package var title: String
    package var reason: String?
    /// Where the machine stood before, and where it was put.
    var before: StateName
    var state: StateName
    /// Nil as long as it is considered.
    package var answer: Answer?
    /// Whether the machine has gone on since it was answered.
    package var isOver = false

    /// Whether it is to be answered to somebody: whoever asked, or of a partner's people any.
    package func isOf(_ person: Person, in roster: Roster) -> Bool {
        by == person.id || onBehalfOf == person.id
            || role == "partner" && roster[by]?.organisation == person.organisation
    }

    /// Whether somebody is told today that they wait for it, or what became of it.
    package func concerns(_ person: Person, in roster: Roster, on today: Day) -> Bool {
        guard !isOver, isOf(person, in: roster) else { return false }
        return answer.map { $0.by != by && $0.on >= today.adding(days: -Self.toldFor) } ?? true
    }

    /// Whether a move of its machine turns it down. What was granted may be taken back, of which the others are told as well.
    package func isTurnedDown(from: StateName, to: StateName?) -> Bool {
        to == before && (from == state || machine.isToldOutside)
    }

    /// What became of it, as people read it; of a review people of other organisations are told only that it was held.
    ///
    /// - Parameter isWithin: whether they are told how the department comes to what it decides.
    package func outcome(isWithin: Bool) -> String? {
        answer.map { isWithin || machine.isToldOutside || $0.isNo ? $0.title : "The review was held" }
    }
}

extension CheckedDefinitions {
    private static let asked: Set<Machine> = [.review, .retirement]

    /// The states of reviews and retirements in which something waits for somebody.
    package var statesAfterAsking: [StateName] {
        (Self.asked.flatMap { self[$0].definition.states.filter { !$0.waitsFor.isEmpty }.map(\.name) }
            + self[.proposal].definition.states.map(\.name).filter(isConsideredAmendment)).sorted {
                $0.rawValue < $1.rawValue
            }
    }

    /// Every step of a share that somebody asked for, oldest first, with what became of it.
    package func askedSteps(in events: some Sequence<Event>) -> [AskedStep] {
        var steps: [AskedStep] = []
        var submitted: AskedStep?
        for event in events {
            switch event.happening {
            case .registered, .corrected: continue
            case .relocated(let relocation):
                for index in steps.indices where relocation.standing[steps[index].machine.rawValue] != nil {
                    steps[index].isOver = true
                }
            case .acted(let act):
                for move in act.moves where move.from != move.to && move.machine == .proposal {
                    for index in steps.indices where steps[index].machine == .proposal { steps[index].isOver = true }
                    if let refused = refused(submitted, move, act, event) { steps.append(refused) }
                    if !isConsideredAmendment(move.from), isConsideredAmendment(move.to) {
                        submitted = asked(move, act, event)
                    }
                }
                for move in act.moves where move.from != move.to && Self.asked.contains(move.machine) {
                    if let last = steps.lastIndex(where: { $0.machine == move.machine && !$0.isOver }) {
                        follow(&steps[last], move, act, event)
                    }
                    if asks(move, act, event) { steps.append(asked(move, act, event)) }
                }
            }
        }
        return steps
    }

    private func isConsideredAmendment(_ state: StateName) -> Bool {
        ["#amending", "#considered"].allSatisfy { self[.proposal].matches($0, state: state) }
    }

    /// An amendment that somebody else refused, told to whoever had put it forward; one that is returned is told as sent back.
    private func refused(_ submitted: AskedStep?, _ move: Act.Move, _ act: Act, _ event: Event) -> AskedStep? {
        guard var step = submitted, act.machine == .proposal, isConsideredAmendment(move.from),
            act.records.contains(Recording.abandonedAmendment.name)
        else { return nil }
        step.before = move.to
        step.answer = AskedStep.Answer(
            by: event.actor, role: event.role, on: event.at.day, version: event.version, title: title(of: act),
            isNo: true, reason: act.evidence[EvidenceField.reason.rawValue]?.nonEmpty)
        return step
    }

    /// Whether a person began with it what others go on with.
    private func asks(_ move: Act.Move, _ act: Act, _ event: Event) -> Bool {
        let machine = self[move.machine]
        return act.machine == move.machine && event.role != "system"
            && machine.state(move.from)?.waitsFor.isEmpty == true
            && machine.state(move.to)?.waitsFor.isEmpty == false
    }

    private func asked(_ move: Act.Move, _ act: Act, _ event: Event) -> AskedStep {
        AskedStep(
            machine: move.machine, by: event.actor, onBehalfOf: act.onBehalfOf, role: event.role, on: event.at.day,
            title: title(of: act), reason: act.evidence[EvidenceField.reason.rawValue]?.nonEmpty, before: move.from,
            state: move.to)
    }

    private func follow(_ step: inout AskedStep, _ move: Act.Move, _ act: Act, _ event: Event) {
        // It is considered as long as the clock runs that runs where it was put.
        let clock = self[move.machine].definition.clocks.first { $0.runs.contains(step.state) }
        if step.answer == nil, clock?.runs.contains(move.to) ?? false { return }
        let isNo = step.isTurnedDown(from: move.from, to: move.to)
        guard step.answer == nil || isNo && step.answer?.isNo == false else {
            step.isOver = true
            return
        }
        step.answer = AskedStep.Answer(
            by: event.actor, role: event.role, on: event.at.day, version: event.version, title: title(of: act),
            isNo: isNo, reason: isNo ? act.evidence[EvidenceField.reason.rawValue]?.nonEmpty : nil)
    }

    /// What the command is called that was given.
    package func title(of act: Act) -> String {
        self[act.machine].transition(act.command, from: act.state)?.title
            ?? act.command.rawValue.replacing("-", with: " ").capitalisedFirst
    }
}

import Ledger
import Shares
import Workflows

/// An open share with what its machines wait for on a day.
struct WaitingShare: Sendable {
    struct Step: Sendable {
        var machine: Machine
        /// Where it stands, as people read it.
        var title: String
        var waitsFor: [Awaited]
        /// Their roles, where every holder of them serves.
        var plainRoles: [RoleName]?
        var due: Day?
        /// Whether somebody is to go on with it who was told so, and nobody merely may.
        var isUnderWay: Bool
    }

    /// The groups of states in which somebody was told to go on: with a request, an amendment, a reassessment, a sign-off.
    private static let underWay: Set<String> = ["working", "amending", "standing", "signing-off"]

    var share: OpenShare
    var steps: [Step]
    /// What was asked when its terms were sent back to be written again.
    var sentBack: SentBack?
    /// Steps that somebody asked for.
    var asked: [AskedStep]
    /// How it ends, where notice is given and the transfer has not stopped yet.
    var ending: RetirementRecord?

    /// The whole share is read for those alone of which it has to be known what each party and office has given or done, and its
    /// events where it may have been sent back, or a step been asked for.
    init(
        _ share: OpenShare, under rules: Rulebook, _ calendar: WorkingDays, on today: Day, mayBeAsked: Bool,
        whole: () throws -> Share?, events: () throws -> [Event]
    ) rethrows {
        self.share = share
        let definitions = rules.definitions
        let deadlines = Deadlines(definitions: definitions, calendar: calendar)
        let isByRecord = Machine.allCases.contains { definitions.awaitsByRecord(at: $0, in: share.configuration) }
        let isEnding = definitions[.retirement].transitions(from: share.configuration.retirement)
            .contains { $0.records.contains(Recording.stopped.name) }
        let whole = isByRecord || isEnding ? try whole() : nil
        ending = isEnding ? whole?.retirement : nil
        sentBack =
            definitions.maySendBack(to: share.configuration.proposal) ? definitions.sentBack(try events()) : nil
        asked = mayBeAsked ? definitions.askedSteps(in: try events()).filter { !$0.isOver } : []
        let opening = definitions.opening(in: share.configuration)
        let isAccepted = definitions[.proposal].matches("#terms-accepted", state: share.configuration.proposal)
        steps = Machine.allCases.compactMap { machine in
            let waitsFor =
                whole?.awaited(at: machine, under: rules)
                ?? definitions.awaited(at: machine, in: share.configuration)
            guard let state = definitions[machine].state(share.configuration[machine]), !waitsFor.isEmpty else {
                return nil
            }
            let isOpening = machine == .approval && opening != nil
            return Step(
                machine: machine, title: isOpening ? "\(state.title), to be opened for sign-off" : state.title,
                waitsFor: waitsFor, plainRoles: waitsFor.allSatisfy(\.isAnybodys) ? waitsFor.roles : nil,
                // The days of terms in force say nothing of when the next are to be opened.
                due: isOpening ? nil : deadlines.next(of: machine, at: state, share.outlook.dates, on: today),
                // What is accepted goes on with its assessment.
                isUnderWay: isOpening || machine == .dpia && isAccepted
                    || !Self.underWay.isDisjoint(with: state.groups))
        }
    }
}

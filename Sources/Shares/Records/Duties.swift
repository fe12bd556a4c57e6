package import Workflows

/// Everybody who gave each command in the rounds under way, for the segregation of duties.
///
/// A round of the proposal, the DPIA and the approval lasts from the proposal of a share, or of an amendment, to the next
/// amendment; one of the review to its outcome; one of the retirement until the share is kept after all.
package struct Duties: Hashable, Sendable, Codable {
    /// People by command, by machine, in the order in which they first gave it.
    private(set) var givenBy: [String: [String: [PersonID]]] = [:]

    package init() {}

    package func people(giving command: CommandName) -> [PersonID] {
        Machine.allCases.flatMap { givenBy[$0.rawValue]?[command.rawValue] ?? [] }
    }

    mutating func note(_ command: CommandName, of machine: Machine, by people: [PersonID]) {
        for person in people
        where person != .system && givenBy[machine.rawValue]?[command.rawValue]?.contains(person) != true {
            givenBy[machine.rawValue, default: [:]][command.rawValue, default: []].append(person)
        }
    }

    mutating func beginRound(of machines: Machine...) {
        for machine in machines { givenBy[machine.rawValue] = nil }
    }
}

extension Share {
    /// Who gave the command answers for it until the round is over.
    mutating func note(_ act: Act, by people: [PersonID]) {
        let records = act.records.compactMap { Recording(rawValue: $0.rawValue) }
        if records.contains(.begunAmendment) { duties.beginRound(of: .proposal, .dpia, .approval) }
        duties.note(act.command, of: act.machine, by: people)
        if records.contains(.requester), let requester = act.evidence[EvidenceField.requester.rawValue] {
            duties.note(.propose, of: .proposal, by: [PersonID(requester)])
        }
        if records.contains(.review) { duties.beginRound(of: .review) }
        if act.clears.contains(Fact.noticeGiven.name) { duties.beginRound(of: .retirement) }
    }
}

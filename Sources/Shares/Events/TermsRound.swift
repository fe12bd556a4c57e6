import Workflows

/// One round in which terms were written, submitted and decided on: a request, or an amendment of what is agreed.
package struct TermsRound: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case request, amendment
    }

    /// The terms as they were put forward once, and what became of them.
    package struct Submission: Hashable, Sendable, Codable {
        /// Counts from 1 in the round.
        package var number: Int
        /// The version of the share that submitting made.
        package var shareVersion: Int
        package var at: Instant
        package var by: PersonID
        /// What differs from the terms that stood when the round began; nothing of a first request.
        package var changes: [TermsChange]
        /// What differs from the submission before.
        package var sinceLast: [TermsChange]
        package var decisions: [Decision]
    }

    package struct Decision: Hashable, Sendable, Codable {
        package enum Outcome: String, Hashable, Sendable, Codable {
            case accepted, returned, refused, withdrawn, abandoned
            /// The text was frozen for signature.
            case frozen
            /// The frozen text was given up, and is signed off anew.
            case givenUp = "given-up"
            case inForce = "in-force"
        }

        package var outcome: Outcome
        package var command: String
        package var at: Instant
        package var by: PersonID
        package var role: String
        package var reason: String?
    }

    package var kind: Kind
    /// Counts from 1 among those of its kind.
    package var number: Int
    package var begunAt: Instant
    package var begunBy: PersonID
    package var reason: String?
    package var submissions: [Submission]
    /// Decisions before anything was submitted.
    package var decisions: [Decision]
    package var isOver: Bool
}

extension TermsRound {
    /// Every round of a share, oldest first, from its events.
    package static func rounds(in events: some Sequence<Event>) -> [TermsRound] {
        var teller = Teller()
        for event in events { teller.take(event) }
        return teller.rounds
    }

    /// Tells the rounds from what each event did to the share.
    private struct Teller {
        var rounds: [TermsRound] = []
        private var share: Share?
        /// The terms that stood when the round began.
        private var base: Terms?
        private var last: Terms?

        mutating func take(_ event: Event) {
            guard let before = share else {
                share = Share(first: event)
                if case .registered(let registration) = event.happening, registration.origin.kind == .proposed {
                    begin(.request, event, reason: nil, base: nil)
                }
                return
            }
            share?.apply(event)
            guard case .acted(let act) = event.happening, let after = share else { return }
            let records = act.records.compactMap { Recording(rawValue: $0.rawValue) }
            if records.contains(.begunAmendment) {
                begin(.amendment, event, reason: act.evidence["reason"], base: before.terms)
            }
            guard !rounds.isEmpty, !rounds[rounds.count - 1].isOver else { return }
            let proposal = act.moves.first { $0.machine == .proposal && $0.from != $0.to }
            if let proposal, proposal.to == "submitted" || proposal.to == "amendment-submitted" {
                submit(after.termsUnderConsideration, event)
            }
            if let outcome = outcome(of: records, proposal, before: before, after: after) {
                decide(outcome, act, event)
            }
        }

        private func outcome(
            of records: [Recording], _ proposal: Act.Move?, before: Share, after: Share
        ) -> Decision.Outcome? {
            if records.contains(.inForce) { return .inForce }
            if records.contains(.agreementText) { return .frozen }
            switch (proposal?.from, proposal?.to) {
            case (_, "returned"?), ("amendment-submitted"?, "amending"?), ("amendment-accepted"?, "amending"?):
                return .returned
            case ("submitted"?, "accepted"?), ("amendment-submitted"?, "amendment-accepted"?): return .accepted
            default: break
            }
            if records.contains(.ended) { return .refused }
            if records.contains(.abandonedAmendment) { return .abandoned }
            let isGivenUp = before.agreementForSignature != nil && after.agreementForSignature == nil
            return isGivenUp ? .givenUp : nil
        }

        private mutating func begin(_ kind: Kind, _ event: Event, reason: String?, base: Terms?) {
            let number = rounds.count { $0.kind == kind } + 1
            rounds.append(
                TermsRound(
                    kind: kind, number: number, begunAt: event.at, begunBy: event.actor, reason: reason,
                    submissions: [], decisions: [], isOver: false))
            self.base = base
            last = nil
        }

        private mutating func submit(_ terms: Terms, _ event: Event) {
            let place = rounds.count - 1
            rounds[place].submissions.append(
                Submission(
                    number: rounds[place].submissions.count + 1, shareVersion: event.version, at: event.at,
                    by: event.actor, changes: base.map { $0.changes(to: terms) } ?? [],
                    sinceLast: last.map { $0.changes(to: terms) } ?? [], decisions: []))
            last = terms
        }

        private mutating func decide(_ outcome: Decision.Outcome, _ act: Act, _ event: Event) {
            let place = rounds.count - 1
            var outcome = outcome
            if act.command.rawValue.hasPrefix("refuse") { outcome = .refused }
            if act.command == "withdraw" { outcome = .withdrawn }
            let decision = Decision(
                outcome: outcome, command: act.command.rawValue, at: event.at, by: event.actor, role: event.capacity,
                reason: act.evidence["reason"])
            if rounds[place].submissions.isEmpty {
                rounds[place].decisions.append(decision)
            } else {
                rounds[place].submissions[rounds[place].submissions.count - 1].decisions.append(decision)
            }
            rounds[place].isOver = [.refused, .withdrawn, .abandoned, .inForce].contains(outcome)
        }
    }
}

extension TermsRound.Decision {
    /// Who decided what and when, for people: `returned by owner (data-owner) on 1 May 2026: Say why`.
    package var inWords: String { "\(what) by \(by) (\(role)) on \(at.day.inWords)" + why }

    /// The same with people called otherwise than by their identifiers, and roles as people say them: `Olive Owner (owner), data
    /// owner`.
    package func inWords(naming name: (PersonID) -> String) -> String {
        let capacity = capacity
        let whose = capacity.role.noun + (capacity.principal.map { " for \(name($0))" } ?? "")
        return "\(what) by \(name(by)), \(whose), on \(at.day.inWords)" + why
    }

    /// The role, and for whom where it was delegated.
    private var capacity: (role: RoleName, principal: PersonID?) {
        let parts = role.split(separator: " for ", maxSplits: 1).map(String.init)
        return (RoleName(rawValue: parts.first ?? role), parts.count > 1 ? PersonID(parts[1]) : nil)
    }

    private var why: String { reason.map { ": \($0)" } ?? "" }

    private var what: String {
        switch outcome {
        case .accepted: "accepted"
        case .returned: "returned"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .abandoned: "abandoned"
        case .frozen: "frozen for signature"
        case .givenUp: "frozen text given up"
        case .inForce: "brought into force"
        }
    }
}

import Workflows

extension Roster {
    /// How long a delegation may last, in days: whoever needs longer appoints somebody.
    package static let longestDelegation = 366

    /// Every reason why a person may not make a change on a day; none where they may. Who is asked before whether.
    ///
    /// The hub keeps the roster; everybody records their own leave and delegates what is theirs.
    package func objections(to change: RosterChange, by actor: Person, on today: Day) -> [Refusal.Reason] {
        if let gone = objection(toActingBy: actor.id, on: today) { return [gone] }
        guard mayMake(change, actor) else {
            return [Refusal.Reason(.who, rule: "not-your-role", "\(whoMay(change)); you are not that.")]
        }
        return shortfalls(of: change, on: today)
    }

    /// Why somebody may do nothing at all: they have left. Nil where they have not.
    package func objection(toActingBy id: PersonID, on today: Day) -> Refusal.Reason? {
        guard let last = departures[id], last < today else { return nil }
        return Refusal.Reason(.who, rule: "has-left", "\(id) left on \(last.inWords) and may do nothing any more.")
    }

    // MARK: - May this person?

    private func mayMake(_ change: RosterChange, _ actor: Person) -> Bool {
        if actor.roles.contains("hub") || actor.id == .system { return true }
        switch change {
        case .delegated(let delegation): return delegation.principal == actor.id
        case .delegationEnded(let delegation): return [delegation.principal, delegation.delegate].contains(actor.id)
        case .absent(let absence): return absence.person == actor.id
        case .returned(let back): return back.person == actor.id && departures[actor.id] == nil
        case .kept, .appointed, .appointmentEnded, .left: return false
        }
    }

    private func whoMay(_ change: RosterChange) -> String {
        switch change {
        case .kept: "Only the hub changes who the people are"
        case .appointed, .appointmentEnded: "Only the hub appoints, and ends appointments"
        case .delegated(let delegation):
            "Only \(delegation.principal) or the hub delegates what is \(delegation.principal)’s"
        case .delegationEnded: "Only its two people or the hub end a delegation"
        case .absent(let absence): "Only \(absence.person) or the hub records the leave of \(absence.person)"
        case .left, .returned: "Only the hub records who leaves and who comes back"
        }
    }

    // MARK: - Is everything there?

    private func shortfalls(of change: RosterChange, on today: Day) -> [Refusal.Reason] {
        switch change {
        case .kept(let person):
            isLastOfHub(person.id, on: today) && !person.roles.contains("hub")
                ? [
                    wanting(
                        "last-of-the-hub",
                        "\(person.id) is the last person of the hub, without whom nobody could add people or appoint: give somebody else the role hub first."
                    )
                ] : []
        case .appointed(let appointment): shortfalls(of: appointment, on: today)
        case .appointmentEnded(let ended):
            appointments.contains { $0.isSamePost(as: ended) && $0.days.contains(max(today, $0.days.first)) }
                ? [] : [wanting("no-appointment", "\(ended.person) holds no such appointment that could end.")]
        case .delegated(let delegation): shortfalls(of: delegation, on: today)
        case .delegationEnded(let ended):
            delegations.contains { $0.number == ended.number && $0.last >= today }
                ? [] : [wanting("no-delegation", "There is no delegation \(ended.number) that still holds.")]
        case .absent(let absence):
            known(absence.person)
                + (absence.last < absence.first
                    ? [wanting("ends-before-it-begins", "The leave would end before it begins.")] : [])
        case .left(let departure):
            known(departure.person)
                + (isLastOfHub(departure.person, on: today)
                    ? [
                        wanting(
                            "last-of-the-hub",
                            "\(departure.person) is the last person of the hub: give somebody else the role hub first.")
                    ] : [])
        case .returned(let back):
            known(back.person)
                + (departures[back.person] != nil || absence(of: back.person, on: back.first) != nil
                    ? []
                    : [wanting("not-away", "\(back.person) is neither on leave nor gone on \(back.first.inWords).")])
        }
    }

    /// Whether a person is of the hub, and nobody else who is still here.
    private func isLastOfHub(_ id: PersonID, on today: Day) -> Bool {
        let hub = people.values.filter { $0.roles.contains("hub") && (departures[$0.id].map { $0 >= today } ?? true) }
        return hub.map(\.id) == [id]
    }

    private func shortfalls(of appointment: Appointment, on today: Day) -> [Refusal.Reason] {
        var reasons = here(appointment.person, on: max(today, appointment.days.first))
        let post = appointment.post
        if let person = people[appointment.person], !person.roles.contains(post.role) {
            reasons.append(
                wanting("role-missing", "\(person.id) does not hold the role \(post.role): people add gives it."))
        }
        if appointment.letter.trimmed.isEmpty {
            reasons.append(wanting("letter-missing", "An appointment is made by letter: say where it is filed."))
        }
        reasons += unprintable(appointment.letter, "The letter")
        if let last = appointment.days.last, last < appointment.days.first {
            reasons.append(wanting("ends-before-it-begins", "The appointment would end before it begins."))
        }
        if let earlier = appointments.first(where: { $0.isSamePost(as: appointment) && $0.days.meets(appointment.days) }
        ) {
            reasons.append(
                wanting(
                    "appointed-already",
                    "\(appointment.person) is \(post.asPeopleSay) there already, \(earlier.days.inWords)."))
        }
        return reasons
    }

    private func shortfalls(of delegation: Delegation, on today: Day) -> [Refusal.Reason] {
        var reasons =
            here(delegation.principal, on: today) + here(delegation.delegate, on: max(today, delegation.first))
        if delegation.principal == delegation.delegate {
            reasons.append(wanting("to-oneself", "Nobody delegates to themself."))
        } else if let principal = people[delegation.principal], let delegate = people[delegation.delegate],
            principal.organisation != delegate.organisation
        {
            reasons.append(
                wanting(
                    "another-organisation",
                    "\(delegate.id) acts for another organisation than \(principal.id): what is one’s is not delegated to the other."
                ))
        }
        if delegation.roles.isEmpty { reasons.append(wanting("role-missing", "Say which roles are delegated.")) }
        if let principal = people[delegation.principal] {
            for role in delegation.roles where !principal.roles.contains(role) {
                reasons.append(
                    wanting("role-not-held", "\(principal.id) does not hold the role \(role), so cannot delegate it."))
            }
        }
        if delegation.last < delegation.first {
            reasons.append(wanting("ends-before-it-begins", "The delegation would end before it begins."))
        } else if delegation.last < today {
            reasons.append(
                wanting("in-the-past", "The delegation would have ended already, on \(delegation.last.inWords)."))
        } else if delegation.last.number - delegation.first.number >= Self.longestDelegation {
            reasons.append(
                wanting(
                    "too-long",
                    "A delegation lasts \(Self.longestDelegation) days at most: for longer, somebody is appointed."))
        }
        if delegation.reason.trimmed.isEmpty {
            reasons.append(wanting("reason-missing", "Reason is missing: say why it is delegated."))
        }
        reasons += unprintable(delegation.reason, "The reason")
        return reasons
    }

    private func unprintable(_ text: String, _ what: String) -> [Refusal.Reason] {
        ForbiddenCharacters.first(in: text).map {
            [wanting("forbidden-character", "\(what) holds the character \($0), which no field may hold.")]
        } ?? []
    }

    private func known(_ id: PersonID) -> [Refusal.Reason] {
        people[id] == nil ? [wanting("unknown-person", "There is no person “\(id)”: see people list.")] : []
    }

    private func here(_ id: PersonID, on day: Day) -> [Refusal.Reason] {
        guard hasLeft(id, on: day), let last = departures[id] else { return known(id) }
        return [wanting("has-left", "\(id) leaves on \(last.inWords), or has left.")]
    }

    private func wanting(_ rule: String, _ says: String) -> Refusal.Reason {
        Refusal.Reason(.complete, rule: rule, says)
    }
}

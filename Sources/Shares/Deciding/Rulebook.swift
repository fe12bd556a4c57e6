package import Workflows

/// What every decision rests on: the machines that a share runs on, and the department's reference data.
package struct Rulebook: Sendable {
    package let definitions: CheckedDefinitions
    package let pin: WorkflowPin
    package let reference: ReferenceData

    package init(definitions: CheckedDefinitions, pin: WorkflowPin, reference: ReferenceData) {
        self.definitions = definitions
        self.pin = pin
        self.reference = reference
    }

    /// The names that workflow files may use.
    package static let vocabulary = WorkflowVocabulary(
        roles: Set(RoleName.known), needs: Set(Fact.allCases.map(\.name)),
        evidence: Set(EvidenceField.allCases.map(\.name)), records: Set(Recording.allCases.map(\.name)),
        dates: Set(ShareDate.allCases.map(\.name)), entries: EntryName.known)
}

extension RoleName {
    /// Every capacity in which a person can act.
    package static let known: [RoleName] = [
        "requester", "data-owner", "data-steward", "dpo", "legal", "security", "siro", "board", "hub", "partner",
        "auditor", "system",
    ]
}

extension EntryName {
    /// Every way in which a share comes in: the identifiers of the register's statuses.
    package static let known: Set<EntryName> = [
        "proposed", "pending-dpia", "pending-approval", "live", "suspended", "expired", "closed", "withdrawn",
        "refused",
    ]
}

/// A date of a share that a deadline of a workflow file may count from.
package enum ShareDate: String, CaseIterable, Hashable, Sendable {
    /// When the machine entered its present state.
    case entered
    case startDate = "start-date"
    case endDate = "end-date"
    case reviewDate = "review-date"
    /// When the first condition is due that suspends the share once it is overdue.
    case conditionDue = "suspending-condition-due"
    /// When the Commissioner's answer to a consultation is due.
    case icoAnswerDue = "ico-answer-due"

    package var name: DateName { DateName(rawValue: rawValue) }

    /// What happens on that day, as in “the agreement ends on 31 March 2026”.
    package var asPeopleSay: String {
        switch self {
        case .entered: "this step is due"
        case .startDate: "the agreement starts"
        case .endDate: "the agreement ends"
        case .reviewDate: "the review falls due"
        case .conditionDue: "a condition falls due"
        case .icoAnswerDue: "the ICO’s answer is due"
        }
    }

    package func day(in dates: ShareDates, machine: Machine, on today: Day) -> Day? {
        switch self {
        case .entered: dates.entered(machine)
        case .startDate: dates.start
        case .endDate: dates.end
        case .reviewDate: dates.review
        case .conditionDue: dates.conditionDue
        case .icoAnswerDue: dates.consultation?.day(on: today)
        }
    }
}

/// Another share, as far as a decision has to know it.
package enum OtherShare: Hashable, Sendable {
    /// Not submitted for decision yet.
    case draft
    case open, ended
    /// It is being retired, or was, and what takes over from it in the end is the share that is decided on.
    case retiresIntoThis
}

/// What the world supplies to a decision.
package struct Circumstances: Sendable {
    package var now: Instant
    /// The people of the installation, for commands that name one.
    package var roster: Roster
    /// Assessments of other shares that the decision asks about.
    package var assessments: [ShareReference: LeadingAssessment] = [:]
    /// Whether other shares that the order names are there, and open.
    package var others: [ShareReference: OtherShare] = [:]
    /// Shares like the one that is decided on, where the decision asks for them.
    package var similar: [SimilarShare] = []
    /// Whether the register is still being searched for them: what is asked is answered when it has been.
    package var isSearchingSimilar = false
    /// How far another share has taken over from the one that is decided on, where a consolidation retires it.
    package var takeOver: TakeOver?

    package init(now: Instant, roster: Roster = Roster()) {
        self.now = now
        self.roster = roster
    }

    package var people: [PersonID: Person] { roster.people }

    /// The day in London.
    package var today: Day { now.dayInLondon }
}

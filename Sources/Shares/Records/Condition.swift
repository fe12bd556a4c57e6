package import Workflows

/// Something that must be done, by somebody, by a day, for the share to start or to go on.
package struct Condition: Hashable, Sendable, Codable {
    /// When it has to be met.
    package enum Timing: String, Hashable, Sendable, Codable, CaseIterable {
        /// Before the terms come into force.
        case before
        /// Afterwards, by the day that it is due.
        case after
    }

    /// What comes of one that is overdue.
    package enum Consequence: String, Hashable, Sendable, Codable, CaseIterable {
        case remind, suspend
    }

    /// Somebody did without it.
    package struct Waiver: Hashable, Sendable, Codable {
        package var by: PersonID
        package var at: Instant
        package var reason: String
    }

    /// Counts from 1 in a share.
    package var number: Int
    package var text: String
    /// A person's identifier, or words.
    package var owner: String
    package var due: Day?
    package var setBy: PersonID
    package var metAt: Instant?
    package var evidence: String?
    /// Nil of one set before that was asked: with a day it is met by then, without one before the terms come into force.
    package var timing: Timing?
    /// The role in which it was set, which alone may waive it.
    package var setAs: RoleName?
    package var ifOverdue: Consequence?
    package var metBy: PersonID?
    package var waived: Waiver?
    /// The version of the terms that was being signed off when it was set.
    package var forVersion: Int?
    /// True where that version was given up, and the condition with it.
    package var isLapsed: Bool?
}

extension Condition {
    package var isOpen: Bool { metAt == nil && waived == nil && isLapsed != true }

    /// Whether the terms may not come into force for it.
    package func blocks(on today: Day) -> Bool {
        isOpen && (timing == .before || due.map { $0 <= today } ?? true)
    }

    package func isOverdue(on today: Day) -> Bool { isOpen && due.map { $0 < today } ?? false }

    /// Whether the share is to be suspended once it is overdue.
    package var suspends: Bool { isOpen && timing != .before && ifOverdue == .suspend && due != nil }

    /// Where it stands, for people: `met on 4 May 2026 (Minutes of 3 May)`.
    package func standing(on today: Day) -> String {
        if let metAt { return "met on \(metAt.day.inWords)" + (evidence.map { " (\($0))" } ?? "") }
        if let waived { return "waived by \(waived.by) on \(waived.at.day.inWords): \(waived.reason)" }
        if isLapsed == true { return "lapsed, as the amendment was given up" }
        let when = timing == .before ? "before coming into force" : timing == .after ? "after coming into force" : ""
        let day = due.map { (isOverdue(on: today) ? "overdue since " : "due ") + $0.inWords } ?? ""
        return ["not met", when, day].filter { !$0.isEmpty }.joined(separator: ", ")
            + (suspends ? "; the share is suspended if it is overdue" : "")
    }
}

extension Share {
    /// Where among the conditions those are that are open and are the data owner's to meet, by their id or their name.
    package var conditionsOfTheOwner: [Int] {
        guard let owner, let person = owner.person else { return [] }
        return approval.conditions.indices.filter {
            approval.conditions[$0].isOpen && [person.rawValue, owner.name].contains(approval.conditions[$0].owner)
        }
    }
}

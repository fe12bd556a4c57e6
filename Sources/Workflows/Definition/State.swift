/// A state of one machine.
package struct State: Hashable, Sendable {
    package var name: StateName
    /// As people read it: `In force`.
    package var title: String
    /// A sentence on what is true of a share in this state.
    package var meaning: String
    /// Groups that needs and invariants name with a `#`: `flowing`, `in-force`, `concluded`.
    package var groups: [String]
    /// Nothing leaves an end.
    package var isEnd: Bool
    /// Whom the share waits for, for work lists; empty where it waits for nobody.
    package var waitsFor: [RoleName]
    package var deadlines: [Deadline]

    package init(
        name: StateName, title: String, meaning: String, groups: [String] = [], isEnd: Bool = false,
        waitsFor: [RoleName] = [], deadlines: [Deadline] = []
    ) {
        self.name = name
        self.title = title
        self.meaning = meaning
        self.groups = groups
        self.isEnd = isEnd
        self.waitsFor = waitsFor
        self.deadlines = deadlines
    }
}

/// What time does to a share in a state.
package struct Deadline: Hashable, Sendable {
    /// Signed: negative is before the date.
    package enum Offset: Hashable, Sendable {
        case workingDays(Int)
        case days(Int)
    }

    package enum Effect: Hashable, Sendable {
        /// A letter to the holders of these roles.
        case remind([RoleName])
        /// The system actor gives this command of the same machine.
        case command(CommandName)
    }

    package var from: DateName
    package var offset: Offset
    package var effect: Effect

    package init(from: DateName, offset: Offset, effect: Effect) {
        self.from = from
        self.offset = offset
        self.effect = effect
    }
}

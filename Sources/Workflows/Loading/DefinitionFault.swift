package import JSONValues

/// One thing that is wrong with a workflow file, and where.
package struct DefinitionFault: Hashable, Sendable {
    /// A short name for each kind of fault; it stays the same, so that tests and filters may rely on it.
    package enum Rule: String, CaseIterable, Hashable, Sendable {
        // What the file is made of.
        case notJSON = "not-json"
        case wrongType = "wrong-type"
        case missingKey = "missing-key"
        case unknownKey = "unknown-key"
        case badName = "bad-name"
        case badText = "bad-text"
        case doubledName = "doubled-name"
        case tooMany = "too-many"
        // Names that nobody knows.
        case unknownMachine = "unknown-machine"
        case unknownState = "unknown-state"
        case unknownGroup = "unknown-group"
        case unknownCommand = "unknown-command"
        case unknownRole = "unknown-role"
        case unknownNeed = "unknown-need"
        case unknownEvidence = "unknown-evidence"
        case unknownRecord = "unknown-record"
        case unknownDate = "unknown-date"
        case unknownEntry = "unknown-entry"
        // One machine.
        case doubledState = "doubled-state"
        case ambiguousTransition = "ambiguous-transition"
        case unreachableState = "unreachable-state"
        case deadEnd = "dead-end"
        case endThatIsLeft = "end-that-is-left"
        case nobodyMayTake = "nobody-may-take"
        case deadlineCommand = "deadline-command"
        // The five together.
        case missingMachine = "missing-machine"
        case doubledMachine = "doubled-machine"
        case missingEntry = "missing-entry"
        case ambiguousCommand = "ambiguous-command"
        case causesItself = "causes-itself"
        case causedNeeds = "caused-needs"
        case causedEvidence = "caused-evidence"
        // A department's overlay.
        case notForOverlays = "not-for-overlays"
        case notOptional = "not-optional"
        case notUsed = "not-used"
        case alreadyAsked = "already-asked"
        case widensRoles = "widens-roles"
        case lengthensDeadline = "lengthens-deadline"
        case unknownDeadline = "unknown-deadline"
        case unknownClock = "unknown-clock"
        case unknownOrganisation = "unknown-organisation"
        case unknownSpoke = "unknown-spoke"
        case doubledDepartment = "doubled-department"
        case signOffNobodyMayGive = "sign-off-nobody-may-give"
    }

    /// As the caller named it; empty where the fault is that a file is missing.
    package var file: String
    package var pointer: JSONPointer
    package var rule: Rule
    /// A sentence for the person who edits the file.
    package var message: String

    package init(file: String, pointer: JSONPointer, rule: Rule, message: String) {
        self.file = file
        self.pointer = pointer
        self.rule = rule
        self.message = message
    }
}

extension DefinitionFault: CustomStringConvertible {
    package var description: String {
        let place = [file, pointer.description].filter { !$0.isEmpty }.joined(separator: " at ")
        return (place.isEmpty ? "" : place + ": ") + message + " [\(rule.rawValue)]"
    }
}

/// Everything that is wrong with a set of workflow files, told at once.
package struct DefinitionFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package var all: [DefinitionFault]

    package init(_ all: [DefinitionFault]) {
        self.all = all
    }

    package var description: String { all.map(\.description).joined(separator: "\n") }
}

package import Workflows

/// Which state of the new edition stands for one that it no longer has: `proposal:returned=draft`.
package struct RelocationMap: Hashable, Sendable {
    private var states: [Machine: [StateName: StateName]] = [:]

    package init() {}

    /// Nil where one of the texts is no `machine:state=state`, or a state is mapped twice.
    package init?(_ texts: [String]) {
        for text in texts {
            let sides = text.split(separator: "=", omittingEmptySubsequences: false)
            let left = sides.first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
            guard sides.count == 2, left.count == 2, let machine = Machine(rawValue: String(left[0])),
                !left[1].isEmpty, !sides[1].isEmpty
            else { return nil }
            let state = StateName(rawValue: String(left[1]))
            guard states[machine]?[state] == nil else { return nil }
            states[machine, default: [:]][state] = StateName(rawValue: String(sides[1]))
        }
    }

    package func state(for state: StateName, of machine: Machine) -> StateName { states[machine]?[state] ?? state }
}

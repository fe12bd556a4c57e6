/// Whether two shares are about the same people, or the ones about some of the others.
struct SubjectComparison: Sendable {
    let equal: Double
    let leftInRight: Double
    let rightInLeft: Double

    /// The degree where one side says nothing; where neither does, they were written alike.
    private static let unstated = 0.75
    private static let bothUnstated = 0.85

    init(
        _ left: ShareFacts, _ right: ShareFacts, register: borrowing UnderstoodRegister
    ) {
        let same: Double
        let forward: Double
        let backward: Double
        // Where people are not stated, their part of the country may be left out with them.
        let areAreasKnown: Bool
        if left.subjects.isEmpty || right.subjects.isEmpty {
            same = left.subjects.isEmpty && right.subjects.isEmpty ? Self.bothUnstated : Self.unstated
            (forward, backward) = (same, same)
            areAreasKnown = left.purpose.area != nil && right.purpose.area != nil
        } else if left.subjects == right.subjects {
            (same, forward, backward) = (1, 1, 1)
            areAreasKnown = true
        } else {
            let there = Self.covered(left.subjects, by: right.subjects, register)
            let back = Self.covered(right.subjects, by: left.subjects, register)
            (same, forward, backward) = (min(there.equal, back.equal), there.within, back.within)
            areAreasKnown = true
        }
        switch areAreasKnown ? register.areaRelation(left.purpose.area, right.purpose.area) : .equal {
        case .equal: (equal, leftInRight, rightInLeft) = (same, forward, backward)
        case .narrower: (equal, leftInRight, rightInLeft) = (same * 0.5, forward, backward * 0.3)
        case .broader: (equal, leftInRight, rightInLeft) = (same * 0.5, forward * 0.3, backward)
        default: (equal, leftInRight, rightInLeft) = (0, 0, 0)
        }
    }

    /// To what degree each of the groups is among the others, and to what degree it lies within one of them.
    private static func covered(
        _ groups: [Int32], by others: [Int32], _ register: borrowing UnderstoodRegister
    ) -> (equal: Double, within: Double) {
        var equal = 0.0
        var within = 0.0
        for group in groups {
            var bestEqual = 0.0
            var bestWithin = 0.0
            for other in others {
                switch register.subjectRelation(group, other) {
                case .equal: (bestEqual, bestWithin) = (1, 1)
                // What the reference data calls a part of the group may be the register's word for all of it.
                case .narrower: (bestEqual, bestWithin) = (max(bestEqual, 0.25), 1)
                // `informal carers` may well be what others call carers.
                case .narrowerInWords: (bestEqual, bestWithin) = (max(bestEqual, 0.3), 1)
                case .broaderInWords: (bestEqual, bestWithin) = (max(bestEqual, 0.3), max(bestWithin, 0.5))
                case .broader: bestEqual = max(bestEqual, 0.25)
                case .different: break
                case .likeness(let likeness):
                    bestEqual = max(bestEqual, likeness)
                    bestWithin = max(bestWithin, min(1, likeness * 1.1))
                }
            }
            equal += bestEqual
            within += bestWithin
        }
        let count = Double(groups.count)
        return (equal / count, within / count)
    }
}

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
        let areas = register.areaRelation(left.purpose.area, right.purpose.area)
        guard !left.subjects.isEmpty, !right.subjects.isEmpty else {
            let degree = left.subjects.isEmpty && right.subjects.isEmpty ? Self.bothUnstated : Self.unstated
            (equal, leftInRight, rightInLeft) = (degree, degree, degree)
            return
        }
        let forward = Self.covered(left.subjects, by: right.subjects, register)
        let backward = Self.covered(right.subjects, by: left.subjects, register)
        let same = min(forward.equal, backward.equal)
        switch areas {
        case .equal:
            (equal, leftInRight, rightInLeft) = (same, forward.within, backward.within)
        case .narrower: (equal, leftInRight, rightInLeft) = (same * 0.5, forward.within, backward.within * 0.3)
        case .broader: (equal, leftInRight, rightInLeft) = (same * 0.5, forward.within * 0.3, backward.within)
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
                case .narrower: bestWithin = 1
                // `informal carers` may well be what others call carers.
                case .narrowerInWords: (bestEqual, bestWithin) = (max(bestEqual, 0.45), 1)
                case .broaderInWords: (bestEqual, bestWithin) = (max(bestEqual, 0.45), max(bestWithin, 0.5))
                case .broader, .different: break
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

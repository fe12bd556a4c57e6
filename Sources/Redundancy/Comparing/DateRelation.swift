/// How the terms of two shares lie to each other in time.
struct DateRelation: Sendable {
    /// To what degree the terms overlap, and not only because the one renews the other.
    let overlapping: Double
    /// To what degree the right one begins when the left one ends.
    let leftThenRight: Double
    let rightThenLeft: Double

    /// The new one starts 90 days before to 200 after the old one's end.
    static let window: ClosedRange<Int32> = -90...200

    init(_ left: ShareFacts, _ right: ShareFacts) {
        let forward = Self.follows(left, right)
        let backward = Self.follows(right, left)
        leftThenRight = forward
        rightThenLeft = backward
        if forward > 0 || backward > 0 {
            overlapping = 0
        } else if let leftStart = left.start, let rightStart = right.start {
            let leftEnds = left.end ?? Int32.max
            let rightEnds = right.end ?? Int32.max
            overlapping = leftStart <= rightEnds && rightStart <= leftEnds ? 1 : 0.1
        } else {
            overlapping = left.start == nil && right.start == nil ? 0.9 : 0.85
        }
    }

    private static func follows(_ old: ShareFacts, _ new: ShareFacts) -> Double {
        guard let end = old.end, let start = new.start else { return 0 }
        if let oldStart = old.start, oldStart >= start { return 0 }
        if let newEnd = new.end, newEnd <= end { return 0 }
        return window.contains(start - end) ? 1 : 0
    }
}

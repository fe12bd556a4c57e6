/// A pattern at work: the places in its program that the text read so far can have led to.
struct JSONPatternRun {
    private let steps: [JSONPattern.Step]
    private(set) var places: [Int]
    private var before: [Int] = []
    /// Places still to be followed, kept so as not to be allocated for each character.
    private var waiting: [Int] = []
    /// The round in which each place was last listed: none is listed twice in a round.
    private var listed: [Int]
    private var round = 1

    /// Begins before the text, or where the text read so far has led to.
    init(_ steps: [JSONPattern.Step], at places: [Int] = []) {
        self.steps = steps
        self.places = places
        listed = Array(repeating: 0, count: steps.count)
        for place in places { listed[place] = round }
    }

    /// Lets the pattern begin here; true where it ends here too.
    mutating func begin(atStart: Bool) -> Bool {
        // What is tied to the start cannot begin later.
        if !atStart, case .start = steps[0] { return false }
        return add(0, atStart: atStart, atEnd: false)
    }

    /// Reads one character; true where the pattern ends after it.
    mutating func advance(over scalar: UInt32) -> Bool {
        swap(&places, &before)
        places.removeAll(keepingCapacity: true)
        round += 1
        for place in before {
            guard case .take(let set) = steps[place], set.contains(scalar) else { continue }
            if add(place + 1, atStart: false, atEnd: false) { return true }
        }
        return false
    }

    /// Whether the end of the text ends the pattern.
    mutating func finish(atStart: Bool) -> Bool {
        swap(&places, &before)
        places.removeAll(keepingCapacity: true)
        round += 1
        for place in before {
            guard case .end = steps[place] else { continue }
            if add(place, atStart: atStart, atEnd: true) { return true }
        }
        return add(0, atStart: atStart, atEnd: true)
    }

    /// Adds a place and all that it leads to without taking a character; true where that is the end.
    private mutating func add(_ place: Int, atStart: Bool, atEnd: Bool) -> Bool {
        waiting.removeAll(keepingCapacity: true)
        waiting.append(place)
        while let place = waiting.popLast() {
            guard listed[place] != round else { continue }
            listed[place] = round
            switch steps[place] {
            case .take: places.append(place)
            case .end:
                places.append(place)
                if atEnd { waiting.append(place + 1) }
            case .fork(let one, let other):
                waiting.append(one)
                waiting.append(other)
            case .jump(let target): waiting.append(target)
            case .start: if atStart { waiting.append(place + 1) }
            case .accept: return true
            }
        }
        return false
    }
}

import Workflows

/// Where the five machines can stand, and which commands lead from one place to another: the definitions alone, whatever
/// a share would have to show on the way.
struct StepMap {
    /// A command in one state of one machine.
    struct Step: Hashable {
        var machine: Machine
        var command: CommandName
        var from: StateName
    }

    struct Edge {
        /// The number of the step.
        var step: Int
        /// The number of the place.
        var to: Int
    }

    private(set) var places: [Configuration] = []
    private(set) var steps: [Step] = []
    /// The ways out of each place.
    private(set) var edges: [[Edge]] = []
    private var placeNumbers: [Configuration: Int] = [:]
    private var stepNumbers: [Step: Int] = [:]

    /// Explores from every one of the starts.
    init(of definitions: CheckedDefinitions, from starts: [Configuration]) {
        for start in starts { _ = number(for: start) }
        while edges.count < places.count {
            let place = places[edges.count]
            var onward: [Edge] = []
            for machine in Machine.allCases {
                for transition in definitions[machine].transitions(from: place[machine])
                where !transition.roles.isEmpty {
                    guard let taken = definitions.step(place, machine, transition.command) else { continue }
                    let step = Step(machine: machine, command: transition.command, from: place[machine])
                    onward.append(Edge(step: number(for: step), to: number(for: taken.after)))
                }
            }
            edges.append(onward)
        }
    }

    private mutating func number(for place: Configuration) -> Int {
        if let known = placeNumbers[place] { return known }
        placeNumbers[place] = places.count
        places.append(place)
        return places.count - 1
    }

    private mutating func number(for step: Step) -> Int {
        if let known = stepNumbers[step] { return known }
        stepNumbers[step] = steps.count
        steps.append(step)
        return steps.count - 1
    }

    func number(of place: Configuration) -> Int? { placeNumbers[place] }
    func number(of step: Step) -> Int? { stepNumbers[step] }

    /// From these no command leads on.
    var ends: Set<Int> { Set(places.indices.filter { edges[$0].isEmpty }) }

    /// The first step on a shortest way from a place to one of the steps, or to one of the ends.
    func way(from start: Int, to wanted: Set<Int>, orTo ends: Set<Int>, avoiding blocked: Set<Int>) -> Int? {
        var isWanted = [Bool](repeating: false, count: steps.count)
        for step in wanted where !blocked.contains(step) { isWanted[step] = true }
        var isBlocked = [Bool](repeating: false, count: steps.count)
        for step in blocked { isBlocked[step] = true }
        var isEnd = [Bool](repeating: false, count: places.count)
        for end in ends { isEnd[end] = true }
        // With each place seen, the step that was taken first to come there.
        var first = [Int](repeating: -1, count: places.count)
        var queue = [start]
        var next = 0
        while next < queue.count {
            let here = queue[next]
            next += 1
            for edge in edges[here] where !isBlocked[edge.step] {
                let begun = here == start ? edge.step : first[here]
                if isWanted[edge.step] || isEnd[edge.to] { return begun }
                guard edge.to != start, first[edge.to] < 0 else { continue }
                first[edge.to] = begun
                queue.append(edge.to)
            }
        }
        return nil
    }
}

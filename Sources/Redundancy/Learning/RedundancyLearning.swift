/// Learns how much each criterion counts, from portfolios whose redundant pairs are known.
///
/// One logistic regression for each kind, by Newton's method with a small penalty on large weights, so that the scores
/// are chances and the weights can be read.
package struct RedundancyLearning: Sendable {
    /// What was seen of a pair, as one kind weighs it, and whether the pair is of that kind.
    struct Example: Sendable {
        let evidence: Evidence
        let isRight: Bool
    }

    private var examples: [RedundancyKind: [Example]] = [:]

    package init() {}

    package mutating func add(_ portfolio: Portfolio, truth: [RedundancyMeasurement.Truth]) {
        var kindOf: [SharePair: RedundancyKind] = [:]
        for each in truth { kindOf[SharePair(each.a, each.b)] = each.kind }
        for candidate in portfolio.candidates() {
            let isRight = kindOf[candidate.pair] == candidate.kind
            examples[candidate.kind, default: []].append(Example(evidence: candidate.evidence, isRight: isRight))
        }
    }

    /// The weights that fit the examples best.
    package func weights(title: String, source: String, threshold: Double) -> RedundancyWeights {
        var kinds: [String: RedundancyWeights.Kind] = [:]
        for kind in RedundancyKind.allCases { kinds[kind.rawValue] = fit(examples[kind] ?? []) }
        return RedundancyWeights(title: title, source: source, kinds: kinds, threshold: threshold)
    }

    /// Newton's method, within the weights that are not negative: what is met better never makes a pair less likely. The
    /// penalty keeps a criterion that never varied at zero.
    private func fit(_ examples: [Example]) -> RedundancyWeights.Kind {
        let size = Criterion.allCases.count + 1
        var beta = Array(repeating: 0.0, count: size)
        let penalty = 0.3
        for _ in 0..<60 {
            var gradient = beta.map { -penalty * $0 }
            gradient[0] = 0
            var hessian = Array(repeating: Array(repeating: 0.0, count: size), count: size)
            for place in 0..<size { hessian[place][place] = place == 0 ? 1e-6 : penalty }
            for example in examples {
                let row = Self.row(example.evidence)
                let chance = zip(beta, row).reduce(0) { $0 + $1.0 * $1.1 }.logistic
                let error = (example.isRight ? 1 : 0) - chance
                let spread = max(chance * (1 - chance), 1e-9)
                for i in 0..<size {
                    gradient[i] += error * row[i]
                    for j in 0...i { hessian[i][j] += spread * row[i] * row[j] }
                }
            }
            // A weight of zero that wants to fall stays where it is, and the others are fitted without it.
            for place in 1..<size where beta[place] == 0 && gradient[place] <= 0 {
                gradient[place] = 0
                for other in 0..<size where other != place {
                    hessian[max(place, other)][min(place, other)] = 0
                }
            }
            let step = Self.solve(hessian, gradient)
            let largest = step.map(abs).max() ?? 0
            let scale = largest > 4 ? 4 / largest : 1
            var moved = 0.0
            for place in 0..<size {
                let held = beta[place]
                beta[place] += scale * step[place]
                if place > 0 { beta[place] = max(0, beta[place]) }
                moved = max(moved, abs(beta[place] - held))
            }
            if moved < 1e-6 { break }
        }
        var weights: [String: Double] = [:]
        for criterion in Criterion.allCases { weights[criterion.name] = Self.rounded(beta[criterion.rawValue + 1]) }
        return RedundancyWeights.Kind(bias: Self.rounded(beta[0]), weights: weights)
    }

    private static func row(_ evidence: Evidence) -> [Double] {
        let logarithms = evidence.logarithms
        return [1] + Criterion.allCases.map { logarithms[$0.rawValue] }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

    /// Cholesky: the matrix is symmetric, given by its lower half, and positive.
    private static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        let size = vector.count
        var lower = matrix
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[i][j]
                for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
                lower[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j][j]
            }
        }
        var solution = vector
        for i in 0..<size {
            for k in 0..<i { solution[i] -= lower[i][k] * solution[k] }
            solution[i] /= lower[i][i]
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            for k in (i + 1)..<max(size, i + 1) { solution[i] -= lower[k][i] * solution[k] }
            solution[i] /= lower[i][i]
        }
        return solution
    }
}

import Shares

/// `Templates/redundancy/weights.json`: how much each criterion counts for each kind, learned from labelled portfolios.
///
/// The score is the logistic function of the bias and the sum of weight times degree.
package struct RedundancyWeights: Codable, Hashable, Sendable {
    static let file = "weights.json"

    /// What the score of one kind is made of.
    package struct Kind: Codable, Hashable, Sendable {
        package var bias: Double
        /// By the names of the criteria.
        package var weights: [String: Double]

        package init(bias: Double, weights: [String: Double]) {
            self.bias = bias
            self.weights = weights
        }
    }

    package var title: String
    package var source: String
    /// By the names of the kinds.
    package var kinds: [String: Kind]
    /// Findings below this score are not reported unless they are asked for.
    package var threshold: Double

    package init(title: String, source: String, kinds: [String: Kind], threshold: Double) {
        self.title = title
        self.source = source
        self.kinds = kinds
        self.threshold = threshold
    }

    /// Weights below zero: what is met better would make a pair less likely, and the search passes over pairs that cannot
    /// become likely enough.
    var faults: Findings {
        var findings = Findings()
        for (kind, table) in kinds.sorted(by: { $0.key < $1.key }) {
            for (criterion, weight) in table.weights.sorted(by: { $0.key < $1.key }) where weight < 0 {
                findings.append(
                    .error(
                        "weight-negative", at: .pointer(file: Self.file, "/kinds/\(kind)/weights/\(criterion)"),
                        "The weight of “\(criterion)” is below zero."))
            }
        }
        return findings
    }
}

/// The weights in the form that scores are computed from.
struct Scorer: Sendable {
    private var biases: [Double] = []
    /// Of each kind the criteria that count at all.
    private var weights: [[(criterion: Int, weight: Double)]] = []

    init(_ table: RedundancyWeights) {
        for kind in RedundancyKind.allCases {
            let own = table.kinds[kind.rawValue]
            biases.append(own?.bias ?? -10)
            weights.append(
                Criterion.allCases.compactMap { criterion in
                    guard let weight = own?.weights[criterion.name], weight != 0 else { return nil }
                    return (criterion.rawValue, weight)
                })
        }
    }

    /// Rises with every degree, as no weight is negative.
    func score(_ evidence: Evidence, as kind: RedundancyKind) -> Double {
        let place = kind.order
        var sum = biases[place]
        for (criterion, weight) in weights[place] {
            let degree = evidence.degrees[criterion]
            // The logarithm of what is wholly met is nothing.
            if degree < 1 { sum += weight * Evidence.logarithm(of: degree) }
        }
        return sum.logistic
    }
}

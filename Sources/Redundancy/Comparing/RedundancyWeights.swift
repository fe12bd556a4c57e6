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
}

/// The weights in the form that scores are computed from.
struct Scorer: Sendable {
    private var biases: [Double] = []
    private var weights: [SIMD16<Double>] = []

    init(_ table: RedundancyWeights) {
        for kind in RedundancyKind.allCases {
            let own = table.kinds[kind.rawValue]
            var vector = SIMD16<Double>.zero
            for criterion in Criterion.allCases { vector[criterion.rawValue] = own?.weights[criterion.name] ?? 0 }
            biases.append(own?.bias ?? -10)
            weights.append(vector)
        }
    }

    func score(_ evidence: Evidence, as kind: RedundancyKind) -> Double {
        guard let place = RedundancyKind.allCases.firstIndex(of: kind) else { return 0 }
        return (biases[place] + (weights[place] * evidence.logarithms).sum()).logistic
    }
}

import Casework
import Redundancy
import Shares

extension RedundancyPrinting {
    /// A measurement for a program to read.
    struct PrintedMeasurement: Encodable {
        struct Figures: Encodable {
            var kind: String
            var precision: Double
            var recall: Double
            var f1: Double
            var right: Int
            var wrong: Int
            var missed: Int

            init(_ kind: String, _ tally: RedundancyMeasurement.Tally) {
                self.kind = kind
                precision = tally.precision
                recall = tally.recall
                f1 = tally.f1
                right = tally.right
                wrong = tally.wrong
                missed = tally.missed
            }
        }

        struct Pair: Encodable {
            var share_a: String
            var share_b: String
            var kind: String
            var true_kind: String?
        }

        var pairs: Figures
        var kinds: [Figures]
        var macro_f1: Double
        var best_threshold: Double
        var best_f1: Double
        var wrong: [Pair]
        var missed: [Pair]
        var swapped: [Pair]

        init(_ measured: MeasuredRedundancy) {
            let measurement = measured.measurement
            pairs = Figures("any kind", measurement.pairs)
            kinds = RedundancyKind.allCases.compactMap { kind in
                measurement.kinds[kind].map { Figures(kind.rawValue, $0) }
            }
            macro_f1 = measurement.macroF1
            best_threshold = measurement.best.threshold
            best_f1 = measurement.best.f1
            wrong = measurement.wrong.map { finding, truth in
                Pair(
                    share_a: finding.a.rawValue, share_b: finding.b.rawValue, kind: finding.kind.rawValue,
                    true_kind: truth?.rawValue)
            }
            missed = measurement.missed.map { truth in
                Pair(share_a: truth.a.rawValue, share_b: truth.b.rawValue, kind: truth.kind.rawValue)
            }
            swapped = measured.swapped.map { finding in
                Pair(share_a: finding.a.rawValue, share_b: finding.b.rawValue, kind: finding.kind.rawValue)
            }
        }
    }
}

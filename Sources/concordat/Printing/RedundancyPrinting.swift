import Casework
import Foundation
import Interchange
import Redundancy
import Shares

/// How redundancy is told.
enum RedundancyPrinting {
    struct Printed: Encodable {
        var share_a: String
        var share_b: String
        var kind: String
        var score: Double
        var explanation: String

        init(_ finding: RedundancyFinding) {
            share_a = finding.a.rawValue
            share_b = finding.b.rawValue
            kind = finding.kind.rawValue
            score = (finding.score * 1000).rounded() / 1000
            explanation = finding.told
        }
    }

    static func print(_ findings: [RedundancyFinding]) {
        for finding in findings {
            Console.line(
                "\(percent(finding.score)) \(finding.kind.rawValue): \(Console.safe(finding.a.rawValue)) and \(Console.safe(finding.b.rawValue))"
            )
            Console.line("     \(Console.safe(finding.told))")
        }
        Console.message("\(findings.count) findings")
    }

    static func csv(_ findings: [RedundancyFinding]) -> String {
        findings.reduce(into: CSVWriter.line(["share_a", "share_b", "kind", "score", "explanation"])) { text, finding in
            text += CSVWriter.line([
                finding.a.rawValue, finding.b.rawValue, finding.kind.rawValue, decimal(finding.score),
                finding.told,
            ])
        }
    }

    static func print(_ measured: MeasuredRedundancy) {
        let measurement = measured.measurement
        var table = TextTable([
            .init(title: "Kind"), .init(title: "Precision", isNumber: true), .init(title: "Recall", isNumber: true),
            .init(title: "F1", isNumber: true), .init(title: "Right", isNumber: true),
            .init(title: "Wrong", isNumber: true), .init(title: "Missed", isNumber: true),
        ])
        func add(_ name: String, _ tally: RedundancyMeasurement.Tally) {
            table.add([
                name, decimal(tally.precision), decimal(tally.recall), decimal(tally.f1), String(tally.right),
                String(tally.wrong), String(tally.missed),
            ])
        }
        for kind in RedundancyKind.allCases { measurement.kinds[kind].map { add(kind.rawValue, $0) } }
        add("any kind", measurement.pairs)
        Console.line(table.text)
        Console.line("Mean F1 of the kinds: \(decimal(measurement.macroF1))")
        Console.line(
            "The best threshold would have been \(decimal(measurement.best.threshold)), with an F1 of \(decimal(measurement.best.f1))."
        )
        var bands = TextTable([
            .init(title: "Score from"), .init(title: "Findings", isNumber: true),
            .init(title: "Right", isNumber: true), .init(title: "Part right", isNumber: true),
        ])
        for band in measurement.bands where band.found > 0 {
            bands.add([decimal(band.from), String(band.found), String(band.right), decimal(band.share)])
        }
        Console.line(bands.text)
        for (finding, truth) in measurement.wrong {
            let really = truth.map { "it is \($0.rawValue)" } ?? "it is nothing"
            Console.line(
                "wrong: \(finding.a) and \(finding.b) as \(finding.kind.rawValue) (\(decimal(finding.score))): \(really). \(Console.safe(finding.explanation))"
            )
        }
        for finding in measured.swapped {
            Console.line(
                "wrong way round: \(finding.a) and \(finding.b) as \(finding.kind.rawValue): counted as right, but the first is truly the second."
            )
        }
        for each in measurement.missed { Console.line("missed: \(each.a) and \(each.b), \(each.kind.rawValue)") }
    }

    private static func percent(_ score: Double) -> String { "\(Int((score * 100).rounded())) %" }

    /// Three digits after the point.
    static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

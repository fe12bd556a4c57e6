import Casework
import Interchange
import Shares

/// How an import is told.
enum ImportPrinting {
    struct Printed: Encodable {
        struct Found: Encodable {
            var severity: String
            var row: Int?
            var column: String?
            var rule: String
            var message: String
        }

        var file: String
        var dryRun: Bool
        var written: Bool
        var rows: Int
        var registered: Int
        var corrected: Int
        var unchanged: Int
        var keptOut: Int
        var findings: [Found]

        init(_ report: ImportReport, refused: Bool) {
            file = report.file
            dryRun = report.isDryRun
            written = !refused && !report.isDryRun
            rows = report.rows
            registered = report.registered
            corrected = report.corrected
            unchanged = report.unchanged
            keptOut = report.rejected.count
            findings = report.findings.all.map { finding in
                var row: Int?
                var column: String?
                if case .cell(let inRow, let inColumn) = finding.place { (row, column) = (inRow, inColumn) }
                return Found(
                    severity: finding.severity.rawValue, row: row, column: column, rule: finding.rule,
                    message: finding.message)
            }
        }
    }

    static func csv(_ findings: Findings) -> String {
        findings.all.reduce(into: CSVWriter.line(["severity", "row", "column", "rule", "message"])) { text, finding in
            var row = ""
            var column = ""
            if case .cell(let inRow, let inColumn) = finding.place { (row, column) = (String(inRow), inColumn ?? "") }
            text += CSVWriter.line(
                [finding.severity.rawValue, row, column, finding.rule, finding.message])
        }
    }

    /// The result on standard output, the findings on standard error.
    static func printText(_ report: ImportReport, refused: Bool, verbose: Bool) {
        for finding in report.findings.all where verbose || finding.severity == .error {
            Console.message(Console.oneLine(finding.description))
        }
        let warnings = report.findings.warnings.count
        if warnings > 0 && !verbose {
            Console.message("\(warnings) warnings, which came in with their rows (--verbose lists them all):")
            for (rule, count, first) in report.findingsByRule where first.severity == .warning {
                Console.message("  \(count) × \(rule), first: \(first.place): \(Console.safe(first.message))")
            }
        }
        let most = verbose ? Int.max : 20
        for addition in report.additions.prefix(most) {
            Console.line(
                "\(Console.safe(addition.reference.rawValue)) would be new: \(Console.safe(addition.title.shortened(to: 100)))"
            )
        }
        tellRest(report.additions.count - most, "that would be new")
        for correction in report.corrections.prefix(most) {
            let noted = correction.isOnlyNoted ? " (noted: the terms in force stay)" : ""
            Console.line("\(Console.safe(correction.reference.rawValue)) changed\(noted):")
            if let status = correction.status { Console.line("  Status: \(status.from) → \(status.to)") }
            if let owner = correction.owner { Console.line("  Data owner: \(owner)") }
            for change in correction.changes {
                Console.line(
                    "  \(change.field.label): “\(Console.safe(change.from.shortened(to: 100)))” → “\(Console.safe(change.to.shortened(to: 100)))”"
                )
            }
        }
        tellRest(report.corrections.count - most, "whose rows changed")
        Console.line(summary(of: report, refused: refused))
    }

    private static func tellRest(_ count: Int, _ which: String) {
        if count > 0 {
            Console.line(
                "… and \(count) more \(which) (--verbose lists them all; of a trial, --changes makes a table).")
        }
    }

    private static func summary(of report: ImportReport, refused: Bool) -> String {
        let errors = report.findings.errors.count
        if refused {
            return
                "\(report.file): nothing was written: \(errors) \(errors == 1 ? "error" : "errors") in \(report.rows) rows."
        }
        let verb = report.isDryRun ? "would be" : "were"
        if report.changesNothing && report.rejected.isEmpty && errors == 0 {
            return
                "\(report.file): nothing changed: \(report.unchanged) shares are as the file says (\(report.rows) rows)."
        }
        return "\(report.file): \(report.rows) rows; \(report.registered) shares \(verb) registered, "
            + "\(report.corrected) corrected, \(report.unchanged) unchanged, \(errors) errors kept out."
    }
}

extension ImportReport {
    /// The rows that were kept out as a register of their own, with a last column that says why.
    var rejectsCSV: String {
        let columns = RegisterRow.nativeColumns
        var text = CSVWriter.line(columns + ["findings"])
        // Rows that could not even be read have no cells to show: what is wrong with each is said all the same.
        let told = Set(rejected.flatMap(\.errors))
        for finding in findings.errors where !told.contains(finding) {
            text += CSVWriter.line(columns.map { _ in "" } + [finding.description])
        }
        return rejected.reduce(into: text) { text, rejected in
            let cells = columns.map { rejected.row.fields[$0] ?? "" }
            text += CSVWriter.line(cells + [rejected.errors.map(\.description).joined(separator: " | ")])
        }
    }
}

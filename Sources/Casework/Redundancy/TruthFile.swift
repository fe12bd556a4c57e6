import Interchange
import Redundancy
import Shares

/// A list of what is truly redundant, for measuring.
enum TruthFile {
    /// Every fault of the file at once, each with its row. The first row may be a header. `isThere`: whether the register has
    /// the share.
    static func read(
        _ path: String, isThere: (ShareReference) throws -> Bool
    ) throws -> [RedundancyMeasurement.Truth] {
        var chunks = [Array(try ImportFile.data(of: path))]
        var reader = CSVReader(delimiter: UInt8(ascii: ","), limits: .standard) { chunks.popLast() }
        var findings = Findings()
        var truth: [RedundancyMeasurement.Truth] = []
        var rows: [SharePair: (row: Int, kind: RedundancyKind)] = [:]
        func object(_ rule: String, _ row: Int, _ says: String) {
            findings.append(.error(rule, at: .cell(row: row, column: nil), says))
        }
        while let record = try reader.next() {
            let kind = record.cells.count >= 3 ? RedundancyKind(rawValue: record.cells[2].trimmed) : nil
            let isHeader = record.row == 1 && record.faults.isEmpty && record.cells.first?.trimmed == "share_a"
            guard !isHeader else { continue }
            guard record.faults.isEmpty, let kind else {
                let kinds = RedundancyKind.allCases.map(\.rawValue).joined(separator: ", ")
                object(
                    "truth-not-understood", record.row,
                    "The row is not share_a,share_b,kind with a kind of \(kinds).")
                continue
            }
            let pair = (ShareReference(record.cells[0].trimmed), ShareReference(record.cells[1].trimmed))
            guard pair.0 != pair.1 else {
                object("truth-one-share", record.row, "\(pair.0) is no pair: name two different shares.")
                continue
            }
            let unknown = try [pair.0, pair.1].filter { try !isThere($0) }
            for share in unknown { object("truth-unknown-share", record.row, "There is no share “\(share)”.") }
            guard unknown.isEmpty else { continue }
            if let earlier = rows[SharePair(pair.0, pair.1)] {
                let other = earlier.kind == kind ? "" : ", as \(earlier.kind.rawValue)"
                object("truth-twice", record.row, "The pair stands in row \(earlier.row) already\(other).")
                continue
            }
            rows[SharePair(pair.0, pair.1)] = (record.row, kind)
            truth.append(RedundancyMeasurement.Truth(a: pair.0, b: pair.1, kind: kind))
        }
        if truth.isEmpty, !findings.hasErrors {
            findings.append(.error("truth-empty", at: .whole, "The file names no pair: share_a,share_b,kind."))
        }
        if findings.hasErrors { throw findings }
        return truth
    }
}

import Redundancy
import Shares

/// A share to start from, and the portfolio of a few such shares.
struct PairSample {
    let reference: ReferenceData
    let names: NameReader
    private var rows: RegisterRows

    init() throws {
        reference = try Samples.reference()
        names = try Samples.names()
        rows = RegisterRows(reference)
    }

    /// A native row: the fields given, over those of a plain share.
    static func row(_ reference: String, _ fields: [String: String] = [:]) -> [String: String] {
        var row = [
            "reference": reference, "title": "Warm Home Discount eligibility check", "provider": "DWP",
            "recipient": "Department for Energy Security and Net Zero",
            "purpose": "To verify entitlement to Warm Home Discount for Pension Credit claimants",
            "legal_gateway": "Digital Economy Act 2017, section 36", "lawful_basis": "6(1)(e)",
            "data_items":
                "National Insurance number; Forename; Surname; Date of birth; Address; Postcode; Benefit type",
            "data_subjects": "Pension Credit claimants", "frequency": "Annual", "transfer_method": "SFTE",
            "classification": "OFFICIAL", "start_date": "2023-04-01", "end_date": "2026-03-31", "status": "Live",
        ]
        for (name, text) in fields { row[name] = text }
        return row
    }

    mutating func portfolio(_ rows: [[String: String]]) -> Portfolio {
        let shares = rows.map { self.rows.share($0) }
        return Portfolio(shares, names: names)
    }

    mutating func findings(_ rows: [[String: String]]) -> [RedundancyFinding] { portfolio(rows).findings() }

    mutating func share(_ row: [String: String]) -> ComparableShare { rows.share(row) }
}

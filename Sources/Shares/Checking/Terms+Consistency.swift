/// Whether terms agree with the law, with the reference data and with themselves.
extension Terms {
    /// Everything that does not fit together, each with the field to mend: an error cannot be agreed to as it stands, a
    /// warning is for a person to judge.
    ///
    /// What is not understood, or not known to the reference data, is not judged.
    package func inconsistencies(on today: Day, under reference: ReferenceData) -> Findings {
        let checks = ConsistencyChecks(terms: self, today: today, reference: reference)
        return Findings(checks.law + checks.data + checks.time + checks.agreement)
    }
}

/// The checks of one set of terms, by what they are about.
struct ConsistencyChecks {
    let terms: Terms
    let today: Day
    let reference: ReferenceData

    /// The law is that of the day on which the sharing begins, or of today where that lies behind.
    var relevantDay: Day { max(terms.startDate?.day ?? today, today) }

    var law: [Finding] { gateways + lawfulBases + conditions }
    var data: [Finding] { items + transfers + channel }

    func error(_ rule: String, _ field: TermsField, _ message: String) -> Finding {
        .error(rule, at: .field(field.rawValue), message)
    }

    func warning(_ rule: String, _ field: TermsField, _ message: String) -> Finding {
        .warning(rule, at: .field(field.rawValue), message)
    }
}

extension Findings {
    /// The errors first, each kind in the order in which it was found.
    package var gravestFirst: [Finding] { errors + warnings }
}

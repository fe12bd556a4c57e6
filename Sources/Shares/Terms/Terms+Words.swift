extension Terms {
    /// A field as people read it: as it was stated, but for what is written for programs.
    package func words(of field: TermsField) -> String { field.words(text(of: field)) }
}

extension TermsField {
    /// A text of the field as people say it: `2 years` for `P2Y`, `1 May 2027` for `2027-05-01`, `Joint controller` for `joint-controller`; any other as it is.
    package func words(_ text: String) -> String {
        switch self {
        case .providerRole, .recipientRole: Party.Controllership(rawValue: text)?.title ?? text
        case .retention: Retention.words(of: text) ?? text
        case .startDate, .endDate, .reviewDate: Day(iso: text)?.inWords ?? text
        default: text
        }
    }
}

extension Party.Controllership {
    /// `Joint controller`
    package var title: String { rawValue.replacing("-", with: " ").capitalisedFirst }
}

extension Retention {
    /// `2 years and 6 months` for the duration `P2Y6M`; nil of what is no duration in whole days.
    static func words(of duration: String) -> String? {
        guard isDuration(duration), !duration.contains("T") else { return nil }
        let units: [Character: String] = ["Y": "year", "M": "month", "W": "week", "D": "day"]
        var parts: [String] = []
        var digits = ""
        for character in duration.dropFirst() {
            guard let unit = units[character] else {
                digits.append(character)
                continue
            }
            guard let number = Int(digits) else { return nil }
            parts.append("\(number) \(unit)\(number == 1 ? "" : "s")")
            digits = ""
        }
        guard let last = parts.popLast() else { return nil }
        return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
    }
}

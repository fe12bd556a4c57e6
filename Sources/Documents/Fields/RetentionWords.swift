import Shares

/// A length of time as people say it: `P3Y11M` is `3 years and 11 months`.
enum RetentionWords {
    static func words(for retention: Retention) -> String {
        guard let duration = retention.duration else { return retention.text }
        var parts: [String] = []
        var number = ""
        var isTime = false
        for scalar in duration.unicodeScalars.dropFirst() {
            switch scalar {
            case "T": isTime = true
            case "0"..."9": number.unicodeScalars.append(scalar)
            default:
                if let unit = unit(scalar, isTime: isTime) {
                    parts.append("\(number) \(unit)\(number == "1" ? "" : "s")")
                }
                number = ""
            }
        }
        return DocumentSubject.listed(parts)
    }

    private static func unit(_ letter: Unicode.Scalar, isTime: Bool) -> String? {
        switch (letter, isTime) {
        case ("Y", _): "year"
        case ("M", false): "month"
        case ("W", _): "week"
        case ("D", _): "day"
        case ("H", _): "hour"
        case ("M", true): "minute"
        case ("S", _): "second"
        default: nil
        }
    }
}

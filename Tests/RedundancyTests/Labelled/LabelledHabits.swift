import Shares

/// How the keepers of registers write names and dates, beyond the spellings of a whole vocabulary.
enum LabelledHabits {
    static let dateStyles = 9
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func date(_ day: Day, _ style: Int) -> String {
        let (year, month, number) = day.parts
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let name = months[month - 1]
        switch style {
        case 0: return day.description
        case 1: return "\(two(number))/\(two(month))/\(year)"
        case 2: return day.inWords
        case 3: return "\(two(number))-\(name)-\(two(year % 100))"
        case 4: return "\(two(number))/\(two(month))/\(two(year % 100))"
        case 5: return "\(number).\(month).\(year)"
        case 6: return "\(name) \(number), \(year)"
        case 7: return "\(year)/\(two(month))/\(two(number))"
        default: return "\(number)\(ordinal(number)) \(day.inWords.split(separator: " ")[1]) \(year)"
        }
    }

    private static func ordinal(_ number: Int) -> String {
        switch (number % 10, number / 10) {
        case (_, 1): "th"
        case (1, _): "st"
        case (2, _): "nd"
        case (3, _): "rd"
        default: "th"
        }
    }

    static func item(_ text: String, _ random: inout SplitMix) -> String {
        switch random.below(100) {
        case ..<3: return words(of: text).joined(separator: "_")
        case ..<6: return text.uppercased()
        case ..<9: return camel(text)
        case ..<11: return "tbl_cust." + words(of: text).joined(separator: "_")
        case ..<15:
            return random.pick(["Claimant ", "Customer's ", "Applicant's ", "Individual's "], else: "")
                + text.lowercasedFirst
        case ..<18:
            return text + random.pick([" (if held)", " (where available)", " - current", " field", "*"], else: "")
        case ..<20: return slipped(text, &random)
        default: return text
        }
    }

    static func body(_ name: String, _ random: inout SplitMix) -> String {
        switch random.below(100) {
        case ..<3: return slipped(name, &random)
        case ..<5: return name.uppercased()
        case ..<7: return name.replacing(" and ", with: " & ")
        case ..<8: return "The " + name
        case ..<11:
            return name
                + random.pick(
                    [
                        " - Data Sharing Team", ", Information Governance", " (Analysis Directorate)",
                        " Debt Management",
                    ], else: "")
        case ..<12: return "c/o " + name
        default: return name
        }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    private static func camel(_ text: String) -> String {
        let parts = words(of: text)
        return parts.prefix(1).joined() + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    static func slipped(_ name: String, _ random: inout SplitMix) -> String {
        var letters = Array(name)
        guard letters.count > 12 else { return name }
        let place = 4 + random.below(letters.count - 8)
        guard letters[place].isLowercase, letters[place + 1].isLowercase else { return name }
        if random.chance(0.5) { letters.remove(at: place) } else { letters.swapAt(place, place + 1) }
        return String(letters)
    }
}

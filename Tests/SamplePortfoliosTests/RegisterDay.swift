import Shares

/// Reads the five ways in which the sample writes a day; nil for anything else.
enum RegisterDay {
    static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        let slashed = text.split(separator: "/").compactMap { Int($0) }
        if slashed.count == 3 { return Day(year: slashed[2], month: slashed[1], day: slashed[0]) }
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 3, let month = months.firstIndex(of: String(words[1].prefix(3))), let year = Int(words[2]),
            let day = Int(words[0].prefix { $0.isNumber })
        else { return nil }
        return Day(year: year, month: month + 1, day: day)
    }
}

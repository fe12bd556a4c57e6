/// What a text was found to be when it was read as a date.
package enum DateReading: Hashable, Sendable {
    case day(Day)
    /// A day, with something to tell: a year of two digits.
    case doubtful(Day, String)
    /// Words that registers use where no date is known: `TBC`.
    case placeholder
    case impossible(String)

    /// Reads `2022-02-01`, `2022/02/01`, `01/02/2022`, `1.2.2022`, `1 Feb 2022`, `1st February 2022`,
    /// `February 1, 2022`, each with a time of day after it if need be. Numbers are day, month, year, as is British
    /// custom.
    package init(_ text: String) {
        let words = DateReading.words(of: text)
        if DateReading.placeholders.contains(words.joined(separator: " ")) {
            self = .placeholder
            return
        }
        guard words.count >= 3 else {
            self = .impossible("“\(text)” is not a date")
            return
        }
        // A sign before it or after it is a slip that could mean anything.
        let trimmed = text.trimmed
        guard let first = trimmed.utf8.first, let last = trimmed.utf8.last, DateReading.isWord(first),
            DateReading.isWord(last) || last == UInt8(ascii: ".")
        else {
            self = .impossible("“\(text)” is not a date")
            return
        }
        // What follows the date must be a time of day.
        let rest = words.dropFirst(3)
        guard
            rest.allSatisfy({
                $0 == "t" || $0 == "z" || ($0.utf8.allSatisfy(DateReading.isDigit) && $0.utf8.count <= 6)
            })
        else {
            self = .impossible("“\(text)” is not a date")
            return
        }
        self = DateReading.read(Array(words.prefix(3)), text: text)
    }

    private static let placeholders = Placeholder.ofAnything.union([
        "", "none", "not set", "ongoing", "on going", "rolling", "open ended", "openended", "indefinite",
        "indefinitely", "no end date", "until further notice", "permanent", "continuous",
    ])

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Runs of digits and runs of letters, in small letters; ordinal endings fall off.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var current: [UInt8] = []
        var isNumber = false
        func flush() {
            if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
            current = []
        }
        for byte in text.utf8 {
            let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
            let digit = isDigit(lower)
            let letter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) || lower >= 0x80
            if !digit && !letter {
                flush()
                continue
            }
            if !current.isEmpty && digit != isNumber { flush() }
            isNumber = digit
            current.append(lower)
        }
        flush()
        let ordinals: Set<String> = ["st", "nd", "rd", "th", "of"]
        return words.enumerated().filter { !($0.offset > 0 && ordinals.contains($0.element)) }.map(\.element)
    }

    private static let months: [String: Int] = [
        "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5, "jun": 6,
        "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "oct": 10,
        "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
    ]

    private static func read(_ words: [String], text: String) -> DateReading {
        let impossible = DateReading.impossible("“\(text)” is not a day that exists")
        let day: String
        let month: String
        let year: String
        if words[0].utf8.count == 4, Int(words[0]) != nil {
            (year, month, day) = (words[0], words[1], words[2])
        } else if months[words[0]] != nil {
            (month, day, year) = (words[0], words[1], words[2])
        } else {
            (day, month, year) = (words[0], words[1], words[2])
        }
        guard let dayNumber = Int(day), day.utf8.count <= 2, let yearNumber = Int(year),
            let monthNumber = months[month] ?? (month.utf8.count <= 2 ? Int(month) : nil)
        else { return .impossible("“\(text)” is not a date") }
        if year.utf8.count == 2 {
            // A register of agreements holds no dates of the last century's first seven decades.
            let full = yearNumber < 70 ? 2000 + yearNumber : 1900 + yearNumber
            guard let found = Day(year: full, month: monthNumber, day: dayNumber) else { return impossible }
            return .doubtful(found, "the year “\(year)” was read as \(full)")
        }
        guard year.utf8.count == 4, let found = Day(year: yearNumber, month: monthNumber, day: dayNumber),
            (1900...2199).contains(yearNumber)
        else { return impossible }
        return .day(found)
    }
}

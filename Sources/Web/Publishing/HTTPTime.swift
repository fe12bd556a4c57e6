import Shares

/// A moment as HTTP has it, to the second: `Tue, 31 Mar 2026 09:30:00 GMT` (RFC 9110, section 5.6.7).
enum HTTPTime {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(_ moment: Instant) -> String {
        // 2026-03-31T09:30:00.000Z
        let iso = Array(moment.description)
        let month = months[(Int(String(iso[5..<7])) ?? 1) - 1]
        return "\(days[moment.day.weekday - 1]), \(String(iso[8..<10])) \(month) \(String(iso[0..<4])) "
            + "\(String(iso[11..<19])) GMT"
    }

    /// Nil for any other form: a condition that is not understood is left aside.
    static func moment(_ text: String) -> Instant? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        let number = month + 1
        let moment = Instant(rfc3339: "\(parts[3])-\(number < 10 ? "0" : "")\(number)-\(parts[1])T\(parts[4]).000Z")
        return moment.flatMap { Self.text($0) == text ? $0 : nil }
    }
}

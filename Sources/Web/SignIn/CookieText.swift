import Hummingbird

/// Cookies as requests carry them (RFC 6265, section 4.2).
enum CookieText {
    /// The value of the first cookie of that name; nil where there is none.
    static func value(named name: String, in request: Request) -> String? {
        for field in request.headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let sides = pair.split(separator: "=", maxSplits: 1)
                guard sides.count == 2, sides[0].trimmingPrefix(" ") == name else { continue }
                return String(sides[1])
            }
        }
        return nil
    }
}

/// Writes a double as ECMAScript does, which is what RFC 8785 section 3.2.2.3 asks for.
enum ECMAScriptNumber {
    /// The text of a finite double: ECMA-262, `Number::toString`, radix 10.
    ///
    /// Swift's own description already has the shortest digits that read back as the same double, and of those the
    /// closest; only where the point and the exponent go differs.
    static func text(of double: Double) -> String {
        guard double != 0 else { return "0" }
        let (digits, point) = decimal(double.magnitude)
        let sign = double < 0 ? "-" : ""
        return sign + layOut(digits, point: point)
    }

    /// The significant digits, and how many of them stand before the decimal point (`n` in ECMA-262).
    private static func decimal(_ magnitude: Double) -> (digits: String, point: Int) {
        let parts = magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
        let exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
        let halves = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let fraction = halves.count > 1 ? String(Substring(halves[1])) : ""
        var digits = String(Substring(halves[0])) + fraction
        var point = halves[0].count + exponent
        while digits.utf8.first == UInt8(ascii: "0"), digits.utf8.count > 1 {
            digits.removeFirst()
            point -= 1
        }
        while digits.utf8.last == UInt8(ascii: "0"), digits.utf8.count > 1 {
            digits.removeLast()
        }
        return (digits, point)
    }

    private static func layOut(_ digits: String, point: Int) -> String {
        let count = digits.utf8.count
        switch point {
        case count...21 where count <= 21:
            return digits + String(repeating: "0", count: point - count)
        case 1...21:
            return digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0:
            return "0." + String(repeating: "0", count: -point) + digits
        default:
            let exponent = point - 1
            let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
        }
    }
}

/// A number of a JSON document: whole numbers exactly, all others as the nearest double.
///
/// A double that is a whole number within ±(2^53 − 1) becomes that integer, and −0 becomes 0, so that two numbers are
/// equal exactly when their canonical texts are.
package struct JSONNumber: Hashable, Sendable {
    /// The largest magnitude that every reader of JSON keeps exactly: 2^53 − 1 (RFC 7493, section 2.2).
    package static let largestExact: Int64 = 9_007_199_254_740_991

    private enum Storage: Hashable, Sendable {
        case integer(Int64)
        case double(Double)
    }

    private let storage: Storage

    package init(_ integer: Int64) {
        storage = .integer(integer)
    }

    /// Nil for infinities and for what is not a number: JSON cannot say them.
    package init?(_ double: Double) {
        guard double.isFinite else { return nil }
        // Within these bounds the conversion cannot trap.
        if double.magnitude <= Double(Self.largestExact), Double(Int64(double)) == double {
            storage = .integer(Int64(double))
        } else {
            storage = .double(double)
        }
    }

    /// The number where it is held as a whole one; nil for fractions and for doubles beyond 2^53 − 1.
    package var integer: Int64? {
        switch storage {
        case .integer(let integer): integer
        case .double: nil
        }
    }

    /// The nearest double; beyond 2^53 − 1 an integer may lose its last digits here.
    package var double: Double {
        switch storage {
        case .integer(let integer): Double(integer)
        case .double(let double): double
        }
    }

    /// The number as RFC 8785 writes it, that is as ECMAScript's `Number::toString` does.
    ///
    /// An integer beyond 2^53 − 1, which only our own code or `JSONLimits.readsLargeIntegers` can make, keeps its digits.
    package var canonical: String {
        switch storage {
        case .integer(let integer): String(integer)
        case .double(let double): ECMAScriptNumber.text(of: double)
        }
    }
}

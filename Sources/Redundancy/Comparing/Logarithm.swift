import Foundation

extension Double {
    /// The natural logarithm.
    var logarithm: Double { log(self) }
    /// 1 / (1 + e^−x)
    var logistic: Double { 1 / (1 + exp(-self)) }
}

@testable import Redundancy
import Shares
import Testing

/// How often, on the scale of eight steps.
struct FrequencyReaderTests {
    /// 2 annual, 3 quarterly, 4 monthly, 5 weekly, 6 daily, 7 real time.
    @Test(arguments: [
        ("P1M", 4), ("every 4 weeks", 4), ("12 x per year", 4), ("every 3 months", 3), ("P3M", 3),
        ("twice per year", 2), ("every 14 days", 5), ("P1D", 6), ("PT5M", 7),
    ])
    func aCountedPeriodIsAStep(_ text: String, _ step: Int8) throws {
        let reader = FrequencyReader(try Samples.reference().frequencies)
        #expect(reader.step(of: Stated(text)) == step)
    }
}

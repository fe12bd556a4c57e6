import Shares
import Testing

@Suite struct RetentionTests {
    @Test(arguments: ["P2Y", "P3Y11M", "P18M", "P2W", "P90D", "P1Y2M3W4D", "PT12H", "P1DT6H30M", "PT1S", "P0D"])
    func anISO8601DurationIsUnderstood(text: String) {
        #expect(Retention(text).duration == text)
    }

    @Test(arguments: [
        "P", "PT", "P1YT", "P1M1Y", "P1Y1Y", "1Y", "p2y", "P2", "PY", "P1.5Y", "P-1Y", "2 years", "", "P1H", "PT1D",
        "P1234567Y", "P2Y ", "P٢Y", "P2Y\u{301}",
    ])
    func whatIsNoneIsKeptAsItStands(text: String) {
        #expect(Retention(text).duration == nil)
        #expect(Retention(text).text == text)
    }
}

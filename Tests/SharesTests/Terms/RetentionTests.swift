import Shares
import Testing

@Suite struct RetentionTests {
    @Test(arguments: ["P2Y", "P3Y11M", "P18M", "P2W", "P90D", "P1Y2M3W4D", "PT12H", "P1DT6H30M", "PT1S", "P0D"])
    func anISO8601DurationIsUnderstood(text: String) {
        #expect(Retention(text).duration == text)
    }

    @Test(arguments: [
        ("2 years", "P2Y"), ("6 months", "P6M"), ("30 days", "P30D"), ("1 year", "P1Y"), ("12 Weeks", "P12W"),
        ("3 years and 11 months", "P3Y11M"), ("1 year, 2 months", "P1Y2M"),
    ])
    func aLengthInWordsIsUnderstoodAndKept(text: String, duration: String) {
        #expect(Retention(text).duration == duration)
        #expect(Retention(text).text == text)
    }

    @Test(arguments: [
        "P", "PT", "P1YT", "P1M1Y", "P1Y1Y", "1Y", "p2y", "P2", "PY", "P1.5Y", "P-1Y", "2 years or so", "two years",
        "years 2", "2", "2 months 1 year", "1 year 2 years", "0 years", "until 2030", "", "P1H", "PT1D",
        "P1234567Y", "P2Y ", "P٢Y", "P2Y\u{301}",
    ])
    func whatIsNoneIsKeptAsItStands(text: String) {
        #expect(Retention(text).duration == nil)
        #expect(Retention(text).text == text)
    }

    @Test(arguments: [
        ("P2Y", "2 years"), ("P1Y", "1 year"), ("P3Y11M", "3 years and 11 months"), ("P90D", "90 days"),
        ("P1Y2M3W4D", "1 year, 2 months, 3 weeks and 4 days"), ("PT12H", "PT12H"), ("2 years", "2 years"),
        ("as long as needed", "as long as needed"),
    ])
    func aDurationIsReadInWords(text: String, words: String) {
        #expect(TermsField.retention.words(text) == words)
        #expect(TermsField.recipientRole.words("joint-controller") == "Joint controller")
        #expect(TermsField.purpose.words(text) == text)
    }

    @Test(arguments: [
        ("100 years", false), ("101 years", true), ("P99Y11M", false), ("1200 months", false), ("P5200W", false),
        ("P999999D", true), ("PT999999H", false), ("a while", false),
    ])
    func whatIsLongerThanALifeIsAskedAbout(text: String, isLonger: Bool) {
        #expect(Retention(text).isBeyondALifetime == isLonger)
    }
}

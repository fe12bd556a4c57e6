import Shares
import Testing

struct TermResolutionTests {
    @Test(arguments: [
        ("  The  Café & Bar ", "cafe and bar"), ("E.ON", "eon"), ("King’s", "kings"), ("D.W.P.", "dwp"),
        ("a\r\nb", "a b"),
        ("ﬁle", "file"), ("ŵ", "w"), ("=\u{301}1", "1"), ("", ""), ("The", "the"), ("date_of_birth", "date of birth"),
    ])
    func aKeyIsThePlainWords(text: String, key: String) {
        #expect(TermIndex.key(text) == key)
    }

    @Test(arguments: [
        ("DoB (dd/mm/yyyy)", "date-of-birth"), ("date_of_birth", "date-of-birth"), ("dateOfBirth", "date-of-birth"),
        ("NINO", "national-insurance-number"), ("nationalInsuranceNumber", "national-insurance-number"),
        ("NI Number", "national-insurance-number"), ("Surnames", "surname"), ("sort code", "sort-code"),
        ("PIP/DLA mobility award", "mobility-rate"), ("UPRN", "uprn"), ("employer PAYE ref", "employer-paye-reference"),
        ("partnerNINO", "partner-nino"), ("Partner flag (Y/N)", "partner-indicator"), ("Name and address", nil),
    ])
    func aDataItemIsKnownByItsManySpellings(text: String, id: String?) throws {
        #expect(try RepositoryFolder.reference().dataItems.resolve(text)?.id == id)
    }

    @Test func healthItemsAreSpecialAndConvictionsAreCriminal() throws {
        let items = try RepositoryFolder.reference().dataItems
        #expect(items["health-condition"]?.special == .health)
        #expect(items["ethnicity"]?.special == .ethnicity)
        #expect(items["conviction"]?.criminal == true)
        #expect(items["aggregate-counts"]?.personal == false)
        #expect(Set(items.all.compactMap(\.special)) == Set(DataItemTerm.Special.allCases))
    }

    @Test(arguments: [
        ("WRA s.127", "wra-2012-s127"), ("Welfare Reform Act 2012 s127", "wra-2012-s127"),
        ("s.127 WRA 2012", "wra-2012-s127"), ("Section 127 of the Welfare Reform Act 2012", "wra-2012-s127"),
        ("SSAA s.122B", "ssaa-1992-s122b"),
        ("Social Security Administration Act 1992, section 122B", "ssaa-1992-s122b"),
        ("DEA 2017 s 56", "dea-2017-s56"),
        ("information-sharing-agreement-powers-and-objectives-0001:7", "dea-2017-s56"),
        ("information-sharing-agreement-powers-and-objecitves-0001:2", "dea-2017-s35"),
        ("Health and Social Care Act 2012", "hsca-2012"),
        ("Section 251 approval is in place for the flow of identifiable data", "nhsa-2006-s251"),
        ("Other-National Audit Act 1983", "naa-1983-s8"), ("common law", "common-law-powers"),
        ("court order", "court-order"), ("Consent", "consent"),
        ("PAFER Act 2025", "pafer-2025-sch3"),
    ])
    func aGatewayIsKnownHoweverItIsCited(text: String, id: String) throws {
        #expect(try RepositoryFolder.reference().gateways.resolve(text)?.id == id)
    }

    @Test(arguments: ["WRA 2012 s.271", "Welfare Reform Act 2013 s.127", "s.127", "WRA s.127; SSAA s.122B"])
    func aCitationThatIsWrongOrDoubleIsNotGuessed(text: String) throws {
        #expect(try RepositoryFolder.reference().gateways.resolve(text) == nil)
    }

    @Test func aGatewaySaysWhoMayGiveToWhom() throws {
        let reference = try RepositoryFolder.reference()
        let gateway = try #require(reference.gateways["wra-2012-s127"])
        let hmrc = try #require(reference.organisations["hm-revenue-customs"])
        let dwp = try #require(reference.organisations["department-for-work-pensions"])
        let council = try #require(reference.organisations["birmingham"])
        #expect(gateway.allows(hmrc, to: dwp))
        #expect(gateway.allows(dwp, to: hmrc))
        #expect(!gateway.allows(dwp, to: council))
        #expect(try #require(reference.gateways["wra-2012-s131"]).allows(dwp, to: council))
    }

    @Test(arguments: [
        ("6(1)(e)", "article-6-1-e"), ("Art 6(1)(e)", "article-6-1-e"), ("Art.6(1)e", "article-6-1-e"),
        ("Article 6.1.e UK GDPR", "article-6-1-e"), ("Public Task", "article-6-1-e"), ("public task", "article-6-1-e"),
        ("Article 6(1)(e) - public task", "article-6-1-e"), ("6(1)(ea)", "article-6-1-ea"),
        ("Article 9(2)(g)", "article-9-2-g"), ("Schedule 1 Part 2 paragraph 14", "sch1-pt2-para14"),
        ("DPA 2018 Sch 1 para 6", "sch1-pt2-para6"), ("Law enforcement (Part 3 DPA 2018)", "law-enforcement"),
    ])
    func aLawfulBasisIsKnownByNumberAndName(text: String, id: String) throws {
        #expect(try RepositoryFolder.reference().lawfulBases.resolve(text)?.id == id)
    }

    @Test func twoBasesInOneCellAreNotOne() throws {
        #expect(try RepositoryFolder.reference().lawfulBases.resolve("6(1)(e) and 9(2)(g)") == nil)
    }

    @Test func recognisedLegitimateInterestBeganOnTheFifthOfFebruary2026() throws {
        let bases = try RepositoryFolder.reference().lawfulBases
        let basis = try #require(bases["article-6-1-ea"])
        let eve = try #require(Day(year: 2026, month: 2, day: 4))
        #expect(!basis.isInForce(on: eve))
        #expect(basis.isInForce(on: eve.adding(days: 1)))
        #expect(bases.all.filter { $0.id.hasPrefix("article-6-1-ea-") }.count == 5)
    }

    @Test(arguments: [
        ("Active", "live"), ("Current", "live"), ("live", "live"), ("In force", "live"), ("Lapsed", "expired"),
        ("Pending DPIA", "pending-dpia"), ("Draft", "proposed"), ("Terminated", "closed"), ("Ceased", "closed"),
        ("Superseded", "closed"), ("On hold", "suspended"),
    ])
    func aStatusIsKnownByTheWordsOfRealRegisters(text: String, id: String) throws {
        #expect(try RepositoryFolder.reference().statuses.resolve(text)?.id == id)
    }

    @Test(arguments: [
        ("one-off", 0), ("Ad hoc", 1), ("Yearly", 2), ("quarterly", 3), ("MONTHLY", 4), ("fortnightly", 5),
        ("Daily", 6),
        ("real-time", 7),
    ])
    func aFrequencyHasItsStep(text: String, step: Int) throws {
        #expect(try RepositoryFolder.reference().frequencies.resolve(text)?.step == step)
    }

    @Test func channelsKnowWhatIsStrategicAndWhatIsLegacy() throws {
        let channels = try RepositoryFolder.reference().channels
        #expect(channels.resolve("SFTE")?.standing == .strategic)
        #expect(channels.resolve("REST API")?.standing == .strategic)
        for legacy in ["GFTS", "ETD", "secure email", "CD", "CIS terminal", "LCTR V1"] {
            #expect(channels.resolve(legacy)?.standing == .legacy, "\(legacy)")
        }
    }

    @Test func aMarkingIsNotALevel() throws {
        let classifications = try RepositoryFolder.reference().classifications
        #expect(classifications.resolve("OFFICIAL-SENSITIVE")?.ukmem == "OFFICIAL")
        #expect(classifications.resolve("Official Sensitive")?.marking == "SENSITIVE")
        #expect(classifications.resolve("IL3")?.obsolete == true)
        #expect(classifications.resolve("TOP SECRET")?.ukmem == "TOP_SECRET")
    }

    @Test func aHighRiskNeedsTheSeniorOwnerOfRisk() throws {
        let reference = try RepositoryFolder.reference()
        let capacities = Dictionary(
            uniqueKeysWithValues: reference.signOffRules.map { ($0.id, $0.asks.flatMap(\.capacities)) })
        #expect(capacities["tier-low"] == ["data-owner"])
        #expect(capacities["tier-high"] == ["data-owner", "dpo", "legal", "security", "siro"])
        #expect(reference.reviewIntervals.map(\.months) == [24, 12, 6])
    }
}

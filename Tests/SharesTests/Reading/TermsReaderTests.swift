import Shares
import Testing

/// What is understood is tied to the reference data; what is not is kept as it stands, and told.
@Suite struct TermsReaderTests {
    private func read(_ text: String, as field: TermsField, into terms: Terms? = nil) throws -> (Terms, [String]) {
        var terms = terms ?? Terms(title: "", parties: [])
        var reader = TermsReader(reference: try RepositoryFolder.reference())
        let findings = reader.read(text, as: field, into: &terms, at: .field(field.rawValue))
        for finding in findings.all { #expect(finding.place == .field(field.rawValue)) }
        return (terms, findings.all.map(\.rule))
    }

    @Test func partiesKeepTheirTextAndAreKnownByEveryName() throws {
        let (terms, rules) = try read(" HMRC ; Her Majesty's Revenue and Customs; Wigan Widgets Ltd ", as: .recipient)
        #expect(
            terms.recipients.map(\.organisation) == [
                Stated("HMRC", term: "hm-revenue-customs"), Stated("Wigan Widgets Ltd"),
            ])
        #expect(rules == ["unknown-organisation"])
    }

    @Test func aPartyReplacedKeepsTheOtherPartsAndTheRole() throws {
        var (terms, _) = try read("DWP", as: .provider)
        (terms, _) = try read("HMRC", as: .recipient, into: terms)
        (terms, _) = try read("joint-controller", as: .recipientRole, into: terms)
        (terms, _) = try read("Leeds City Council", as: .recipient, into: terms)
        #expect(terms.providers.map(\.organisation.text) == ["DWP"])
        #expect(terms.recipients.map(\.organisation.text) == ["Leeds City Council"])
        #expect(terms.recipients.map(\.controllership) == [.jointController])
    }

    @Test func aControllerRoleThatIsNoneIsTold() throws {
        let (terms, _) = try read("DWP", as: .provider)
        #expect(try read("boss", as: .providerRole, into: terms).1 == ["controller-role-not-understood"])
    }

    @Test func itemsAreFlaggedByTheVocabularyAndABundleOfKnownItemsIsTakenApart() throws {
        let (terms, rules) = try read("NINO; Name and address; PIP award; Conviction; Shoe size; nino", as: .dataItems)
        #expect(
            terms.items.map(\.name.term) == [
                "national-insurance-number", "full-name", "address", "pip-award", "conviction", nil,
            ])
        #expect(terms.items.map(\.isPersonal) == [true, true, true, true, true, nil])
        #expect(terms.specialCategoryItems.map(\.name.text) == ["PIP award"])
        #expect(terms.items[3].specialCategory == "health")
        #expect(terms.criminalOffenceItems.map(\.name.text) == ["Conviction"])
        #expect(rules == ["item-not-understood"])
    }

    @Test func aJustificationBelongsToAnItemOfTheShare() throws {
        let (terms, _) = try read("National Insurance number; Date of birth", as: .dataItems)
        let (justified, rules) = try read(
            "NINO=To match; date of birth = To be sure", as: .itemJustifications, into: terms)
        #expect(justified.items.map(\.justification) == ["To match", "To be sure"])
        #expect(rules == [])
        #expect(try read("Address=To write", as: .itemJustifications, into: terms).1 == ["justification-of-no-item"])
        #expect(try read("NINO", as: .itemJustifications, into: terms).1 == ["justification-of-no-item"])
        #expect(
            try read("NINO: To match: once", as: .itemJustifications, into: terms).0.items[0].justification
                == "To match: once")
    }

    @Test func anItemThatTheVocabularyDoesNotKnowIsOfTheKindThatIsStated() throws {
        let (terms, _) = try read("NINO; Hive location; Care notes; Sting record; Anonymous counts", as: .dataItems)
        #expect(terms.items.map(\.isPersonal) == [true, nil, nil, nil, false])
        #expect(terms.text(of: .itemKinds) == "")
        let said =
            "Hive location: not personal; care notes = Special category: health; Sting record=offence and genetic"
        let (stated, rules) = try read(said, as: .itemKinds, into: terms)
        #expect(rules == [])
        #expect(stated.items.map(\.isPersonal) == [true, false, true, true, false])
        #expect(stated.items.map(\.specialCategory) == [nil, nil, "health", "genetic", nil])
        #expect(stated.criminalOffenceItems.map(\.name.text) == ["Sting record"])
        #expect(
            stated.text(of: .itemKinds)
                == "Hive location=not personal; Care notes=health; Sting record=genetic and criminal offence")
        // Kept where the items are read anew, and gone with what nobody states any more.
        let (fewer, _) = try read("Care notes; Name", as: .dataItems, into: stated)
        #expect(fewer.text(of: .itemKinds) == "Care notes=health")
        let (none, open) = try read("", as: .itemKinds, into: fewer)
        #expect(none.items[0].kind == ItemKind(saidBy: "Care notes"))
        #expect(open == ["item-kind-not-stated"])
    }

    @Test(arguments: [
        ("Honey=personal", "kind-of-no-item"), ("Hive location", "kind-of-no-item"),
        ("Hive location=secret", "item-kind-not-understood"), ("Hive location=", "item-kind-not-understood"),
        ("Hive location=health and religion", "item-kind-not-understood"),
        ("Hive location=not personal and health", "item-kind-not-understood"),
        ("NINO=health", "item-kind-known"),
    ])
    func aKindThatIsNoneIsRefused(text: String, rule: String) throws {
        let (terms, _) = try read("NINO; Hive location", as: .dataItems)
        #expect(try read(text, as: .itemKinds, into: terms).1.contains(rule))
        #expect(try read("NINO=personal; Hive location=personal", as: .itemKinds, into: terms).1 == [])
    }

    @Test func itemsReadAnewKeepTheirJustifications() throws {
        var (terms, _) = try read("NINO; Date of birth", as: .dataItems)
        (terms, _) = try read("NINO=To match", as: .itemJustifications, into: terms)
        (terms, _) = try read("Address; National Insurance number", as: .dataItems, into: terms)
        #expect(terms.items.map(\.justification) == [nil, "To match"])
    }

    @Test func basesOfAllThreeArticlesInOneColumnGoWhereTheyBelong() throws {
        let (terms, rules) = try read("Public task; Explicit consent; Because", as: .lawfulBasis)
        #expect(terms.bases(.lawfulness).map(\.basis.term) == ["article-6-1-e", nil])
        #expect(terms.bases(.specialCategory).map(\.basis.term) == ["article-9-2-a"])
        #expect(rules == ["basis-not-understood"])
    }

    @Test(arguments: [
        (TermsField.legalGateway, "The usual powers", "gateway-not-understood"),
        (.dataSubjects, "Stilt walkers", "subject-not-understood"),
        (.frequency, "Whenever it suits", "frequency-not-understood"),
        (.transferMethod, "Carrier pigeon", "transfer-method-not-understood"),
        (.classification, "Hush hush", "classification-not-understood"),
        (.classification, "RESTRICTED", "obsolete-classification"),
        (.disposal, "Bonfire of vanities", "disposal-not-understood"),
        (.agreementType, "Handshake", "agreement-type-not-understood"),
        (.spoke, "Ministry of Magic", "spoke-not-understood"), (.retention, "a while", "retention-not-understood"),
        (.retention, "999999 years", "retention-beyond-a-lifetime"),
        (.retention, "P101Y", "retention-beyond-a-lifetime"), (.retention, "40000 days", "retention-beyond-a-lifetime"),
        (.transfersOutsideUK, "France: a promise", "transfer-safeguard-not-understood"),
        (.startDate, "TBC", "no-date"), (.endDate, "1/2/22", "doubtful-date"),
        (.reviewDate, "31/2/2022", "impossible-date"),
    ])
    func whatIsNotUnderstoodIsKeptAndTold(field: TermsField, text: String, rule: String) throws {
        let (terms, rules) = try read(text, as: field)
        #expect(rules == [rule])
        #expect(terms.text(of: field) == text)
    }

    @Test(arguments: ["No", "none", "N/A", "not applicable"])
    func wordsForNoTransferAreNoTransfer(text: String) throws {
        #expect(try read(text, as: .transfersOutsideUK).0.transfers == [])
    }

    @Test func anEmptyTextClearsAField() throws {
        for field in TermsField.allCases where ![.providerRole, .recipientRole, .itemJustifications].contains(field) {
            let (terms, rules) = try read("", as: field, into: try Casebook.terms())
            #expect(terms.text(of: field) == "", "\(field.rawValue)")
            #expect(rules == [], "\(field.rawValue)")
        }
    }
}

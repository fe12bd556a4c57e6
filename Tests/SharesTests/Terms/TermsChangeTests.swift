import Shares
import Testing

@Suite struct TermsChangeTests {
    @Test func termsDoNotDifferFromThemselves() throws {
        #expect(try Casebook.terms().changes(to: Casebook.terms()) == [])
    }

    @Test func everyFieldThatDiffersIsNamedOnceWithBothTexts() throws {
        let before = try Casebook.terms()
        let after = try Casebook.terms([.title: "Income check", .frequency: "", .dataItems: "Date of birth"])
        #expect(
            before.changes(to: after) == [
                TermsChange(.title, from: "Earnings check", to: "Income check"),
                TermsChange(.dataItems, from: "National Insurance number; Date of birth", to: "Date of birth"),
                TermsChange(.frequency, from: "Daily", to: ""),
            ])
    }

    /// What is written of the terms is read back as the same terms: exports, amendments and comparisons rest on it.
    @Test func theTextOfEveryFieldIsReadBackAsItWas() throws {
        let full: [TermsField: String] = [
            .processor: "Capita", .providerRole: "controller", .recipientRole: "joint-controller",
            .publicBenefit: "Fewer overpayments", .necessity: "No other source", .withoutSharing: "Overpayments",
            .privacyInformation: "Notice of 2026", .automatedDecisions: "None", .costs: "Each bears its own",
            .spoke: "Disability",
            .specialCategoryCondition: "Employment, social security and social protection",
            .criminalOffenceCondition: "Article 10", .dataItems: "National Insurance number; PIP award; Shoe size",
            .itemKinds: "Shoe size=personal",
            .itemJustifications: "PIP award=It decides the concession", .volume: "20,000 a month",
            .channelSecurity: "TLS 1.3", .handling: "SENSITIVE; PERSONAL DATA", .disposal: "Secure deletion",
            .transfersOutsideUK: "France: UK adequacy regulations", .onwardSharing: "None",
            .agreementType: "Process MoU", .parentAgreement: "Umbrella 2019", .rightsContact: "rights@example.org",
            .contact: "data@example.org", .startDate: "1 Jan 2026", .endDate: "31/12/2028",
        ]
        let terms = try Casebook.terms(full)
        var again = Terms(title: "", parties: [])
        var reader = TermsReader(reference: try RepositoryFolder.reference())
        for field in TermsField.allCases {
            let text = terms.text(of: field)
            #expect(!text.isEmpty, "the example states \(field.rawValue)")
            #expect(reader.read(text, as: field, into: &again, at: .whole).errors == [])
        }
        #expect(again == terms)
    }
}

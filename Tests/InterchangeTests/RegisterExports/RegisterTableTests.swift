import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// Registers of the whole portfolio: who is in them, what they say, and what they keep back.
@Suite struct RegisterTableTests {
    private static func keeper(_ particulars: String? = nil) throws -> RegisterKeeper {
        let data = try ManifestSamples.reference(with: particulars)
        return RegisterKeeper(
            try #require(data.organisations["department-for-work-pensions"]), reference: data,
            changed: ManifestSamples.issued)
    }

    private static func entry(_ terms: Terms, approval: StateName = "in-force") throws -> PortfolioEntry {
        let share = try ManifestSamples.share("DWP-DS-00001", terms, approval: approval)
        return PortfolioEntry(
            try ManifestSamples.manifest(of: share, ManifestSamples.reference()), changed: ManifestSamples.issued)
    }

    private static func members(_ table: RegisterTable, _ entry: PortfolioEntry) throws -> JSONValue {
        try JSONValue(parsing: table.json(for: entry))
    }

    /// The terms of an agreement under the Digital Economy Act.
    private static var fraud: Terms {
        var terms = ManifestSamples.full
        terms.gateways = [Stated("DEA s.56", term: "dea-2017-s56"), Stated("WRA s.127", term: "wra-2012-s127")]
        terms.endDate = StatedDay(Day(iso: "2028-01-31") ?? Day(number: 0))
        return terms
    }

    // MARK: - The Digital Economy Act

    @Test func theRegisterOfAgreementsHasTheEighteenFieldsOfThePublicRegister() throws {
        let table = RegisterTable.informationSharingAgreements(try Self.keeper())
        #expect(
            table.columns.map(\.name) == [
                "information-sharing-agreement-0001", "name", "purpose", "information-sharing-benefits",
                "legal-power-disclosure", "disclosed-information", "controllers", "controller-names",
                "information-sharing-method", "processors", "processor-names", "retention-period", "start-date",
                "end-date", "review-date", "contact", "areas", "area-names",
            ])
        let line = try Self.members(table, Self.entry(Self.fraud))
        #expect(line["legal-power-disclosure"] == ["Digital Economy Act 2017, section 56"])
        #expect(line["controllers"] == ["government-organisation:D25"])
        #expect(line["controller-names"] == ["HM Revenue & Customs"])
        #expect(line["processors"] == ["government-organisation:D10"])
        #expect(line["processor-names"] == ["Department for Work and Pensions", "A contractor not known"])
        #expect(line["retention-period"] == "P3Y11M")
        #expect(line["start-date"] == "2022-02-01")
        #expect(line["end-date"] == "2028-01-31")
        #expect(line["contact"] == "data.protection@example.org")
        #expect(table.gaps(in: try Self.entry(Self.fraud)).isEmpty)
    }

    /// What is written is read back through the mapping of the public register as the same terms.
    @Test func theRegisterOfAgreementsIsReadByTheMappingOfThePublicRegister() throws {
        let data = try ManifestSamples.reference()
        let table = RegisterTable.informationSharingAgreements(try Self.keeper())
        let name = "Samples/mappings/dea-information-sharing-agreements.json"
        let mapping = try RegisterMapping(parsing: ManifestSamples.bytes(name), file: name)
        let text =
            table.header(delimiter: RegisterTable.tab)
            + table.line(for: try Self.entry(Self.fraud), delimiter: RegisterTable.tab)
        var chunks = [Array(text.utf8)]
        var reader = RegisterReader(reference: data, source: "export", today: ManifestSamples.issued.day)
        var entries: [RegisterEntry] = []
        let outcome = try RegisterFile(mapping: mapping).read(from: { chunks.popLast() }) { row in
            let (entry, findings) = reader.read(row)
            #expect(!findings.hasErrors, "\(findings)")
            if let entry { entries.append(entry) }
        }
        #expect(!outcome.findings.hasErrors, "\(outcome.findings)")
        let entry = try #require(entries.first)
        let (terms, before) = (entry.terms, Self.fraud)
        #expect(entry.reference == ShareReference("DEA-DWP-DS-00001"))
        #expect(terms.title == before.title)
        #expect(terms.purpose == before.purpose)
        #expect(terms.publicBenefit == before.publicBenefit)
        #expect(terms.gateways.map(\.term) == ["dea-2017-s56"])
        #expect(terms.providers.map(\.organisation.term) == ["hm-revenue-customs"])
        // That register does not tell those that receive from those that process for them.
        #expect(terms.recipients.map(\.organisation.term) == ["department-for-work-pensions", nil])
        #expect(terms.recipients.last?.organisation.text == "A contractor not known")
        #expect(terms.channel?.term == before.channel?.term)
        #expect(terms.retention == before.retention)
        #expect(terms.startDate?.day == before.startDate?.day)
        #expect(terms.endDate?.day == before.endDate?.day)
        #expect(terms.reviewDate?.day == before.reviewDate?.day)
        #expect(terms.rightsContact == before.rightsContact)
    }

    @Test(
        arguments: [
            ("not-started", Omission.notAgreed), ("refused", .notAgreed), ("in-force", nil), ("ended", nil),
            ("inherited", nil), ("agreed", nil),
        ] as [(StateName, Omission?)])
    func onlyWhatWasAgreedIsPublished(approval: StateName, omission: Omission?) throws {
        let keeper = try Self.keeper()
        let entry = try Self.entry(Self.fraud, approval: approval)
        #expect(RegisterTable.informationSharingAgreements(keeper).omission(entry) == omission)
        #expect(RegisterTable.publicRegister(keeper).omission(entry) == omission)
        #expect(RegisterCatalogue(keeper, as: .turtle).omission(of: entry) == omission)
    }

    @Test(
        arguments: [
            (Stated("SECRET", term: "secret"), Omission.classified), (Stated("TS", term: "top-secret"), .classified),
            (Stated("CONFIDENTIAL", term: "confidential"), .classificationUnclear),
            (Stated("eyes only"), .classificationUnclear), (Stated("O-S", term: "official-sensitive"), nil),
        ] as [(Stated, Omission?)])
    func whatMayBeSecretIsInNoPublicRegister(classification: Stated, omission: Omission?) throws {
        let keeper = try Self.keeper()
        var terms = Self.fraud
        terms.classification = classification
        let entry = try Self.entry(terms)
        #expect(RegisterTable.informationSharingAgreements(keeper).omission(entry) == omission)
        #expect(RegisterTable.publicRegister(keeper).omission(entry) == omission)
        #expect(RegisterCatalogue(keeper, as: .jsonLD).omission(of: entry) == omission)
        #expect(RegisterTable.processingRecord(keeper).omission(entry) == nil)
    }

    @Test func anAgreementUnderAnotherLawIsNotInTheRegisterOfTheAct() throws {
        let table = RegisterTable.informationSharingAgreements(try Self.keeper())
        #expect(table.omission(try Self.entry(ManifestSamples.full)) == .otherLaw)
    }

    @Test func whatAPublishedAgreementIsWantingIsNamed() throws {
        var terms = ManifestSamples.sparse
        terms.gateways = [Stated("DEA s.48", term: "dea-2017-s48")]
        terms.retention = Retention("two years")
        let table = RegisterTable.informationSharingAgreements(try Self.keeper())
        #expect(
            table.gaps(in: try Self.entry(terms)) == [
                "purpose", "information-sharing-benefits", "disclosed-information", "information-sharing-method",
                "retention-period", "start-date", "end-date", "review-date", "contact",
            ])
    }

    // MARK: - Article 30

    private static let particulars = """
        {"title": "x", "source": "x", "parties": [
            {"organisation": "department-for-work-pensions", "address": "Caxton House", "contact": "data@dwp.example",
             "data_protection_officer": "dpo@dwp.example"},
            {"organisation": "hm-revenue-customs", "address": "100 Parliament Street"}]}
        """

    @Test func theRecordOfProcessingHasWhatArticle30AsksOfAController() throws {
        let table = RegisterTable.processingRecord(try Self.keeper(Self.particulars))
        let entry = try Self.entry(ManifestSamples.full)
        let line = try Self.members(table, entry)
        #expect(line["controller"] == "Department for Work and Pensions")
        #expect(line["controller-contact"] == ["Caxton House", "data@dwp.example"])
        #expect(line["data-protection-officer"] == "dpo@dwp.example")
        #expect(line["representative"] == "None: established in the United Kingdom")
        #expect(line["joint-controllers"] == [])
        #expect(line["purposes"] == "To work out Universal Credit awards from earnings as they are paid.")
        #expect(line["categories-of-data-subjects"] == ["Universal Credit claimants", "persons unknown"])
        #expect(line["categories-of-personal-data"] == ["National Insurance number", "sick note"])
        #expect(line["special-categories"] == ["health"])
        #expect(line["criminal-offence-data"] == ["sick note"])
        #expect(
            line["categories-of-recipients"] == [
                "A contractor not known", "Onward sharing: Not without the consent of HMRC.",
            ])
        #expect(line["transfers-to-third-countries"] == ["Ireland", "Jersey"])
        #expect(line["safeguards-of-transfers"] == ["Ireland: adequacy", "Jersey: none stated"])
        #expect(line["time-limits-for-erasure"] == ["P3Y11M", "shredding of some kind"])
        #expect(line["security-measures"]?.array?.last == "PERSONAL DATA")
        #expect(line["source"] == ["HM Revenue & Customs"])
        #expect(table.gaps(in: entry).isEmpty)
    }

    @Test func aJointControllerIsNamedWithItsAddress() throws {
        var terms = ManifestSamples.full
        terms.parties[0].controllership = .jointController
        let line = try Self.members(.processingRecord(Self.keeper(Self.particulars)), Self.entry(terms))
        #expect(line["joint-controllers"] == ["HM Revenue & Customs, 100 Parliament Street"])
    }

    @Test func whatIsNotProcessedHereAsAControllerIsNotInTheRecord() throws {
        let table = RegisterTable.processingRecord(try Self.keeper())
        #expect(table.omission(try Self.entry(ManifestSamples.full, approval: "ended")) == .notAgreed)
        var terms = ManifestSamples.full
        terms.items = [DataItem(Stated("tax year"), isPersonal: false)]
        #expect(table.omission(try Self.entry(terms)) == .noPersonalData)
        terms = ManifestSamples.full
        terms.parties[1].controllership = .processor
        #expect(table.omission(try Self.entry(terms)) == .notController)
        terms.parties[1] = Party(Stated("Home Office", term: "home-office"), as: .recipient)
        #expect(table.omission(try Self.entry(terms)) == .notController)
    }

    @Test func whatIsProcessedForOthersIsInTheProcessorsRecord() throws {
        let table = RegisterTable.processorRecord(try Self.keeper(Self.particulars))
        #expect(table.omission(try Self.entry(ManifestSamples.full)) == .notProcessor)
        var terms = ManifestSamples.full
        terms.parties[1].controllership = .processor
        let entry = try Self.entry(terms)
        #expect(table.omission(entry) == nil)
        let line = try Self.members(table, entry)
        #expect(line["processor"] == "Department for Work and Pensions")
        #expect(line["processor-contact"] == ["Caxton House", "data@dwp.example"])
        #expect(line["controllers"] == ["HM Revenue & Customs, 100 Parliament Street"])
        #expect(
            line["categories-of-processing"]
                == "To work out Universal Credit awards from earnings as they are paid.")
        #expect(line["transfers-to-third-countries"] == ["Ireland", "Jersey"])
        #expect(table.gaps(in: entry).isEmpty)
    }

    // MARK: - The public register

    @Test func thePublicRegisterKeepsPeopleAndSecurityBack() throws {
        var terms = ManifestSamples.full
        terms.contact = "Named Person"
        terms.channelSecurity = "an old cipher"
        let share = try ManifestSamples.share(
            "DWP-DS-00001", terms, approval: "in-force", owner: DataOwner(name: "Owning Person"))
        let manifest = try ManifestSamples.manifest(of: share, ManifestSamples.reference())
        let entry = PortfolioEntry(manifest, changed: ManifestSamples.issued)
        let keeper = try Self.keeper()
        var catalogue = RegisterCatalogue(keeper, as: .turtle)
        for text in [RegisterTable.publicRegister(keeper).json(for: entry), catalogue.text(for: entry)] {
            #expect(text.contains("DWP-DS-00001"))
            for kept in [
                "Owning Person", "Named Person", "an old cipher", "SFTE", "PERSONAL DATA", "Matches the record",
            ] {
                #expect(!text.contains(kept), "\(kept)")
            }
        }
    }

    @Test func linesEndAsTheStandardSaysAndNoCellIsAFormula() throws {
        var terms = ManifestSamples.full
        terms.title = "=HYPERLINK(\"https://example.org\")"
        terms.subjects = [Stated("people; all of them"), Stated("others")]
        let table = RegisterTable.publicRegister(try Self.keeper())
        let line = table.line(for: try Self.entry(terms))
        #expect(
            table.header().hasPrefix("reference,title,status,")
                && table.header().utf8.suffix(2).elementsEqual([13, 10]))
        #expect(line.hasPrefix("DWP-DS-00001,\"'=HYPERLINK(\"\"https://example.org\"\")\",in-force,"))
        #expect(line.contains("people, all of them; others"))
        #expect(line.utf8.suffix(2).elementsEqual([13, 10]))
    }

    /// `docs/registers.md` has every column of every register with its meaning.
    @Test func theDocumentationHasEveryColumn() throws {
        let page = String(decoding: try ManifestSamples.bytes("docs/registers.md"), as: UTF8.self)
        let keeper = try Self.keeper()
        for table in [
            RegisterTable.informationSharingAgreements(keeper), .processingRecord(keeper), .processorRecord(keeper),
            .publicRegister(keeper),
        ] {
            for column in table.columns {
                let row = "| `\(column.name)`\(column.isNeeded ? " *" : "") | \(column.meaning) |"
                #expect(page.contains(row), "\(row)")
            }
        }
    }
}

import Documents
@testable import Shares
import Testing
import XMLTrees

@Suite("The data sharing agreement")
struct AgreementTests {
    private let templates: DocumentTemplates

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
    }

    private func fill(_ subject: DocumentSubject) throws -> FilledDocument {
        try templates.fill("data-sharing-agreement", for: subject)
    }

    /// The headings of the ICO's Data Sharing Code, “What should a data sharing agreement contain?”, and what the annexes
    /// of government's own agreements add.
    private static let headings = [
        "Parties", "Purpose of the sharing initiative", "Other organisations involved",
        "Sharing with another controller and joint control", "Data items", "Lawful basis",
        "Special category, sensitive and criminal offence data", "Access and individual rights",
        "Information governance arrangements", "Further details", "Review", "Sign-off",
        "Introduction and status", "Privacy information", "Retention and destruction", "Personal data breaches",
        "Variation, suspension and termination", "Costs", "Data specification", "Business contacts",
        "Data sharing request form", "Data sharing decision form", "Glossary", "Document control",
    ]

    @Test func everyHeadingOfTheCodeIsThereHoweverLittleIsKnown() throws {
        let document = try fill(try SampleShares.sparse())
        let html = String(decoding: document.html(), as: UTF8.self)
        let content = try XMLTree.parse(Array(try Zip(document.odt()).text("content.xml").utf8), limits: .own)
        let inODT = content.root.descendants.filter { $0.name == "h" }.map(\.text)
        for heading in Self.headings {
            #expect(html.contains("</span>\(heading)</h2>") || html.contains("</span>\(heading): "), "\(heading)")
            #expect(inODT.contains { $0.hasSuffix(" \(heading)") || $0.contains(" \(heading): ") }, "\(heading)")
        }
    }

    @Test func termsAreShownInTheWordsOfTheReferenceData() throws {
        let html = String(decoding: try fill(try SampleShares.complete()).html(), as: UTF8.self)
        for words in [
            "HM Revenue &amp; Customs", "National Insurance number", "Welfare Reform Act 2012, section 127",
            "UK GDPR Article 6(1)(e): Public task", "3 years and 11 months", "OFFICIAL-SENSITIVE – PERSONAL DATA",
            "1 April 2026", "Special category: health", "TLS 1.2 or later with certificates of both sides.",
            "1 Example Street<br>London", "Awaiting signature",
        ] {
            #expect(html.contains(words), "\(words)")
        }
    }

    @Test func aCompleteShareLacksNothing() throws {
        let document = try fill(try SampleShares.complete())
        #expect(document.missing == [])
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(!html.contains("To be completed"))
        #expect(!html.contains("Cover note"))
    }

    @Test func whatIsMissingIsMarkedInPlaceAndListed() throws {
        let document = try fill(try SampleShares.sparse())
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(document.missing.contains("the ICO registration number (Borough of Nowhere; DWP)"))
        #expect(document.missing.contains("the purpose of the sharing"))
        #expect(document.missing.contains("the legal power"))
        #expect(document.missing.contains("the retention period"))
        #expect(html.contains("<span class=\"missing\">[To be completed: the retention period]</span>"))
        #expect(html.contains("Cover note"))
        for fact in document.missing { #expect(html.contains("<li><span>\(fact)</span></li>"), "\(fact)") }
        // No end date is an agreement without an end, and nothing that is missing.
        #expect(!document.missing.contains("the end date"))
    }

    @Test func specialCategoryDataWithoutAConditionIsMissingOne() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.lawfulBases.removeAll { $0.article == .specialCategory }
        #expect(try fill(subject).missing == ["the condition for special category data"])
    }

    @Test func whereManyRowsLackAFieldTheFirstTenAreNamed() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.items += (1...12).map { DataItem(Stated("Item \($0)"), isPersonal: true) }
        let names = (1...10).map { "Item \($0)" }.joined(separator: "; ")
        #expect(try fill(subject).missing == ["the justification (\(names); and 2 more)"])
    }

    @Test func anAmendmentIsWhatTheDocumentIsAbout() throws {
        var subject = try SampleShares.complete()
        subject.share.amendment = subject.share.terms
        subject.share.amendment?.purpose = "To correct awards as well."
        #expect(String(decoding: try fill(subject).html(), as: UTF8.self).contains("To correct awards as well."))
    }

    @Test func signaturesOfTheCurrentTextAreShown() throws {
        var subject = try SampleShares.complete()
        let day = subject.day
        let person = PersonID("a.owner")
        let now = Instant(startOf: day)
        subject.share.approval.agreements = [1, 2].map {
            AgreementVersion(number: $0, termsVersion: 1, preparedAt: now, preparedBy: person)
        }
        subject.share.approval.signatures = [
            Signature(
                agreement: 1, party: "DWP", signatory: "Signed The Old Text", signedOn: day, evidence: nil,
                recordedBy: person, at: now),
            Signature(
                agreement: 2, party: "HMRC", signatory: "Director, Earnings", signedOn: day, evidence: nil,
                recordedBy: person, at: now),
        ]
        let html = String(decoding: try fill(subject).html(), as: UTF8.self)
        #expect(html.contains("<dd>Director, Earnings</dd>"))
        #expect(!html.contains("Signed The Old Text"))
    }

    @Test func theSameShareMakesTheSameBytes() throws {
        let first = try fill(try SampleShares.complete())
        let second = try fill(try SampleShares.complete())
        #expect(first.html() == second.html())
        #expect(try first.odt() == second.odt())
    }

    @Test func aTemplateThatThereIsNotIsNamedWithThoseThatThereAre() throws {
        #expect(throws: UnknownTemplate.self) { try templates.fill("nothing", for: try SampleShares.sparse()) }
        #expect(templates.names.contains("data-sharing-agreement"))
    }

    @Test func theSampleIsAsRecorded() throws {
        let document = try fill(try SampleShares.complete())
        try Files.expect(document.html(), equals: "Tests/Golden/documents/data-sharing-agreement.html")
    }

    @Test func theSparseSampleIsAsRecorded() throws {
        let document = try fill(try SampleShares.sparse())
        try Files.expect(document.html(), equals: "Tests/Golden/documents/data-sharing-agreement-sparse.html")
    }
}

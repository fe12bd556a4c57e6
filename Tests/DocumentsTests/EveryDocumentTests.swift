@testable import Documents
import Foundation
@testable import Shares
import Testing
import Workflows
import XMLTrees

@Suite("Every document")
struct EveryDocumentTests {
    private let templates: DocumentTemplates

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
    }

    /// The documents that a department manages its shares with, and the headings that the law, the ICO's template or
    /// government's own documents ask each for.
    private static let headings: [String: [String]] = [
        "umbrella-mou": [
            "Participants", "Introduction", "Formalities", "Aims and objectives", "Legal considerations",
            "Privacy information notices", "Third-party processing", "Data protection impact assessment",
            "Data controller status", "General principles", "Freedom of information requests",
            "Requests from individuals", "Handling of personal data and security", "Method of information sharing",
            "Retention and destruction schedule", "Onward disclosure", "Complaints, issues and disputes",
            "Monitoring and review", "Costs", "Variation, suspension and termination", "Personal data breaches",
            "Signatories", "Business contacts", "Process-level memoranda", "Glossary", "Document control",
        ],
        "process-mou": [
            "Participants", "Administrative arrangements: data, frequency and timescales", "Legal considerations",
            "Onward disclosure", "Costs", "Monitoring and review", "Data specification", "Document control",
        ],
        "data-usage-agreement": [
            "Conditions of disclosure", "Legal basis of the disclosure", "Data protection impact assessment", "Purpose",
            "Data specification", "Record of processing activities", "Prohibition of onward disclosure",
        ],
        "data-sharing-agreement": ["Parties", "Lawful basis", "Sign-off"],
        "information-sharing-agreement": [
            "The Act and its code of practice", "Purpose, benefits and measures of success",
            "Entry in the public register",
        ],
        "joint-controller-arrangement": [
            "What is decided jointly", "Allocation of responsibilities (Article 26(1))",
            "The essence of the arrangement, for individuals",
        ],
        "processor-contract-schedule": [
            "Subject matter, duration, nature and purpose (Article 28(3))", "Duties of the processor",
            "Sub-processors", "Deletion and return",
        ],
        "dpia-report": [
            "Step 1: identify the need", "Step 2: describe the processing", "Step 3: consultation",
            "Step 4: necessity and proportionality", "Step 5: identify and assess risks",
            "Step 6: measures to reduce risk", "Step 7: sign off and record outcomes",
        ],
        "board-paper": [
            "Decision asked for", "Options considered", "Law", "Risk", "Costs and savings", "Record of the decision",
        ],
        "review-record": [
            "The review", "What was asked and answered", "What else was said", "Other shares like this one",
        ],
        "retirement-certificate": [
            "The end of the sharing", "Deletion certificates of recipients and processors", "Copies that are kept",
            "Certificate of the data owner",
            "Deletion certificate",
        ],
        "appointment-letter": ["Appointment", "What a data owner is accountable for", "Acceptance"],
        "foi-answer": ["Why data is shared", "What data is shared, and about whom", "The law", "Your rights"],
        "consolidation-proposal": ["What is proposed", "Shares found redundant", "Steps", "Decision"],
    ]

    static let names = headings.keys.sorted()

    @Test func everyDocumentIsThere() {
        #expect(Set(templates.names) == Set(Self.headings.keys))
    }

    @Test(arguments: names)
    func everyHeadingIsThereHoweverLittleIsKnown(name: String) throws {
        let document = try templates.fill(name, for: try SampleShares.sparse())
        let content = try XMLTree.parse(Array(try Zip(document.odt()).text("content.xml").utf8), limits: .own)
        let found = content.root.descendants.filter { $0.name == "h" }.map(\.text)
        for heading in Self.headings[name] ?? [] {
            #expect(
                found.contains { $0 == heading || $0.hasSuffix(". \(heading)") || $0.hasSuffix(": \(heading)") },
                "\(heading)")
        }
        if !["retirement-certificate", "consolidation-proposal"].contains(name) {
            #expect(document.missing.contains("the purpose of the sharing"))
        }
    }

    @Test(arguments: names)
    func whatItLacksIsTheSameWhetherOrNotItIsMade(name: String) throws {
        let subjects = [
            try SampleShares.sparse(), try SampleShares.complete(), try SampleShares.everywhere("TBC"),
        ]
        for subject in subjects {
            #expect(try templates.gaps(name, for: subject) == templates.fill(name, for: subject).gaps)
        }
    }

    @Test(arguments: names)
    func everyDocumentIsAsRecorded(name: String) throws {
        let document = try templates.fill(name, for: try SampleShares.complete())
        // What is said once in a stylesheet need not be in every file.
        let page = String(decoding: document.html(), as: UTF8.self)
        let text = document.page.children.first { $0.name == .body }
        #expect(page.contains("<style>"))
        try Files.expect(
            Array((EveryDocumentTests.lines(text) + "\n").utf8), equals: "Tests/Golden/documents/\(name).txt")
    }

    /// The text, a line for each heading, paragraph, cell or entry: what somebody reads in a diff.
    private static func lines(_ element: PageElement?) -> String {
        guard let element else { return "" }
        let blocks: Set<PageTag.Name> = [.h1, .h2, .h3, .p, .th, .td, .li, .dt, .dd, .caption]
        func lines(in element: PageElement) -> [String] {
            let inside = element.children.flatMap { lines(in: $0) }
            guard inside.isEmpty, blocks.contains(element.name) else { return inside }
            return ["\(element.name): \(DocumentText.collapsed(element.text))"]
        }
        return lines(in: element).joined(separator: "\n")
    }

    @Test func theAssessmentIsShownRiskByRisk() throws {
        var subject = try SampleShares.complete()
        let person = PersonID("a.dpo")
        let moment = Instant(startOf: subject.day)
        subject.share.dpia.risks = [
            Risk(
                number: 1, text: "A record is matched to the wrong person.", likelihood: .possible, severity: .severe,
                measures: [
                    Measure(
                        text: "Match on two items.", effect: .reduced, likelihood: .remote, severity: .significant,
                        by: person, at: moment, approvedBy: PersonID("a.owner"))
                ], by: person, at: moment)
        ]
        let html = String(decoding: try templates.fill("dpia-report", for: subject).html(), as: UTF8.self)
        for cell in [
            "<td>Possible</td>", "<td>Severe</td>", "<td>High</td>", "<th scope=\"row\">Match on two items.</th>",
            "<td>Reduced</td>", "<td>Low</td>", "<td>Yes, by a.owner</td>",
        ] {
            #expect(html.contains(cell), "\(cell)")
        }
        #expect(!html.contains("To be completed: the risk]"))
    }

    @Test func aRecipientWithoutACertificateIsMissingOne() throws {
        var subject = try SampleShares.complete()
        #expect(
            try templates.fill("retirement-certificate", for: subject).missing.contains(
                "the deletion certificate (Department for Work and Pensions)"))
        subject.share.retirement.certificates = [
            RetirementRecord.Certificate(
                party: "DWP", method: "Shredding", evidence: "Certificate 2026/4", at: Instant(startOf: subject.day))
        ]
        subject.share.retirement.certificates.append(
            RetirementRecord.Certificate(
                party: "dwp", method: "Erasure", evidence: "By hand", at: Instant(startOf: subject.day),
                by: PersonID("a.partner"),
                role: "partner"))
        subject.share.retirement.retained = [
            RetirementRecord.RetainedCopies(party: "DWP", what: "Audit log", reason: "Limitation Act 1980")
        ]
        subject.people = [PersonID("a.partner"): "Pat Partner"]
        let document = try templates.fill("retirement-certificate", for: subject)
        let page = String(decoding: document.html(), as: UTF8.self)
        #expect(!document.missing.contains { $0.contains("deletion certificate") || $0.contains("justification") })
        // Each certificate, with who recorded it; nobody is called otherwise in one place than in another.
        #expect(page.contains("<td>By hand</td> <td>Pat Partner (Partner)</td>"))
        #expect(page.contains("Department for Work and Pensions</th> <td>Audit log</td>"))
        #expect(!page.contains("not ready for signature"))
        #expect(page.contains("<td>Certificate 2026/4</td>"))
    }

    @Test func aProcessorCertifiesTooAndWhoKeepsEverythingLawfullyNeedNot() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.parties.append(Party(Stated("Bureau Ltd"), as: .processor))
        func wanting() throws -> Bool {
            try templates.fill("retirement-certificate", for: subject).missing.contains(
                "the deletion certificate (Department for Work and Pensions; Bureau Ltd)")
        }
        #expect(try wanting())
        subject.share.retirement.retained = [
            RetirementRecord.RetainedCopies(
                party: "dwp", what: "All", reason: "Public Records Act 1958", isAll: true)
        ]
        #expect(try !wanting())
        #expect(
            try templates.fill("retirement-certificate", for: subject).missing.contains(
                "the deletion certificate (Bureau Ltd)"))
    }

    @Test func theAnswerToThePublicSaysNothingOfPersonsSecurityOrAdvice() throws {
        var subject = try SampleShares.everywhere("SECRET")
        subject.share.terms = try SampleShares.complete().share.terms
        subject.share.terms.channelSecurity = "SECRET"
        subject.share.terms.contact = "SECRET"
        subject.share.amendment = subject.share.terms
        subject.share.amendment?.purpose = "SECRET"
        subject.share.dpia.advice = DPIARecord.Advice(
            text: "SECRET", by: PersonID("SECRET"), at: Instant(startOf: subject.day))
        let document = try templates.fill("foi-answer", for: subject)
        #expect(!String(decoding: document.html(), as: UTF8.self).contains("SECRET"))
        #expect(!(try Zip(document.odt()).text("styles.xml")).contains("OFFICIAL"))
    }

    @Test func aPublicTemplateThatAsksForMoreIsRefused() throws {
        var files = try Files.agreements()
        let page = String(decoding: try #require(files["foi-answer.xhtml"]), as: UTF8.self)
        files["foi-answer.xhtml"] = Array(
            page.replacing("data-field=\"public-benefit\"", with: "data-field=\"dpia-advice\"").utf8)
        #expect {
            try DocumentTemplates(files: files)
        } throws: { error in
            (error as? Findings)?.all.map(\.rule) == ["template-not-public"]
        }
    }

    @Test func theClausesOfADocumentAreListedWithTheirVersions() throws {
        let document = try templates.fill("data-usage-agreement", for: try SampleShares.sparse())
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(
            html.contains("<th scope=\"row\">Personal data breaches</th><td>personal-data-breaches</td><td>1</td>")
                || html.contains("<td>personal-data-breaches</td>"))
        #expect(templates.clauses.first { $0.name == "article-28-terms" }?.applies == "Contracts with a processor.")
    }

    /// There is nothing in a template that no share could ever fill.
    @Test(arguments: names)
    func everyFieldCanBeFilled(name: String) throws {
        let subjects = [try SampleShares.everywhere("Words"), try SampleShares.complete()]
        let unfilled = try templates.unfilled(in: name) { isWanting in for one in subjects { _ = try isWanting(one) } }
        #expect(unfilled.all.map(\.message) == [])
        let full = try templates.fill(name, for: subjects[0])
        // Words that are no term of the reference data are no lawful basis.
        let bases = ["the lawful basis or condition", "the condition of Article 9", "the condition of Article 10"]
        #expect(full.missing.filter { missing in !bases.contains { missing.hasPrefix($0 + " (Words") } } == [])
    }

    @Test func whatNoShareFillsIsNamedWithItsLine() throws {
        let unfilled = try templates.unfilled(in: "data-usage-agreement") { isWanting in
            _ = try isWanting(try SampleShares.complete())
            _ = try isWanting(try SampleShares.sparse())
        }
        // The samples have no processor, transfer, text prepared for signature, signature or criminal offence data.
        let expected = [
            "parent-agreement", "end-date", "dpia-residual-risk", "dpia-reliance", "costs", "joint-rights",
            "criminal-offence-condition",
            "party-name” of “processors", "party-role” of “processors", "party-contact” of “processors",
            "transfer-country” of “transfers", "transfer-safeguard” of “transfers",
            "basis-needs” of “special-category-conditions", "basis-name” of “criminal-offence-conditions",
            "basis-party” of “criminal-offence-conditions", "basis-needs” of “criminal-offence-conditions",
            "basis-stated” of “lawful-bases", "basis-stated” of “special-category-conditions",
            "basis-stated” of “criminal-offence-conditions",
            "signatory-name” of “signatories", "signatory-position” of “signatories", "signatory-day” of “signatories",
            "version-number” of “versions",
            "version-terms” of “versions", "version-day” of “versions", "version-by” of “versions",
        ]
        #expect(
            unfilled.all.map { $0.message.drop { $0 != "“" } }.sorted()
                == expected.map { "“\($0)”." }.sorted().map { $0[...] })
        #expect(unfilled.all.allSatisfy { $0.place != .whole && $0.severity == .warning })
    }

    /// What an amendment changes stands in a board paper on an amendment alone, and so does its clause in the list.
    @Test func theListOfClausesNamesThoseThatStandInIt() throws {
        let html = String(
            decoding: try templates.fill("board-paper", for: try SampleShares.complete()).html(), as: UTF8.self)
        #expect(!html.contains("What the amendment changes"))
        #expect(!html.contains("change-record") && html.contains("<td>data-specification</td>"))
        #expect(!html.contains("data-clause"))
    }
}

import Documents
import Foundation
@testable import Shares
import Testing

/// What nobody stated is not asserted: it is marked as to be completed, or stands as what the signatories confirm.
@Suite("Documents assert nothing that is not stated")
struct NothingUnstatedTests {
    private let templates: DocumentTemplates

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
    }

    private typealias Filled = (text: String, missing: [String])

    private func fill(_ subject: DocumentSubject) throws -> Filled { try fill("data-sharing-agreement", subject) }

    private func fill(_ name: String, _ subject: DocumentSubject) throws -> Filled {
        let document = try templates.fill(name, for: subject)
        return (String(decoding: document.html(), as: UTF8.self), document.missing)
    }

    @Test func dataStaysInTheUnitedKingdomOnlyWhereThatIsStated() throws {
        var subject = try SampleShares.complete()
        let stays = "Data does not leave the United Kingdom"
        #expect(try fill(subject).text.contains(stays))
        subject.share.terms.staysInUK = nil
        #expect(try !fill(subject).text.contains(stays))
        #expect(try fill(subject).missing == ["whether data leaves the United Kingdom"])
        subject.share.terms.transfers = [InternationalTransfer(country: "Ireland", safeguard: Stated("adequacy"))]
        #expect(try fill(subject).missing == [])
        #expect(try fill(subject).text.contains("Ireland"))
    }

    /// The parties read the agreement; advice is for the department.
    @Test func ofSignOffsTheDataOwnersNoteAloneIsAReason() throws {
        var subject = try SampleShares.complete()
        subject.share.approval.signOffs = ["legal", "data-owner", "siro"].map {
            SignOff(capacity: $0, by: PersonID("somebody"), at: SampleShares.moment, note: "Note of \($0)")
        }
        let text = try fill(subject).text
        #expect(text.contains("Note of data-owner"))
        #expect(!text.contains("Note of legal") && !text.contains("Note of siro"))
    }

    @Test func noItemIsCalledHarmlessThatIsNotUnderstood() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.items = [
            DataItem(Stated("NINO", term: "nino"), isPersonal: true, justification: "To match")
        ]
        subject.share.terms.lawfulBases.removeAll { $0.article == .specialCategory }
        let none = "No item that is shared is recorded as special category"
        #expect(try fill(subject).text.contains(none))
        subject.share.terms.items.append(DataItem(Stated("Field 7"), justification: "To match"))
        #expect(try !fill(subject).text.contains(none))
        #expect(
            try fill(subject).missing.contains("whether any item is special category or criminal offence data"))
    }

    @Test func aLawfulBasisThatWasNotUnderstoodIsToBeConfirmed() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.lawfulBases = [LawfulBasisCitation(.lawfulness, Stated("public interest"))]
        subject.share.terms.items.removeLast()
        let (text, missing) = try fill(subject)
        #expect(missing == ["the lawful basis or condition (public interest)"])
        #expect(text.contains("Stated as “<span>public interest</span>”"))
        #expect(!text.contains("Every party"))
        #expect(!text.contains("Necessity for the purpose"))
    }

    @Test func aConditionThatWasNotUnderstoodIsNoCondition() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.lawfulBases.removeAll { $0.article == .specialCategory }
        subject.share.terms.lawfulBases.append(LawfulBasisCitation(.specialCategory, Stated("as usual")))
        #expect(try fill(subject).missing.contains("the condition for special category data"))
    }

    @Test func whatNobodyRecordedIsConfirmedBySigning() throws {
        let subject = try SampleShares.complete()
        #expect(
            try fill(subject).text.contains(
                "By signing, the parties confirm that they have considered the Human Rights"))
        let act = try fill("information-sharing-agreement", subject).text
        #expect(act.contains("By signing, each confirms that the Schedules to the Act specify it"))
        #expect(!act.contains("is a body specified"))
    }

    @Test func nobodyIsSaidToKeepNothingBeforeDeletionIsCertified() throws {
        var subject = try SampleShares.complete()
        #expect(
            try fill("retirement-certificate", subject).text.contains("Not every party that holds data has certified"))
        subject.share.retirement.certificates = [
            RetirementRecord.Certificate(party: "DWP", method: "Erasure", evidence: "C 1", at: SampleShares.moment)
        ]
        #expect(
            try fill("retirement-certificate", subject).text.contains("Every party has certified deletion or return"))
    }

    @Test func onlyBodiesThatAnswerToThePublicMakeNoContract() throws {
        var subject = try SampleShares.complete()
        #expect(try fill(subject).text.contains("not intended to be a contract"))
        subject.share.terms.parties[1].organisation = Stated("Acme Ltd")
        #expect(try !fill(subject).text.contains("not intended to be a contract"))
    }

    /// UK GDPR, Articles 4(8) and 28.
    @Test func aPartyThatIsAProcessorIsCalledOneEverywhere() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.parties[1].controllership = .processor
        let apart = "Each party that discloses or receives the data decides for itself why and how"
        let (text, missing) = try fill(subject)
        #expect(!text.contains(apart))
        #expect(text.contains("A party stated to be a processor processes the data only on the controller’s"))
        #expect(missing == [])
        let schedule = try fill("processor-contract-schedule", subject).text
        #expect(schedule.contains("<tr><th scope=\"row\">Controllers</th><td>HM Revenue &amp; Customs</td></tr>"))
        #expect(
            schedule.contains("<tr><th scope=\"row\">Processors</th><td>Department for Work and Pensions</td></tr>"))
        #expect(!schedule.contains("Controller that receives"))
        #expect(schedule.components(separatedBy: "<h3>For ").count == 3)
        subject.share.terms.parties[1].controllership = .controller
        #expect(try fill(subject).text.contains(apart))
    }

    @Test func aProcessorThatReceivesNothingIsAPartyWithItsGapsAndSignsOnce() throws {
        var subject = try SampleShares.complete()
        subject.share.terms.parties.append(Party(Stated("Acme Hosting"), as: .processor))
        let (text, missing) = try fill(subject)
        #expect(text.contains("<th scope=\"row\">Acme Hosting</th> <td>Processor</td>"))
        for gap in ["the address", "the ICO registration number", "the data protection officer", "the key contact"] {
            #expect(missing.contains("\(gap) (Acme Hosting)"))
        }
        let schedule = try fill("processor-contract-schedule", subject).text
        #expect(schedule.components(separatedBy: "<h3>For <span>Acme Hosting</span>").count == 2)
    }

    @Test(arguments: [
        ("physical", "Media that carry the data are encrypted", "Data is not sent on paper or on removable media."),
        ("email", "An e-mail carries the data only encrypted", "Data is not sent by unprotected e-mail."),
    ])
    func securityDoesNotForbidTheWayThatTheDataGoes(style: String, wanted: String, unwanted: String) throws {
        var subject = try SampleShares.complete()
        #expect(try fill(subject).text.contains(unwanted))
        #expect(try !fill(subject).text.contains(wanted))
        subject.share.terms.channel = Stated("the other way", term: style)
        let text = try fill(subject).text
        #expect(text.contains(wanted))
        #expect(!text.contains(unwanted))
    }
}

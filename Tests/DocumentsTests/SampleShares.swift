import Documents
import Foundation
@testable import Shares
import Workflows

/// Shares for the tests, made as every share is: from an event.
enum SampleShares {
    /// Everything stated that the model can hold.
    static func complete() throws -> DocumentSubject {
        var terms = Shares.Terms(
            title: "Earnings for Universal Credit",
            parties: [
                Party(Stated("HMRC", term: "hm-revenue-customs"), as: .provider, controllership: .controller),
                Party(Stated("DWP", term: "department-for-work-pensions"), as: .recipient, controllership: .controller),
            ],
            purpose: "To calculate awards of Universal Credit from earnings as employers report them.",
            items: [
                DataItem(
                    Stated("NINO", term: "nino"), dataset: "Real Time Information", isPersonal: true,
                    justification: "To match the claimant with certainty."),
                DataItem(
                    Stated("Sickness flag"), isPersonal: true, specialCategory: "health",
                    justification: "To treat statutory sick pay rightly."),
            ])
        terms.publicBenefit = "Claimants are paid the right amount on time."
        terms.spoke = Stated("Standard of Living")
        terms.subjects = [Stated("UC claimants", term: "uc-claimants")]
        terms.gateways = [Stated("WRA s.127", term: "wra-2012-s127")]
        terms.lawfulBases = [
            LawfulBasisCitation(.lawfulness, Stated("6(1)(e)", term: "article-6-1-e")),
            LawfulBasisCitation(.specialCategory, Stated("Art 9(2)(b)", term: "article-9-2-b"), party: .recipient),
        ]
        terms.frequency = Stated("several a day")
        terms.volume = "About 5 million records a month"
        terms.channel = Stated("API", term: "api")
        terms.classification = Stated("OFFICIAL", term: "official")
        terms.handling = ["SENSITIVE", "PERSONAL DATA"]
        terms.retention = Retention("P3Y11M")
        terms.disposal = Stated("Secure deletion")
        terms.onwardSharing = "None."
        terms.staysInUK = true
        terms.startDate = Day(year: 2026, month: 4, day: 1).map { StatedDay($0) }
        terms.reviewDate = Day(year: 2027, month: 4, day: 1).map { StatedDay($0) }
        terms.agreementType = Stated("Data sharing agreement")
        terms.rightsContact = "data.protection@dwp.example"
        terms.contact = "earnings.data@dwp.example"
        terms.other = [
            "requester_position": "Head of policy, Earnings", "request_day": "5 January 2026",
            "request_circumstances": "Awards are to follow earnings from the new tax year.",
            "necessity": "Awards follow earnings month by month, and claimants cannot supply them in time.",
            "without_sharing": "Claimants would report earnings themselves, and be paid late.",
            "success_measure": "By comparing awards before and after, within a year.",
            "automated_decisions": "No decision is based solely on automated processing.",
            "privacy_information": "the DWP personal information charter",
        ]
        var subject = try subject(terms)
        subject.share.dpia.existingReference = "DPIA 2026/17"
        subject.share.dpia.screening = DPIARecord.Screening(
            outcome: .required, criteria: "6", reason: "Data is matched from several sources.", by: PersonID("a.dpo"),
            at: moment)
        for (party, number) in [("hm-revenue-customs", "Z1111111"), ("department-for-work-pensions", "Z2222222")] {
            subject.particulars[party] = PartyParticulars(
                organisation: party, address: "1 Example Street\nLondon", icoRegistration: number,
                dataProtectionOfficer: "Data Protection Officer", contact: "Data sharing team")
        }
        return subject
    }

    /// A row of a register that says hardly anything.
    static func sparse() throws -> DocumentSubject {
        try subject(
            Shares.Terms(
                title: "Old share",
                parties: [
                    Party(Stated("Borough of Nowhere"), as: .provider), Party(Stated("DWP"), as: .recipient),
                ]))
    }

    static func subject(_ terms: Shares.Terms) throws -> DocumentSubject {
        let registration = Registration(
            entry: "proposed", origin: Origin(.proposed), pin: WorkflowPin(versions: [:], digest: ""),
            standing: [
                "proposal": "accepted", "dpia": "approved", "approval": "signing", "review": "not-due",
                "retirement": "not-begun",
            ],
            terms: terms, owner: DataOwner(name: "Deputy Director, Earnings"), requester: PersonID("a.requester"))
        let event = Event(
            share: ShareReference("DWP-DS-00001"), version: 1, at: moment, actor: PersonID("a.requester"),
            role: "requester", happening: .registered(registration))
        guard let share = Share(first: event), let day = Day(year: 2026, month: 2, day: 5) else { throw Unexpected() }
        return DocumentSubject(
            share, reference: try reference(),
            stateTitles: [
                .proposal: "Accepted", .dpia: "Approved", .approval: "Awaiting signature", .review: "Not yet due",
                .retirement: "Not begun",
            ],
            day: day, ledgerPosition: 18342, templateDigest: String(repeating: "0f", count: 32))
    }

    struct Unexpected: Error {}

    static let moment = Instant(milliseconds: 1_770_000_000_000)

    /// A few terms of each kind, as the files of `Templates/reference` state them.
    static func reference() throws -> ReferenceData { try ReferenceData(files: try referenceFiles()) }

    /// By their names in `Templates/reference`.
    static func referenceFiles() throws -> [String: Data] {
        let given: [String: (array: String, entries: String)] = [
            Organisation.file: (
                Organisation.array,
                """
                {"id": "hm-revenue-customs", "name": "HM Revenue & Customs", "abbreviations": ["HMRC"], "aliases": [],
                 "formerNames": [], "kind": "non-ministerial-department", "status": "live"},
                {"id": "department-for-work-pensions", "name": "Department for Work and Pensions", "abbreviations": ["DWP"],
                 "aliases": [], "formerNames": [], "kind": "ministerial-department", "status": "live"}
                """
            ),
            DataItemTerm.file: (
                DataItemTerm.array,
                """
                {"id": "nino", "name": "National Insurance number", "aliases": ["NINO"], "category": "identity",
                 "personal": true}
                """
            ),
            Gateway.file: (
                Gateway.array,
                """
                {"id": "wra-2012-s127", "name": "Welfare Reform Act 2012, section 127", "act": "Welfare Reform Act 2012",
                 "provision": "section 127", "aliases": [], "providers": ["any"], "recipients": ["any"], "purposes": [],
                 "families": ["operations"], "permissive": true, "source": "legislation.gov.uk",
                 "confidentiality": "Sections 18 and 19 of the CRCA 2005 apply.",
                 "note": "For functions of the Secretary of State that relate to social security."}
                """
            ),
            LawfulBasis.file: (
                LawfulBasis.array,
                """
                {"id": "article-6-1-e", "article": "6(1)(e)", "name": "Public task", "aliases": [], "law": "UK GDPR",
                 "needs": ["A task or function laid down in law"], "source": "legislation.gov.uk"},
                {"id": "article-9-2-b", "article": "9(2)(b)", "name": "Employment, social security and social protection",
                 "aliases": [], "law": "UK GDPR", "source": "legislation.gov.uk"}
                """
            ),
            Channel.file: (
                Channel.array,
                """
                {"id": "api", "name": "API", "aliases": [], "standing": "strategic", "style": "api",
                 "security": "TLS 1.2 or later with certificates of both sides."},
                {"id": "physical", "name": "Courier", "aliases": [], "standing": "legacy", "style": "physical",
                 "security": "Encrypted."},
                {"id": "email", "name": "E-mail", "aliases": [], "standing": "legacy", "style": "email",
                 "security": "None."}
                """
            ),
            Classification.file: (
                Classification.array,
                "{\"id\": \"official\", \"name\": \"OFFICIAL\", \"aliases\": [], \"ukmem\": \"OFFICIAL\"}"
            ),
            SubjectGroup.file: (
                SubjectGroup.array,
                "{\"id\": \"uc-claimants\", \"name\": \"Universal Credit claimants\", \"aliases\": []}"
            ),
            Frequency.file: (Frequency.array, ""), RegisterStatus.file: (RegisterStatus.array, ""),
            Spoke.file: (Spoke.array, ""), AgreementType.file: (AgreementType.array, ""),
            DisposalMethod.file: (DisposalMethod.array, ""), TransferSafeguard.file: (TransferSafeguard.array, ""),
            PublicBenefit.file: (PublicBenefit.array, ""), ScreeningTrigger.file: (ScreeningTrigger.array, ""),
            ReassessmentField.file: (ReassessmentField.array, ""), BankHolidays.file: (BankHolidays.array, ""),
            SignOffRule.file: (
                SignOffRule.array,
                RiskTier.allCases.map { "{\"tier\": \"\($0.rawValue)\", \"capacities\": [\"data-owner\"]}" }
                    .joined(separator: ", ")
            ),
            ReviewInterval.file: (
                ReviewInterval.array,
                RiskTier.allCases.map { "{\"tier\": \"\($0.rawValue)\", \"months\": 12}" }.joined(separator: ", ")
            ),
        ]
        let questions = ["proposal", "review"].map { set in
            (
                "questions/\(set).json",
                Data(
                    """
                    {"title": "Test", "source": "Test", "questions": [
                      {"id": "1", "section": "Test", "kind": "text", "text": "What else is there to know?"}]}
                    """.utf8)
            )
        }
        return given.mapValues { file in
            Data("{\"title\": \"Test\", \"source\": \"Test\", \"\(file.array)\": [\(file.entries)]}".utf8)
        }.merging(questions) { one, _ in one }
    }
}

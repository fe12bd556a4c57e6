import Documents
@testable import Shares
import Workflows

extension SampleShares {
    /// A share with a row in every list and that text in every place that a person fills in; an amendment of it is under
    /// way.
    static func everywhere(_ text: String) throws -> DocumentSubject {
        var subject = try complete()
        subject.share.terms = terms(of: text, from: subject.share.terms)
        subject.share.amendment = subject.share.terms
        subject.share.amendment?.volume = "Changed: \(text)"
        subject.share.termsVersion = 1
        subject.share.standing[.approval].state = "agreed"
        subject.share.owner = DataOwner(name: text, person: PersonID(text), appointed: moment)
        subject.share.requester = PersonID(text)
        subject.share.dpia = assessment(of: text)
        subject.share.approval = approval(of: text)
        subject.share.reviews = [
            ReviewRecord(
                at: moment, by: PersonID(text), outcome: text, answers: text,
                nextReview: Day(year: 2027, month: 4, day: 1), reason: text,
                questions: ["1": Answer(text: text, by: PersonID(text), at: moment, version: 1)],
                notes: [ReviewNote(by: PersonID(text), at: moment, role: "dpo", text: text)])
        ]
        for name in ["proposal/1", "review/1"] {
            subject.share.answers[name] = Answer(text: text, by: PersonID(text), at: moment, version: 1)
        }
        subject.share.retirement = retirement(of: text)
        subject.particulars = ["department-for-work-pensions", "hm-revenue-customs", "nobody", "bureau"].reduce(
            into: [:]) {
                known, party in
                known[party] = PartyParticulars(
                    organisation: party, address: text, icoRegistration: text, dataProtectionOfficer: text,
                    contact: text)
            }
        subject.redundancies = [
            DocumentRedundancy(
                share: ShareReference(text), title: text, kind: "Duplicate", percent: 93, reason: text)
        ]
        subject.processAgreements = [
            DocumentProcessAgreement(share: ShareReference(text), title: text, type: Stated(text), stage: text)
        ]
        for machine in subject.stateTitles.keys { subject.stateTitles[machine] = text }
        return subject
    }

    private static func terms(of text: String, from sample: Shares.Terms) -> Shares.Terms {
        var terms = sample
        terms.title = text
        terms.purpose = text
        terms.publicBenefit = text
        terms.spoke = Stated(text)
        terms.parties[0].organisation = Stated(text, term: "nobody")
        for part in [Party.Part.provider, .recipient] {
            terms.parties.append(
                Party(
                    Stated("HMRC", term: "hm-revenue-customs"), as: part, controllership: .jointController))
        }
        terms.parties.append(
            Party(Stated("HMRC", term: "hm-revenue-customs"), as: .processor, controllership: .processor))
        terms.parties.append(Party(Stated("Bureau", term: "bureau"), as: .processor, controllership: .processor))
        terms.items += [
            DataItem(Stated(text), dataset: text, isPersonal: true, specialCategory: text, justification: text),
            DataItem(Stated(text), dataset: text, isPersonal: true, isCriminalOffenceData: true, justification: text),
        ]
        terms.subjects = [Stated(text)]
        terms.gateways.append(Stated(text))
        for article in [LawfulBasisCitation.Article.lawfulness, .specialCategory, .criminalOffence] {
            terms.lawfulBases.append(LawfulBasisCitation(article, Stated(text), party: .provider))
            // The one of which the reference data says what it needs.
            terms.lawfulBases.append(LawfulBasisCitation(article, Stated("6(1)(e)", term: "article-6-1-e")))
        }
        terms.lawfulBases.append(
            LawfulBasisCitation(
                .criminalOffence, Stated("Schedule 1, paragraph 10", term: "sch1-pt2-para10"), party: .provider))
        terms.frequency = Stated(text)
        terms.volume = text
        terms.channel = Stated(text)
        terms.channelSecurity = text
        terms.classification = Stated(text)
        terms.handling = [text]
        terms.retention = Retention(text)
        terms.disposal = Stated(text)
        terms.transfers = [InternationalTransfer(country: text, safeguard: Stated(text))]
        terms.onwardSharing = text
        terms.endDate = Day(year: 2029, month: 3, day: 31).map { StatedDay($0) }
        terms.agreementType = Stated(text)
        terms.parentAgreement = text
        terms.rightsContact = text
        terms.contact = text
        for column in DocumentField.allCases.compactMap(\.column) { terms.other[column] = text }
        return terms
    }

    private static func assessment(of text: String) -> DPIARecord {
        let person = PersonID(text)
        var dpia = DPIARecord()
        dpia.screening = DPIARecord.Screening(
            outcome: .required, criteria: text, reason: text, by: person, at: moment)
        dpia.assessment = DPIARecord.Assessment(
            answers: ["answers": text], likelihood: .possible, severity: .significant, measures: text, by: person,
            at: moment)
        dpia.risks = [
            Risk(
                number: 1, text: text, likelihood: .possible, severity: .severe,
                measures: [
                    Measure(
                        text: text, effect: .reduced, likelihood: .remote, severity: .significant, by: person,
                        at: moment,
                        approvedBy: person)
                ], by: person, at: moment)
        ]
        if let due = Day(year: 2026, month: 3, day: 1) {
            dpia.actions = [AssessmentAction(number: 1, text: text, owner: text, due: due)]
            dpia.consultation = ICOConsultation(reference: text, on: due)
        }
        dpia.reliance = DPIARecord.Reliance(
            share: ShareReference(text), concluded: moment, reason: text, by: person, at: moment)
        dpia.advice = DPIARecord.Advice(text: text, by: person, at: moment)
        dpia.decision = DPIARecord.Decision(adviceAccepted: true, reason: text, by: person, at: moment)
        dpia.existingReference = text
        return dpia
    }

    private static func approval(of text: String) -> ApprovalRecord {
        let person = PersonID(text)
        var approval = ApprovalRecord()
        approval.signOffs = ["dpo", "data-owner"].map {
            SignOff(capacity: $0, by: person, at: moment, note: text)
        }
        approval.conditions = [Condition(number: 1, text: text, owner: text, due: moment.day, setBy: person)]
        approval.agreements = [AgreementVersion(number: 1, termsVersion: 1, preparedAt: moment, preparedBy: person)]
        approval.signatures = ["DWP", text].map { party in
            Signature(
                agreement: 1, party: party, signatory: text, capacity: text, signedOn: moment.day, evidence: text,
                recordedBy: person, at: moment)
        }
        return approval
    }

    private static func retirement(of text: String) -> RetirementRecord {
        var retirement = RetirementRecord()
        retirement.reason = text
        retirement.successor = ShareReference(text)
        retirement.notice = RetirementRecord.Notice(on: moment.day, evidence: text)
        retirement.stop = RetirementRecord.Stop(on: moment.day, evidence: text)
        retirement.certificates = ["DWP", "HMRC", "Bureau"].map { party in
            RetirementRecord.Certificate(
                party: party, method: text, evidence: text, at: moment, by: PersonID(text), role: "partner",
                signatory: text)
        }
        retirement.retained = [RetirementRecord.RetainedCopies(party: text, what: text, reason: text)]
        retirement.endedOn = moment.day
        return retirement
    }
}

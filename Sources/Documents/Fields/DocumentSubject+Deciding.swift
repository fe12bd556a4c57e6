import Shares
import Workflows

// What is decided about a share, and what shows that it ended as it should.

extension DocumentSubject {
    /// Nil while it is not taken.
    var decision: String? {
        switch ManifestStatus(of: share) {
        case .agreed, .inForce, .suspended, .expired, .ended: "To share the data, as this agreement states"
        case .refused: "Not to share the data"
        case .withdrawn: "None: the request was withdrawn"
        case .inherited: "To share the data, taken before this register was kept"
        // Everybody who has to has signed off a text that is frozen.
        case .proposed, nil:
            share.agreementForSignature == nil
                ? nil : "To share the data, as this agreement states, once every party has signed it"
        }
    }

    /// Of whoever takes the decision. What legal, the DPO and others advise is for the department, and the parties read this.
    var decisionReasons: String? {
        let notes = signOffs.filter { $0.capacity == "data-owner" }.compactMap(\.note)
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    /// Who has to decide what where the share stands; nil where nothing is to be decided.
    var decisionAsked: String? {
        let wanting = share.signOffAccount(under: reference).lines.compactMap(\.missing)
        guard !wanting.isEmpty else { return nil }
        let what = share.amendment == nil ? "the share" : "the amendment of the share"
        return "To sign off \(what) “\(terms.title)”. Still wanting: \(wanting.joined(separator: "; "))."
    }

    func row(_ line: SignOffAccount.Line) -> [DocumentField: String?] {
        [
            .requirementWhat: Self.capitalised(line.required.what),
            .requirementReason: line.required.reasons.joined(separator: "; "),
            .requirementState: line.missing.map { "Wanting: \($0)" } ?? "Given",
        ]
    }

    func row(_ change: TermsChange) -> [DocumentField: String?] {
        [
            .changeField: change.field.label, .changeFrom: change.from.isEmpty ? "Nothing" : change.from,
            .changeTo: change.to.isEmpty ? "Nothing" : change.to,
        ]
    }

    func row(_ review: ReviewRecord) -> [DocumentField: String?] {
        [
            .reviewDay: review.at.day.inWords, .reviewBy: name(review.by),
            .reviewOutcome: outcomes[review.outcome] ?? Self.capitalised(review.outcome),
            .reviewReason: review.reason, .reviewAnswers: review.answers, .reviewNext: review.nextReview?.inWords,
        ]
    }

    func row(_ note: ReviewNote) -> [DocumentField: String?] {
        [
            .noteText: note.text, .noteBy: capable(note.by, as: note.role, for: note.onBehalfOf),
            .noteDay: note.at.day.inWords,
        ]
    }

    /// `Dee Pio (DPO)`; where the role was delegated, `Sec Urity (DPO for Dee Pio)`.
    private func capable(_ person: PersonID, as role: RoleName?, for principal: PersonID?) -> String {
        guard let role else { return name(person) }
        return "\(name(person)) (\(capacity(role.rawValue))\(principal.map { " for \(name($0))" } ?? ""))"
    }

    /// Who has to certify deletion or return: everybody who holds the data, but those who lawfully keep all of it.
    var certifiers: [Party] {
        let keepers = Set(share.retirement.retained.filter { $0.isAll == true }.map { TermIndex.key($0.party) })
        return (terms.recipients + terms.processors).byOrganisation.compactMap(\.first).filter {
            !keepers.contains(TermIndex.key($0.organisation.text))
        }
    }

    /// Whether everybody who holds the data has certified its deletion or return.
    var deletionIsCertified: Bool {
        !certifiers.isEmpty
            && certifiers.allSatisfy { party in
                share.retirement.certificates.contains {
                    TermIndex.key($0.party) == TermIndex.key(party.organisation.text)
                }
            }
    }

    /// Every certificate recorded for the party; a row without one where none is.
    func certificates(_ party: Party) -> [[DocumentField: String?]] {
        let recorded = share.retirement.certificates.filter {
            TermIndex.key($0.party) == TermIndex.key(party.organisation.text)
        }
        let name = organisation(party.organisation)
        guard !recorded.isEmpty else { return [[.certificateParty: name]] }
        return recorded.map { certificate in
            let signed = certificate.signatory.map { "signed by \($0)" }
            let made = certificate.by.map { capable($0, as: certificate.role, for: certificate.onBehalfOf) }
            return [
                .certificateParty: name, .certificateMethod: certificate.method,
                .certificateEvidence: certificate.evidence,
                .certificateBy: [made, signed].compactMap { $0 }.joined(separator: ", "),
                .certificateDay: certificate.at.day.inWords,
            ]
        }
    }

    /// What a party is called that the record names as the terms state it.
    func organisation(party text: String) -> String {
        let named = share.terms.parties.first { TermIndex.key($0.organisation.text) == TermIndex.key(text) }
        return named.map { organisation($0.organisation) } ?? text
    }
}

extension DocumentField {
    func retirementValue(_ subject: DocumentSubject) -> String? {
        let retirement = subject.share.retirement
        switch self {
        case .retirementReason: return retirement.reason
        case .successor: return retirement.successor?.rawValue
        case .noticeDay: return retirement.notice?.on.inWords
        case .noticeEvidence: return retirement.notice?.evidence
        case .stopDay: return retirement.stop?.on.inWords
        case .stopEvidence: return retirement.stop?.evidence
        case .endedOn: return retirement.endedOn?.inWords
        default: return nil
        }
    }
}

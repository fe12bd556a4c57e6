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
            .reviewOutcome: Self.capitalised(review.outcome), .reviewAnswers: review.answers,
            .reviewNext: review.nextReview?.inWords,
        ]
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

    /// The certificate recorded last for the party.
    func certificate(_ party: Party) -> [DocumentField: String?] {
        let certificate = share.retirement.certificates.last {
            TermIndex.key($0.party) == TermIndex.key(party.organisation.text)
        }
        return [
            .certificateParty: organisation(party.organisation), .certificateMethod: certificate?.method,
            .certificateEvidence: certificate?.evidence, .certificateDay: certificate?.at.day.inWords,
        ]
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

import Shares

/// One row of a list; a field that it does not have is missing.
typealias DocumentRow = [DocumentField: String]

extension DocumentList {
    /// The rows, in the order in which the share states them.
    func rows(for subject: DocumentSubject) -> [DocumentRow] {
        let terms = subject.terms
        let approval = subject.share.approval
        let rows: [[DocumentField: String?]] =
            switch self {
            case .parties: subject.rows(of: terms.parties)
            case .controllers: subject.rows(of: terms.controllingParties)
            case .processors: subject.rows(of: terms.processingParties)
            case .processorsApart: subject.rows(of: terms.processorsApart)
            case .items: terms.items.map(subject.row)
            case .sensitiveItems:
                terms.sensitiveItems.map(subject.row)
            case .subjects:
                terms.subjects.map { group in
                    [.subjectGroup: group.term.flatMap { subject.reference.subjectGroups[$0]?.name } ?? group.text]
                }
            case .gateways: terms.gateways.map(subject.row)
            case .lawfulBases: terms.bases(.lawfulness).map(subject.row)
            case .specialCategoryConditions: terms.bases(.specialCategory).map(subject.row)
            case .criminalOffenceConditions: terms.bases(.criminalOffence).map(subject.row)
            case .transfers:
                terms.transfers.map { transfer in
                    let safeguard = transfer.safeguard.map { stated in
                        stated.term.flatMap { subject.reference.transferSafeguards[$0]?.name } ?? stated.text
                    }
                    return [.transferCountry: transfer.country, .transferSafeguard: safeguard]
                }
            case .riskReasons: subject.share.riskUnderConsideration.reasons.map { [.riskReason: $0] }
            case .signOffs: subject.signOffs.map(subject.row)
            case .conditions: approval.conditions.map(subject.row)
            case .signatories:
                terms.signatories.byOrganisation.compactMap(\.first).map(subject.signatory)
            case .versions:
                approval.agreements.map {
                    [
                        .versionNumber: String($0.number), .versionTerms: String($0.termsVersion),
                        .versionDay: $0.preparedAt.day.inWords, .versionBy: subject.name($0.preparedBy),
                    ]
                }
            case .reviews: subject.share.reviews.map(subject.row)
            case .latestReview: subject.share.reviews.suffix(1).map(subject.row)
            case .requestAnswers: subject.requestAnswers
            case .reviewQuestions: subject.answersOfTheLatestReview
            case .reviewNotes: (subject.share.reviews.last?.notes ?? []).map(subject.row)
            case .requiredSignOffs: subject.share.signOffAccount(under: subject.reference).lines.map(subject.row)
            case .changes: (subject.share.amendment.map { subject.share.terms.changes(to: $0) } ?? []).map(subject.row)
            case .risks: subject.riskRows
            case .measures: subject.measureRows
            case .actions: subject.share.dpia.actions.map(subject.row)
            case .certificates: subject.certifiers.flatMap(subject.certificates)
            case .retained:
                subject.share.retirement.retained.map {
                    [
                        .retainedParty: subject.organisation(party: $0.party), .retainedWhat: $0.what,
                        .retainedReason: $0.reason,
                    ]
                }
            case .redundancies:
                subject.redundancies.map {
                    [
                        .redundancyShare: $0.share.rawValue, .redundancyTitle: $0.title, .redundancyKind: $0.kind,
                        .redundancyChance: "\($0.percent) in 100", .redundancyReason: $0.reason,
                    ]
                }
            case .processAgreements:
                subject.processAgreements.map {
                    [
                        .processReference: $0.share.rawValue, .processTitle: $0.title,
                        .processType: $0.type.map(subject.agreementType),
                        .processStage: $0.stage,
                    ]
                }
            // Only the filling itself knows.
            case .missing, .clauses: []
            }
        return rows.map { row in row.compactMapValues { $0 }.filter { !DocumentText.isBlank($0.value) } }
    }
}

extension DocumentSubject {
    /// Those on which the text rests: without what a former data owner gave and that counts no more.
    var signOffs: [SignOff] {
        let account = share.signOffAccount(under: reference)
        return account.given.filter { !account.lapsed.contains($0) }
    }

    /// One for each organisation, however many parts it has.
    fileprivate func rows(of parties: [Party]) -> [[DocumentField: String?]] {
        parties.byOrganisation.compactMap { parts in parts.first.map { row($0, parts) } }
    }

    private func row(_ party: Party, _ parts: [Party]) -> [DocumentField: String?] {
        let known = particulars(of: party)
        let roles = parts.compactMap { words($0.part == .processor ? .processor : $0.controllership) }
        return [
            .partyName: organisation(party.organisation), .partyPart: Self.once(parts.map { side($0.part) }),
            .partyRole: Self.once(roles),
            .partyAddress: known?.address,
            .partyRegistration: known?.icoRegistration, .partyDPO: known?.dataProtectionOfficer,
            .partyContact: known?.contact,
        ]
    }

    fileprivate func row(_ item: DataItem) -> [DocumentField: String?] {
        let category = item.specialCategory.map { "Special category: " + DocumentSubject.capitalised($0).lowercased() }
        let criminal = item.isCriminalOffenceData ? "Criminal offence data" : nil
        let sensitive = [category, criminal].compactMap { $0 }.joined(separator: "; ")
        let personal: String? =
            switch item.isPersonal {
            case true?: "Personal data"
            case false?: "Not personal data"
            case nil: nil
            }
        return [
            .itemName: self.item(item), .itemDataset: item.dataset,
            .itemSensitivity: sensitive.isEmpty ? personal : sensitive,
            .itemCategory: sensitive.isEmpty ? nil : sensitive, .itemJustification: item.justification,
        ]
    }

    fileprivate func row(_ stated: Stated) -> [DocumentField: String?] {
        let known = stated.term.flatMap { reference.gateways[$0] }
        return [
            .gatewayName: gateway(stated), .gatewayConfidentiality: known?.confidentiality, .gatewayNote: known?.note,
        ]
    }

    fileprivate func row(_ citation: LawfulBasisCitation) -> [DocumentField: String?] {
        let known = citation.basis.term.flatMap { reference.lawfulBases[$0] }
        return [
            .basisName: known.map { _ in basis(citation.basis) },
            .basisStated: known == nil ? citation.basis.text : nil,
            // What was not understood says nothing of who relies on it either.
            .basisParty: known == nil && citation.party == nil ? nil : side(citation.party),
            .basisNeeds: known?.needs?.joined(separator: "; "),
        ]
    }

    fileprivate func row(_ signOff: SignOff) -> [DocumentField: String?] {
        [
            .signOffCapacity: capacity(signOff.capacity)
                + (signOff.signatory == nil ? "" : " of \(signOff.party ?? "")"),
            .signOffBy: signOff.signatory ?? signOff.giver(naming: name),
            .signOffDay: signOff.at.day.inWords, .signOffNote: signOff.note,
        ]
    }

    fileprivate func row(_ condition: Condition) -> [DocumentField: String?] {
        [
            .conditionNumber: String(condition.number), .conditionText: condition.text,
            .conditionOwner: name(PersonID(condition.owner)), .conditionDue: condition.due?.inWords,
            .conditionState: condition.metAt.map { "Met on \($0.day.inWords)" }
                ?? condition.waived.map { "Waived on \($0.at.day.inWords)" } ?? "Not yet met",
        ]
    }

    /// Only signatures on the text last prepared count.
    fileprivate func signatory(_ party: Party) -> [DocumentField: String?] {
        let current = share.approval.agreements.last?.number
        let signature = share.approval.signatures.last {
            $0.agreement == current && TermIndex.key($0.party) == TermIndex.key(party.organisation.text)
        }
        return [
            .signatoryParty: organisation(party.organisation), .signatoryName: signature?.signatory,
            .signatoryPosition: signature?.capacity, .signatoryDay: signature?.signedOn.inWords,
        ]
    }
}

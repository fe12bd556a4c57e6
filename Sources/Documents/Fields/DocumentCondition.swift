import Shares

/// A question about a share that `data-if` and `data-unless` may ask, beside whether a field is known or a list has rows.
package enum DocumentCondition: String, CaseIterable, Hashable, Sendable {
    case personalData = "personal-data"
    case jointControllers = "joint-controllers"
    case independentControllers = "independent-controllers"
    case processingRecipients = "processing-recipients"
    case publicBodies = "public-bodies"
    case staysInUK = "stays-in-uk"
    case itemsUnderstood = "items-understood"
    case sentPhysically = "sent-physically"
    case sentElectronically = "sent-electronically"
    case sentByEmail = "sent-by-email"
    case deletionCertified = "deletion-certified"
    case needsSpecialCondition = "needs-special-condition"
    case needsCriminalCondition = "needs-criminal-condition"
    case consent
    case digitalEconomyAct = "digital-economy-act"
    case revenueData = "revenue-data"
    case dpiaRecorded = "dpia-recorded"
    case dpiaNotRequired = "dpia-not-required"
    case amended
    case inForce = "in-force"
    case oneOff = "one-off"

    package var meaning: String {
        switch self {
        case .personalData: "Personal data is shared, or it is not known that none is."
        case .jointControllers: "A party is stated as a joint controller."
        case .independentControllers:
            "Every party that discloses or receives data is stated as an independent controller."
        case .processingRecipients: "A party that discloses or receives data is stated as a processor."
        case .publicBodies: "Every party that discloses or receives data is known, and each is a public body."
        case .staysInUK: "It is stated that data does not leave the United Kingdom."
        case .itemsUnderstood: "It is known of every data item what it is."
        case .sentPhysically: "The data travels on paper or on media."
        case .sentElectronically: "It is known how the data travels, and that it is neither on paper nor on media."
        case .sentByEmail: "The data travels by e-mail."
        case .deletionCertified: "Every party that holds data has certified its deletion or return."
        case .needsSpecialCondition:
            "Special category data is shared and no condition under Article 9 is stated and understood."
        case .needsCriminalCondition:
            "Criminal offence data is shared and no condition under Article 10 is stated and understood."
        case .consent: "A party relies on consent."
        case .digitalEconomyAct: "A gateway is a power of the Digital Economy Act 2017."
        case .revenueData: "HMRC discloses the data."
        case .dpiaRecorded: "A DPIA was screened, assessed or recorded."
        case .dpiaNotRequired: "Screening found that no DPIA is required."
        case .amended: "An amendment of the terms is under way."
        case .oneOff: "The data is shared once."
        case .inForce: "Terms have come into force here."
        }
    }

    func holds(for subject: DocumentSubject) -> Bool {
        let terms = subject.terms
        switch self {
        case .personalData: return terms.isAboutPeople
        case .jointControllers: return terms.parties.contains { $0.controllership == .jointController }
        case .independentControllers:
            let parties = terms.providers + terms.recipients
            return !parties.isEmpty && parties.allSatisfy { $0.controllership == .controller }
        case .processingRecipients:
            return (terms.providers + terms.recipients).contains { $0.controllership == .processor }
        case .publicBodies: return (terms.providers + terms.recipients).allSatisfy(subject.isPublicBody)
        case .staysInUK: return terms.staysInUK == true && terms.transfers.isEmpty
        case .itemsUnderstood: return terms.itemsAreUnderstood
        case .sentPhysically: return subject.channelStyle == .physical
        case .sentElectronically: return subject.channelStyle.map { $0 != .physical } ?? false
        case .sentByEmail: return subject.channelStyle == .email
        case .deletionCertified: return subject.deletionIsCertified
        case .needsSpecialCondition:
            return !terms.specialCategoryItems.isEmpty && subject.condition(.specialCategory) == nil
        case .needsCriminalCondition:
            return !terms.criminalOffenceItems.isEmpty && subject.condition(.criminalOffence) == nil
        case .consent:
            return terms.lawfulBases.contains { ["article-6-1-a", "article-9-2-a"].contains($0.basis.term) }
        case .digitalEconomyAct:
            return terms.gateways.contains { gateway in
                gateway.term.flatMap { subject.reference.gateways[$0]?.act } == "Digital Economy Act 2017"
            }
        case .revenueData: return terms.providers.contains { $0.organisation.term == "hm-revenue-customs" }
        case .dpiaRecorded:
            let dpia = subject.share.dpia
            return dpia.screening != nil || dpia.residualRisk != nil || dpia.reliance != nil
                || dpia.existingReference != nil
        case .dpiaNotRequired: return subject.share.dpia.screening?.outcome == .notRequired
        case .amended: return subject.share.amendment != nil
        case .oneOff: return terms.frequency?.term == "one-off"
        case .inForce: return subject.share.hasTermsInForce
        }
    }
}

extension DocumentSubject {
    /// Nil where the channel is not known.
    fileprivate var channelStyle: Channel.Style? { terms.channel?.term.flatMap { reference.channels[$0]?.style } }

    /// A memorandum binds in honour only between bodies that answer to the public (ICO Data Sharing Code).
    fileprivate func isPublicBody(_ party: Party) -> Bool {
        switch party.organisation.term.flatMap({ reference.organisations[$0]?.kind }) {
        case .company, .charity, .other, nil: false
        case .ministerialDepartment, .nonMinisterialDepartment, .executiveAgency, .ndpb, .publicCorporation,
            .localAuthority, .devolved, .nhs, .police, .regulator, .university:
            true
        }
    }
}

import Shares

/// A question about a share that `data-if` and `data-unless` may ask, beside whether a field is known or a list has rows.
package enum DocumentCondition: String, CaseIterable, Hashable, Sendable {
    case personalData = "personal-data"
    case jointControllers = "joint-controllers"
    case needsSpecialCondition = "needs-special-condition"
    case needsCriminalCondition = "needs-criminal-condition"
    case consent
    case digitalEconomyAct = "digital-economy-act"
    case revenueData = "revenue-data"
    case dpiaRecorded = "dpia-recorded"
    case dpiaNotRequired = "dpia-not-required"
    case amended
    case inForce = "in-force"

    package var meaning: String {
        switch self {
        case .personalData: "Personal data is shared, or it is not known that none is."
        case .jointControllers: "A party is stated as a joint controller."
        case .needsSpecialCondition: "Special category data is shared and no condition under Article 9 is stated."
        case .needsCriminalCondition: "Criminal offence data is shared and no condition under Article 10 is stated."
        case .consent: "A party relies on consent."
        case .digitalEconomyAct: "A gateway is a power of the Digital Economy Act 2017."
        case .revenueData: "HMRC discloses the data."
        case .dpiaRecorded: "A DPIA was screened, assessed or recorded."
        case .dpiaNotRequired: "Screening found that no DPIA is required."
        case .amended: "An amendment of the terms is under way."
        case .inForce: "Terms have come into force here."
        }
    }

    func holds(for subject: DocumentSubject) -> Bool {
        let terms = subject.terms
        switch self {
        case .personalData: return terms.items.isEmpty || terms.items.contains { $0.isPersonal != false }
        case .jointControllers: return terms.parties.contains { $0.controllership == .jointController }
        case .needsSpecialCondition:
            return !terms.specialCategoryItems.isEmpty && terms.bases(.specialCategory).isEmpty
        case .needsCriminalCondition:
            return !terms.criminalOffenceItems.isEmpty && terms.bases(.criminalOffence).isEmpty
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
        case .inForce: return subject.share.hasTermsInForce
        }
    }
}

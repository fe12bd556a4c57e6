internal import JSONValues
internal import Shares

// Concepts of the Data Privacy Vocabulary (DPV 2.2) that follow from what a manifest says. DPV knows no law of the United
// Kingdom: its concepts say what kind of basis it is, and the citation says which.

extension Manifest.Status {
    var activity: JSONValue {
        switch self {
        case .proposed: "dpv:ActivityProposed"
        case .agreed: "dpv:ActivityPlanned"
        case .inForce, .inherited: "dpv:ActivityOngoing"
        case .suspended, .expired: "dpv:ActivityHalted"
        case .ended: "dpv:ActivityCompleted"
        case .withdrawn, .refused: "dpv:ActivityNotCompleted"
        }
    }
}

extension Manifest.LawfulBasis {
    var types: JSONValue {
        // Annex 1 to the UK GDPR and conditions are cited after a blank.
        let cited = citation.map { String($0.prefix { $0 != " " }) } ?? ""
        return .array(["dpv:LegalBasis"] + (Self.concepts[cited].map { [.string($0)] } ?? []))
    }

    /// By article of the UK GDPR.
    private static let concepts = [
        "6(1)(a)": "dpv:Consent", "6(1)(b)": "dpv:ContractPerformance", "6(1)(c)": "dpv:LegalObligation",
        "6(1)(d)": "dpv:VitalInterest", "6(1)(e)": "dpv:PublicInterest",
        "6(1)(ea)": "RecognisedLegitimateInterest", "6(1)(f)": "dpv:LegitimateInterest",
        "9(2)(a)": "dpv:ExplicitlyExpressedConsent", "9(2)(c)": "dpv:VitalInterest", "9(2)(g)": "dpv:PublicInterest",
    ]
}

extension Manifest.DataItem {
    var types: JSONValue {
        var types: [JSONValue] = []
        switch (specialCategory, isPersonal) {
        case (_?, _): types = ["dpv:PersonalData", "dpv:SpecialCategoryPersonalData"]
        case (nil, true?): types = ["dpv:PersonalData"]
        case (nil, false?): types = ["dpv:NonPersonalData"]
        case (nil, nil): types = ["dpv:Data"]
        }
        if isCriminalOffenceData { types.append("pd:Criminal") }
        return .array(types)
    }
}

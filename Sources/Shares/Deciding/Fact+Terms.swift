extension Fact {
    /// What is wanting of the needs that look at the terms alone; nil for any other need.
    func termsShortfalls(of terms: Terms, on today: Day, under reference: ReferenceData) -> [Shortfall]? {
        switch self {
        case .summaryComplete: terms.summaryShortfalls
        case .legalBasisStated: terms.legalBasisShortfalls
        case .specialCategoryConditionStated: terms.specialCategoryShortfalls
        case .retentionStated: terms.retentionShortfalls
        case .securityStated: terms.securityShortfalls
        case .termsConsistent:
            terms.inconsistencies(on: today, under: reference).errors.map {
                Shortfall($0.message, wants: $0.termsField)
            }
        case .reviewDateSet:
            terms.reviewDate?.day == nil
                ? [Shortfall("No review date is set: give review_date.", wants: .reviewDate)] : []
        case .startDateReached: terms.startShortfalls(on: today)
        case .endDateAhead: terms.endShortfalls(on: today)
        default: nil
        }
    }
}

extension Finding {
    fileprivate var termsField: TermsField? {
        guard case .field(let name) = place else { return nil }
        return TermsField(rawValue: name)
    }
}

extension Terms {
    fileprivate var summaryShortfalls: [Shortfall] {
        var missing: [Shortfall] = []
        if title.isEmpty { missing.append(Shortfall("The title is missing.", wants: .title)) }
        if purpose.isEmpty { missing.append(Shortfall("The purpose is missing.", wants: .purpose)) }
        if providers.isEmpty { missing.append(Shortfall("The provider is missing.", wants: .provider)) }
        if recipients.isEmpty { missing.append(Shortfall("The recipient is missing.", wants: .recipient)) }
        if items.isEmpty { missing.append(Shortfall("No data item is named: give data_items.", wants: .dataItems)) }
        if let start = startDate?.day, let end = endDate?.day, end < start {
            missing.append(
                Shortfall(
                    "The end date, \(end.inWords), is before the start date, \(start.inWords).", wants: .endDate))
        }
        return missing
    }

    fileprivate var legalBasisShortfalls: [Shortfall] {
        var missing: [Shortfall] = []
        if gateways.isEmpty {
            missing.append(Shortfall("No legal gateway is stated: give legal_gateway.", wants: .legalGateway))
        }
        if bases(.lawfulness).isEmpty, items.contains(where: { $0.isPersonal != false }) {
            missing.append(Shortfall("No Article 6 lawful basis is stated: give lawful_basis.", wants: .lawfulBasis))
        }
        return missing
    }

    var specialCategoryShortfalls: [Shortfall] {
        var missing: [Shortfall] = []
        if !specialCategoryItems.isEmpty, bases(.specialCategory).isEmpty {
            let names = specialCategoryItems.map(\.name.text).joined(separator: ", ")
            missing.append(
                Shortfall(
                    "No Article 9 condition is stated, though special category data is shared (\(names)): give special_category_condition.",
                    wants: .specialCategoryCondition))
        }
        if !criminalOffenceItems.isEmpty, bases(.criminalOffence).isEmpty, bases(.specialCategory).isEmpty {
            let names = criminalOffenceItems.map(\.name.text).joined(separator: ", ")
            missing.append(
                Shortfall(
                    "No Article 10 condition is stated, though criminal offence data is shared (\(names)): give criminal_offence_condition.",
                    wants: .criminalOffenceCondition))
        }
        return missing
    }

    fileprivate var retentionShortfalls: [Shortfall] {
        guard let retention else {
            return [Shortfall("Retention is not stated: give retention, such as 2 years.", wants: .retention)]
        }
        guard retention.duration == nil else { return [] }
        return [
            Shortfall(
                "Retention, “\(retention.text.shortened(to: 60))”, is not a length of time: give one, such as 2 years.",
                wants: .retention)
        ]
    }

    fileprivate var securityShortfalls: [Shortfall] {
        var missing: [Shortfall] = []
        if channel == nil {
            missing.append(Shortfall("The transfer method is missing: give transfer_method.", wants: .transferMethod))
        }
        if classification == nil {
            missing.append(Shortfall("The classification is missing: give classification.", wants: .classification))
        }
        return missing
    }

    fileprivate func startShortfalls(on today: Day) -> [Shortfall] {
        guard let start = startDate?.day else {
            return [Shortfall("No start date is set: give start_date.", wants: .startDate)]
        }
        return start <= today ? [] : ["The start date, \(start.inWords), is not reached."]
    }

    fileprivate func endShortfalls(on today: Day) -> [Shortfall] {
        guard let end = endDate?.day, end < today else { return [] }
        return [
            Shortfall(
                "The end date, \(end.inWords), has passed: give an end_date that lies ahead, or none.", wants: .endDate)
        ]
    }
}

extension ConsistencyChecks {
    var time: [Finding] { retention + dates }

    private var retention: [Finding] {
        guard let retention = terms.retention else {
            return [
                error(
                    "retention-missing", .retention,
                    "It is not said how long the data is kept: give retention, such as 2 years.")
            ]
        }
        guard let duration = retention.duration else {
            return [
                error(
                    "retention-not-a-duration", .retention,
                    "Retention, “\(retention.text.shortened(to: 60))”, is not a length of time: give one, such as 2 years."
                )
            ]
        }
        if !duration.utf8.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }) {
            return [
                warning(
                    "retention-odd", .retention, "Data that is kept for no time at all cannot be used: see \(duration)."
                )
            ]
        }
        let years = duration.split(separator: "Y").first.flatMap { Int($0.dropFirst()) } ?? 0
        guard duration.contains("Y"), years > 10 else { return [] }
        return [
            warning(
                "retention-odd", .retention,
                "The data is kept for \(years) years: say in necessity why the purpose needs it for so long (Article 5(1)(e))."
            )
        ]
    }

    private var dates: [Finding] {
        var findings: [Finding] = []
        let end = terms.endDate?.day
        if let start = terms.startDate?.day, let end, end < start {
            findings.append(
                error(
                    "ends-before-it-starts", .endDate,
                    "The end date, \(end.inWords), is before the start date, \(start.inWords)."))
        }
        if let review = terms.reviewDate?.day, let end, end < review {
            findings.append(
                warning(
                    "reviewed-after-the-end", .reviewDate,
                    "The review, \(review.inWords), comes after the end of the share, \(end.inWords)."))
        }
        let began = max(terms.startDate?.day ?? today, today)
        if let review = terms.reviewDate?.day, let limit = ReviewLimit(of: terms, from: began, under: reference),
            review > limit.latest
        {
            findings.append(
                error(
                    "reviewed-too-late", .reviewDate,
                    "The review, \(review.inWords), is later than \(limit.inWords) allow, from \(began.inWords) on: give a review_date by \(limit.latest.inWords), or none."
                ))
        }
        return findings
    }

    /// Parties, roles and the document against what is shared and how often.
    var agreement: [Finding] {
        var findings: [Finding] = []
        let providers = Set(terms.providers.map(\.organisation.identity))
        for recipient in terms.recipients where providers.contains(recipient.organisation.identity) {
            findings.append(
                warning(
                    "shares-with-itself", .recipient,
                    "\(recipient.organisation.text) both provides and receives the data: name the two parties, or record the reuse inside one body elsewhere."
                ))
        }
        let sides = terms.providers + terms.recipients
        let joint = sides.filter { $0.controllership == .jointController }
        if Set(joint.map(\.organisation.identity)).count == 1 {
            findings.append(
                error(
                    "joint-controller-alone", joint[0].part == .provider ? .providerRole : .recipientRole,
                    "\(joint[0].organisation.text) is the only joint controller: name the other in its role, or state this one's own."
                ))
        }
        guard let type = terms.agreementType?.term.flatMap({ reference.agreementTypes[$0] }) else { return findings }
        if type.id == "process-mou", terms.frequency?.term == "one-off" {
            findings.append(
                warning(
                    "one-off-under-a-continuing-agreement", .agreementType,
                    "\(type.name) is for a continuing exchange, and this one happens once: choose another agreement type, or state how often the data flows."
                ))
        }
        let step = terms.frequency?.term.flatMap { reference.frequencies[$0] }?.step ?? 0
        if type.id == "data-usage-agreement", step > 1, terms.endDate?.day == nil {
            findings.append(
                warning(
                    "continuing-under-a-single-release", .agreementType,
                    "\(type.name) is for a single release or a pilot, and this share goes on without an end: give an end_date, or choose another agreement type."
                ))
        }
        if type.under != nil, terms.parentAgreement == nil {
            findings.append(
                warning(
                    "parent-agreement-missing", .parentAgreement,
                    "\(type.name) stands under another agreement: name it in parent_agreement."))
        }
        if type.id == "information-sharing-agreement", !terms.gateways.isEmpty, !terms.citesDigitalEconomyAct {
            findings.append(
                error(
                    "agreement-without-its-power", .agreementType,
                    "\(type.name) is for the powers of that Act, and no gateway is one of them: give another agreement_type, or the power in legal_gateway."
                ))
        }
        if type.id != "processor-contract", let processor = sides.first(where: { $0.controllership == .processor }) {
            findings.append(
                error(
                    "processor-without-contract", .agreementType,
                    "\(processor.organisation.text) is a processor, which a contract under Article 28 binds: give agreement_type as Processor contract, or its role as a controller."
                ))
        }
        if !joint.isEmpty, type.id != "joint-controller-arrangement" {
            findings.append(
                warning(
                    "joint-controllers-without-arrangement", .agreementType,
                    "Joint controllers make an arrangement under Article 26: choose that agreement type, or state each party's own role."
                ))
        }
        return findings
    }
}

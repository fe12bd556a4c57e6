import Casework
import Shares
import Workflows

/// What somebody puts their name to: the agreement, what it says, what it rests on, and who has signed so far.
struct SignedMatter: Component {
    let look: ShareLook
    /// The questions of the assessment, with what was answered.
    let questions: [AnsweredQuestion]
    let names: TermNames
    /// By template, what documents are called.
    let documents: [String: String]

    /// The commands with which a text is made, signed off, signed or put into force.
    static func isSigned(by transition: Transition) -> Bool {
        !Set(transition.records).isDisjoint(
            with: [Recording.signOff, .partnerSignOff, .agreementText, .signature, .inForce].map(\.name))
    }

    private var share: Share { look.share }
    private var terms: Terms { share.termsUnderConsideration }

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "signed")) {
            tag(.h2, .id("signed")) { "What is signed" }
            agreement
            tag(.h3) { "What it says" }
            said
            if look.isWithin {
                tag(.h3) { "What it rests on" }
                basis
                if !share.dpia.risks.isEmpty { RisksTable(risks: share.dpia.risks) }
                AssessmentDetails(share: share, questions: questions)
            }
        }
    }

    // MARK: - The text

    private var agreement: HTML {
        var list = SummaryList()
        if let version = share.agreementForSignature {
            list.add("Agreement") { "Agreement \(version.number), of version \(version.termsVersion) of the terms" }
            list.add("Frozen") { HTML(day: version.preparedAt.day) }
            if let text = version.frozen?.text {
                list.add("Document") {
                    documents[text.template] ?? text.template
                    " "
                    tag(.a, .href(Link(.frozenText(share.reference, version.number)))) { "Read the frozen text" }
                }
                list.add("SHA-256") { tag(.code) { String(text.digest.prefix(16)) + "…" } }
                if !text.missing.isEmpty { list.add("Left open") { HTML(shown: text.missing.joined(separator: "; ")) } }
            }
        } else {
            list.add("Agreement") { "Its text is not frozen yet: it will be made from the terms as they are then." }
        }
        list.add("Signatures so far") { listed(signatures) }
        return list.html
    }

    private var signatures: [String] {
        guard let version = share.agreementForSignature else { return [] }
        return share.approval.signatures.filter { $0.agreement == version.number }
            .map { "\($0.party), by \($0.signatory) on \($0.signedOn.inWords)" }
    }

    // MARK: - The terms

    private static let shown: [TermsField] = [
        .title, .provider, .recipient, .processor, .purpose, .dataItems, .dataSubjects, .legalGateway, .lawfulBasis,
        .specialCategoryCondition, .criminalOffenceCondition, .frequency, .transferMethod, .retention, .startDate,
        .endDate, .reviewDate,
    ]

    private var said: HTML {
        Self.shown.filter { !terms.text(of: $0).trimmed.isEmpty }.reduce(into: SummaryList()) { list, field in
            list.add(field.label) {
                let stated = terms.statements(of: field)
                if stated.isEmpty {
                    HTML(shown: terms.words(of: field))
                } else {
                    tag(.ul) {
                        for one in stated { tag(.li) { StatedText(one, name: names.name(of: one, in: field)) } }
                    }
                }
            }
        }.html
    }

    // MARK: - What the department decided

    private var basis: HTML {
        let risk = share.riskUnderConsideration
        var list = SummaryList()
        list.add("Risk") {
            StatusTag(risk.tier)
            " "
            HTML(shown: risk.reasons.joined(separator: " "))
        }
        list.add("DPIA") { listed(assessment) }
        list.add("Conditions so far") {
            listed(share.approval.conditions.map { "\($0.number). \($0.text): \($0.standing(on: look.today))" })
        }
        list.add("Sign-offs so far") {
            listed(look.signOffs.given.map { look.signOffs.words($0, naming: look.names) })
        }
        return list.html
    }

    private var assessment: [String] {
        let dpia = share.dpia
        var lines = look.standing.filter { $0.machine == .dpia }.map(\.title)
        if let screening = dpia.screening {
            lines.append(
                (screening.outcome == .required ? "Required: " : "Not required: ") + screening.reason
                    + by(screening))
        }
        if let reference = dpia.existingReference { lines.append("Made before or elsewhere: \(reference)") }
        if let reliance = dpia.reliance { lines.append("Taken from \(reliance.share): \(reliance.reason)") }
        if let advice = dpia.advice { lines.append("Advice of the DPO: \(advice.text)" + by(advice)) }
        if let decision = dpia.decision {
            lines.append(
                (decision.adviceAccepted ? "The advice was accepted. " : "The advice was overruled. ") + decision.reason
                    + by(decision)
            )
        }
        for kept in dpia.kept { lines.append("Changed terms, screened: " + kept.inWords(naming: look.names.words)) }
        if let residual = dpia.residualRisk { lines.append("\(residual.rawValue.capitalisedFirst) risk remains") }
        return lines
    }

    private func by(_ done: some DoneOnRecord) -> String { " (\(done.told(naming: look.names)))" }

    private func listed(_ lines: [String]) -> HTML {
        lines.isEmpty
            ? tag(.span, .class("missing")) { "None" }
            : tag(.ul) { for line in lines { tag(.li) { HTML(shown: line) } } }
    }
}

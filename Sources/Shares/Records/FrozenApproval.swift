package import Workflows

/// What was approved, as it stood when the text was frozen: a later change of policy or reference data changes none of it.
package struct FrozenApproval: Hashable, Sendable, Codable {
    package var tier: RiskTier
    /// Why the terms were of that tier, the gravest first.
    package var riskReasons: [String]
    /// The sign-offs that policy asked for, each with its reasons.
    package var required: [SignOffRequirement]
    package var signOffs: [SignOff]
    /// The conditions under which it was signed off.
    package var conditions: [Condition]
    /// The risk that remained after the measures of the DPIA; nil where none was needed.
    package var residualRisk: RiskTier?
    /// SHA-256 in hexadecimal of the terms as canonical JSON (RFC 8785); nil where nobody computed it.
    package var termsDigest: String?
    /// The agreement as a document; nil where the text was frozen before that was kept.
    package var text: FrozenText?
}

/// The document that is signed, kept beside the record under its digest.
package struct FrozenText: Hashable, Sendable, Codable {
    /// `data-sharing-agreement`
    package var template: String
    /// SHA-256 of the template in hexadecimal.
    package var templateDigest: String
    /// SHA-256 of the document's bytes (HTML) in hexadecimal.
    package var digest: String
    /// What the document says is still to be completed.
    package var missing: [String]

    package init(template: String, templateDigest: String, digest: String, missing: [String]) {
        self.template = template
        self.templateDigest = templateDigest
        self.digest = digest
        self.missing = missing
    }
}

extension FrozenApproval {
    /// For people, with a heading each: what the record of the act says of it.
    package var inWords: [(heading: String, text: String)] { inWords(role: \.rawValue, naming: \.rawValue) }

    /// The same with roles and people called otherwise than by their identifiers.
    package func inWords(
        role: (RoleName) -> String, naming name: (PersonID) -> String
    ) -> [(heading: String, text: String)] {
        var lines = [
            ("Risk as it stood", "\(tier.rawValue): \(riskReasons.joined(separator: " "))"),
            ("Sign-offs required", required.map(\.what).joined(separator: "; ")),
            ("Sign-offs given", signOffs.map { $0.inWords(role: role, naming: name) }.joined(separator: "; ")),
        ]
        if let residualRisk { lines.append(("Residual risk of the DPIA", residualRisk.rawValue)) }
        if !conditions.isEmpty {
            lines.append(("Open conditions", conditions.map { "\($0.number). \($0.text)" }.joined(separator: "; ")))
        }
        if let termsDigest { lines.append(("SHA-256 of the terms", termsDigest)) }
        if let text { lines.append(("SHA-256 of the text (\(text.template))", text.digest)) }
        return lines
    }
}

extension Share {
    /// What the terms in force rest on; nil where none were approved here, or before it was recorded.
    package var approved: FrozenApproval? {
        hasTermsInForce
            ? approval.agreements.last { $0.termsVersion == termsVersion && $0.isVoid != true }?.frozen : nil
    }

    /// The risk of the terms: as it stood when they were approved where that is recorded, else as it is assessed now.
    package var riskAsApproved: RiskAssessment {
        approved.map { RiskAssessment(tier: $0.tier, reasons: $0.riskReasons) } ?? terms.risk
    }

    /// The same of the terms under consideration, which are frozen while they are signed.
    package var riskUnderConsideration: RiskAssessment {
        let frozen = agreementForSignature?.frozen ?? (amendment == nil ? approved : nil)
        return frozen.map { RiskAssessment(tier: $0.tier, reasons: $0.riskReasons) } ?? termsUnderConsideration.risk
    }

    /// What is to be frozen with the terms.
    func toBeFrozen(_ terms: Terms, under rules: Rulebook) -> FrozenApproval {
        let risk = terms.risk
        return FrozenApproval(
            tier: risk.tier, riskReasons: risk.reasons, required: terms.requiredSignOffs(under: rules.reference),
            signOffs: countedSignOffs, conditions: approval.conditions.filter(\.isOpen),
            residualRisk: dpia.residualRisk)
    }
}

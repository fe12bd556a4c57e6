package import Workflows

/// The sign-offs of a share: what is required and why, what is given, what is missing.
package struct SignOffAccount: Hashable, Sendable, Codable {
    /// What says which are required.
    package enum Basis: String, Hashable, Sendable, Codable {
        /// The policy as it is now.
        case policy
        /// What was frozen with the text that is being signed.
        case frozen
        /// What was frozen with the terms that are in force.
        case approved
    }

    package struct Line: Hashable, Sendable, Codable {
        package var required: SignOffRequirement
        package var given: [SignOff]
        /// What is wanting still; nil where enough is given.
        package var missing: String?
    }

    package var basis: Basis
    package var lines: [Line]
    package var given: [SignOff]
}

extension Share {
    /// The account of the terms that the steps under way are about, else of those in force.
    package func signOffAccount(under reference: ReferenceData) -> SignOffAccount {
        if let frozen = agreementForSignature?.frozen { return account(.frozen, frozen.required, frozen.signOffs) }
        if amendment == nil, let approved { return account(.approved, approved.required, approved.signOffs) }
        return account(.policy, termsUnderConsideration.requiredSignOffs(under: reference), approval.signOffs)
    }

    private func account(
        _ basis: SignOffAccount.Basis, _ required: [SignOffRequirement], _ given: [SignOff]
    ) -> SignOffAccount {
        SignOffAccount(
            basis: basis,
            lines: required.map { one in
                SignOffAccount.Line(required: one, given: one.given(in: given), missing: one.missing(in: given))
            }, given: given)
    }
}

extension SignOffAccount.Basis {
    package var inWords: String {
        switch self {
        case .policy: "As policy asks now"
        case .frozen: "As frozen with the text that is being signed"
        case .approved: "As frozen with the terms that are in force"
        }
    }
}

extension SignOff {
    /// Who signed off in which capacity and when, for people: `dpo by a.dpo of DWP on 1 May 2026`.
    package var inWords: String { inWords(role: \.rawValue, naming: \.rawValue) }

    /// The same with roles and people called otherwise than by their identifiers.
    package func inWords(role: (RoleName) -> String, naming name: (PersonID) -> String) -> String {
        let principal = onBehalfOf.map { " for \(name($0))" } ?? ""
        let capacity = role(RoleName(rawValue: capacity))
        guard let signatory else {
            return "\(capacity) by \(name(by))\(principal)\(party.map { " of \($0)" } ?? "") on \(at.day.inWords)"
        }
        return
            "\(capacity) by \(signatory) of \(party ?? "") on \((signedOn ?? at.day).inWords), recorded by \(name(by))\(principal)"
            + (evidence.map { " (\($0))" } ?? "")
    }
}

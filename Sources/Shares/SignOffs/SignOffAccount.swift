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
        /// The policy as it is now, of an amendment that is not opened for sign-off yet: nobody has signed it off.
        case notOpened = "not-opened"
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
    /// Those of them that a former data owner gave. They stand for what is frozen, and count no more for what is not.
    package var former: [SignOff]
    /// Whoever is the data owner now, and when they were appointed.
    package var owner: PersonID?
    package var ownerSince: Day?
    /// The version of the terms; nil: what is being proposed has none yet.
    package var version: Int?
    /// Beside the account of an amendment that of the terms in force, where it was frozen: at most one.
    package var inForce: [SignOffAccount] = []
}

extension SignOffAccount {
    /// Those of a former data owner that count no more.
    package var lapsed: [SignOff] {
        let counted = lines.flatMap(\.given)
        return former.filter { !counted.contains($0) }
    }

    /// Those that nobody has to give.
    package var beyond: [SignOff] {
        let counted = lines.flatMap(\.given)
        return given.filter { !counted.contains($0) && !former.contains($0) }
    }

    /// What is to be known of one of them beside itself: `, data owner until 4 May 2026`; empty where nothing is.
    package func standing(of signOff: SignOff) -> String {
        guard former.contains(signOff) else { return "" }
        if let owner, signOff.isOf(owner) {
            return ", before they were appointed anew" + (ownerSince.map { " on \($0.inWords)" } ?? "")
        }
        return ", data owner" + (ownerSince.map { " until \($0.inWords)" } ?? " then")
    }
}

extension Share {
    /// The account of the terms that the steps under way are about, else of those in force.
    package func signOffAccount(under reference: ReferenceData) -> SignOffAccount {
        let approved = approved.map { frozen in
            account(.approved, frozen.required, frozen.signOffs, version: termsVersion)
        }
        if amendment == nil, agreementForSignature == nil, let approved { return approved }
        var considered = accountUnderConsideration(under: reference)
        if amendment != nil { considered.inForce = [approved].compactMap { $0 } }
        return considered
    }

    private func accountUnderConsideration(under reference: ReferenceData) -> SignOffAccount {
        if let frozen = agreementForSignature?.frozen {
            return account(.frozen, frozen.required, frozen.signOffs, version: agreementForSignature?.termsVersion)
        }
        let required = termsUnderConsideration.requiredSignOffs(under: reference)
        guard amendment == nil || !hasTermsInForce || !Self.amendable.contains(approvalState) else {
            return account(.notOpened, required, [], version: nil)
        }
        var account = account(.policy, required, countedSignOffs, version: nil)
        account.given = approval.signOffs
        account.former = approval.signOffs.filter(isOfFormerOwner)
        return account
    }

    /// Where the approval stands while an amendment is written, considered or assessed, by the states of the master definition:
    /// what was signed off then is what is in force.
    private static let amendable: Set<StateName> = ["in-force", "suspended", "expired", "inherited-suspended"]

    private func account(
        _ basis: SignOffAccount.Basis, _ required: [SignOffRequirement], _ given: [SignOff], version: Int?
    ) -> SignOffAccount {
        SignOffAccount(
            basis: basis,
            lines: required.map { one in
                SignOffAccount.Line(required: one, given: one.given(in: given), missing: one.missing(in: given))
            }, given: given, former: given.filter(isOfFormerOwner), owner: owner?.person,
            ownerSince: owner?.appointed?.day, version: version)
    }
}

extension SignOffAccount.Basis {
    package var inWords: String {
        switch self {
        case .policy: "As policy asks now"
        case .frozen: "As frozen with the text that is being signed"
        case .approved: "As frozen with the terms that are in force"
        case .notOpened: "As policy asks now: nobody signs off the amendment before it is opened for sign-off"
        }
    }
}

extension SignOff {
    /// Who gave it, for people, and for whom where the capacity was delegated: `sam for dee`.
    package var giver: String { giver(naming: \.rawValue) }

    /// The same with people called otherwise than by their identifiers.
    package func giver(naming name: (PersonID) -> String) -> String {
        name(by) + (onBehalfOf.map { " for \(name($0))" } ?? "")
    }

    /// Whether somebody gave it, or had it given for them.
    func isOf(_ person: PersonID) -> Bool { by == person || onBehalfOf == person }

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

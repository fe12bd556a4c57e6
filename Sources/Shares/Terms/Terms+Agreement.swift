// Which agreement the terms ask for, and who signs it.

extension Share {
    /// Whether another share’s parent agreement, which is a text, is this one.
    package func isCalled(_ name: String) -> Bool {
        Self.isCalled(name, reference: reference, title: termsUnderConsideration.title)
    }

    /// However it is written: `umb-1`, `DWP and HMRC: all sharing`.
    package static func isCalled(_ name: String, reference: ShareReference, title: String) -> Bool {
        let key = TermIndex.key(name)
        return !key.isEmpty && (TermIndex.key(reference.rawValue) == key || TermIndex.key(title) == key)
    }
}

extension Terms {
    /// The type of agreement by its identifier: the one that is stated, or else the one that roles and powers ask for.
    package var agreementForm: String {
        if let stated = agreementType?.term { return stated }
        let sides = providers + recipients
        // UK GDPR Articles 28(3) and 26(1).
        if sides.contains(where: { $0.controllership == .processor }) { return "processor-contract" }
        if sides.contains(where: { $0.controllership == .jointController }) { return "joint-controller-arrangement" }
        return citesDigitalEconomyAct ? "information-sharing-agreement" : "data-sharing-agreement"
    }

    /// Whether a gateway is a power of Part 5 of the Digital Economy Act 2017.
    package var citesDigitalEconomyAct: Bool { gateways.contains { $0.term?.hasPrefix("dea-2017-") ?? false } }

    /// Those who sign: all that provide or receive, and of a contract with a processor the processors too (Article 28(3)).
    package var signatories: [Party] {
        agreementForm == "processor-contract" ? parties : parties.filter { $0.part != .processor }
    }
}

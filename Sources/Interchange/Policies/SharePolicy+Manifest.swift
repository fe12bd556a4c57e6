internal import Shares

extension SharePolicy {
    /// The policy of a share; nil where its terms hold no rule, which ODRL does not call a policy.
    init?(_ manifest: Manifest) {
        address = manifest.address + "/policy"
        kind = manifest.status.isAgreed ? .agreement : .request
        targets = manifest.datasets.map(\.address)
        assigners = manifest.addresses(of: manifest.providers, as: .provider)
        assignees = manifest.addresses(of: manifest.recipients, as: .recipient)
        permissions = []
        prohibitions = []
        obligations = []
        if manifest.status.mayFlow, manifest.replacedBy == nil { permissions = [use(manifest)] }
        prohibitions = [useBeyondPurpose(manifest), onwardSharing(manifest)].compactMap { $0 }
        obligations = [disposal(manifest), review(manifest)].compactMap { $0 }
        if permissions.isEmpty, prohibitions.isEmpty, obligations.isEmpty { return nil }
    }

    /// Use, for the purpose and within the validity.
    private func use(_ manifest: Manifest) -> Rule {
        var constraints: [Constraint] = []
        if manifest.purpose != nil { constraints.append(purpose("eq", manifest)) }
        if let start = manifest.start { constraints.append(.day("gteq", start.description)) }
        if let end = manifest.end { constraints.append(.day("lteq", end.description)) }
        return Rule(action: "use", constraints: constraints)
    }

    /// UK GDPR, Article 5(1)(b).
    private func useBeyondPurpose(_ manifest: Manifest) -> Rule? {
        guard manifest.purpose != nil else { return nil }
        return Rule(action: "use", constraints: [purpose("isNoneOf", manifest)])
    }

    /// Only where the terms speak of it; what the words make an exception of is for people to read.
    private func onwardSharing(_ manifest: Manifest) -> Rule? {
        manifest.onwardSharing.map { Rule(action: "distribute", words: $0) }
    }

    /// The recipients get rid of the data when its time has come: UK GDPR, Article 5(1)(e).
    private func disposal(_ manifest: Manifest) -> Rule? {
        let words = [manifest.retention?.statement, manifest.disposal?.name].compactMap { $0 }
        guard !words.isEmpty else { return nil }
        return Rule(
            action: Self.disposals[manifest.disposal?.id ?? ""] ?? "delete",
            constraints: manifest.retention?.duration.map {
                [Constraint(left: "elapsedTime", comparison: "lteq", right: .literal($0, type: "duration"))]
            } ?? [], words: words.joined(separator: "; "))
    }

    /// Ways of disposal that are not deletion, by identifier.
    private static let disposals = ["anonymisation": "anonymize", "transfer-to-archive": "archive"]

    /// All parties review what they agreed on.
    private func review(_ manifest: Manifest) -> Rule? {
        manifest.reviewDate.map {
            Rule(
                action: "reviewPolicy", assignees: assigners,
                constraints: [.day("lteq", $0.description)])
        }
    }

    private func purpose(_ comparison: String, _ manifest: Manifest) -> Constraint {
        Constraint(left: "purpose", comparison: comparison, right: .address(manifest.purposeAddress))
    }
}

extension SharePolicy.Constraint {
    /// On the day of the act.
    fileprivate static func day(_ comparison: String, _ day: String) -> Self {
        Self(left: "dateTime", comparison: comparison, right: .literal(day, type: "date"))
    }
}

extension Manifest.Status {
    /// Whether the parties have agreed, now or once.
    var isAgreed: Bool {
        switch self {
        case .proposed, .withdrawn, .refused: false
        case .agreed, .inForce, .inherited, .suspended, .expired, .ended: true
        }
    }

    /// Whether data may flow, or may once what is asked for is agreed or its day has come.
    var mayFlow: Bool {
        switch self {
        case .proposed, .agreed, .inForce, .inherited: true
        case .suspended, .expired, .ended, .withdrawn, .refused: false
        }
    }
}

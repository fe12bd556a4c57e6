import JSONValues
package import Workflows

extension [SignOffRule] {
    /// Sign-offs that policy asks for and that nobody may give under the definitions, so that a share under the rule would stay at
    /// its sign-off for ever; a fault of the file that leaves the roles out.
    package func faults(in definitions: CheckedDefinitions, file: String) -> [DefinitionFault] {
        let signing = definitions[.approval].definition.transitions.filter {
            $0.records.contains(Recording.signOff.name)
        }
        let states = Set(signing.flatMap(\.from)).map { state in
            Set(signing.filter { $0.from.contains(state) }.flatMap(\.roles).map(\.rawValue))
        }
        return flatMap { rule in
            rule.asks.compactMap { ask -> DefinitionFault? in
                let closed = ask.capacities.filter { capacity in !states.allSatisfy { $0.contains(capacity) } }
                guard ask.capacities.count - closed.count < ask.atLeast else { return nil }
                let names = closed.map { RoleName(rawValue: $0).asPeopleSay }.joined(separator: ", ")
                return DefinitionFault(
                    file: file, pointer: JSONPointer(["workflows", Machine.approval.rawValue]),
                    rule: .signOffNobodyMayGive,
                    message:
                        "Policy asks \(rule.asksWhen) for the sign-off of \(names) (rule \(rule.id)), and no command lets "
                        + "that role sign off: the share could never be signed.")
            }
        }
    }
}

extension SignOffRule {
    /// `at medium risk`, or `where the rule holds`.
    fileprivate var asksWhen: String {
        let tiers = RiskTier.allCases.filter { isForAll(of: $0) }.map(\.rawValue)
        return tiers.isEmpty ? "in some cases" : "at \(tiers.joined(separator: " and ")) risk"
    }
}

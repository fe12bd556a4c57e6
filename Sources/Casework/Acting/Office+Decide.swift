import JSONValues
import Shares

extension Office {
    /// Decides on an order, and seals with a digest the terms that it freezes; a text with gaps is frozen only with a reason.
    func decide(
        _ order: Order, on share: Share, by person: Person, in circumstances: Circumstances, under rules: Rulebook
    ) throws -> Decision {
        let decision = share.decide(order, by: person, in: circumstances, under: rules)
        guard case .event(var event) = decision, case .acted(var act) = event.happening, act.frozen != nil else {
            return decision
        }
        let open = try textShortfalls(of: event, on: share, under: rules)
        guard open.isEmpty else { return .refused(Refusal(open)) }
        act.frozen?.termsDigest = Edition.digest(of: try (act.terms ?? share.termsUnderConsideration).frozenBytes)
        event.happening = .acted(act)
        return .event(event)
    }
}

extension Shares.Terms {
    /// The terms as canonical JSON (RFC 8785): the bytes whose SHA-256 is recorded when they are frozen.
    var frozenBytes: [UInt8] {
        get throws { try JSONValueEncoder.encode(self).canonical() }
    }
}

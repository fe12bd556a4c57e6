/// What is compared of a share when shares are searched for redundancy, as it was when a board decided.
///
/// Names are those of reference terms where they were understood, else the words of the source. What is derived from the
/// title and the purpose (scheme, family of purpose) counts as changed only where their wording changed too: a word more in
/// the vocabulary is no change of the share.
package struct ComparedFacts: Hashable, Sendable, Codable {
    package var providers: [String]
    package var recipients: [String]
    package var schemes: [String]
    /// The family of purpose; nil where none is said most plainly.
    package var family: String?
    package var items: [String]
    package var subjects: [String]
    package var gateways: [String]
    package var frequency: String?
    package var start: Day?
    package var end: Day?
    /// A fingerprint of the title and the purpose.
    package var wording: String
    /// Whether data flows more than once.
    package var repeats: Bool

    package init(
        providers: [String], recipients: [String], schemes: [String], family: String?, items: [String],
        subjects: [String], gateways: [String], frequency: String?, start: Day?, end: Day?, wording: String,
        repeats: Bool
    ) {
        self.providers = providers
        self.recipients = recipients
        self.schemes = schemes
        self.family = family
        self.items = items
        self.subjects = subjects
        self.gateways = gateways
        self.frequency = frequency
        self.start = start
        self.end = end
        self.wording = wording
        self.repeats = repeats
    }
}

extension ComparedFacts {
    /// What is no longer as it was, each in a few words: `data items (added Date of birth)`. None: nothing that matters.
    /// `named` says a name as people do, where it is that of a term.
    package func changes(
        to now: ComparedFacts, named: (TermsField, String) -> String = { $1 }
    ) -> [String] {
        var changes: [String] = []
        func lists(_ label: String, _ field: TermsField, _ old: [String], _ new: [String]) {
            let added = new.filter { !old.contains($0) }
            let gone = old.filter { !new.contains($0) }
            guard !added.isEmpty || !gone.isEmpty else { return }
            let parts = [("added", added), ("no longer", gone)].filter { !$0.1.isEmpty }
            changes.append(
                "\(label) (\(parts.map { "\($0.0) \($0.1.map { named(field, $0) }.joined(separator: ", "))" }.joined(separator: "; ")))"
            )
        }
        func values(_ label: String, _ old: String?, _ new: String?) {
            guard old != new else { return }
            changes.append("\(label) (was \(old ?? "not stated"), now \(new ?? "not stated"))")
        }
        lists("provider", .provider, providers, now.providers)
        lists("recipient", .recipient, recipients, now.recipients)
        if wording != now.wording {
            if schemes != now.schemes { changes.append("scheme or programme") }
            values("purpose", family, now.family)
        }
        lists("data items", .dataItems, items, now.items)
        lists("data subjects", .dataSubjects, subjects, now.subjects)
        lists("legal gateway", .legalGateway, gateways, now.gateways)
        func often(_ name: String?) -> String? { name.map { named(.frequency, $0) } }
        values("frequency", often(frequency), often(now.frequency))
        values("start", start?.inWords, now.start?.inWords)
        values("end", end?.inWords, now.end?.inWords)
        return changes
    }

    /// The same of a share that takes over from others, which may grow but not shrink: what it has lost, and what it is
    /// no longer.
    package func losses(
        in now: ComparedFacts, named: (TermsField, String) -> String = { $1 }
    ) -> [String] {
        var kept = now
        kept.items = now.items.filter(items.contains)
        kept.subjects = now.subjects.filter(subjects.contains)
        kept.gateways = now.gateways.filter(gateways.contains)
        // How often it flows is compared with what the others need; a new start takes nothing away.
        kept.frequency = frequency
        kept.start = start
        let endsEarlier = now.end.map { day in end.map { day < $0 } ?? true } ?? false
        if !endsEarlier { kept.end = end }
        return changes(to: kept, named: named)
    }
}

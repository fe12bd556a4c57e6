extension ConsistencyChecks {
    /// Each item about people is justified by the purpose, or is more than the purpose needs (UK GDPR Article 5(1)(c)).
    var items: [Finding] {
        let personal = terms.items.filter { $0.isPersonal != false }
        let unjustified = personal.filter { $0.justification == nil }.map(\.name.text)
        guard !unjustified.isEmpty else { return [] }
        let names = unjustified.prefix(5).joined(separator: ", ")
        let more = unjustified.count > 5 ? " and \(unjustified.count - 5) more" : ""
        return unjustified.count == personal.count
            ? [
                warning(
                    "items-not-justified", .itemJustifications,
                    "No item says why the purpose needs it (\(names)\(more)): give item_justifications, such as \(unjustified[0])=why."
                )
            ]
            : [
                warning(
                    "item-beyond-justification", .dataItems,
                    "\(names)\(more): beyond what the purpose was justified for. Justify each in item_justifications, or leave it out."
                )
            ]
    }

    /// UK GDPR Articles 44A to 49.
    var transfers: [Finding] {
        terms.transfers.compactMap { transfer in
            guard let safeguard = transfer.safeguard else {
                return error(
                    "transfer-without-safeguard", .transfersOutsideUK,
                    "Data goes to \(transfer.country) without a safeguard: give it as \(transfer.country): adequacy, or another."
                )
            }
            switch safeguard.term {
            case "none-needed":
                return error(
                    "transfer-without-safeguard", .transfersOutsideUK,
                    "Data goes to \(transfer.country), but the safeguard says that nothing leaves the United Kingdom.")
            case "derogation":
                return warning(
                    "transfer-by-derogation", .transfersOutsideUK,
                    "The derogations of Article 49 are for specific situations: for \(transfer.country), find a safeguard of Article 46 where data flows more than once."
                )
            default: return safeguard.term.flatMap { reference.transferSafeguards[$0] }.flatMap { doubt(transfer, $0) }
            }
        }
    }

    /// Adequacy is of certain countries (UK GDPR Article 45A).
    private func doubt(_ transfer: InternationalTransfer, _ safeguard: TransferSafeguard) -> Finding? {
        guard let countries = safeguard.countries,
            !countries.contains(where: { TermIndex.key($0) == TermIndex.key(transfer.country) })
        else { return nil }
        return warning(
            "safeguard-not-for-country", .transfersOutsideUK,
            "\(safeguard.name) is not known to cover \(transfer.country.shortened(to: 60)): give another safeguard, or have the hub name the country in the reference data."
        )
    }

    var channel: [Finding] {
        guard let channel = terms.channel?.term.flatMap({ reference.channels[$0] }) else { return [] }
        let sensitive = !terms.specialCategoryItems.isEmpty || !terms.criminalOffenceItems.isEmpty
        if sensitive, channel.style == .email || channel.style == .physical {
            return [
                warning(
                    "channel-for-sensitive-data", .transferMethod,
                    "Special category or criminal offence data travels by \(channel.name): choose a channel that the department moves to, or say in channel_security how it is protected."
                )
            ]
        }
        guard channel.standing == .legacy else { return [] }
        return [
            warning(
                "channel-is-legacy", .transferMethod,
                "\(channel.name) is a channel that the department is leaving: choose another for a new share.")
        ]
    }
}

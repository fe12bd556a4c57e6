package import Ledger
package import Shares
import Workflows

extension Office {
    package func webhooks() throws -> [Webhook] { try ledger.read { try $0.webhooks() } }

    /// The webhooks that a person may see: the hub all, a partner those of its organisation. Throws `Refusal` for anybody else.
    package func webhooks(as id: PersonID) throws -> [Webhook] { try ledger.read { try webhooks(as: id, in: $0) } }

    private func webhooks(as id: PersonID, in reader: LedgerReader) throws -> [Webhook] {
        let person = try mayKeepWebhooks(id, in: reader)
        return try reader.webhooks().filter { keeps(person, webhooksOf: $0.organisation) }
    }

    /// The same with the attempts of one that a person may see, newest first, of those before an attempt.
    package func webhookAttempts(
        of number: Int, before attempt: Int? = nil, limit: Int = 50, as id: PersonID
    ) throws -> [WebhookAttempt] {
        try ledger.read { reader in
            guard try webhooks(as: id, in: reader).contains(where: { $0.number == number }) else {
                throw Self.noWebhook(number)
            }
            return try reader.attempts(of: number, before: attempt, limit: limit)
        }
    }

    package func webhookAttempts(of number: Int, limit: Int = 50) throws -> [WebhookAttempt] {
        try ledger.read { reader in
            guard try reader.webhook(number) != nil else { throw Self.noWebhook(number) }
            return try reader.attempts(of: number, limit: limit)
        }
    }

    /// From now on the partner is told at that address of every version that is issued to it. Throws `Findings` with all that is
    /// wrong with what is asked.
    ///
    /// An address to which delivery would send nothing now is refused, and a name that has none: `networks` are those that may be
    /// sent to though they are not public.
    package func addWebhook(
        of partner: String, to text: String, as personID: PersonID, allowing networks: [InternetNetwork] = [],
        once: OnceOnly? = nil
    ) throws -> Webhook {
        let person = try ledger.read { try mayKeepWebhooks(personID, in: $0) }
        // What was done is told whatever has become of the name since.
        if let done: Webhook = try ledger.read({ try told(once, by: personID, in: $0) }) { return done }
        let reference = try reference()
        let known = reference.organisations[partner] ?? reference.organisations.resolve(partner)
        if let known { try checkKeeps(person, webhooksOf: known.id) }
        let address = WebhookAddress(text)
        var findings = Findings()
        if known == nil {
            findings.append(
                .error(
                    "unknown-organisation", at: .field("partner"),
                    "“\(partner.shortened(to: 80))” is an organisation that is not known."))
        }
        if let objection = objection(to: address, text, allowing: networks) {
            findings.append(.error("webhook-address", at: .field("address"), objection))
        }
        guard let partner = known, let address, findings.isEmpty else { throw findings }
        return try write(once: once, by: personID) { writer in
            guard try writer.reader.webhooks().count(where: { $0.organisation == partner.id }) < Self.mostWebhooks
            else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "too-many-webhooks",
                        "\(partner.name) has \(Self.mostWebhooks) webhooks, and no more can be told in time: remove one first."
                    )
                ])
            }
            guard
                let number = try writer.addWebhook(
                    of: partner.id, to: address.description, after: writer.reader.exchange().issueCount,
                    at: now(in: writer.reader), by: personID), let added = try writer.reader.webhook(number)
            else {
                throw Refusal([
                    Refusal.Reason(.possible, rule: "webhook-known", "\(partner.name) is told at that address already.")
                ])
            }
            return added
        }
    }

    /// Why nothing could be sent to an address. Looked up outside of any transaction, so that nobody waits for it.
    private func objection(
        to address: WebhookAddress?, _ text: String, allowing networks: [InternetNetwork]
    ) -> String? {
        guard let address else {
            return text.isEmpty
                ? "Say the address to send to: https, a name, perhaps a port, and a path."
                : "“\(text.shortened(to: 200))” is no address to send to: https, a name, perhaps a port, and a path."
        }
        let places = surroundings.addresses(address.host)
        guard address.isSecure || !places.isEmpty else { return "\(address) is not secure: it begins with https." }
        guard !places.isEmpty else {
            return "\(address.host) has no address of the internet now: look whether the name is right."
        }
        return address.objection(at: places, allowing: networks)
    }

    /// Gives what it was.
    @discardableResult
    package func removeWebhook(
        _ number: Int, as personID: PersonID, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> Webhook {
        try write(once: once, by: personID) { writer in
            let webhook = try kept(number, by: personID, in: writer.reader)
            try seen.hold(to: webhook.fingerprint, "Webhook \(number)")
            _ = try writer.removeWebhook(number)
            return webhook
        }
    }

    /// Nothing is sent to it until somebody tries it again; what is issued meanwhile is told then.
    @discardableResult
    package func holdWebhook(
        _ number: Int, as personID: PersonID, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> Webhook {
        try write(once: once, by: personID) { writer in
            let webhook = try kept(number, by: personID, in: writer.reader)
            try seen.hold(to: webhook.fingerprint, "Webhook \(number)")
            guard try writer.holdWebhook(number, saying: "Held by \(personID).") else {
                throw Refusal([
                    Refusal.Reason(.possible, rule: "held-already", "Webhook \(number) is held already.")
                ])
            }
            return try kept(number, by: personID, in: writer.reader)
        }
    }

    /// Tries again, at the next delivery, what is held or waits.
    @discardableResult
    package func retryWebhook(
        _ number: Int, as personID: PersonID, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> Webhook {
        try write(once: once, by: personID) { writer in
            let webhook = try kept(number, by: personID, in: writer.reader)
            try seen.hold(to: webhook.fingerprint, "Webhook \(number)")
            guard try writer.retryWebhook(number) else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "nothing-to-retry", "Webhook \(number) is neither held nor failing.")
                ])
            }
            return try kept(number, by: personID, in: writer.reader)
        }
    }

    // MARK: - Who keeps which

    /// The hub keeps all webhooks, a partner those of its organisation; nobody else any. Throws `Refusal`.
    private func mayKeepWebhooks(_ id: PersonID, in reader: LedgerReader) throws -> Person {
        let person = try person(id, in: reader)
        guard person.isOfHub || person.isPartner else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "not-your-role",
                    "Webhooks are seen and kept by the hub and by the partners that they are of.")
            ])
        }
        return person
    }

    private func keeps(_ person: Person, webhooksOf organisation: String) -> Bool {
        person.isOfHub || person.organisation == organisation
    }

    private func checkKeeps(_ person: Person, webhooksOf organisation: String) throws {
        guard keeps(person, webhooksOf: organisation) else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "not-your-organisation", "A partner keeps the webhooks of its own organisation alone.")
            ])
        }
    }

    /// One that a person keeps; one of another organisation is none.
    private func kept(_ number: Int, by id: PersonID, in reader: LedgerReader) throws -> Webhook {
        let person = try mayKeepWebhooks(id, in: reader)
        guard let webhook = try reader.webhook(number), keeps(person, webhooksOf: webhook.organisation) else {
            throw Self.noWebhook(number)
        }
        return webhook
    }

    /// Of one partner: a message to each may take half a minute.
    private static let mostWebhooks = 10

    private static func noWebhook(_ number: Int) -> Refusal {
        Refusal([Refusal.Reason(.possible, rule: "no-webhook", "There is no webhook \(number).")])
    }
}

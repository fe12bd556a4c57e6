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

    /// The same with the attempts of one that a person may see, newest first.
    package func webhookAttempts(of number: Int, limit: Int = 50, as id: PersonID) throws -> [WebhookAttempt] {
        try ledger.read { reader in
            guard try webhooks(as: id, in: reader).contains(where: { $0.number == number }) else {
                throw Self.noWebhook(number)
            }
            return try reader.attempts(of: number, limit: limit)
        }
    }

    package func webhookAttempts(of number: Int, limit: Int = 50) throws -> [WebhookAttempt] {
        try ledger.read { reader in
            guard try reader.webhook(number) != nil else { throw Self.noWebhook(number) }
            return try reader.attempts(of: number, limit: limit)
        }
    }

    /// From now on the partner is told at that address of every version that is issued to it. Gives the number.
    ///
    /// An address to which delivery would send nothing now is refused: `networks` are those that may be sent to though they are
    /// not public. A name without an address may come to have one.
    package func addWebhook(
        of partner: String, to text: String, as personID: PersonID, allowing networks: [InternetNetwork] = []
    ) throws -> Int {
        let person = try ledger.read { try mayKeepWebhooks(personID, in: $0) }
        let partner = try named(partner)
        try checkKeeps(person, webhooksOf: partner.id)
        guard let address = WebhookAddress(text) else {
            throw Self.noAddress(
                "“\(text.shortened(to: 200))” is no address to send to: https, a name, perhaps a port, and a path.")
        }
        // Looked up before the transaction, so that nobody waits for it.
        let places = InternetAddress.all(of: address.host)
        guard address.isSecure || !places.isEmpty else {
            throw Self.noAddress("\(address) is not secure: it begins with https.")
        }
        if let objection = address.objection(at: places, allowing: networks) { throw Self.noAddress(objection) }
        return try write { writer in
            guard
                let number = try writer.addWebhook(
                    of: partner.id, to: address.description, after: writer.reader.exchange().issueCount,
                    at: now(in: writer.reader), by: personID)
            else {
                throw Refusal([
                    Refusal.Reason(.possible, rule: "webhook-known", "\(partner.name) is told at that address already.")
                ])
            }
            return number
        }
    }

    package func removeWebhook(_ number: Int, as personID: PersonID) throws {
        try ledger.write { writer in
            try checkKeeps(personID, number, in: writer.reader)
            guard try writer.removeWebhook(number) else { throw Self.noWebhook(number) }
        }
    }

    /// Nothing is sent to it until somebody tries it again; what is issued meanwhile is told then.
    package func holdWebhook(_ number: Int, as personID: PersonID) throws {
        try ledger.write { writer in
            try checkKeeps(personID, number, in: writer.reader)
            guard try writer.holdWebhook(number, saying: "Held by \(personID).") else {
                throw Refusal([
                    Refusal.Reason(.possible, rule: "held-already", "Webhook \(number) is held already.")
                ])
            }
        }
    }

    /// Tries again, at the next delivery, what is held or waits.
    package func retryWebhook(_ number: Int, as personID: PersonID) throws {
        try ledger.write { writer in
            try checkKeeps(personID, number, in: writer.reader)
            guard try writer.retryWebhook(number) else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "nothing-to-retry", "Webhook \(number) is neither held nor failing.")
                ])
            }
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

    /// One of another organisation is none.
    private func checkKeeps(_ id: PersonID, _ number: Int, in reader: LedgerReader) throws {
        let person = try mayKeepWebhooks(id, in: reader)
        guard let webhook = try reader.webhook(number), keeps(person, webhooksOf: webhook.organisation) else {
            throw Self.noWebhook(number)
        }
    }

    private static func noAddress(_ says: String) -> Findings {
        Findings([.error("webhook-address", at: .field("address"), says)])
    }

    private static func noWebhook(_ number: Int) -> Refusal {
        Refusal([Refusal.Reason(.possible, rule: "no-webhook", "There is no webhook \(number).")])
    }
}

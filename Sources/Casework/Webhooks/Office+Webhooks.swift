package import Ledger
package import Shares
import Workflows

extension Office {
    package func webhooks() throws -> [Webhook] { try ledger.read { try $0.webhooks() } }

    /// The webhooks that a person may see: the hub all, a partner those of its organisation. Throws `Refusal` for anybody else.
    package func webhooks(as id: PersonID) throws -> [Webhook] { try ledger.read { try webhooks(as: id, in: $0) } }

    private func webhooks(as id: PersonID, in reader: LedgerReader) throws -> [Webhook] {
        let person = try person(id, in: reader)
        guard person.isOfHub || person.isPartner else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "not-your-role",
                    "Webhooks are seen by the hub and by the partners that they are of.")
            ])
        }
        return try reader.webhooks().filter { person.isOfHub || $0.organisation == person.organisation }
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
    package func addWebhook(of partner: String, to text: String, as personID: PersonID) throws -> Int {
        return try write { writer in
            try requireHub(personID, in: writer.reader)
            let partner = try named(partner)
            guard let address = WebhookAddress(text) else {
                throw Findings([
                    .error(
                        "webhook-address", at: .whole,
                        "“\(text)” is no address to send to: https, a name, perhaps a port, and a path.")
                ])
            }
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
            try requireHub(personID, in: writer.reader)
            guard try writer.removeWebhook(number) else { throw Self.noWebhook(number) }
        }
    }

    /// Tries again, at the next delivery, what is held or waits: for the hub, and for the partner whose webhook it is.
    package func retryWebhook(_ number: Int, as personID: PersonID) throws {
        try ledger.write { writer in
            guard try webhooks(as: personID, in: writer.reader).contains(where: { $0.number == number }) else {
                throw Self.noWebhook(number)
            }
            guard try writer.retryWebhook(number) else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "nothing-to-retry", "Webhook \(number) is neither held nor failing.")
                ])
            }
        }
    }

    private func requireHub(_ id: PersonID, in reader: LedgerReader) throws {
        guard try person(id, in: reader).roles.contains("hub") else {
            throw Refusal([
                Refusal.Reason(.who, rule: "not-your-role", "Webhooks are kept by the hub; \(id) is not that.")
            ])
        }
    }

    private static func noWebhook(_ number: Int) -> Refusal {
        Refusal([Refusal.Reason(.possible, rule: "no-webhook", "There is no webhook \(number).")])
    }
}

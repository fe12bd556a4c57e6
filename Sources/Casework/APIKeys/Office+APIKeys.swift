package import Ledger
package import Shares
import Workflows

extension Office {
    /// The keys that a person may see, also those that are good no more: the hub all, anybody else their own, and a partner
    /// those of its organisation too.
    package func apiKeys(as id: PersonID) throws -> [APIKey] {
        try ledger.read { reader in
            let person = try person(id, in: reader)
            return try reader.apiKeys().filter { mayKeep($0.holder, person) }
        }
    }

    /// Makes a key. Throws `Refusal` with every reason why not. Where it was made already under `once`, its secret is not told
    /// again: it is kept nowhere.
    ///
    /// A person makes keys for themself, a partner for its organisation too, and the hub for anybody, to read with: what a key
    /// changes is recorded as done by whom it acts for, who alone hands that on.
    package func makeAPIKey(_ wish: APIKeyWish, as id: PersonID, once: OnceOnly? = nil) throws -> MadeAPIKey {
        let reference = try reference()
        let known = wish.organisation.flatMap {
            reference.organisations[$0] ?? reference.organisations.resolve($0)
        }
        let department = try department().organisation.id
        return try write(once: once, by: id) { writer in
            let maker = try person(id, in: writer.reader)
            let moment = try now(in: writer.reader)
            let roster = try roster.roster(in: writer.reader)
            guard let holder = holder(of: wish, known) else {
                throw Refusal([
                    Refusal.Reason(
                        .complete, rule: "holder-missing",
                        wish.organisation == nil || wish.person != nil
                            ? "Say for whom the key acts: one person, or one organisation."
                            : "“\(wish.organisation?.shortened(to: 80) ?? "")” is an organisation that is not known.",
                        field: "holder")
                ])
            }
            guard mayKeep(holder, maker) else {
                throw Refusal([
                    Refusal.Reason(
                        .who, rule: "not-your-role",
                        "Keys for others are made by the hub, and those of a partner by its people; \(id) is not that.")
                ])
            }
            var reasons = shortfalls(of: wish, on: moment.dayInLondon)
            func object(_ rule: String, _ field: String?, _ says: String) {
                reasons.append(Refusal.Reason(.possible, rule: rule, says, field: field))
            }
            let isOwn = holder == .person(maker.id) || maker.isPartner && holder == .organisation(maker.organisation)
            if !isOwn, wish.scopes.contains(where: \.isChange) {
                object(
                    "acts-for-another", "scope",
                    "A key that changes anything is made by whoever it acts for: leave it to read.")
            }
            switch holder {
            case .person(let person):
                if roster[person] == nil {
                    object(
                        "unknown-person", "holder",
                        "There is no person “\(person.rawValue.shortened(to: 80))”.")
                }
                if let gone = roster.objection(toActingBy: person, on: moment.dayInLondon) { reasons.append(gone) }
            case .organisation(let organisation):
                if organisation == department {
                    object(
                        "department-key", "holder",
                        "A key of the department’s own acts for one person of it: say for whom.")
                }
            }
            let others = try writer.reader.apiKeys().filter {
                $0.holder == holder && $0.isGood(on: moment.dayInLondon)
            }
            if others.count >= APIKeyWish.most {
                object(
                    "too-many-keys", nil,
                    "There are \(others.count) keys that are good already: revoke one first.")
            }
            guard reasons.isEmpty else { throw Refusal(reasons) }
            let secret = SecretText.key(surroundings.randomBytes(32))
            let number = try writer.addAPIKey(
                named: wish.name.trimmed, for: holder, scopes: wish.scopes, last: wish.last,
                digest: SecretText.digest(of: secret), at: moment, by: maker.id, role: maker.recordedRole)
            return MadeAPIKey(number: number, client: "key_\(number)", secret: secret)
        }
    }

    /// Revokes a key for good. Whoever may see it may.
    package func revokeAPIKey(
        _ number: Int, as id: PersonID, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws {
        _ = try write(once: once, by: id) { writer in
            let person = try person(id, in: writer.reader)
            _ = try revocable(number, by: person, in: writer.reader, ifSeen: seen)
            try writer.revokeAPIKey(
                number, at: try now(in: writer.reader), by: person.id, role: person.recordedRole)
            return number
        }
    }

    /// The key that a person is about to revoke. Throws `Refusal` where they may not, or where it is revoked already.
    package func revocableAPIKey(_ number: Int, as id: PersonID) throws -> APIKey {
        try ledger.read { try revocable(number, by: person(id, in: $0), in: $0) }
    }

    // MARK: -

    private func revocable(
        _ number: Int, by person: Person, in reader: LedgerReader, ifSeen seen: Seen = .whatever
    ) throws -> APIKey {
        guard let key = try reader.apiKey(number), mayKeep(key.holder, person) else {
            throw Refusal([Refusal.Reason(.possible, rule: "no-key", "There is no API key \(number) of yours.")])
        }
        try seen.hold(to: key.fingerprint(on: today), "API key \(number)")
        guard key.revoked == nil else {
            throw Refusal([Refusal.Reason(.possible, rule: "revoked", "API key \(number) was revoked already.")])
        }
        return key
    }

    private func mayKeep(_ holder: APIKeyHolder, _ person: Person) -> Bool {
        if person.isOfHub || holder == .person(person.id) { return true }
        return person.isPartner && holder == .organisation(person.organisation)
    }

    private func holder(of wish: APIKeyWish, _ organisation: Organisation?) -> APIKeyHolder? {
        if wish.organisation == nil { return wish.person.map { .person($0) } }
        return wish.person == nil ? organisation.map { .organisation($0.id) } : nil
    }

    private func shortfalls(of wish: APIKeyWish, on today: Day) -> [Refusal.Reason] {
        var reasons: [Refusal.Reason] = []
        func object(_ rule: String, _ field: String, _ says: String) {
            reasons.append(Refusal.Reason(.complete, rule: rule, says, field: field))
        }
        let name = wish.name.trimmed
        if name.isEmpty || name.count > 100 || ForbiddenCharacters.first(in: name) != nil {
            object("name-not-possible", "name", "Say in 1 to 100 printable characters what the key is for.")
        }
        if wish.scopes.isEmpty {
            object("scope-missing", "scope", "Say what the key may do: one scope at least.")
        }
        if wish.last < today {
            object("in-the-past", "last", "The last day, \(wish.last.inWords), is over.")
        } else if wish.last.number - today.number > APIKeyWish.longest {
            object(
                "too-long", "last",
                "A key is good for \(APIKeyWish.longest) days at most: until \(today.adding(days: APIKeyWish.longest).inWords)."
            )
        }
        return reasons
    }
}

import Interchange
package import Ledger
import Shares
import Signatures

/// What became of what partners were to be told.
package struct WebhookReport: Sendable {
    /// Versions that were issued because nobody had.
    package var issued = 0
    package var told = 0
    /// Webhooks on which something failed, as they stand now.
    package var failing: [Webhook] = []
}

extension Office {
    /// Issues every version that is not issued yet, and tells partners what was issued to them, one partner after the other.
    /// Throws `SigningStopped` where whoever signs can sign no longer.
    package func tellPartners(
        by publication: Publication, allowing networks: [InternetNetwork] = []
    ) throws -> WebhookReport {
        var report = WebhookReport()
        report.issued = try issueManifests(by: publication)
        for partner in try partnersToTell() {
            let one = try tell(partner, by: publication, allowing: networks)
            report.told += one.told
            report.failing += one.failing
        }
        return report
    }

    /// Issues every version that is not issued yet, and says how many. Throws `SigningStopped` where whoever signs can sign no
    /// longer.
    package func issueManifests(by publication: Publication) throws -> Int {
        try checkSigning(by: publication)
        return try issueManifests()
    }

    /// The organisations that have a webhook, in the order of their names.
    package func partnersToTell() throws -> [String] { Set(try webhooks().map(\.organisation)).sorted() }

    /// Tells one partner what was issued to it: each webhook in order, and each message at least once. One that is not taken
    /// holds up those after it, on its own webhook alone; after a day of attempts the webhook is held.
    ///
    /// - Parameter limit: milliseconds after which nothing more is begun; what is left is told the next time.
    package func tell(
        _ partner: String, by publication: Publication, allowing networks: [InternetNetwork] = [],
        within limit: Int64? = nil
    ) throws -> WebhookReport {
        try checkSigning(by: publication)
        var report = WebhookReport()
        let issuer = try department().organisation
        let post = try WebhookPost(networks: networks, addresses: surroundings.addresses)
        let end = limit.map { Instant(milliseconds: surroundings.now().milliseconds + $0) }
        for hook in try webhooks() where hook.organisation == partner {
            try tell(hook.number, issuer, post, publication, until: end, &report)
        }
        return report
    }

    /// Records as issued what the register says now, share by share, where partners were told something else or nothing. After
    /// the first time only what has changed since the last is looked at.
    func issueManifests() throws -> Int {
        let (reference, issuer) = (try reference(), try department().organisation)
        let now = surroundings.now()
        var new: [IssuedManifest] = []
        let size = try read { reader in
            let exchange = try recentExchange.exchange(in: reader)
            let position = try registerPosition(reader)
            func look(at share: Share) {
                guard share.manifestVersion > exchange.lastVersion(of: share.reference) else { return }
                // What cannot be stated is found by an export, which says why.
                guard
                    let manifest = try? Manifest(
                        share: share, reference: reference, issuer: issuer, at: now, ledger: position)
                else { return }
                new.append(manifest.asIssued)
            }
            if let seen = issuedThrough.size {
                for reference in try reader.sharesChanged(since: seen) { look(at: try existing(reference, in: reader)) }
            } else {
                try reader.forEachShare(look)
            }
            return position.size
        }
        try recordIssue(of: new)
        issuedThrough.size = size
        return new.count
    }

    /// Records one manifest as issued at once, where it says what the register says now and that was not issued yet: a partner can
    /// take what holds from the pages before the round that issues it.
    func issue(_ manifest: Manifest) throws {
        let (reference, issuer) = (try reference(), try department().organisation)
        guard manifest.issuer.id == issuer.id else { return }
        let holding = try read { reader -> Manifest? in
            let exchange = try recentExchange.exchange(in: reader)
            guard !exchange.wasIssued(manifest.asIssued),
                manifest.version > exchange.lastVersion(of: manifest.reference),
                try reader.summary(of: manifest.reference) != nil
            else { return nil }
            let share = try existing(manifest.reference, in: reader)
            guard share.manifestVersion == manifest.version else { return nil }
            return try? Manifest(
                share: share, reference: reference, issuer: issuer, at: surroundings.now(),
                ledger: try registerPosition(reader))
        }
        guard let holding, holding.asIssued == manifest.asIssued else { return }
        try recordIssue(of: [holding.asIssued])
    }

    /// The milliseconds for which a claim keeps others from sending, and after which a webhook that fails is held.
    private static var claimed: Int64 { 5 * 60_000 }
    private static var longest: Int64 { 24 * 3_600_000 }

    private func tell(
        _ number: Int, _ issuer: Organisation, _ post: WebhookPost, _ publication: Publication, until end: Instant?,
        _ report: inout WebhookReport
    ) throws {
        let claim = surroundings.randomBytes(16)
        while end.map({ surroundings.now() < $0 }) ?? true, let (hook, issue) = try take(number, claim) {
            let body = CloudEvent.bytes(of: issue, by: issuer, to: hook.organisation)
            let outcome: WebhookPost.Outcome
            if let address = WebhookAddress(hook.address) {
                let jws = String(
                    decoding: try DetachedJWS.sign(body, by: publication.signatory).dropLast(), as: UTF8.self)
                outcome = try post.send(
                    body, headers: [("Content-Type", CloudEvent.mediaType), ("x-jws-signature", jws)], to: address)
            } else {
                outcome = .failed("“\(hook.address)” is no address to send to.")
            }
            let now = surroundings.now()
            try ledger.write { writer in
                switch outcome {
                case .taken: try writer.settle(hook, took: issue.number, at: now)
                case .gone:
                    try writer.settle(
                        hook, claim: claim, failed: issue.number, why: "It answered 410: it is gone.", next: nil,
                        at: now)
                case .failed(let why):
                    try writer.settle(
                        hook, claim: claim, failed: issue.number, why: why, next: next(hook, at: now), at: now)
                }
            }
            guard outcome == .taken else {
                if let failing = try ledger.read({ try $0.webhook(number) }) { report.failing.append(failing) }
                return
            }
            report.told += 1
        }
    }

    private func take(_ number: Int, _ claim: [UInt8]) throws -> (Webhook, Exchange.Issue)? {
        try ledger.write { writer in
            let now = surroundings.now()
            guard let hook = try writer.reader.webhook(number), !hook.isHeld, hook.nextAttempt <= now,
                let issue = try recentExchange.exchange(in: writer.reader)
                    .next(after: hook.through, for: hook.organisation)
            else { return nil }
            try writer.claim(hook, by: claim, at: now, until: Instant(milliseconds: now.milliseconds + Self.claimed))
            return (try writer.reader.webhook(number) ?? hook, issue)
        }
    }

    /// The next attempt; nil where it has failed for a day.
    private func next(_ hook: Webhook, at now: Instant) -> Instant? {
        let since = hook.failingSince ?? now
        let end = since.milliseconds + Self.longest
        guard now.milliseconds < end, let next = BackOff(attempts: .max).next(after: hook.attempts, at: now) else {
            return nil
        }
        // The last attempt is at the end of the day.
        return min(next, Instant(milliseconds: end))
    }
}

/// How things stand between the department and its partners: the fold of what passed between them.
package struct Exchange: Hashable, Sendable {
    package struct Issue: Hashable, Sendable {
        /// Counts what was issued, from 1, in the order in which it was.
        package var number: Int
        package var manifest: IssuedManifest
        package var at: Instant
        /// The version of the share that was issued before it; nil where none was.
        package var before: Int?
        /// Who was a party to the version before and is none to this one.
        package var dropped: [String]

        /// Whether a body is to be told of it.
        package func concerns(_ body: String) -> Bool { manifest.parties.contains(body) || dropped.contains(body) }

        /// The last version that a body was given.
        package func version(givenTo body: String) -> Int {
            dropped.contains(body) ? before ?? manifest.version : manifest.version
        }
    }

    package struct Acknowledgement: Hashable, Sendable {
        package var receipt: Receipt
        package var at: Instant
        package var actor: PersonID
    }

    /// A partner's share, as its last manifest states it.
    package struct Mirror: Hashable, Sendable {
        package var manifest: ReceivedManifest
        package var at: Instant
    }

    /// A partner's share by its issuer and what the issuer calls it.
    package struct MirrorName: Hashable, Sendable {
        package var issuer: String
        package var reference: ShareReference

        package init(issuer: String, reference: ShareReference) {
            self.issuer = issuer
            self.reference = reference
        }
    }

    /// Every version that was issued of a share, oldest first.
    package private(set) var issues: [ShareReference: [Issue]] = [:]
    /// How many versions were issued in all.
    package private(set) var issueCount = 0
    package private(set) var acknowledgements: [ShareReference: [Acknowledgement]] = [:]
    package private(set) var mirrors: [MirrorName: Mirror] = [:]
    /// By issuer: the manifest that shows its register at its longest.
    package private(set) var witnesses: [String: ReceivedManifest] = [:]

    package init() {}

    package mutating func apply(_ entry: ExchangeEntry, at moment: Instant, by actor: PersonID) {
        switch entry {
        case .issued(let manifests):
            for manifest in manifests {
                issueCount += 1
                let last = issues[manifest.share]?.last?.manifest
                issues[manifest.share, default: []].append(
                    Issue(
                        number: issueCount, manifest: manifest, at: moment, before: last?.version,
                        dropped: last?.parties.filter { !manifest.parties.contains($0) } ?? []))
            }
        case .acknowledged(let receipt):
            acknowledgements[receipt.share, default: []].append(
                Acknowledgement(receipt: receipt, at: moment, actor: actor))
        case .received(let manifests):
            for manifest in manifests {
                mirrors[MirrorName(issuer: manifest.issuer, reference: manifest.reference)] = Mirror(
                    manifest: manifest, at: moment)
                witness(manifest)
            }
        }
    }

    /// Takes a manifest of a partner's for what it shows of the partner's register, and says what speaks against that: a register
    /// only grows, and what is at its end at a size never changes.
    @discardableResult
    package mutating func witness(_ manifest: ReceivedManifest) -> RegisterBreach? {
        guard let known = witnesses[manifest.issuer] else {
            witnesses[manifest.issuer] = manifest
            return nil
        }
        if manifest.register.size > known.register.size { witnesses[manifest.issuer] = manifest }
        if manifest.register.size == known.register.size {
            return manifest.register.head == known.register.head ? nil : .writtenAnew(since: known)
        }
        let (shorter, longer) =
            manifest.register.size < known.register.size ? (manifest, known) : (known, manifest)
        return shorter.issued > longer.issued ? .shorter(than: known) : nil
    }

    /// The next that a body is to be told of after the issue of a number; nil where there is none.
    package func next(after number: Int, for party: String) -> Issue? {
        issues.values.lazy.compactMap { issues in
            issues.first { $0.number > number && $0.concerns(party) }
        }.min { $0.number < $1.number }
    }

    /// The last version of a share that was issued; 0 where none was.
    package func lastVersion(of share: ShareReference) -> Int { issues[share]?.last?.manifest.version ?? 0 }

    /// The last version of a share that was issued to a body as a party; nil where none was.
    package func last(of share: ShareReference, to body: String) -> Int? {
        issues[share]?.last { $0.manifest.parties.contains(body) }?.manifest.version
    }

    /// Whether that version was issued to a body as a party.
    package func wasIssued(_ version: Int, of share: ShareReference, to body: String) -> Bool {
        issues[share]?.contains { $0.manifest.version == version && $0.manifest.parties.contains(body) } ?? false
    }

    /// Whether a manifest states what was last issued of its share.
    package func isIssued(_ manifest: IssuedManifest) -> Bool { issues[manifest.share]?.last?.manifest == manifest }

    /// Whether it was ever issued.
    package func wasIssued(_ manifest: IssuedManifest) -> Bool {
        issues[manifest.share]?.contains {
            $0.manifest.version == manifest.version && $0.manifest.statement == manifest.statement
        } ?? false
    }

    package func acknowledgement(of manifest: IssuedManifest, by organisation: String) -> Acknowledgement? {
        acknowledgements[manifest.share]?.first {
            $0.receipt.organisation == organisation && $0.receipt.version == manifest.version
                && $0.receipt.statement == manifest.statement
        }
    }

    /// The parties that have not acknowledged what was last issued, each with how long it has had it.
    package func unacknowledged(
        of share: ShareReference, on day: Day, calendar: WorkingDays
    ) -> [UnacknowledgedManifest] {
        guard let last = issues[share]?.last else { return [] }
        let issued = last.at.dayInLondon
        return last.manifest.parties.filter { acknowledgement(of: last.manifest, by: $0) == nil }.map { party in
            UnacknowledgedManifest(
                share: share, version: last.manifest.version, organisation: party, issued: issued,
                workingDays: calendar.count(from: issued, to: day))
        }
    }
}

/// What shows that a partner's register was changed where it must not be.
package enum RegisterBreach: Hashable, Sendable {
    /// It has become shorter than an earlier manifest showed.
    case shorter(than: ReceivedManifest)
    /// At one size its last event is another.
    case writtenAnew(since: ReceivedManifest)
}

/// A version of a manifest that a party has not acknowledged.
package struct UnacknowledgedManifest: Hashable, Sendable {
    package var share: ShareReference
    package var version: Int
    /// By its identifier.
    package var organisation: String
    package var issued: Day
    /// How long ago that is.
    package var workingDays: Int
}

package import Shares
internal import Workflows

extension Manifest {
    /// States a share as it stands: its terms in force, or as inherited, or as proposed where none is in force; or as it
    /// stood, where it says by what that was replaced.
    ///
    /// Throws where the share is in a state that manifests have no status for.
    package init(
        share: Share, reference data: ReferenceData, issuer: Organisation, at moment: Instant, ledger: RegisterPosition,
        replacedBy: Replacement? = nil
    ) throws(Findings) {
        guard let status = Status(of: share) else {
            throw Findings([
                .error(
                    "manifest-status", at: .field("status"),
                    "\(share.reference): a manifest has no status for the state “\(share.state(.approval))”.")
            ])
        }
        let terms = share.terms
        version = share.manifestVersion
        self.status = status
        issued = moment
        self.issuer = Entry(id: issuer.id, name: ManifestText.required(issuer.name))
        reference = ShareReference(ManifestText.required(share.reference.rawValue))
        title = ManifestText.required(terms.title)
        spoke = Entry(terms.spoke, data.spokes)
        providers = terms.providers.map { Party($0, data) }
        recipients = terms.recipients.map { Party($0, data) }
        processors = terms.processors.map { Party($0, data) }
        purpose = ManifestText.optional(terms.purpose)
        publicBenefit = ManifestText.optional(terms.publicBenefit)
        gateways = terms.gateways.map { Gateway($0, data) }
        lawfulBases = terms.lawfulBases.map { LawfulBasis($0, data) }
        dataItems = terms.items.map { DataItem($0, data) }
        dataSubjects = terms.subjects.map { Entry($0, data.subjectGroups) }
        frequency = Entry(terms.frequency, data.frequencies)
        volume = ManifestText.optional(terms.volume)
        channel = terms.channel.map { Channel($0, security: terms.channelSecurity, data) }
        classification = Entry(terms.classification, data.classifications)
        handling = terms.handling.compactMap(ManifestText.optional)
        retention = terms.retention.flatMap { Retention($0) }
        disposal = Entry(terms.disposal, data.disposalMethods)
        transfers = terms.transfers.map { Transfer($0, data) }
        onwardSharing = ManifestText.optional(terms.onwardSharing)
        start = terms.startDate?.day
        end = terms.endDate?.day
        reviewDate = terms.reviewDate?.day
        statedDates = StatedDate.all(in: terms)
        agreement = Agreement(terms, data)
        dataOwner = share.owner.flatMap { DataOwner($0) }
        rightsContact = ManifestText.optional(terms.rightsContact)
        contact = ManifestText.optional(terms.contact)
        origin = Origin(share)
        self.replacedBy = replacedBy
        register = ledger
    }
}

extension Manifest.Origin {
    init(_ share: Share) {
        termsVersion = share.termsVersion
        source = ManifestText.optional(share.origin.source)
        inForceSince = share.state(.approval) == "in-force" ? share.standing.approval.since.day : nil
        switch share.origin.kind {
        case _ where share.hasTermsInForce: kind = .assessed
        case .inherited: kind = .inherited
        case .proposed: kind = .proposed
        }
    }
}

extension Manifest.DataOwner {
    init?(_ owner: Shares.DataOwner) {
        guard let name = ManifestText.optional(owner.name) else { return nil }
        self.name = name
        appointed = owner.appointed?.day
    }
}

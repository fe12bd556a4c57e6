package import Shares
package import Workflows

/// What of a share says whom it waits for, and until when: read many times faster than whole lines.
package struct OpenShare: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var edition: String
    package var stage: Stage
    package var configuration: Configuration
    package var statedSpoke: String?
    package var ownerPerson: PersonID?
    package var requester: PersonID?
    /// The identifiers of the organisations, as far as they are known here.
    package var providers: [String]
    package var recipients: [String]
    package var outlook: ShareOutlook
}

extension OpenShare: ActedOn {
    package var approvalState: StateName { configuration.approval }

    package func involves(_ organisation: String) -> Bool {
        providers.contains(organisation) || recipients.contains(organisation)
            || outlook.partiesToCome.contains(organisation)
    }
}

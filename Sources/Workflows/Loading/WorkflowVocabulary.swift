/// The names that the host program gives meaning to; a definition may use these and no others.
package struct WorkflowVocabulary: Hashable, Sendable {
    package var roles: Set<RoleName>
    package var needs: Set<NeedName>
    package var evidence: Set<EvidenceName>
    package var records: Set<RecordName>
    package var dates: Set<DateName>
    /// The ways in which a share may come in: each machine must say where it starts for every one of them.
    package var entries: Set<EntryName>

    package init(
        roles: Set<RoleName>, needs: Set<NeedName>, evidence: Set<EvidenceName>, records: Set<RecordName>,
        dates: Set<DateName>, entries: Set<EntryName>
    ) {
        self.roles = roles
        self.needs = needs
        self.evidence = evidence
        self.records = records
        self.dates = dates
        self.entries = entries
    }
}

extension RoleName {
    /// The actor in whose name time passes: reviews fall due, agreements expire.
    package static let system: RoleName = "system"
}

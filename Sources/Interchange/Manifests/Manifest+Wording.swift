internal import Shares

extension Manifest {
    /// Whether two manifests say the same of a share, whenever they were issued and however far the register had come.
    package func saysTheSame(as other: Manifest) -> Bool {
        var same = self
        (same.issued, same.register) = (other.issued, other.register)
        return same == other
    }

    /// The manifest with nothing of what the issuer's reference data says about entries that have an identifier. The wording
    /// of an entry may change; its meaning may not.
    var withoutWording: Manifest {
        var bare = self
        bare.issuer = issuer.withoutWording
        bare.spoke = spoke?.withoutWording
        bare.providers = providers.map(\.withoutWording)
        bare.recipients = recipients.map(\.withoutWording)
        bare.processors = processors.map(\.withoutWording)
        bare.gateways = gateways.map { $0.id == nil ? $0 : Gateway(id: $0.id, name: "") }
        bare.lawfulBases = lawfulBases.map {
            $0.id == nil ? $0 : LawfulBasis(article: $0.article, id: $0.id, name: "", party: $0.party)
        }
        for index in bare.dataItems.indices where bare.dataItems[index].id != nil { bare.dataItems[index].name = "" }
        bare.dataSubjects = dataSubjects.map(\.withoutWording)
        bare.frequency = frequency?.withoutWording
        bare.channel = channel.map { $0.id == nil ? $0 : Channel(id: $0.id, name: "") }
        bare.classification = classification?.withoutWording
        bare.disposal = disposal?.withoutWording
        for index in bare.transfers.indices {
            bare.transfers[index].safeguard = bare.transfers[index].safeguard?.withoutWording
        }
        bare.agreement?.type = agreement?.type?.withoutWording
        return bare
    }
}

extension Manifest.Entry {
    fileprivate var withoutWording: Self { id == nil ? self : Self(id: id, name: "") }
}

extension Manifest.Party {
    fileprivate var withoutWording: Self {
        id == nil ? self : Self(id: id, name: "", controllership: controllership, identifiers: [])
    }
}

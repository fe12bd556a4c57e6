internal import Shares

// The addresses that stand for a share and its parts as linked data. They are names only: nothing is fetched from them.

extension Manifest {
    /// Of the share, whatever its version. Two registers may use one reference, so the issuer is in it.
    var shareAddress: String {
        SideFiles.name("organisation/\(issuer.id ?? "unknown")/share", reference.rawValue)
    }

    /// Of this version of the share.
    var address: String { "\(shareAddress)/version/\(version)" }

    var purposeAddress: String { address + "#purpose" }

    /// Of parties in one part, in their order: a body that is known has an address of its own.
    func addresses(of parties: [Party], as part: Shares.Party.Part) -> [String] {
        parties.enumerated().map { index, party in
            party.id.map { SideFiles.name("organisation", $0) } ?? "\(address)#\(part.rawValue)-\(index + 1)"
        }
    }
}

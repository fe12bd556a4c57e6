import Interchange
package import Ledger
import Shares
import Workflows

extension Office {
    /// The shares that meet the conditions as lines of the native register, which can be imported again.
    package func forEachRegisterLine(where filters: [ShareFilter], _ body: (String) throws -> Void) throws {
        try read { reader in
            let wanted = filters.isEmpty ? nil : Set(try reader.summaries(where: filters).map(\.reference))
            try reader.forEachShare { share in
                if let wanted, !wanted.contains(share.reference) { return }
                let stage = Stage(share.configuration, under: try definitions(for: share.pin, in: reader))
                try body(NativeRegister.line(for: share, status: stage.registerStatus(of: share)))
            }
        }
    }
}

extension Stage {
    /// The register's word for where a share stands.
    func registerStatus(of share: Share) -> String {
        switch self {
        case .proposal: "Proposed"
        case .dpia: share.entry == "pending-approval" ? "Pending approval" : "Pending DPIA"
        case .approval: "Pending approval"
        case .live, .inherited, .retiring: "Live"
        case .suspended: "Suspended"
        case .expired: "Expired"
        case .ended:
            switch share.state(.proposal) {
            case "withdrawn": "Withdrawn"
            case "refused": "Refused"
            default: "Closed"
            }
        }
    }
}

import Shares
import Workflows

/// Who a letter about a share goes to.
struct Recipients {
    let circumstances: Circumstances

    /// The identifiers of everybody who holds one of the roles on the share, in order; `role:x` where nobody does.
    func holders(of roles: [RoleName], about share: Share) -> [String] {
        let recipients = roles.flatMap { role -> [String] in
            let holders = circumstances.roster.inOrder.filter {
                circumstances.roster.mayAct($0, as: role, on: share, in: circumstances)
            }
            return holders.isEmpty ? ["role:\(role)"] : holders.map(\.id.rawValue)
        }
        return Array(Set(recipients)).sorted()
    }
}

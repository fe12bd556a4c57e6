import Ledger
import Shares
import Workflows

extension Office {
    /// Records which manifests left the register, as far as they state something that was not issued before: from then on the
    /// other parties are to acknowledge them.
    func recordIssue(of manifests: [IssuedManifest]) throws {
        guard !manifests.isEmpty else { return }
        let known = try ledger.read { try recentExchange.exchange(in: $0) }
        guard manifests.contains(where: { !known.isIssued($0) }) else { return }
        try write { writer in
            let exchange = try writer.reader.exchange()
            let new = manifests.filter { !exchange.isIssued($0) }
            let moment = try now(in: writer.reader)
            // An event has a size that it may not pass.
            for start in stride(from: 0, to: new.count, by: Self.issuedAtOnce) {
                let part = Array(new[start..<min(start + Self.issuedAtOnce, new.count)])
                try writer.append(exchange: .issued(part), at: moment, actor: .system, role: "system")
            }
        }
    }

    private static var issuedAtOnce: Int { 5_000 }
}

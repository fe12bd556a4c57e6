import Crypto
package import Shares

/// What tells at a glance whether a register's row is the one that a share was made of.
package enum RowDigest {
    /// Nil for a share that was proposed here.
    package static func of(_ origin: Origin) -> String? {
        guard origin.kind == .inherited else { return nil }
        var hasher = SHA256()
        for (name, text) in origin.row.sorted(by: { $0.key < $1.key }) {
            // Lengths first, so that no two rows run together into one text.
            hasher.update(data: Array("\(name.utf8.count):\(name)\(text.utf8.count):\(text)".utf8))
        }
        return Array(hasher.finalize()).hexadecimal
    }
}

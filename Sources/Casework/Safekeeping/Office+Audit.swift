package import Ledger

extension Office {
    /// Computes the chain of events anew and folds every share, and compares both with what is stored.
    package func verifyAudit() throws -> AuditVerification {
        try read { reader in
            try reader.verify { try definitions(for: $0, in: reader) }
        }
    }
}

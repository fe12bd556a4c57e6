package import Ledger

extension Office {
    /// Computes the chain of events anew and folds every share, and compares both with what is stored.
    package func verifyAudit() throws -> AuditVerification {
        var verification = try read { reader in
            try reader.verify { try definitions(for: $0, in: reader) }
        }
        verification.faults += try ledger.write { try $0.searchFaults() }
        return verification
    }
}

package import Ledger

extension Office {
    /// The letters of the outbox, oldest first.
    package func letters() throws -> [Letter] { try ledger.read { try $0.letters() } }
}

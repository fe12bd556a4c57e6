package import Ledger

extension Office {
    /// The letters of the outbox, oldest first.
    package func letters() throws -> [Letter] { try ledger.read { try $0.letters() } }

    /// Those that wait to be delivered, oldest first.
    package func waitingLetters() throws -> [WaitingLetter] { try ledger.read { try $0.waitingLetters() } }
}

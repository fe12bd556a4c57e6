package import Ledger
package import Shares

extension Office {
    /// The letters of the outbox, oldest first.
    package func letters() throws -> [Letter] { try ledger.read { try $0.letters() } }

    /// The copies that were not delivered, held ones too, oldest letter first.
    package func waitingLetters() throws -> [LetterCopy] { try ledger.read { try $0.waitingLetters() } }

    /// Puts back the letter of that number, or all that are held where none is given: it is tried at the next delivery, as if
    /// it were new. Gives how many copies; none is a refusal.
    package func retryLetters(_ number: Int?, as actor: PersonID? = nil, once: OnceOnly? = nil) throws -> Int {
        try write(once: once, by: actor) { writer in
            if let actor { _ = try hub(actor, may: "puts letters back", in: writer.reader) }
            let count = try writer.putBackLetters(number, at: surroundings.now())
            guard count > 0 else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "nothing-to-retry",
                        number.map { "Letter \($0) is neither held nor waiting for another attempt." }
                            ?? "No letter is held.")
                ])
            }
            return count
        }
    }
}

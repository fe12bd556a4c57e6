import Shares

/// The shares of a portfolio as they come in: each batch is read on other threads while the next one is fetched, then
/// understood in the order in which it came, and let go.
package struct ShareIntake {
    let knowledge: RedundancyKnowledge
    let threads: Int?
    private(set) var register: UnderstoodRegister
    private(set) var references: [ShareReference] = []
    private(set) var facts: [ShareFacts] = []
    /// The shares whose field for people is blank, with where they stand among the facts.
    private(set) var silent: [(place: Int, share: ComparableShare)] = []
    private var pending: [PendingBatch] = []
    /// How many batches may wait to be understood, so that memory does not grow with the register.
    private static let most = 8

    /// `threads`: how many at most; as many as there are cores where it is not said.
    package init(names: NameReader, threads: Int? = nil) {
        knowledge = names.knowledge
        register = names.register
        self.threads = threads
    }

    /// Batches come in the order of the references, within and among them: names that are not known are numbered as they
    /// come.
    package mutating func add(_ batch: [ComparableShare]) {
        pending.append(PendingBatch(batch, reader: register.purposes, atOnce: threads == 1))
        while let first = pending.first, pending.count > Self.most || first.isRead { understandFirst() }
    }

    /// Understands what still waits.
    mutating func finish() {
        while !pending.isEmpty { understandFirst() }
    }

    private mutating func understandFirst() {
        let batch = pending.removeFirst()
        for (share, reading) in zip(batch.shares, batch.readings()) {
            if share.subjects.isEmpty { silent.append((references.count, share)) }
            references.append(share.reference)
            let own = register.understand(share, reading)
            register.count(own)
            facts.append(own)
        }
    }
}

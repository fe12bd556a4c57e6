package import Ledger
import Shares
import Workflows

extension Office {
    /// Notes each file of the reference data that is not in the state noted last.
    package func noteReference(on occasion: ReferenceState.Occasion) throws {
        let inUse = try referenceInUse.get()
        guard try ledger.read({ try !isNoted(inUse, in: $0) }) else { return }
        let count = try ledger.write { writer in
            try note(inUse, on: occasion, by: .system, role: "system", in: writer)
        }
        notedReference.keep(count)
    }

    /// One write transaction. Where it records something and the reference data was asked for, the states that it went by are
    /// noted with it, as those of whoever did it.
    func writeNoting<Value>(_ body: (LedgerWriter) throws -> Value) throws -> Value {
        var noted: Int?
        let value = try ledger.write { writer in
            let before = try writer.reader.position().size
            let value = try body(writer)
            if let inUse = referenceInUse.made, let author = try writer.reader.author(at: before + 1),
                try notedReference.count != writer.reader.referenceStateCount()
            {
                noted = try note(inUse, on: .act, by: author.actor, role: author.role, in: writer)
            }
            return value
        }
        if let noted { notedReference.keep(noted) }
        return value
    }

    private func isNoted(_ inUse: ReferenceInUse, in reader: LedgerReader) throws -> Bool {
        let last = try reader.lastReferenceStates()
        return last.compactMapValues(\.digest) == inUse.files.mapValues(\.digest)
    }

    /// How many states are noted then.
    private func note(
        _ inUse: ReferenceInUse, on occasion: ReferenceState.Occasion, by actor: PersonID, role: RoleName,
        in writer: LedgerWriter
    ) throws -> Int {
        let last = try writer.reader.lastReferenceStates()
        let moment = try now(in: writer.reader)
        for (file, state) in inUse.files.sorted(by: { $0.key < $1.key }) where last[file]?.digest != state.digest {
            try writer.note(
                referenceFile: file, (state.digest, state.bytes), on: occasion, at: moment, by: actor, role: role)
        }
        for (file, state) in last.sorted(by: { $0.key < $1.key }) where inUse.files[file] == nil && state.digest != nil
        {
            try writer.note(referenceFile: file, nil, on: occasion, at: moment, by: actor, role: role)
        }
        return try writer.reader.referenceStateCount()
    }
}

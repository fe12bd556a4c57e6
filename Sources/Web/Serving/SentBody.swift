import Hummingbird

/// Why what was sent is not looked at.
enum BodyFault: Error, Hashable {
    /// Longer than so many bytes.
    case tooLong(most: Int)
    case tooSlow
}

extension Request {
    /// The whole body, of so many bytes at most, within a time in which it has to have come: a body that trickles in would
    /// hold its connection for ever. Throws `BodyFault`.
    func sentBody(upTo limit: Int, within time: Duration) async throws -> ByteBuffer {
        let body = body
        return try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask {
                do {
                    return try await body.collect(upTo: limit)
                } catch is CancellationError {
                    return nil
                } catch {
                    throw BodyFault.tooLong(most: limit)
                }
            }
            group.addTask {
                try await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            guard let whole = try await group.next() ?? nil else { throw BodyFault.tooSlow }
            return whole
        }
    }
}

import Foundation
import JSONValues
import Shares

/// The canonical JSON (RFC 8785) of what happened.
enum EventBody {
    static func canonical(_ happening: Happening) throws -> [UInt8] {
        let bytes = try JSONEncoder().encode(happening)
        return try JSONValue(parsing: bytes, limits: limits).canonical()
    }

    static func happening(in body: String, at position: Int) throws -> Happening {
        do {
            return try JSONDecoder().decode(Happening.self, from: Data(body.utf8))
        } catch {
            throw LedgerError.unreadableEvent(position: position, why: String(describing: error))
        }
    }

    /// A share's terms may hold what a register wrote into its longest cells.
    private static let limits = JSONLimits.standard
}

import JSONValues
import Shares

/// The canonical JSON (RFC 8785) of what happened.
enum EventBody {
    static func canonical(_ happening: some Encodable) throws -> [UInt8] {
        let bytes = try JSONValueEncoder.encode(happening).canonical()
        guard bytes.count <= limits.size else { throw LedgerError.eventTooLarge(bytes: bytes.count) }
        return bytes
    }

    static func read<Body: Decodable>(_ type: Body.Type, in body: String, at position: Int) throws -> Body {
        do {
            return try JSONValueDecoder.decode(type, from: try JSONValue(parsing: body, limits: limits))
        } catch {
            throw LedgerError.unreadableEvent(position: position, why: String(describing: error))
        }
    }

    /// A share's terms may hold what a register wrote into its longest cells.
    private static let limits = JSONLimits.standard
}

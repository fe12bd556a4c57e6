/// An address that what signs people in may rest on: https, or plain http to this machine alone, as in tests.
///
/// Printable ASCII, without a user, a fragment or anything that two readers of addresses could take differently.
package struct ProviderAddress: Hashable, Sendable {
    package let text: String
    package let isPlain: Bool
    /// Without brackets and port.
    package let host: String
    /// Scheme, host and port.
    package let origin: String
    /// From the first slash or question mark on; may be empty.
    package let rest: String

    package init?(_ text: String) {
        guard text.utf8.count <= 1024,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Array("\"#<>\\^`{|}".utf8).contains($0) })
        else { return nil }
        let scheme = text.hasPrefix("https://") ? "https://" : "http://"
        guard text.hasPrefix(scheme) else { return nil }
        let after = text.dropFirst(scheme.count)
        let authority = after.prefix { $0 != "/" && $0 != "?" }
        guard let (host, port) = Self.sides(authority) else { return nil }
        guard port.isEmpty || (UInt16(port) ?? 0) > 0 else { return nil }
        isPlain = scheme == "http://"
        guard !isPlain || Self.isThisMachine(host) else { return nil }
        self.text = text
        self.host = host
        origin = scheme + authority
        rest = String(after.dropFirst(authority.count))
    }

    private static func sides(_ authority: Substring) -> (host: String, port: String)? {
        if authority.hasPrefix("[::1]") {
            let port = authority.dropFirst(5)
            return port.isEmpty ? ("::1", "") : port.hasPrefix(":") ? ("::1", String(port.dropFirst())) : nil
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first, !host.isEmpty, host.utf8.count <= 253,
            host.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            })
        else { return nil }
        if parts.count == 2, parts[1].isEmpty || !parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return nil
        }
        return (String(host), parts.count == 2 ? String(parts[1]) : "")
    }

    /// Names of this machine that no network can give another meaning.
    private static func isThisMachine(_ host: String) -> Bool {
        if ["localhost", "::1"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

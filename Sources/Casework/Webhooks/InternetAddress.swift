import Glibc

/// An address of the internet, version 4 or 6.
package struct InternetAddress: Hashable, Sendable, CustomStringConvertible {
    /// Four or sixteen.
    let bytes: [UInt8]
    package let description: String

    /// Four numbers with dots, or the text form of version 6 (RFC 5952).
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(bytes: withUnsafeBytes(of: four) { Array($0) })
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(bytes: withUnsafeBytes(of: six) { Array($0) })
        } else {
            return nil
        }
    }

    init?(bytes: [UInt8]) {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard bytes.count == 4 || bytes.count == 16,
            inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil
        else { return nil }
        self.bytes = bytes
        description = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether anybody on the internet may have it: it is of no network for special use (IANA's registries of special-purpose
    /// addresses, RFC 6890). A version 4 address within one of version 6 is judged as what it is.
    package var isPublic: Bool {
        if bytes.count == 4 { return !Self.special.contains { $0.contains(self) } }
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
            return InternetAddress(bytes: Array(bytes.suffix(4)))?.isPublic ?? false
        }
        // Global unicast is 2000::/3; tunnels and documentation are not.
        return bytes[0] & 0xE0 == 0x20 && !Self.specialOfSix.contains { $0.contains(self) }
    }

    /// Whom an address stands for: of version 6 the first 64 bits, which are one customer's; a version 4 address within one of
    /// version 6 is itself.
    package var whose: String {
        guard bytes.count == 16 else { return description }
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
            return InternetAddress(bytes: Array(bytes.suffix(4)))?.description ?? description
        }
        let network = InternetAddress(bytes: bytes.prefix(8) + [UInt8](repeating: 0, count: 8))
        return (network?.description ?? description) + "/64"
    }

    private static let special = InternetNetwork.all([
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    ])
    private static let specialOfSix = InternetNetwork.all(["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"])

    /// Every address that a name has at this moment; empty where it has none.
    package static func all(of host: String) -> [InternetAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [InternetAddress] = []
        var next = list
        while let entry = next?.pointee {
            if let address = InternetAddress(entry) { found.append(address) }
            next = entry.ai_next
        }
        return found
    }

    private init?(_ entry: addrinfo) {
        guard let socket = UnsafeRawPointer(entry.ai_addr) else { return nil }
        let bytes: [UInt8]
        switch entry.ai_family {
        case AF_INET: bytes = withUnsafeBytes(of: socket.load(as: sockaddr_in.self).sin_addr) { Array($0) }
        case AF_INET6: bytes = withUnsafeBytes(of: socket.load(as: sockaddr_in6.self).sin6_addr) { Array($0) }
        default: return nil
        }
        self.init(bytes: bytes)
    }
}

/// The addresses that begin alike: `10.0.0.0/8`.
package struct InternetNetwork: Hashable, Sendable {
    private let base: InternetAddress
    private let length: Int

    package init?(_ text: String) {
        let sides = text.split(separator: "/")
        guard sides.count == 2, let base = InternetAddress(String(sides[0])), let length = Int(sides[1]),
            (0...base.bytes.count * 8).contains(length)
        else { return nil }
        self.base = base
        self.length = length
    }

    /// This machine alone.
    package static let loopback = all(["127.0.0.0/8", "::1/128", "::ffff:127.0.0.0/104"])

    static func all(_ texts: [String]) -> [InternetNetwork] { texts.compactMap(InternetNetwork.init) }

    package func contains(_ address: InternetAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        return (0..<length).allSatisfy { bit in
            (address.bytes[bit / 8] ^ base.bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
        }
    }
}

/// Where a partner wants to be told: `https://data.example/hooks/dwp`.
///
/// Parsed strictly and put together anew, so that no other program reads it differently: a name or four numbers, a port, a plain path.
package struct WebhookAddress: Hashable, Sendable, CustomStringConvertible {
    package var isSecure: Bool
    package var host: String
    package var port: Int
    package var path: String

    package var description: String {
        let usual = isSecure ? 443 : 80
        return "\(isSecure ? "https" : "http")://\(host)\(port == usual ? "" : ":\(port)")\(path)"
    }

    /// Nil for anything else.
    package init?(_ text: String) {
        let secure = text.hasPrefix("https://")
        guard text.utf8.count <= 2000, secure || text.hasPrefix("http://") else { return nil }
        let rest = text.utf8.dropFirst(secure ? 8 : 7)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") }
        let path = rest.dropFirst(authority.count)
        let sides = authority.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let name = sides.first, !name.isEmpty, sides.count <= 2, name.allSatisfy(Self.isOfNames),
            path.allSatisfy(Self.isOfPaths)
        else { return nil }
        let host = String(decoding: name, as: UTF8.self).lowercased()
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        // What ends in a number is an address in some spelling; only the plain one is taken.
        guard labels.allSatisfy({ !$0.isEmpty && $0.utf8.count < 64 }), let last = labels.last?.utf8.first,
            !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) || InternetAddress(host) != nil
        else { return nil }
        var port = secure ? 443 : 80
        if sides.count == 2 {
            guard let number = Int(String(decoding: sides[1], as: UTF8.self)), (1...65_535).contains(number) else {
                return nil
            }
            port = number
        }
        isSecure = secure
        self.host = host
        self.port = port
        self.path = path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
    }

    private static func isOfNames(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func isOfPaths(_ byte: UInt8) -> Bool {
        isOfNames(byte) || "/_~%?&=+".utf8.contains(byte)
    }
}

extension WebhookAddress {
    /// Why nothing is sent there, given all the addresses that its name has; nil where it may be. All must be allowed: otherwise
    /// chance decides.
    func objection(at all: [InternetAddress], allowing networks: [InternetNetwork]) -> String? {
        for one in all {
            let isAllowed = networks.contains { $0.contains(one) }
            guard isAllowed || one.isPublic else {
                return "\(host) is at \(one), which is not public: it is not sent to."
            }
            guard isAllowed || isSecure else { return "\(self) is not secure: it begins with https." }
        }
        return nil
    }
}

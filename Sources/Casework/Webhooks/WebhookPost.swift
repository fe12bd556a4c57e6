import Foundation

/// Sends one message to a partner's address, by the program `curl`.
///
/// The name is looked up here, every address that it has is judged, and curl is held to the one that was: a name that means
/// something else a moment later leads nowhere else. Nothing is followed that an answer points to, and no proxy is asked.
struct WebhookPost {
    private let program: String
    /// Networks that may be sent to though they are not public.
    private let networks: [InternetNetwork]
    /// Where a name is.
    private let addresses: @Sendable (String) -> [InternetAddress]
    /// Seconds, all in all: curl ends itself sooner.
    private static let most = 45

    init(
        networks: [InternetNetwork], addresses: @escaping @Sendable (String) -> [InternetAddress],
        path: String? = ProcessInfo.processInfo.environment["PATH"]
    ) throws {
        let places = (path ?? "").split(separator: ":").map { "\($0)/curl" }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw NoCurl()
        }
        self.program = program
        self.networks = networks
        self.addresses = addresses
    }

    /// What became of it.
    enum Outcome: Hashable {
        case taken
        case failed(String)
        /// The address is gone for good (RFC 9110, section 15.5.11).
        case gone
    }

    func send(_ body: [UInt8], headers: [(String, String)], to address: WebhookAddress) throws -> Outcome {
        let found: InternetAddress
        switch destination(of: address) {
        case .success(let one): found = one
        case .failure(let none): return .failed(none.why)
        }
        let run = try ChildRun(
            program, CurlMail.arguments, input: settings(headers, to: address, at: found), file: body,
            within: Self.most)
        let text = String(decoding: run.output, as: UTF8.self)
        guard run.status == 0, let code = Int(text.suffix(3)) else {
            let says = text.split(separator: "\n").first { $0.hasPrefix("curl: ") }.map { String($0.prefix(200)) }
            return .failed(run.status == nil ? "It took too long." : says ?? "curl ended without an answer.")
        }
        if (200..<300).contains(code) { return .taken }
        return code == 410 ? .gone : .failed("It answered \(code).")
    }

    struct NoDestination: Error { var why: String }

    /// The address to connect to.
    func destination(of address: WebhookAddress) -> Result<InternetAddress, NoDestination> {
        let all = addresses(address.host)
        guard let first = all.first else { return .failure(NoDestination(why: "\(address.host) has no address.")) }
        return address.objection(at: all, allowing: networks).map { .failure(NoDestination(why: $0)) }
            ?? .success(first)
    }

    private func settings(
        _ headers: [(String, String)], to address: WebhookAddress, at place: InternetAddress
    ) -> [UInt8] {
        let literal = place.bytes.count == 16 ? "[\(place)]" : place.description
        let lines =
            [
                "silent", "show-error", "url = \"\(address)\"", "proto = \"=http,https\"", "tlsv1.2",
                "noproxy = \"*\"", "connect-timeout = 10", "max-time = 30", "max-filesize = 65536",
                // An answer that does not say how long it is is read slowly, until the time is up.
                "limit-rate = 65536",
                "request = \"POST\"", "data-binary = \"@\(ChildRun.file)\"", "output = \"/dev/null\"",
                "write-out = \"\\n%{http_code}\"", "header = \"Expect:\"", "user-agent = \"concordat\"",
                "resolve = \"\(address.host):\(address.port):\(literal)\"",
            ] + headers.map { "header = \"\($0): \($1)\"" }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}

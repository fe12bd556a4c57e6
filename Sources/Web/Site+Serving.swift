import Casework
package import Hummingbird
import HummingbirdCore
import Logging

extension Site {
    /// Serves until the process is told to end, and lets requests under way be answered first; meanwhile time passes, and
    /// letters leave where it is said how.
    ///
    /// `started` is given the address and the port, which the system chooses where 0 is asked for: `127.0.0.1:8080`.
    package func serve(
        host: String, port: Int, letters delivery: LetterDelivery? = nil,
        started: @escaping @Sendable (String) -> Void
    ) async throws {
        // Time ends with the pages, and so does the post.
        let time = Task { await DailyTick(office: office, logger: logger).run() }
        let post = Task {
            if let delivery { await MailRound(office: office, delivery: delivery, logger: logger).run() }
        }
        let telling = Task {
            guard let publication else { return }
            await TellingRound(office: office, publication: publication, networks: networks, logger: logger).run()
        }
        defer {
            telling.cancel()
            time.cancel()
            post.cancel()
        }
        try await application(host: host, port: port, started: started).runService()
    }

    /// The application with its limits, for `serve` and for tests.
    package func application(
        host: String = "127.0.0.1", port: Int = 0, started: @escaping @Sendable (String) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [PlainHTTPFaults.Installing()], idleTimeout: .seconds(30),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: PlainHTTPFaults.longestField,
                        maxHeaderListSize: PlainHTTPFaults.longestFields,
                        maxHeaderFieldCount: PlainHTTPFaults.mostFields))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(512, logger: logger)),
            onServerRunning: { channel in
                started("\(host):\(channel.localAddress?.port ?? port)")
            },
            logger: logger)
    }
}

import ArgumentParser
import Casework
import Ledger
import OpenID
import Shares
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages, on this machine only unless told otherwise.",
        discussion: """
            Whoever looks signs in first: people password gives somebody a password. With --openid they sign in through the \
            department's own provider, such as Entra ID (docs/sign-in.md).

            Time passes meanwhile: soon after the start, and each day soon after midnight in London. With --smtp, or with \
            --to and --from, the letters that wait are sent each minute, as outbox deliver sends them. With --keys, or with \
            a key in the environment as manifest export takes it, partners read their manifests under /api/manifests, signed, \
            and webhooks are told each minute of what is new.

            Example: concordat serve --port 8080 --smtp /etc/concordat/mail-server.json
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "The port to listen on.") var port = 8080
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Flag(help: "Browsers reach the pages through TLS only, by a proxy: cookies are sent no other way.")
    var behindTLS = false
    @Option(
        help: """
            A network of proxies that are believed about whom they speak for (X-Forwarded-For), as 10.0.0.0/24; may be repeated. \
            [default: with --behind-tls this machine, otherwise nobody]
            """)
    var trustedProxy: [String] = []
    @Option(help: "The settings of the provider by which people sign in, a file such as Samples/sign-in/openid.json.")
    var openid: String?
    @OptionGroup var telling: TellingOptions
    @OptionGroup var letters: DeliveryOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535.") }
        _ = try letters.route()
        _ = try proxies()
    }

    /// Of a proxy on this machine nobody else could say that they are it.
    private func proxies() throws -> [InternetNetwork] {
        if trustedProxy.isEmpty { return behindTLS ? InternetNetwork.loopback : [] }
        return try trustedProxy.map { text in
            guard let network = InternetNetwork(text) else {
                throw ValidationError("--trusted-proxy takes a network such as 10.0.0.0/24, not “\(text)”.")
            }
            return network
        }
    }

    func run() async throws {
        let office = try global.existingOffice()
        _ = try office.rulebook()
        try office.noteReference(on: .serving)
        let route = try letters.route()
        try route?.check()
        let delivery = route.map { LetterDelivery(route: $0, digests: letters.digests) }
        let publication = try telling.publication()
        if let publication { try office.checkSigning(by: publication) }
        let networks = try telling.networks()
        let site = Site(
            office: office, isBehindTLS: behindTLS, publication: publication, openID: try openIDProvider(),
            networks: networks, proxies: try proxies())
        do {
            try await site.serve(host: host, port: port, letters: delivery) { address in
                Console.message("Serving on http://\(address)/ (Ctrl-C ends it).")
            }
        } catch  where String(describing: error).contains("bind(") {
            Console.error(
                "Port \(port) of \(host) cannot be listened on: another program has it, or it may not be used.")
            throw Ended(code: Failure.refused)
        }
    }

    /// Whether the provider can be reached is not asked: it may come back while the pages are served.
    private func openIDProvider() throws -> OpenIDProvider? {
        guard let openid else { return nil }
        let settings = try OpenIDSettings(file: openid)
        guard settings.site.isPlain != behindTLS else {
            throw Findings([
                .error(
                    "openid-settings", at: .field("site"),
                    behindTLS
                        ? "With --behind-tls browsers come by https: the site in the settings is \(settings.site.origin)."
                        : "The site in the settings is https: serve it with --behind-tls, so that cookies are sent no other way."
                )
            ])
        }
        return OpenIDProvider(settings: settings)
    }
}

import ArgumentParser
import Casework
import Shares
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages, on this machine only unless told otherwise.",
        discussion: """
            Whoever looks signs in first: people password gives somebody a password.

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
    @OptionGroup var telling: TellingOptions
    @OptionGroup var letters: DeliveryOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535.") }
        _ = try letters.route()
    }

    func run() async throws {
        let office = try global.existingOffice()
        _ = try office.rulebook()
        let route = try letters.route()
        try route?.check()
        let delivery = route.map { LetterDelivery(route: $0, digests: letters.digests) }
        let publication = try telling.publication()
        let networks = try telling.networks()
        let site = Site(office: office, isBehindTLS: behindTLS, publication: publication)
        do {
            try await site.serve(host: host, port: port, letters: delivery, telling: networks) { address in
                Console.message("Serving on http://\(address)/ (Ctrl-C ends it).")
            }
        } catch  where String(describing: error).contains("bind(") {
            Console.error(
                "Port \(port) of \(host) cannot be listened on: another program has it, or it may not be used.")
            throw Ended(code: Failure.refused)
        }
    }
}

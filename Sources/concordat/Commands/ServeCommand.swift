import ArgumentParser
import Casework
import Foundation
import Shares
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages, on this machine only unless told otherwise.",
        discussion: """
            Whoever looks signs in first: people password gives somebody a password.

            Example: concordat serve --port 8080
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "The port to listen on.") var port = 8080
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Flag(help: "Browsers reach the pages through TLS only, by a proxy: cookies are sent no other way.")
    var behindTLS = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535.") }
    }

    func run() async throws {
        let office = try global.existingOffice()
        _ = try office.rulebook()
        do {
            try await Site(office: office, isBehindTLS: behindTLS).serve(host: host, port: port) { address in
                Console.message("Serving on http://\(address)/ (Ctrl-C ends it).")
            }
        } catch  where String(describing: error).contains("bind(") {
            Console.error(
                "Port \(port) of \(host) cannot be listened on: another program has it, or it may not be used.")
            throw Ended(code: Failure.refused)
        }
    }
}

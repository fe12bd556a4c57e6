import ArgumentParser
import Casework

/// How letters leave: to a folder, or by a mail server.
struct DeliveryOptions: ParsableArguments {
    @Option(help: "A folder that letters are written into, one .eml file each; made where it is missing.")
    var to: String?
    @Option(help: "With --to: the address that letters come from.")
    var from: String?
    @Option(help: "A file that describes the mail server; an example is Samples/mail/mail-server.json.")
    var smtp: String?
    @Flag(help: "Put the reminders of a person that wait together into one message.") var digests = false

    /// The way that the options say; nil where they say none.
    func route() throws -> DeliveryRoute? {
        if let smtp {
            guard to == nil, from == nil else {
                throw ValidationError("--smtp names the mail server and the sender: leave out --to and --from.")
            }
            return .server(file: smtp)
        }
        guard to != nil || from != nil else { return nil }
        guard let to, let from else { throw ValidationError("--to and --from belong together.") }
        guard let address = MailAddress(from) else {
            throw ValidationError("--from takes an address such as data-sharing@example.gov.uk, not “\(from)”.")
        }
        return .folder(to, from: address)
    }
}

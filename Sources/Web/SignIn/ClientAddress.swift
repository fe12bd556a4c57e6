package import Casework
package import Hummingbird
import Shares

/// From where somebody comes: the other end of the connection or, where that is a proxy which is trusted, whom it says that it
/// speaks for.
package struct ClientAddress: Sendable {
    /// Proxies that are believed; nobody else is, whatever a request says of itself.
    private let proxies: [InternetNetwork]

    package init(proxies: [InternetNetwork]) {
        self.proxies = proxies
    }

    /// Empty where nothing is known. A proxy appends whom it was reached by (`X-Forwarded-For`), so that the last which is no proxy of
    /// ours is the one that nobody could make up.
    package func of(_ request: Request, over connection: String?) -> String {
        guard let connection = connection.flatMap({ InternetAddress($0) }) else { return "" }
        guard isProxy(connection), let name = HTTPFields.Element.Name("X-Forwarded-For") else {
            return connection.whose
        }
        let told = request.headers[values: name].flatMap { $0.split(separator: ",") }.map { String($0).trimmed }
        for text in told.reversed() {
            // Some write the port too.
            let sides = text.split(separator: ":", omittingEmptySubsequences: false)
            guard let address = InternetAddress(sides.count == 2 ? String(sides[0]) : text) else { break }
            if !isProxy(address) { return address.whose }
        }
        return connection.whose
    }

    private func isProxy(_ address: InternetAddress) -> Bool { proxies.contains { $0.contains(address) } }
}

import Casework
import Foundation
import Hummingbird
import JSONValues
import Ledger
import Shares

/// The token endpoint of OAuth 2.0, for the client credentials of API keys (RFC 6749, sections 4.4 and 5).
extension Site {
    func token(for request: Request) async throws -> Answer {
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        let body = try await request.sentBody(upTo: APIBody.tokenRequest.longest, within: longestSending)
        let proof = request.headers[.authorization]
        return try await offTheEventLoops {
            do {
                guard type == APIBody.tokenRequest.types.first?.name,
                    let text = String(validating: body.readableBytesView, as: UTF8.self),
                    let fields = [(String, String)](query: text),
                    Set(fields.map(\.0)).count == fields.count
                else { throw TokenProblem("invalid_request", "A form is sent, each field once.") }
                return try token(Dictionary(fields) { $1 }, proof)
            } catch let problem as TokenProblem {
                return problem.answer
            }
        }
    }

    private func token(_ fields: [String: String], _ proof: String?) throws -> Answer {
        guard fields["grant_type"] == "client_credentials" else {
            throw fields["grant_type"] == nil
                ? TokenProblem("invalid_request", "grant_type is missing.")
                : TokenProblem("unsupported_grant_type", "Only client_credentials are taken.")
        }
        let client: (id: String, secret: String)
        if let proof {
            // Both ways at once are not allowed (RFC 6749, section 2.3).
            guard fields["client_secret"] == nil, let basic = Self.basic(proof) else { throw TokenProblem.client }
            client = basic
        } else if let id = fields["client_id"], let secret = fields["client_secret"] {
            client = (id, secret)
        } else {
            throw TokenProblem.client
        }
        let given: GivenToken
        do {
            given = try office.token(
                client: client.id, secret: client.secret,
                scopes: fields["scope"].map { $0.split(separator: " ").map(String.init) })
        } catch let refusal as TokenRefusal {
            throw refusal == .invalidClient
                ? TokenProblem.client
                : TokenProblem("invalid_scope", "The key has not every scope that is asked for.")
        }
        return Answer(json: [
            "access_token": .string(given.token), "token_type": "Bearer", "expires_in": .number(given.lasts),
            "scope": .string(given.scopes.text),
        ])
    }

    /// The client and its secret, each as a form writes it (RFC 6749, section 2.3.1).
    private static func basic(_ header: String) -> (id: String, secret: String)? {
        let sides = header.split(separator: " ", maxSplits: 1)
        guard sides.count == 2, sides[0].lowercased() == "basic", let bytes = Data(base64Encoded: String(sides[1])),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let pair = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, let id = PercentText.decoded(pair[0], plusIsSpace: true),
            let secret = PercentText.decoded(pair[1], plusIsSpace: true)
        else { return nil }
        return (id, secret)
    }
}

/// Why no token is given (RFC 6749, section 5.2).
private struct TokenProblem: Error {
    var code: String
    var says: String

    init(_ code: String, _ says: String) {
        self.code = code
        self.says = says
    }

    static let client = TokenProblem("invalid_client", "The client or its secret is not good.")

    var answer: Answer {
        var answer = Answer(json: ["error": .string(code), "error_description": .string(says)])
        answer.status = code == "invalid_client" ? .unauthorized : .badRequest
        if code == "invalid_client" { answer.challenge = "Basic realm=\"concordat\"" }
        return answer
    }
}

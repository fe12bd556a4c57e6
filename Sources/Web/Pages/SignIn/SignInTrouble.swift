import Casework
import Hummingbird
import OpenID

/// Why somebody comes back from the provider and is not let in: what they are told, and what the log is told.
enum SignInTrouble: Error {
    /// The browser holds no such attempt: it took too long, was used already, or was begun in another window.
    case ended
    /// What came back is not for this attempt, or not from this provider.
    case notForThis(String)
    /// The provider says no, with its code (RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6).
    case declined(String)
    case fault(OpenIDFault)
    /// Proved by the provider, and nobody who may sign in here.
    case account(AccountRefusal, subject: String)

    var status: HTTPResponse.Status {
        switch self {
        case .ended, .notForThis: .badRequest
        case .declined, .account: .forbidden
        case .fault(.unreachable), .fault(.busy): .serviceUnavailable
        case .fault: .badGateway
        }
    }

    /// What to do. Nobody learns from it who is known here.
    func sentences(provider: String) -> [String] {
        switch self {
        case .ended, .notForThis:
            [
                "Signing in was not finished in time, or was begun again in another window.",
                "Sign in again. If it does not work, close the browser first.",
            ]
        case .declined:
            [
                "\(provider) did not let you through, or you did not go on there.",
                "Sign in again. If \(provider) refuses you, ask those who look after your account there.",
            ]
        case .account:
            [
                "\(provider) knows who you are, but that account is not one that signs in here.",
                "Ask the Chief Data Office to check how you are entered, and give them the reference below.",
            ]
        case .fault(.unreachable), .fault(.busy):
            ["\(provider) does not answer at the moment.", "Try again in some minutes."]
        case .fault:
            [
                "What \(provider) answered was not accepted.",
                "Tell the people who run Concordat, and give them the reference below.",
            ]
        }
    }

    /// For the log, on one line.
    var logged: String {
        switch self {
        case .ended: "The browser holds no attempt."
        case .notForThis(let why): why
        case .declined(let code): "The provider answers \(LogText.quoted(code))."
        case .fault(let fault): fault.description
        case .account(let refusal, let subject): "\(refusal) The provider’s “sub” is \(LogText.quoted(subject))."
        }
    }
}

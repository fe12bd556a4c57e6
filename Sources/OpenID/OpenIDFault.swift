/// Why signing in through the provider did not work: for the log. Whoever signs in is told what to do, and none of this.
///
/// What comes from outside is escaped in every description, as the log is lines.
package enum OpenIDFault: Error, Hashable, Sendable {
    /// The provider did not answer in time, or not with 200.
    case unreachable(String)
    /// So many exchanges are under way that another has to wait.
    case busy
    /// The discovery document is not one that can be used.
    case discovery(String)
    /// The provider's keys cannot be read.
    case keys(String)
    /// The provider gave no tokens, with its code (RFC 6749, section 5.2).
    case refused(String)
    case token(IDTokenFault)
    /// The claim that names the person is missing, or cannot be relied on.
    case person(String)
}

extension OpenIDFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let why): "The provider cannot be reached: \(why)"
        case .busy: "Too many people sign in at this moment."
        case .discovery(let why): "The discovery document is refused: \(why)"
        case .keys(let why): "The provider's keys are refused: \(why)"
        case .refused(let code): "The provider gave no token: \(LogText.quoted(code))."
        case .token(let fault): "The ID token is refused: \(fault)"
        case .person(let why): "The ID token does not say who it is: \(why)"
        }
    }
}

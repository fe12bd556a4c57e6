/// Which check of an ID token failed (OpenID Connect Core 1.0, section 3.1.3.7, and ours).
package enum IDTokenFault: Error, Hashable, Sendable {
    /// Not three parts of Base64 for addresses, each strict JSON where it is JSON.
    case malformed(String)
    case algorithm(String)
    /// Another kind of token, or extensions that have to be understood.
    case kind(String)
    case unknownKey
    /// Several keys fit.
    case ambiguousKey
    case signature
    case issuer
    case audience
    case authorizedParty
    case expired
    /// Used before its time, or issued in the future.
    case early
    case nonce
    case subject
    /// A claim that the settings require has another value, or none.
    case required(String)
    /// A claim that every token has is missing, or of the wrong kind.
    case missing(String)
}

extension IDTokenFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let why): "it cannot be read: \(why)"
        case .algorithm(let name): "its algorithm \(LogText.quoted(name)) is not one of RS256, PS256 and ES256."
        case .kind(let what): "it is something else: \(what)"
        case .unknownKey: "no key of the provider has its key id, algorithm, type and use."
        case .ambiguousKey: "more than one key of the provider could have signed it."
        case .signature: "the signature is not that of the key."
        case .issuer: "“iss” is not the issuer of the settings."
        case .audience: "“aud” does not name this client."
        case .authorizedParty: "“azp” does not name this client."
        case .expired: "it has expired."
        case .early: "it is from the future: compare the clocks."
        case .nonce: "“nonce” is not that of this browser's attempt."
        case .subject: "“sub” is not 1 to 255 printable ASCII characters."
        case .required(let name): "the claim \(LogText.quoted(name)) is not what the settings require."
        case .missing(let name): "the claim \(LogText.quoted(name)) is missing, or of another kind."
        }
    }
}

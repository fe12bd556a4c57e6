/// The algorithms that an ID token may be signed with: with a public key alone, so that what is public forges nothing.
enum SigningAlgorithm: String, CaseIterable, Sendable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"
}

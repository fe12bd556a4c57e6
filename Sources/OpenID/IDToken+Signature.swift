import JWTKit

extension IDToken {
    /// Throws `IDTokenFault.signature` where it is not signed with the key by the algorithm that was chosen here.
    ///
    /// One key and one algorithm are all that jwt-kit is given: it takes its default for a key id that it does not know.
    func verifySignature(with key: ProviderKeys.Key) async throws {
        let keys = JWTKeyCollection()
        do {
            switch key.material {
            case .rsa(let modulus, let exponent):
                let key = try Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent)
                if algorithm == .ps256 {
                    await keys.add(pss: key, digestAlgorithm: .sha256)
                } else {
                    await keys.add(rsa: key, digestAlgorithm: .sha256)
                }
            case .p256(let x, let y):
                await keys.add(ecdsa: try ES256PublicKey(parameters: (x: x, y: y)))
            }
        } catch {
            throw OpenIDFault.keys("a key cannot be used: \(LogText.quoted(String(describing: error)))")
        }
        do { _ = try await keys.verify(text, as: Unread.self) } catch { throw IDTokenFault.signature }
    }

    /// The claims are read by our own strict reader, and judged by our own clock: jwt-kit reads none of them.
    private struct Unread: JWTPayload {
        init(from decoder: any Decoder) throws {}
        func encode(to encoder: any Encoder) throws {}
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}

import Crypto
import Foundation
import OpenID
import TestProviders
import Testing

/// What the browser keeps while somebody is at the provider.
struct OpenIDAttemptTests {
    private static func attempt(_ byte: UInt8 = 7, next: String? = "/report") throws -> OpenIDAttempt {
        try #require(OpenIDAttempt(secret: [UInt8](repeating: byte, count: 32), next: next))
    }

    @Test func theCookieGivesTheAttemptAgain() throws {
        for next in [nil, "/shares?text=a%20b"] {
            let attempt = try Self.attempt(next: next)
            #expect(OpenIDAttempt(kept: attempt.kept) == attempt)
            #expect(OpenIDAttempt(kept: attempt.kept)?.state == attempt.state)
        }
    }

    /// Each for its purpose, none of which gives away another or the secret.
    @Test func whatIsMadeOfTheSecretDiffers() throws {
        let one = try Self.attempt()
        let other = try Self.attempt(8)
        let elsewhere = try Self.attempt(next: "/work")
        let made = [one, other, elsewhere].flatMap { [$0.state, $0.nonce, $0.verifier] }
        #expect(Set(made).count == 9)
        // 43 characters of the unreserved ones, as RFC 7636, section 4.1, wants them.
        #expect(made.allSatisfy { $0.utf8.count == 43 })
        #expect(one.isState(one.state))
        #expect(!one.isState(other.state) && !one.isState("") && !one.isState(one.state + "x"))
        #expect(!one.isState(elsewhere.state))
    }

    @Test(arguments: ["", ".", "abc", String(repeating: "A", count: 44), String(repeating: "A", count: 43) + ".!"])
    func whatIsNoAttemptIsNotTaken(text: String) { #expect(OpenIDAttempt(kept: text) == nil) }

    @Test func aSecretHas32Bytes() { #expect(OpenIDAttempt(secret: [1, 2, 3], next: nil) == nil) }
}

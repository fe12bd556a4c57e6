import Foundation
import Testing

/// The settings of the sign-in provider, as an operator gets them wrong; and a person who is unbound.
@Suite struct OpenIDCommandTests {
    @Test func whatIsWrongWithTheSettingsIsSaidAtTheStart() async throws {
        let desk = try await Desk()
        try desk.write(
            #"{"issuer": "http://login.example.gov.uk", "client_secret": "hunter2", "passwords": 1}"#, to: "openid.json"
        )
        let run = try await desk.concordat("serve", "--port", "0", "--openid", "openid.json")
        #expect(run.code == 65)
        for place in ["issuer", "client_id", "client_secret", "site", "button", "person/claim", "passwords"] {
            #expect(run.error.contains("openid.json at /\(place):"), "\(place)")
        }
        #expect(!(run.out + run.error).contains("hunter2"))
    }

    @Test func pagesThatAreReachedByTLSAreServedAsSuch() async throws {
        let desk = try await Desk()
        try desk.write(
            """
            {"issuer": "https://login.example.gov.uk", "client_id": "c", "site": "https://sharing.example.gov.uk",
             "button": "Entra ID", "person": {"claim": "oid", "is": "id"}}
            """, to: "openid.json")
        let run = try await desk.concordat("serve", "--port", "0", "--openid", "openid.json")
        #expect(run.code == 65 && run.error.contains("serve it with --behind-tls"))
    }

    @Test func theHubUnbindsAPersonAndNobodyElseDoes() async throws {
        let desk = try await Desk()
        #expect(try await desk.concordat("people", "unlink", "owner", "--as", "hub").code == 0)
        #expect(try await desk.concordat("people", "unlink", "owner").code == 0)
        let refused = try await desk.concordat("people", "unlink", "owner", "--as", "owner")
        #expect(refused.code == 1 && refused.error.contains("Only the hub unbinds somebody's account"))
        #expect(try await desk.concordat("people", "unlink", "nobody").code != 0)
    }
}

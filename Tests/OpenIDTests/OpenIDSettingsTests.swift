import Foundation
import JSONValues
import OpenID
import Shares
import TestProviders
import Testing

/// The file that says by which provider people sign in: everything that is wrong at once, each with its place.
struct OpenIDSettingsTests {
    private static func places(_ text: String, environment: [String: String] = [:]) -> [String] {
        do {
            _ = try SettingsFile.read(text, environment: environment)
            return []
        } catch let findings as Findings {
            return findings.all.map { "\($0.place)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func theSampleIsRead() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Samples/sign-in/openid.json")
        let settings = try OpenIDSettings(file: file.path, environment: ["CONCORDAT_OPENID_SECRET": "s"])
        #expect(settings.redirectAddress == "https://sharing.example.gov.uk/sign-in/openid")
        #expect(settings.person.claim == "preferred_username" && settings.person.kind == .mail)
        #expect(settings.required.keys.sorted() == ["tid"])
        #expect(settings.scopes == ["openid", "profile", "email"])
        #expect(settings.takesPasswords)
    }

    @Test func everythingThatIsWrongIsSaidAtOnce() {
        let text = """
            {"issuer": "http://login.example.gov.uk", "client_id": "", "client_secret": "hunter2", "site": "https://a.example/x",
            "button": "\\u0007", "scopes": ["profile"], "person": {"claim": "oid", "is": "name", "also": 1},
            "required": {"tid": ["a"]}, "authorities": "missing.pem", "proxy": {"host": "a b", "port": 1}, "passwords": "no",
            "colour": "red"}
            """
        let found = Self.places(text)
        #expect(
            Set(found) == [
                "openid.json at /colour", "openid.json at /issuer", "openid.json at /client_id",
                "openid.json at /client_secret", "openid.json at /site", "openid.json at /button",
                "openid.json at /scopes", "openid.json at /person/also", "openid.json at /person/is",
                "openid.json at /required/tid", "openid.json at /authorities", "openid.json at /proxy",
                "openid.json at /passwords",
            ])
    }

    @Test func aSecretIsInTheEnvironmentOrAFileAndNowhereElse() throws {
        let secret = "a-secret-of-this-client"
        let named = try TestTokens.settings()
        #expect(named.secret == nil)
        let text = JSONValue.object([
            "issuer": .string(TestTokens.issuer), "client_id": "c", "site": "https://a.example", "button": "B",
            "person": ["claim": "oid", "is": "id"], "client_secret": ["environment": "SECRET"],
        ]).compact
        let settings = try SettingsFile.read(text, environment: ["SECRET": secret])
        #expect(settings.secret != nil)
        #expect(!"\(settings)".contains(secret))
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains(secret))
        #expect(Self.places(text) == ["openid.json at /client_secret/environment"])
        #expect(Self.places(text, environment: ["SECRET": ""]) == ["openid.json at /client_secret"])
        let inFile = text.replacing("{\"environment\":\"SECRET\"}", with: "{\"file\":\"secret\"}")
        #expect(try SettingsFile.read(inFile).secret != nil)
        let written = text.replacing("{\"environment\":\"SECRET\"}", with: "\"\(secret)\"")
        do {
            _ = try SettingsFile.read(written)
            Issue.record("a secret in the settings is taken")
        } catch let findings as Findings {
            #expect(!findings.description.contains(secret))
        }
    }

    @Test(arguments: ["common", "organizations", "consumers", "Common"])
    func anIssuerOfEveryTenantIsRefused(tenant: String) {
        #expect(throws: Findings.self) {
            try TestTokens.settings(["issuer": .string("https://login.microsoftonline.com/\(tenant)/v2.0")])
        }
    }

    @Test(arguments: [
        "https://a.example", "https://a.example:8443/x?y=1", "http://127.0.0.1:9400", "http://localhost/x",
        "http://[::1]:80/x", "https://[::1]",
    ])
    func anAddressThatCanBeReliedOnIsTaken(text: String) { #expect(ProviderAddress(text) != nil) }

    @Test(arguments: [
        "http://a.example", "ftp://a.example", "https://", "https://u@a.example", "https://a.example#x",
        "https://a.example\\@b", "http://127.0.0.1.example", "http://127.0.0.1@b.example", "https://a b",
        "http+unix://%2Ftmp%2Fs", "HTTPS://a.example", "https://é.example", "https://a.example:0",
        "https://a.example:", "https://a.example:65536", "http://localhost.example", "https://[::1]x", "//a.example",
        "http://127.1",
    ])
    func anAddressThatCannotIsRefused(text: String) { #expect(ProviderAddress(text) == nil) }
}

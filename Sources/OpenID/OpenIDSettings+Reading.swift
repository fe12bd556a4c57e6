import Foundation
import JSONValues
import Shares

extension OpenIDSettings {
    private static let members: Set<String> = [
        "issuer", "client_id", "client_secret", "site", "button", "scopes", "person", "required", "authorities",
        "proxy",
        "passwords",
    ]
    private static let longestFile = 64 * 1024

    /// Reads the settings. Throws `Findings` with everything that is wrong, each with its place; none holds a secret.
    package init(file: String, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let url = URL(fileURLWithPath: file)
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Findings([.error("openid-settings", at: .whole, "The file \(file) is missing or cannot be read.")])
        }
        guard data.count <= Self.longestFile else {
            throw Findings([.error("openid-settings", at: .whole, "The file is longer than \(Self.longestFile) bytes.")]
            )
        }
        try self.init(
            bytes: Array(data), name: url.lastPathComponent, environment: environment,
            path: { URL(fileURLWithPath: $0, relativeTo: url).standardizedFileURL.path })
    }

    /// `path` gives the whole path of one that the file names.
    private init(
        bytes: [UInt8], name: String, environment: [String: String], path: (String) -> String
    ) throws {
        let document: JSONValue
        do { document = try JSONValue(parsing: bytes) } catch {
            throw Findings([
                .error("openid-settings", at: .line(error.line, column: error.column), error.reason.explanation)
            ])
        }
        var reader = SettingsReader(document: document, file: name)
        guard document.object != nil else { throw reader.refusing("", "The settings are one object.") }
        reader.noOthers(than: Self.members, at: "")

        let issuer = reader.address("issuer", "The issuer is an https address, as the provider writes it.")
        if let issuer { Self.check(issuer, with: &reader) }
        clientID = reader.text("client_id", most: 255)
        secret = reader.secret("client_secret", environment: environment, path: path)
        let site = reader.address("site", "The site is https:// and the name at which browsers reach these pages.")
        if let site, !["", "/"].contains(site.rest) {
            reader.note("/site", "The site is scheme and host alone, without a path: \(site.origin).")
        }
        button = reader.text("button", most: 60)
        scopes = reader.scopes()
        let person = reader.person()
        required = reader.required()
        authorities = reader.file("authorities", path: path)
        proxy = reader.proxy()
        takesPasswords = reader.flag("passwords") ?? true
        guard let issuer, let site, let person, reader.findings.isEmpty else { throw reader.findings }
        self.issuer = issuer
        self.site = site
        self.person = person
    }

    /// An issuer is compared byte for byte: one that stands for many tenants never equals what tokens say.
    private static func check(_ issuer: ProviderAddress, with reader: inout SettingsReader) {
        if issuer.rest.contains("?") { reader.note("/issuer", "An issuer has no query.") }
        let tenant = issuer.rest.split(separator: "/").first.map { $0.lowercased() } ?? ""
        if issuer.host.lowercased() == "login.microsoftonline.com",
            ["", "common", "organizations", "consumers"].contains(tenant)
        {
            reader.note(
                "/issuer", "This address is for the people of every tenant: name yours, …/TENANT-ID/v2.0.")
        }
    }
}

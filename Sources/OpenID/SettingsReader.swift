import Foundation
import JSONValues
import Shares

/// Reads the members of the settings one by one, and keeps what is wrong with each.
struct SettingsReader {
    let document: JSONValue
    /// The file's name, for places.
    let file: String
    var findings = Findings()

    init(document: JSONValue, file: String) {
        self.document = document
        self.file = file
    }

    mutating func note(_ pointer: String, _ says: String) {
        findings.append(.error("openid-settings", at: .pointer(file: file, pointer), says))
    }

    mutating func refusing(_ pointer: String, _ says: String) -> Findings {
        note(pointer, says)
        return findings
    }

    mutating func noOthers(than known: Set<String>, at pointer: String) {
        let object = pointer.isEmpty ? document : document[String(pointer.dropFirst())]
        for name in (object?.object ?? [:]).keys.sorted() where !known.contains(name) {
            let token = name.replacing("~", with: "~0").replacing("/", with: "~1")
            note("\(pointer)/\(token)", "There is no such setting: \(known.sorted().joined(separator: ", ")).")
        }
    }

    /// A text that is required; empty where it is wrong.
    mutating func text(_ name: String, most: Int) -> String {
        guard let text = document[name]?.string, Self.isLine(text), text.utf8.count <= most else {
            note("/\(name)", "A text of 1 to \(most) bytes without control characters is required.")
            return ""
        }
        return text
    }

    mutating func address(_ name: String, _ says: String) -> ProviderAddress? {
        let address = document[name]?.string.flatMap { ProviderAddress($0) }
        if address == nil { note("/\(name)", says) }
        return address
    }

    mutating func flag(_ name: String) -> Bool? {
        guard let value = document[name] else { return nil }
        if value.bool == nil { note("/\(name)", "It is true or false.") }
        return value.bool
    }

    mutating func scopes() -> [String] {
        guard let value = document["scopes"] else { return ["openid", "profile", "email"] }
        let scopes = value.array?.compactMap(\.string) ?? []
        // The characters of RFC 6749, section 3.3.
        let areGood = scopes.allSatisfy { scope in
            !scope.isEmpty && scope.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
        }
        if scopes.count != value.array?.count || !areGood || scopes.count > 20 {
            note("/scopes", "Scopes are a list of up to 20 words.")
        } else if !scopes.contains("openid") {
            note("/scopes", "“openid” is among the scopes: without it there is no ID token.")
        }
        return scopes
    }

    mutating func person() -> OpenIDSettings.PersonClaim? {
        guard let claim = document["person"]?["claim"]?.string, Self.isLine(claim) else {
            note("/person/claim", "The claim that names the person is required, such as “preferred_username”.")
            return nil
        }
        noOthers(than: ["claim", "is"], at: "/person")
        guard let kind = document["person"]?["is"]?.string.flatMap(OpenIDSettings.PersonClaim.Kind.init) else {
            note("/person/is", "The claim is “id” or “mail”: what people have here.")
            return nil
        }
        return .init(claim: claim, kind: kind)
    }

    mutating func required() -> [String: JSONValue] {
        guard let value = document["required"] else { return [:] }
        guard let claims = value.object else {
            note("/required", "Required claims are an object: each claim with its value.")
            return [:]
        }
        for (name, value) in claims.sorted(by: { $0.key < $1.key })
        where value.string == nil && value.bool == nil && value.int == nil {
            note("/required/\(name)", "The value is a text, a whole number, true or false.")
        }
        return claims
    }

    /// A file that is there, by its whole path.
    mutating func file(_ name: String, path: (String) -> String) -> String? {
        guard let value = document[name] else { return nil }
        guard let whole = value.string.map(path), FileManager.default.isReadableFile(atPath: whole) else {
            note("/\(name)", "The file is missing or cannot be read.")
            return nil
        }
        return whole
    }

    mutating func proxy() -> OpenIDSettings.Proxy? {
        guard let value = document["proxy"] else { return nil }
        noOthers(than: ["host", "port"], at: "/proxy")
        guard let host = value["host"]?.string, ProviderAddress("https://\(host)")?.host == host,
            let port = value["port"]?.int, (1...65_535).contains(port)
        else {
            note("/proxy", "A proxy has a “host” and a “port”.")
            return nil
        }
        return .init(host: host, port: port)
    }

    /// Nil for a public client. The secret itself stands nowhere in the settings.
    mutating func secret(
        _ name: String, environment: [String: String], path: (String) -> String
    ) -> ClientSecret? {
        guard let place = document[name] else { return nil }
        guard let members = place.object, members.count == 1 else {
            // Somebody may have written the secret itself: what stands there is not said.
            note(
                "/\(name)",
                "It says where the secret is, {\"environment\": NAME} or {\"file\": PATH}, and never the secret itself."
            )
            return nil
        }
        var text: String?
        if let variable = place["environment"]?.string {
            text = environment[variable]
            if text == nil { note("/\(name)/environment", "The variable of the environment is not set.") }
        } else if let named = place["file"]?.string {
            text = FileManager.default.contents(atPath: path(named)).flatMap { String(data: $0, encoding: .utf8) }?
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first.map(String.init)
            if text == nil { note("/\(name)/file", "The file is missing, cannot be read, or is not UTF-8.") }
        } else {
            note("/\(name)", "It says where the secret is: {\"environment\": NAME} or {\"file\": PATH}.")
        }
        guard let text else { return nil }
        if !Self.isLine(text) { note("/\(name)", "The secret is empty or holds a control character.") }
        return ClientSecret(text)
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
}

import Casework
import Foundation
import Hummingbird
import Ledger
import Logging
import Shares
import Signatures
import Synchronization
import Testing
import Web
import Workflows

/// The site over a small portfolio in memory, on a day that never changes.
struct TestSite {
    static let today = "2026-05-01"
    /// A reference with all that a path could be misled by.
    static let awkward = "DWP/2024 100%+é?#&"
    static let hostile = "DWP-DS-00003"

    /// Three shares: an ordinary one, one with an awkward reference, one whose every text attacks the page.
    static let register = """
        reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,frequency,\
        transfer_method,classification,start_date,end_date,review_date,data_owner,status
        DWP-DS-00001,Housing Benefit earnings check,DWP,Leeds City Council,To check earnings for Housing Benefit,\
        Welfare Reform Act 2012 s.127,6(1)(e),National Insurance number;Health condition;Favourite colour,\
        benefit claimants,daily,SFTP,OFFICIAL-SENSITIVE,2022-02-01,,2025-12-01,Ada Example,Live
        "\(awkward)",Council tax reduction,DWP,Kent County Council,To award reductions,,6(1)(e),Full name,,weekly,\
        email,OFFICIAL,01/04/2023,2030-03-31,2026-09-01,,Live
        \(hostile),<script>alert(1)</script>,"A ""\u{301} onmouseover=""x",\u{D4E}<img src=x>,</dd><b>bold</b>,\
        '><i>,6(1)(e),<u>item</u>,,daily,email,OFFICIAL,2023-04-01,,2026-09-01,"<svg onload=""x()"">",Live

        """

    /// Two shares that are one but for an item; hostile words are in what differs.
    static let twins = """
        reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,frequency,\
        transfer_method,classification,start_date,end_date,review_date,data_owner,status
        TWIN-1,Housing Benefit earnings check,DWP,Leeds City Council,To check earnings for Housing Benefit,\
        Welfare Reform Act 2012 s.127,6(1)(e),National Insurance number;Full name;Date of birth;Address;Postcode,\
        benefit claimants,daily,SFTP,OFFICIAL-SENSITIVE,2022-02-01,,2026-12-01,Ada Example,Live
        TWIN-2,Housing Benefit earnings check <i>,DWP,Leeds City Council,To check earnings for Housing Benefit,\
        Welfare Reform Act 2012 s.127,6(1)(e),National Insurance number;Full name;Date of birth;Address;Postcode;Sort code,\
        benefit claimants,daily,SFTP,OFFICIAL-SENSITIVE,2022-03-01,,2026-12-01,<b>Ada Example,Live

        """

    let office: Office
    let site: Site
    let signatory: Signatory
    /// What shows that the manifests are the department's: PEM texts of the authority and of what it took back.
    let trust: [String]
    /// The session of each person, by their id.
    let sessions: [String: BegunSession]

    /// Everybody who signs in: of the department, of a council that takes part in one share, of none.
    static let people = [
        Person(id: PersonID("hub"), name: "Chief Data Office", roles: ["hub"], organisation: "DWP"),
        Person(id: PersonID("owner"), name: "Data owner", roles: ["data-owner"], organisation: "DWP"),
        Person(id: PersonID("requester"), name: "Requester", roles: ["requester"], organisation: "DWP"),
        Person(id: PersonID("leeds"), name: "Leeds", roles: ["partner"], organisation: "Leeds City Council"),
        Person(id: PersonID("stranger"), name: "Stranger", roles: ["partner"], organisation: "HMRC"),
    ]

    /// Made once: nothing that pages do changes it, and proving the workflows takes a second.
    static var ordinary: TestSite { get throws { try made.get() } }

    private static let made = Result { try TestSite(register: register) }

    init(register: String) throws {
        let now = try #require(Instant(rfc3339: "\(Self.today)T09:30:00.000Z"))
        office = Office(
            ledger: try Ledger.inMemory(),
            surroundings: Surroundings(
                now: { now }, newReference: { _ in ShareReference("DS-1") }, randomBytes: Self.countedBytes(),
                // Every name for examples is somewhere, and no other.
                addresses: { name in
                    [InternetAddress(name.hasSuffix(".example") ? "8.8.8.8" : name)].compactMap { $0 }
                }))
        try Self.importing(register, into: office)
        let office = office
        sessions = try Dictionary(
            uniqueKeysWithValues: Self.people.map { person in
                try office.keep(person)
                return (person.id.rawValue, try office.beginSession(for: person.id))
            })
        let authority = try TestAuthority.made(named: "Test authority", at: now, years: 5)
        let key = SigningKey()
        let certificate = try authority.issue(
            to: "department-for-work-pensions", named: "The signer", for: key, at: now, days: 300)
        trust = [
            authority.certificate.pem, try RevocationList([], number: 1, by: authority, at: now, days: 300).pem,
        ]
        signatory = try Signatory(key: key, chain: CertificateChain([certificate]))
        site = Site(office: office, publication: Publication(signedBy: signatory))
    }

    func importing(_ register: String) throws { try Self.importing(register, into: office) }

    private static func importing(_ register: String, into office: Office) throws {
        // A folder of its own, because the name of the file is shown.
        try inFolder { folder in
            let file = folder.appendingPathComponent("register.csv")
            try Data(register.utf8).write(to: file)
            _ = try office.importRegister(ImportRequest(file: file.path))
        }
    }

    /// Issues what is not issued yet.
    func issue() throws {
        try Self.inFolder { folder in
            _ = try office.exportManifests(of: nil, to: folder.path, signedBy: signatory)
        }
    }

    private static func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concordat-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    /// Bytes that are never the same twice, and the same in every run.
    private static func countedBytes() -> @Sendable (Int) -> [UInt8] {
        let count = Mutex<Int>(0)
        return { size in
            let number = count.withLock {
                $0 += 1; return $0
            }
            var bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size)
            if let last = bytes.indices.last { bytes[last] ^= UInt8(truncatingIfNeeded: number >> 8) }
            return bytes
        }
    }

    /// What a test looks at in an answer.
    struct Reply: Sendable {
        var status: Int
        var headers: [String: String]
        var body: String
    }

    /// What somebody signed in is answered; nobody is signed in where no person is named.
    func get(
        _ address: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], as person: String? = "hub",
        by other: Site? = nil, host: String = "localhost"
    ) async throws -> Reply {
        try await send(address, method, headers: headers, body: ByteBuffer(), as: person, by: other, host: host)
    }

    /// Sends a form of the person's session; `token` stands in for the one of the session.
    func post(
        _ address: String, _ fields: [(String, String)], as person: String?, token: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Reply {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let token = token ?? person.flatMap { sessions[$0]?.visitor.formToken } ?? ""
        let text = (fields + [("form-token", token)])
            .map { PercentText.segment($0.0) + "=" + PercentText.segment($0.1) }.joined(separator: "&")
        return try await send(address, .post, headers: headers, body: ByteBuffer(string: text), as: person)
    }

    func send(
        _ address: String, _ method: HTTPRequest.Method, headers: HTTPFields, body sent: ByteBuffer,
        as person: String?, by other: Site? = nil, host: String = "localhost"
    ) async throws -> Reply {
        var headers = headers
        if let session = person.flatMap({ sessions[$0] }) { headers[.cookie] = "concordat=\(session.token)" }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: host, path: address, headerFields: headers),
            body: RequestBody(buffer: sent))
        let response = try await (other ?? site).router.buildResponder().respond(
            to: request, context: PageContext(logger: Logger(label: "tests")))
        let body = Received()
        try await response.body.write(Writer(received: body))
        return Reply(
            status: response.status.code,
            headers: Dictionary(
                response.headers.map { ($0.name.rawName.lowercased(), $0.value) },
                uniquingKeysWith: { $0 + ", " + $1 }),
            body: body.text)
    }
}

/// The bytes of a body as they come.
private final class Received: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func take(_ buffer: ByteBuffer) {
        bytes.withLock { $0.append(contentsOf: Array(buffer: buffer)) }
    }
}

private struct Writer: ResponseBodyWriter {
    let received: Received

    func write(_ buffer: ByteBuffer) async throws { received.take(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

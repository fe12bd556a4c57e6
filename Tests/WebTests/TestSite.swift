import Casework
import Foundation
import Hummingbird
import Ledger
import Logging
import Shares
import Synchronization
import Testing
import Web

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

    let office: Office
    let site: Site

    /// Made once: nothing that pages do changes it, and proving the workflows takes a second.
    static var ordinary: TestSite { get throws { try made.get() } }

    private static let made = Result { try TestSite(register: register) }

    init(register: String) throws {
        let now = try #require(Instant(rfc3339: "\(Self.today)T09:30:00.000Z"))
        office = Office(
            ledger: try Ledger.inMemory(),
            surroundings: Surroundings(now: { now }, newReference: { _ in ShareReference("DS-1") }))
        // A folder of its own, because the name of the file is shown.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concordat-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("register.csv")
        try Data(register.utf8).write(to: file)
        _ = try office.importRegister(ImportRequest(file: file.path))
        site = Site(office: office)
    }

    /// What a test looks at in an answer.
    struct Reply: Sendable {
        var status: Int
        var headers: [String: String]
        var body: String
    }

    func get(_ address: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) async throws -> Reply {
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: address, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
        let response = try await site.router.buildResponder().respond(
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

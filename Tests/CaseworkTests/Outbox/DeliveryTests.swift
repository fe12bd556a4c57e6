import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// Letters leave for a folder once, in order, as messages that mail programs read; one without an address keeps no other back.
@Suite struct DeliveryTests {
    private let sender = MailAddress("data-sharing@example.gov.uk")

    /// A desk where the owner of A, B and C, the hub and nobody else are written to.
    private func desk(ownerEmail: String?, hubEmail: String? = "hub@example.gov.uk") throws -> Desk {
        let desk = try Desk()
        for (id, role, email) in [("owner", "data-owner", ownerEmail), ("hub", "hub", hubEmail)] {
            // As an earlier program kept it: an address was not looked at then.
            try desk.office.change(
                .kept(
                    Person(
                        id: PersonID(id), name: "The \(id)", roles: [RoleName(rawValue: role)], organisation: "DWP",
                        email: email)), as: "hub")
        }
        let letters = [("A", "owner"), ("A", "hub"), ("B", "owner"), ("C", "role:siro"), ("C", "owner")].map {
            letter(about: $0, to: $1)
        }
        _ = try desk.office.ledger.write { try $0.post(letters, at: Self.written) }
        return desk
    }

    private static let written = Instant(milliseconds: 1_775_035_800_000)

    private func letter(about share: String, to recipient: String, subject: String = "It waits") -> Letter {
        Letter(
            share: ShareReference(share), kind: "remind:review:due", due: Self.written.day, recipient: recipient,
            subject: "\(share): \(subject)", body: "First line.\nZweite Zeile: “Prüfung”.\n.\nLast.",
            written: Self.written)
    }

    private func files(_ desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.path("mail")).sorted()
    }

    private func message(_ name: String, _ desk: Desk) throws -> (headers: [String], body: String) {
        let text = try String(contentsOf: URL(fileURLWithPath: desk.path("mail/\(name)")), encoding: .utf8)
        let halves = text.components(separatedBy: "\r\n\r\n")
        let body = try #require(Data(base64Encoded: halves[1].replacing("\r\n", with: "")))
        return (halves[0].components(separatedBy: "\r\n"), String(decoding: body, as: UTF8.self))
    }

    @Test func aLetterIsDeliveredOnceAsAMessage() throws {
        let desk = try desk(ownerEmail: "owner@example.gov.uk")
        let sender = try #require(sender)
        let report = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: sender))
        #expect(report.delivered.map(\.letter.share) == ["A", "A", "B", "C"])
        #expect(
            try files(desk) == [
                "letter-00000001.eml", "letter-00000002.eml", "letter-00000003.eml", "letter-00000005.eml",
            ])
        let (headers, body) = try message("letter-00000001.eml", desk)
        #expect(
            headers == [
                "From: data-sharing@example.gov.uk", "To: owner@example.gov.uk", "Subject: A: It waits",
                "Date: Wed, 1 Apr 2026 09:30:00 +0000",
                "Message-ID: <letter-1.\(letter(about: "A", to: "owner").digest.prefix(16))@example.gov.uk>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
            ])
        #expect(body == "First line.\r\nZweite Zeile: “Prüfung”.\r\n.\r\nLast.\r\n")
        #expect(try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: sender)).delivered.isEmpty)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test(arguments: [nil, "", "owner", "owner@example.gov.uk\r\nBcc: all@example.gov.uk", "own er@example.gov.uk"])
    func aBadAddressKeepsNobodyElsesLettersBack(email: String?) throws {
        let desk = try desk(ownerEmail: email)
        let report = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: try #require(sender)))
        #expect(report.delivered.map(\.letter.recipient) == ["hub"])
        #expect(report.kept.map(\.letter.letter.recipient) == ["owner", "owner", "role:siro", "owner"])
        #expect(try desk.office.waitingLetters().map(\.number) == [1, 3, 4, 5])
        #expect(try files(desk) == ["letter-00000002.eml"])
        // Once the address is mended, they go out in their order.
        try desk.office.keep(
            Person(
                id: "owner", name: "The owner", roles: ["data-owner"], organisation: "DWP",
                email: "owner@example.gov.uk"), as: "hub")
        let after = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: try #require(sender)))
        #expect(after.delivered.map(\.number) == [1, 3, 5])
        #expect(after.kept.map(\.letter.number) == [4])
    }

    @Test func aSubjectBeyondASCIIIsEncodedInWordsAndComesBackWhole() throws {
        let desk = try desk(ownerEmail: "owner@example.gov.uk")
        let subject = String(repeating: "Gwiriad enillion ŵ – “ü” 🏛 ", count: 8) + "Ende"
        _ = try desk.office.ledger.write {
            try $0.post([letter(about: "D", to: "owner", subject: subject)], at: Self.written)
        }
        _ = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: try #require(sender)))
        let headers = try message("letter-00000006.eml", desk).headers
        let first = try #require(headers.firstIndex { $0.hasPrefix("Subject: ") })
        let lines =
            [String(headers[first].dropFirst("Subject: ".count))]
            + headers[(first + 1)...].prefix { $0.hasPrefix(" ") }.map { String($0.dropFirst()) }
        #expect(lines.count > 1)
        var read = ""
        for line in lines {
            #expect(line.utf8.count <= 75)
            #expect(line.hasPrefix("=?utf-8?B?") && line.hasSuffix("?="))
            let word = try #require(Data(base64Encoded: String(line.dropFirst(10).dropLast(2))))
            // Each word holds whole characters.
            read += try #require(String(data: word, encoding: .utf8))
        }
        #expect(read == "D: " + subject)
    }

    @Test func aSubjectThatWouldBeginAHeaderIsNotSent() throws {
        let desk = try desk(ownerEmail: "owner@example.gov.uk")
        _ = try desk.office.ledger.write {
            try $0.post([letter(about: "D", to: "hub", subject: "x\r\nBcc: all@example.gov.uk")], at: Self.written)
        }
        let report = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: try #require(sender)))
        #expect(report.kept.map(\.letter.number) == [4, 6])
    }

    @Test func twoWhoDeliverAtOnceDeliverEachLetterOnce() async throws {
        let desk = try desk(ownerEmail: "owner@example.gov.uk")
        let many = (1...130).map { letter(about: "M-\($0)", to: "owner") }
        _ = try desk.office.ledger.write { try $0.post(many, at: Self.written) }
        let sender = try #require(sender)
        // A second program has a handle of its own on the file.
        let other = Office(
            ledger: try Ledger.open(file: desk.path("register.sqlite")), surroundings: desk.office.surroundings)
        let office = desk.office
        let (here, there) = (desk.path("mail"), desk.path("other"))
        async let one = Task { try office.deliverLetters(by: .folder(here, from: sender)) }.value
        async let two = Task { try other.deliverLetters(by: .folder(there, from: sender)) }.value
        let delivered = try await one.delivered.map(\.number) + two.delivered.map(\.number)
        #expect(delivered.sorted() == [1, 2, 3, 5] + Array(6...135))
        let written = [here, there].flatMap {
            (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? []
        }
        #expect(written.count == 134 && Set(written).count == 134)
    }

    @Test(arguments: [
        ("data.owner+shares@dwp.example.gov.uk", true), ("o'neill@localhost", true), ("a@b@c", false), ("@b", false),
        ("a@", false), ("a..b@c.uk", false), (".a@c.uk", false), ("a@-c.uk", false), ("a@c..uk", false),
        ("a@c.uk\n", false), ("a\u{0}@c.uk", false), ("é@c.uk", false), ("a\u{301}@c.uk", false), ("<a@c.uk>", false),
        ("a@c.uk, d@e.uk", false),
    ])
    func onlyAnAddressIsAnAddress(text: String, isOne: Bool) {
        #expect((MailAddress(text) != nil) == isOne)
    }
}

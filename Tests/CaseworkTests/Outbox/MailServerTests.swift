import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// Letters leave by a mail server: at least once, in order, retried later and later, held when it makes no sense to go on.
@Suite struct MailServerTests {
    private static let written = Instant(milliseconds: 1_775_035_800_000)

    private func letter(
        _ share: String, to recipient: String, kind: String = "remind:review:due", subject: String? = nil
    ) -> Letter {
        Letter(
            share: ShareReference(share), kind: kind, due: Self.written.day, recipient: recipient,
            subject: subject ?? "\(share): It waits", body: "First line.\n.\nPrüfung “\(share)”.", written: Self.written
        )
    }

    /// A desk where these people have an address `ID@example.gov.uk`, and these letters wait.
    private func desk(_ letters: [Letter], people: [String] = ["owner", "hub", "dpo"]) throws -> Desk {
        let desk = try Desk()
        for id in people {
            let known = try #require(Desk.people.first { $0.id == PersonID(id) })
            try desk.office.keep(
                Person(
                    id: known.id, name: known.name, roles: known.roles, organisation: known.organisation,
                    email: "\(id)@example.gov.uk"), as: "hub")
        }
        try post(letters, at: desk)
        return desk
    }

    private func post(_ letters: [Letter], at desk: Desk) throws {
        _ = try desk.office.ledger.write { try $0.post(letters, at: Self.written) }
    }

    private func deliver(
        _ desk: Desk, by server: LocalMailServer, _ more: [String: Any] = [:], digests: Bool = false
    ) throws -> DeliveryReport {
        try desk.office.deliverLetters(by: .server(file: server.settings(more)), digests: digests)
    }

    /// `1 owner`, with `held` behind it where it is.
    private func waiting(_ desk: Desk) throws -> [String] {
        try desk.office.waitingLetters().map { "\($0.number) \($0.recipient)\($0.isHeld ? " held" : "")" }
    }

    // MARK: - What is sent

    @Test func aLetterIsSentAsAMessage() throws {
        let server = try LocalMailServer()
        let desk = try desk([letter("A", to: "owner")])
        let report = try deliver(desk, by: server)
        #expect(report.delivered.map(\.number) == [1])
        #expect(report.kept.isEmpty && report.stopped == nil)
        let received = try server.received()
        #expect(received.count == 1)
        let message = try #require(received.first)
        #expect(message.sender.hasPrefix("MAIL FROM:<data-sharing@example.gov.uk>"))
        #expect(message.recipients == ["owner@example.gov.uk"])
        #expect(message.body == "First line.\r\n.\r\nPrüfung “A”.\r\n")
        let digest = letter("A", to: "owner").digest
        #expect(
            message.headers == [
                "From: data-sharing@example.gov.uk", "To: owner@example.gov.uk", "Subject: A: It waits",
                "Date: Wed, 1 Apr 2026 09:30:00 +0000",
                "Message-ID: <letter-1.\(digest.prefix(16))@example.gov.uk>", "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            ])
        #expect(server.commands().contains("EHLO example.gov.uk\n"))
        #expect(try deliver(desk, by: server).delivered.isEmpty)
        #expect(try server.received().count == 1)
        #expect(try desk.office.waitingLetters().isEmpty)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func aMessageOfAnyLengthArrivesWhole() throws {
        let server = try LocalMailServer()
        let body = (1...9_000).map { "Line \($0) of a long letter." }.joined(separator: "\n")
        var long = letter("A", to: "owner")
        long.body = body
        let desk = try desk([long])
        #expect(try deliver(desk, by: server).delivered.count == 1)
        #expect(try server.received().first?.body == body.replacing("\n", with: "\r\n") + "\r\n")
    }

    @Test func aSubjectThatWouldBeginAHeaderIsHeldAndTheNextGoes() throws {
        let server = try LocalMailServer()
        let desk = try desk([
            letter("A", to: "owner", subject: "x\r\nBcc: all@example.gov.uk"),
            letter("B", to: "owner", subject: "x\nBcc: all@example.gov.uk"), letter("C", to: "owner"),
        ])
        let report = try deliver(desk, by: server)
        #expect(report.delivered.map(\.number) == [3])
        #expect(try waiting(desk) == ["1 owner held", "2 owner held"])
        #expect(
            report.kept.map(\.why)
                == Array(repeating: "Its subject holds a character that no subject may hold.", count: 2))
        #expect(!server.commands().contains("all@example.gov.uk"))
    }

    // MARK: - Later, or never

    @Test func whatIsNotTakenNowIsTriedLaterAndTheNextWaitsForIt() throws {
        let server = try LocalMailServer([
            "owner@example.gov.uk": ["451 4.2.0 mailbox busy", "450 4.2.0 still busy"]
        ])
        let desk = try desk([letter("A", to: "owner"), letter("B", to: "owner"), letter("C", to: "hub")])
        let first = try deliver(desk, by: server)
        #expect(first.delivered.map(\.number) == [3])
        #expect(first.kept.map(\.letter.number) == [1])
        #expect(
            first.kept.map(\.why) == [
                "The mail server did not take the address: it answered “451 4.2.0 mailbox busy”."
            ])
        let state = try #require(try desk.office.waitingLetters().first)
        #expect(state.attempts == 1 && !state.isHeld && state.fault == first.kept.first?.why)
        #expect(state.nextAttempt == Instant(rfc3339: "2026-04-01T00:01:00.000Z"))
        // Not before its time.
        #expect(try deliver(desk, by: server).delivered.isEmpty)
        try desk.set(at: "2026-04-01T00:00:59.999Z")
        #expect(try deliver(desk, by: server).kept.isEmpty)
        try desk.set(at: "2026-04-01T00:01:00.000Z")
        #expect(try deliver(desk, by: server).kept.map(\.letter.attempts) == [2])
        // After twice as long.
        try desk.set(at: "2026-04-01T00:02:59.999Z")
        #expect(try deliver(desk, by: server).delivered.isEmpty)
        try desk.set(at: "2026-04-01T00:03:00.000Z")
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [1, 2])
        #expect(
            try server.subjects() == [
                "hub@example.gov.uk C: It waits", "owner@example.gov.uk A: It waits",
                "owner@example.gov.uk B: It waits",
            ])
    }

    @Test func whatIsRefusedForGoodIsHeldAtOnceAndKeepsNobodyBack() throws {
        let server = try LocalMailServer(["hub@example.gov.uk": ["550 5.1.1 no such user"]])
        let desk = try desk([
            letter("A", to: "owner"), letter("A", to: "hub"), letter("A", to: "dpo"), letter("B", to: "hub"),
        ])
        let report = try deliver(desk, by: server)
        // The hub's next letter goes on.
        #expect(report.delivered.map(\.number) == [1, 3, 4])
        #expect(try waiting(desk) == ["2 hub held"])
        #expect(
            report.kept.map(\.why) == [
                "The mail server did not take the address: it answered “550 5.1.1 no such user”."
            ])
        // However late, it is not tried by itself.
        try desk.set("2027-04-01")
        #expect(try deliver(desk, by: server).delivered.isEmpty)
        #expect(try desk.office.retryLetters(nil) == 1)
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [2])
        #expect(throws: Refusal.self) { try desk.office.retryLetters(nil) }
        #expect(throws: Refusal.self) { try desk.office.retryLetters(2) }
    }

    @Test func aLetterThatTheServerRefusesForWhatItSaysIsHeld() throws {
        let server = try LocalMailServer([:], ["data": ["554 5.7.1 refused", "452 4.3.1 no room"]])
        let desk = try desk([letter("A", to: "owner"), letter("B", to: "owner")])
        let report = try deliver(desk, by: server)
        #expect(try waiting(desk) == ["1 owner held", "2 owner"])
        #expect(
            report.kept.map(\.why) == [
                "The mail server did not take the letter: it answered “554 5.7.1 refused”.",
                "The mail server did not take the letter: it answered “452 4.3.1 no room”.",
            ])
    }

    @Test func afterTheStatedAttemptsALetterIsHeld() throws {
        let server = try LocalMailServer(["owner@example.gov.uk": Array(repeating: "451 busy", count: 3)])
        let desk = try desk([letter("A", to: "owner"), letter("B", to: "owner")])
        for minute in ["00", "01"] {
            try desk.set(at: "2026-04-01T00:\(minute):00.000Z")
            #expect(try deliver(desk, by: server, ["attempts": 3]).delivered.isEmpty)
        }
        try desk.set(at: "2026-04-01T00:03:00.000Z")
        // Held at the third, and the next letter goes on.
        #expect(try deliver(desk, by: server, ["attempts": 3]).delivered.map(\.number) == [2])
        #expect(try waiting(desk) == ["1 owner held"])
        #expect(try desk.office.waitingLetters().map(\.attempts) == [3])
        #expect(try desk.office.retryLetters(1) == 1)
        #expect(try desk.office.waitingLetters().map(\.attempts) == [0])
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [1])
    }

    @Test func theWaitDoublesToSixHoursAndEndsAfterFourDays() throws {
        let desk = try desk([letter("A", to: "owner")])
        let nobody = try LocalMailServer()
        // Port 1 of this machine: nobody listens there.
        var minutes: [Int64] = []
        while try !desk.office.waitingLetters().contains(where: \.isHeld) {
            let before = desk.office.surroundings.now()
            _ = try deliver(desk, by: nobody, ["port": 1])
            guard let next = try desk.office.waitingLetters().first, let moment = next.nextAttempt, !next.isHeld
            else { continue }
            minutes.append((moment.milliseconds - before.milliseconds) / 60_000)
            try desk.set(at: moment.description)
        }
        #expect(minutes == [1, 2, 4, 8, 16, 32, 64, 128, 256] + Array(repeating: 360, count: 15))
        #expect(try desk.office.waitingLetters().map(\.attempts) == [25])
    }

    @Test func aLetterInBackOffLeavesAtOnceWhenItIsPutBack() throws {
        let server = try LocalMailServer(["owner@example.gov.uk": ["451 busy"]])
        let desk = try desk([letter("A", to: "owner")])
        #expect(try deliver(desk, by: server).delivered.isEmpty)
        #expect(try desk.office.retryLetters(1) == 1)
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [1])
    }

    // MARK: - The server

    @Test func whereNobodyListensTheDeliveryStopsAndSaysSo() throws {
        let server = try LocalMailServer()
        let desk = try desk([letter("A", to: "owner"), letter("A", to: "hub"), letter("A", to: "dpo")])
        let report = try deliver(desk, by: server, ["port": 1])
        #expect(report.delivered.isEmpty)
        #expect(report.stopped?.hasPrefix("The mail server could not be used: curl says (7) Failed to connect") == true)
        // The others were not tried, and lose no attempt.
        #expect(try desk.office.waitingLetters().map(\.attempts) == [1, 0, 0])
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [2, 3])
        try desk.set(at: "2026-04-01T00:01:00.000Z")
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [1])
    }

    @Test(arguments: ["550 5.7.1 not from you", "421 closing", "451 4.3.0 come back later"])
    func aServerThatTakesNoSenderHoldsNoLetter(reply: String) throws {
        let server = try LocalMailServer([:], ["mail": [reply]])
        let desk = try desk([letter("A", to: "owner"), letter("A", to: "hub")])
        let report = try deliver(desk, by: server)
        #expect(report.stopped == "The mail server could not be used: it answered “\(reply)”.")
        #expect(try waiting(desk) == ["1 owner", "2 hub"])
    }

    @Test func aLineThatBreaksAfterTheLetterWasTakenRepeatsItOnceUnderTheSameIdentifier() throws {
        let server = try LocalMailServer([:], ["data": ["close"]])
        let desk = try desk([letter("A", to: "owner")])
        #expect(try deliver(desk, by: server).delivered.isEmpty)
        try desk.set(at: "2026-04-01T00:01:00.000Z")
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [1])
        let received = try server.received()
        #expect(received.count == 2)
        #expect(Set(received.map(\.data)).count == 1)
    }

    // MARK: - Encryption and signing in

    @Test(arguments: ["starttls", "tls"]) func theConnectionIsEncryptedBeforeAnythingIsSaid(tls: String) throws {
        let server = try LocalMailServer([:], [tls: true, "auth": "concordat:Sesam \"öffne\" \\ dich:#"])
        try Data("Sesam \"öffne\" \\ dich:#\nand a second line\n".utf8)
            .write(to: server.folder.appendingPathComponent("password"))
        let desk = try desk([letter("A", to: "owner")])
        let more: [String: Any] = [
            "tls": tls, "user": "concordat", "password": ["file": "password"], "authority": "cert.pem",
        ]
        #expect(try deliver(desk, by: server, more).delivered.map(\.number) == [1])
        let received = try server.received()
        #expect(received.map(\.encrypted) == [true])
        #expect(received.map(\.user) == ["concordat"])
    }

    @Test func aCertificateOfNobodyWhomWeTrustIsNotTaken() throws {
        let server = try LocalMailServer([:], ["starttls": true, "auth": "concordat:secret"])
        try Data("secret".utf8).write(to: server.folder.appendingPathComponent("password"))
        let desk = try desk([letter("A", to: "owner")])
        let report = try deliver(
            desk, by: server, ["tls": "starttls", "user": "concordat", "password": ["file": "password"]])
        #expect(report.stopped?.contains("certificate") == true, "\(report.stopped ?? "")")
        #expect(!server.commands().contains("AUTH") && !server.commands().contains("MAIL"))
        #expect(try server.received().isEmpty)
    }

    @Test func whereTheServerOffersNoEncryptionNothingIsSent() throws {
        let server = try LocalMailServer([:], ["auth": "concordat:secret"])
        try Data("secret".utf8).write(to: server.folder.appendingPathComponent("password"))
        let desk = try desk([letter("A", to: "owner")])
        let report = try deliver(
            desk, by: server, ["tls": "starttls", "user": "concordat", "password": ["file": "password"]])
        #expect(report.stopped?.hasPrefix("The mail server could not be used: ") == true)
        #expect(!server.commands().contains("AUTH") && !server.commands().contains("MAIL"))
        #expect(try server.received().isEmpty)
    }

    @Test func aWrongPasswordStopsTheDeliveryAndIsNowhereToRead() throws {
        let server = try LocalMailServer([:], ["starttls": true, "auth": "concordat:secret"])
        try Data("Wr0ngPassw0rd".utf8).write(to: server.folder.appendingPathComponent("password"))
        let desk = try desk([letter("A", to: "owner")])
        let report = try deliver(
            desk, by: server,
            ["tls": "starttls", "user": "concordat", "password": ["file": "password"], "authority": "cert.pem"])
        #expect(
            report.stopped
                == "The mail server could not be used: it answered “535 5.7.8 wrong user or password”.")
        let said = "\(report) \(try desk.office.waitingLetters())"
        #expect(!said.contains("Wr0ngPassw0rd"))
        #expect(!said.contains(Data("\0concordat\0Wr0ngPassw0rd".utf8).base64EncodedString()))
        #expect(try waiting(desk) == ["1 owner"])
    }

    // MARK: - Two at once, and none

    @Test func twoWhoDeliverAtOnceSendEachLetterOnceAndInOrder() async throws {
        let server = try LocalMailServer()
        let desk = try desk(
            (1...6).flatMap { number in ["owner", "hub", "dpo"].map { letter("M-\(number)", to: $0) } })
        // A second program has a handle of its own on the file.
        let other = Office(
            ledger: try Ledger.open(file: desk.path("register.sqlite")), surroundings: desk.office.surroundings)
        let office = desk.office
        let file = try server.settings()
        async let one = Task { try office.deliverLetters(by: .server(file: file)) }.value
        async let two = Task { try other.deliverLetters(by: .server(file: file)) }.value
        let delivered = try await one.delivered.map(\.number) + two.delivered.map(\.number)
        #expect(delivered.sorted() == Array(1...18))
        let subjects = try server.subjects()
        for person in ["owner", "hub", "dpo"] {
            #expect(
                subjects.filter { $0.hasPrefix(person) }
                    == (1...6).map { "\(person)@example.gov.uk M-\($0): It waits" })
        }
    }

    /// Who claimed a letter and ended before it was settled leaves it to the next, once the claim is over.
    @Test func whatWasClaimedByWhoEndedIsSentOnceMore() throws {
        let server = try LocalMailServer()
        let desk = try desk([letter("A", to: "owner"), letter("B", to: "owner"), letter("A", to: "hub")])
        // Addressed, as a first delivery does, and claimed by one that ends here.
        _ = try deliver(desk, by: server, ["port": 1])
        #expect(try desk.office.retryLetters(1) == 1)
        let now = desk.office.surroundings.now()
        let claimed = try desk.office.ledger.write {
            try $0.claimLetters(
                to: "owner", at: now, until: Instant(milliseconds: now.milliseconds + 600_000),
                claim: [UInt8](repeating: 7, count: 16))
        }
        #expect(claimed.map(\.number) == [1])
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [3])
        #expect(throws: Refusal.self) { try desk.office.retryLetters(1) }
        try desk.set(at: "2026-04-01T00:10:00.000Z")
        #expect(try deliver(desk, by: server).delivered.map(\.number) == [1, 2])
        // Whose claim is over changes nothing any more.
        try desk.office.ledger.write {
            try $0.settle(
                claimed[0], claim: [UInt8](repeating: 7, count: 16), as: .held(fault: "late"), at: now)
        }
        #expect(try desk.office.waitingLetters().isEmpty)
        #expect(try server.received().count == 3)
    }

    // MARK: - To whom

    @Test func aLetterToARoleGoesToEverybodyWhoHoldsItThatDayEachForThemselves() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["provider": "Home Office"])])
        try post([letter("A", to: "role:partner")], at: desk)
        let nobody = try LocalMailServer()
        #expect(
            try deliver(desk, by: nobody).kept.map(\.why)
                == ["Nobody holds the role partner on the share: add somebody with people add."])
        #expect(try waiting(desk) == ["1 role:partner"])
        for id in ["home-1", "home-2", "home-3"] {
            try desk.office.keep(
                Person(
                    id: PersonID(id), name: "Partner \(id)", roles: ["partner"], organisation: "Home Office",
                    email: "\(id)@example.gov.uk"))
        }
        let server = try LocalMailServer([
            "home-1@example.gov.uk": ["550 5.1.1 no such user"], "home-2@example.gov.uk": ["451 busy"],
        ])
        let first = try deliver(desk, by: server)
        #expect(first.delivered.map(\.recipient) == ["home-3"])
        #expect(try waiting(desk) == ["1 home-1 held", "1 home-2"])
        // Who comes to the role later was not one of those it was for.
        try desk.office.keep(
            Person(
                id: "home-4", name: "Partner home-4", roles: ["partner"], organisation: "Home Office",
                email: "home-4@example.gov.uk"))
        try desk.set(at: "2026-04-01T00:01:00.000Z")
        let second = try deliver(desk, by: server)
        #expect(second.delivered.map(\.recipient) == ["home-2"])
        #expect(try desk.office.retryLetters(1) == 1)
        #expect(try deliver(desk, by: server).delivered.map(\.recipient) == ["home-1"])
        #expect(try waiting(desk) == [])
        #expect(
            try server.received().flatMap(\.recipients).sorted() == [
                "home-1@example.gov.uk", "home-2@example.gov.uk", "home-3@example.gov.uk",
            ])
    }

    @Test func aDigestIsOneMessageAndIsKnownByWhatIsInIt() throws {
        let server = try LocalMailServer(["owner@example.gov.uk": ["451 busy"]])
        let desk = try desk([
            letter("A", to: "owner"), letter("B", to: "owner", kind: "return:1"), letter("C", to: "owner"),
        ])
        #expect(try deliver(desk, by: server, digests: true).kept.map(\.letter.number) == [1, 3])
        // Another that comes meanwhile is in the digest when it is tried again: it is another message.
        try post([letter("D", to: "owner")], at: desk)
        try desk.set(at: "2026-04-01T00:01:00.000Z")
        #expect(try deliver(desk, by: server, digests: true).delivered.map(\.number) == [1, 2, 3, 4])
        let received = try server.received()
        #expect(received.map { $0.header("Subject") } == ["3 reminders", "B: It waits"])
        #expect(received.first?.body.contains("Prüfung “D”") == true)
        #expect(received.first?.header("Message-ID")?.hasPrefix("<letter-1.") == true)
        #expect(
            received.first?.header("Message-ID")
                != "<letter-1.\(letter("A", to: "owner").digest.prefix(16))@example.gov.uk>")
    }
}

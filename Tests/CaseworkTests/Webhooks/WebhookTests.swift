import Casework
import Foundation
import Ledger
import Shares
import Signatures
import Testing

/// Partners are told of what was issued to them: in order, at least once, and nowhere inside.
@Suite struct WebhookTests {
    private static let loopback = InternetNetwork("127.0.0.0/8")

    private func tell(
        _ desk: Desk, allowing networks: [InternetNetwork?] = [loopback]
    ) throws -> WebhookReport {
        let publication = Publication(signedBy: try Partners(in: desk.folder).dwp)
        return try desk.office.tellPartners(by: publication, allowing: networks.compactMap { $0 })
    }

    /// Two shares with HMRC, which has an address.
    private func desk(_ server: LocalHookServer) throws -> (Desk, Int) {
        let desk = try Desk()
        let hook = try desk.office.addWebhook(
            of: "HMRC", to: server.address, as: PersonID("hub"), allowing: [Self.loopback].compactMap { $0 }
        ).number
        try desk.importing([Row("DS-1"), Row("DS-2")])
        return (desk, hook)
    }

    @Test func aPartnerIsToldInOrderAndOnce() throws {
        let server = try LocalHookServer()
        let (desk, _) = try desk(server)
        var report = try tell(desk)
        #expect(report.issued == 2 && report.told == 2 && report.failing.isEmpty)
        #expect(try server.subjects() == ["DS-1 1", "DS-2 1"])
        // What was told is known to be issued, and is told no second time.
        #expect(try desk.office.receipts().map(\.version) == [1, 1])
        report = try tell(desk)
        #expect(report.issued == 0 && report.told == 0)
        let first = try #require(try server.received().first)
        #expect(first.path == "/hooks/dwp" && first.headers["content-type"] == "application/cloudevents+json")
        let event = try JSONDecoder().decode(LocalHookServer.Event.self, from: Data(first.body.utf8))
        #expect(event.specversion == "1.0" && event.id == "1" && event.type == "example.concordat.manifest.issued")
        #expect(event.source == "https://concordat.example/ns/2026/organisation/department-for-work-pensions")
        #expect(event.data.manifest == "/api/manifests/DS-1/versions/1")
        #expect(event.time == "2026-04-01T00:00:00.000Z")
    }

    @Test func whatIsToldIsSigned() throws {
        let server = try LocalHookServer()
        let (desk, _) = try desk(server)
        _ = try tell(desk)
        let first = try #require(try server.received().first)
        let jws = Array(try #require(first.headers["x-jws-signature"]).utf8)
        let chain = try DetachedJWS.check(jws, over: Array(first.body.utf8), file: "message")
        #expect(chain.signer?.organisation == "department-for-work-pensions")
        let other = Array(first.body.replacing("DS-1", with: "DS-9").utf8)
        #expect(throws: Findings.self) { _ = try DetachedJWS.check(jws, over: other, file: "message") }
    }

    @Test func whatIsNotTakenHoldsUpWhatComesAfter() throws {
        let server = try LocalHookServer()
        let (desk, hook) = try desk(server)
        try server.answer([204, 500])
        let report = try tell(desk)
        #expect(report.told == 1 && report.failing.map(\.fault) == ["It answered 500."])
        try desk.importing([Row("DS-1", ["purpose": "Another purpose of the same check"])], as: "later.csv")
        // Its time has not come.
        #expect(try tell(desk).told == 0)
        #expect(try server.subjects() == ["DS-1 1", "DS-2 1"])
        try desk.set("2026-04-02")
        #expect(try tell(desk).told == 2)
        #expect(try server.subjects() == ["DS-1 1", "DS-2 1", "DS-2 1", "DS-1 2"])
        #expect(
            try desk.office.webhookAttempts(of: hook).map(\.fault) == [nil, nil, "It answered 500.", nil])
    }

    @Test func afterADayItIsHeldUntilSomebodySaysSo() throws {
        let server = try LocalHookServer()
        let (desk, hook) = try desk(server)
        try server.answer([503, 503])
        _ = try tell(desk)
        try desk.set("2026-04-02")
        let held = try #require(try tell(desk).failing.first)
        #expect(held.isHeld && held.attempts == 2)
        try desk.set("2026-04-09")
        #expect(try tell(desk).told == 0)
        #expect(try server.received().count == 2)
        #expect(throws: Refusal.self) { try desk.office.retryWebhook(hook, as: PersonID("owner")) }
        try desk.office.retryWebhook(hook, as: PersonID("hub"))
        #expect(try tell(desk).told == 2)
        #expect(try server.subjects() == ["DS-1 1", "DS-1 1", "DS-1 1", "DS-2 1"])
    }

    @Test func anAnswerThatPointsElsewhereIsNotFollowed() throws {
        let server = try LocalHookServer()
        let (desk, _) = try desk(server)
        try server.answer([302])
        #expect(try tell(desk).failing.map(\.fault) == ["It answered 302."])
        #expect(try server.received().map(\.path) == ["/hooks/dwp"])
    }

    @Test func nothingIsSentInsideUnlessItIsAllowed() throws {
        let server = try LocalHookServer()
        let (desk, _) = try desk(server)
        let fault = try tell(desk, allowing: [InternetNetwork("10.0.0.0/8")]).failing.first?.fault
        #expect(fault == "127.0.0.1 is at 127.0.0.1, which is not public: it is not sent to.")
        #expect(try server.received().isEmpty)
    }

    @Test func aPartnerIsToldOfItsOwnAlone() throws {
        let server = try LocalHookServer()
        let desk = try Desk()
        _ = try desk.office.addWebhook(
            of: "Leeds City Council", to: server.address, as: PersonID("hub"),
            allowing: [Self.loopback].compactMap { $0 })
        try desk.importing([Row("DS-1")])
        let report = try tell(desk)
        #expect(report.issued == 1 && report.told == 0)
        #expect(try server.received().isEmpty)
    }

    /// What it was given last is withdrawn; of what is agreed with others it is told nothing, then or later.
    @Test func aPartnerThatWasDroppedIsTold() throws {
        let server = try LocalHookServer()
        let (desk, _) = try desk(server)
        _ = try tell(desk)
        try desk.importing([Row("DS-1", ["provider": "Leeds City Council"])], as: "later.csv")
        #expect(try tell(desk).told == 1)
        try desk.importing(
            [Row("DS-1", ["provider": "Leeds City Council", "purpose": "Another purpose"])], as: "last.csv")
        let report = try tell(desk)
        #expect(report.issued == 1 && report.told == 0)
        let events = try server.received().map {
            try JSONDecoder().decode(LocalHookServer.Event.self, from: Data($0.body.utf8))
        }
        #expect(try server.subjects() == ["DS-1 1", "DS-2 1", "DS-1 1"])
        #expect(
            events.map(\.type) == [
                "example.concordat.manifest.issued", "example.concordat.manifest.issued",
                "example.concordat.manifest.withdrawn",
            ])
        #expect(events.last?.data.manifest == "/api/manifests/DS-1/versions/1")
    }

    /// After the first time only what changed is looked at; another program's changes are among that.
    @Test func whatAnotherProgramChangedIsIssued() throws {
        let server = try LocalHookServer()
        let (desk, _) = try desk(server)
        #expect(try tell(desk).issued == 2)
        let other = Office(
            ledger: try Ledger.open(file: desk.path("register.sqlite")), surroundings: desk.office.surroundings)
        let rows = [Row("DS-2", ["purpose": "Another purpose"]), Row("DS-3")]
        _ = try other.importRegister(ImportRequest(file: try desk.write(Row.csv(rows), to: "later.csv")))
        let report = try tell(desk)
        #expect(report.issued == 2 && report.told == 2)
        #expect(try server.subjects() == ["DS-1 1", "DS-2 1", "DS-2 2", "DS-3 1"])
    }

    @Test func theHubKeepsAllWebhooksAndAPartnerItsOwn() throws {
        let desk = try Desk()
        func add(_ address: String, of partner: String = "HMRC", as person: String) throws -> Int {
            try desk.office.addWebhook(of: partner, to: address, as: PersonID(person)).number
        }
        #expect(throws: Refusal.self) { _ = try add("https://hmrc.example/hooks", as: "owner") }
        #expect(throws: Refusal.self) {
            _ = try add("https://leeds.example/hooks", of: "Leeds City Council", as: "partner")
        }
        let number = try add("https://hmrc.example/hooks", as: "partner")
        #expect(throws: Refusal.self) { _ = try add("https://hmrc.example/hooks", as: "hub") }
        let others = try add("https://leeds.example/hooks", of: "Leeds City Council", as: "hub")
        #expect(try desk.office.webhooks().map(\.organisation) == ["hm-revenue-customs", "leeds"])
        let partner = PersonID("partner")
        #expect(throws: Refusal.self) { try desk.office.removeWebhook(others, as: partner) }
        #expect(throws: Refusal.self) { try desk.office.holdWebhook(others, as: partner) }
        #expect(throws: Refusal.self) { try desk.office.retryWebhook(others, as: partner) }
        try desk.office.removeWebhook(number, as: PersonID("partner"))
        #expect(try desk.office.webhooks().map(\.number) == [others])
        #expect(throws: Refusal.self) { try desk.office.removeWebhook(number, as: PersonID("hub")) }
    }

    @Test func aPartnerHasTenWebhooksAtMost() throws {
        let desk = try Desk()
        func add(_ number: Int, of partner: String) throws -> Webhook {
            try desk.office.addWebhook(of: partner, to: "https://data.example/\(number)", as: PersonID("hub"))
        }
        for number in 1...10 { _ = try add(number, of: "HMRC") }
        let refusal = #expect(throws: Refusal.self) { _ = try add(11, of: "HMRC") }
        #expect(refusal?.reasons.map(\.rule) == ["too-many-webhooks"])
        _ = try add(11, of: "Leeds City Council")
        try desk.office.removeWebhook(3, as: PersonID("hub"))
        _ = try add(11, of: "HMRC")
    }

    @Test func onePartnerIsToldWithoutTheOthers() throws {
        let (one, other) = (try LocalHookServer(), try LocalHookServer())
        let (desk, _) = try desk(one)
        _ = try desk.office.addWebhook(
            of: "DWP", to: other.address, as: PersonID("hub"), allowing: [Self.loopback].compactMap { $0 })
        let publication = Publication(signedBy: try Partners(in: desk.folder).dwp)
        #expect(try desk.office.issueManifests(by: publication) == 2)
        #expect(try desk.office.partnersToTell() == ["department-for-work-pensions", "hm-revenue-customs"])
        let networks = [Self.loopback].compactMap { $0 }
        #expect(try desk.office.tell("hm-revenue-customs", by: publication, allowing: networks, within: 0).told == 0)
        #expect(try one.subjects() == [])
        #expect(try desk.office.tell("hm-revenue-customs", by: publication, allowing: networks).told == 2)
        #expect(try one.subjects() == ["DS-1 1", "DS-2 1"])
        #expect(try other.subjects() == [])
    }

    /// What delivery would refuse is refused when it is added.
    @Test(arguments: [
        ("http://127.0.0.1/hooks", "127.0.0.1 is at 127.0.0.1, which is not public: it is not sent to."),
        ("https://10.1.2.3/hooks", "10.1.2.3 is at 10.1.2.3, which is not public: it is not sent to."),
        ("https://169.254.169.254/", "169.254.169.254 is at 169.254.169.254, which is not public: it is not sent to."),
        ("http://8.8.8.8/hooks", "http://8.8.8.8/hooks is not secure: it begins with https."),
        ("http://nowhere.invalid/hooks", "http://nowhere.invalid/hooks is not secure: it begins with https."),
        (
            "https://nowhere.invalid/hooks",
            "nowhere.invalid has no address of the internet now: look whether the name is right."
        ), ("", "Say the address to send to: https, a name, perhaps a port, and a path."),
    ])
    func whatDeliveryWouldRefuseIsNotAdded(address: String, says: String) throws {
        let desk = try Desk()
        let found = #expect(throws: Findings.self) {
            _ = try desk.office.addWebhook(of: "HMRC", to: address, as: PersonID("partner"))
        }
        #expect(found?.all.map(\.message) == [says])
        #expect(try desk.office.webhooks() == [])
    }

    @Test func oneThatIsHeldIsToldOnceItIsResumed() throws {
        let server = try LocalHookServer()
        let (desk, hook) = try desk(server)
        try desk.office.holdWebhook(hook, as: PersonID("partner"))
        #expect(throws: Refusal.self) { try desk.office.holdWebhook(hook, as: PersonID("partner")) }
        #expect(try desk.office.webhooks().map(\.fault) == ["Held by partner."])
        #expect(try tell(desk).told == 0)
        #expect(try server.received().isEmpty)
        try desk.office.retryWebhook(hook, as: PersonID("partner"))
        #expect(try tell(desk).told == 2)
        #expect(try desk.office.webhooks().map(\.fault) == [nil])
    }

    @Test(arguments: [
        ("8.8.8.8", true), ("2606:4700::1", true), ("127.0.0.1", false), ("0.0.0.0", false), ("10.1.2.3", false),
        ("100.64.0.1", false), ("100.128.0.1", true), ("169.254.169.254", false), ("172.15.0.1", true),
        ("172.31.255.255", false), ("192.168.1.1", false), ("198.19.0.1", false), ("224.0.0.1", false),
        ("255.255.255.255", false), ("::", false), ("::1", false), ("::ffff:127.0.0.1", false),
        ("::ffff:8.8.8.8", true), ("fe80::1", false), ("fc00::1", false), ("fd00:ec2::254", false),
        ("64:ff9b::7f00:1", false), ("2002:7f00:1::", false), ("2001::1", false), ("ff02::1", false),
    ])
    func whatIsPublicIsKnown(text: String, isPublic: Bool) throws {
        #expect(try #require(InternetAddress(text)).isPublic == isPublic)
    }

    @Test(arguments: [
        ("https://data.example/hooks", "https://data.example/hooks"), ("https://Data.Example", "https://data.example/"),
        ("https://data.example:8443/a?b=c", "https://data.example:8443/a?b=c"),
        ("https://203.0.113.5/", "https://203.0.113.5/"), ("ftp://data.example/", nil), ("https://", nil),
        ("https://a@127.0.0.1/", nil), ("https://2130706433/", nil), ("https://0x7f.1/", nil),
        ("https://127.1/", nil), ("https://[::1]/", nil), ("https://data.example:0/", nil),
        ("https://data.example/\"\nproxy = \"x", nil), ("https://data.example/#x", nil),
        ("https://data..example/", nil), ("https://data.example\\@127.0.0.1/", nil),
    ])
    func anAddressIsReadInOneWay(text: String, read: String?) {
        #expect(WebhookAddress(text)?.description == read)
    }
}

import Casework
import Hummingbird
import Ledger
import Shares
import Testing
import Web
import Workflows

/// A form that is sent twice, by a double click or from the page before, makes what it makes once.
struct SentTwiceTests {
    private static func site() throws -> TestSite { try TestSite(register: TestSite.register) }

    /// The value of a hidden field of a page.
    private static func hidden(_ name: String, in body: String) -> String? {
        body.split(separator: "name=\"\(name)\" value=\"", maxSplits: 1).dropFirst().first
            .map { String($0.prefix { $0 != "\"" }) }
    }

    @Test func aProposalSentTwiceIsOneShare() async throws {
        let site = try Self.site()
        let key = try #require(Self.hidden("form-key", in: try await site.get("/propose", as: "requester").body))
        let fields = [("form-key", key), ("title", "Sent twice"), ("purpose", "To see")]
        let first = try await site.post("/propose", fields, as: "requester")
        let second = try await site.post("/propose", fields, as: "requester")
        #expect(first.status == 303 && second.status == 303)
        #expect(first.headers["location"] == "/shares/DS-1?done=1")
        #expect(second.headers["location"] == "/shares/DS-1?done=1")
        let shares = try site.office.shares(where: []).filter { $0.title == "Sent twice" }
        #expect(shares.count == 1)
        // With other words it is another proposal: whoever went back is told before a second is made.
        let other = try await site.post(
            "/propose", [("form-key", key), ("title", "Sent again")], as: "requester")
        #expect(other.status == 422)
        #expect(other.body.contains("This form was sent already, with something else in it"))
        #expect(other.body.contains("value=\"Sent again\""))
        #expect(Self.hidden("form-key", in: other.body).map { $0 != key } ?? false)
    }

    @Test func aPageHasItsOwnKey() async throws {
        let site = try Self.site()
        let keys = try await [site.get("/propose"), site.get("/propose")].map { Self.hidden("form-key", in: $0.body) }
        #expect(keys[0] != nil && keys[0] != keys[1])
    }

    @Test func anActSentTwiceLeadsToWhatItDid() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "One"), ("purpose", "To check")], as: "requester")
        let edit = [("seen-version", "1"), ("title", "Two")]
        for _ in 1...2 {
            let reply = try await site.post("/shares/DS-1/act/proposal/edit", edit, as: "requester")
            #expect(reply.headers["location"] == "/shares/DS-1?done=2")
        }
        // It is not possible any more, and it was done.
        let gone = [("seen-version", "2"), ("reason", "Not needed")]
        let replies = try await [
            site.post("/shares/DS-1/act/proposal/withdraw", gone, as: "requester"),
            site.post("/shares/DS-1/act/proposal/withdraw", gone, as: "requester"),
        ]
        #expect(replies.map { $0.headers["location"] } == ["/shares/DS-1?done=3", "/shares/DS-1?done=3"])
        #expect(try site.office.show(ShareReference("DS-1")).share.version == 3)
    }

    @Test func aKeySentTwiceIsMadeOnceAndItsSecretIsNotToldAgain() async throws {
        let site = try Self.site()
        let key = try #require(Self.hidden("form-key", in: try await site.get("/exchange/api-keys").body))
        let fields = [
            ("form-key", key), ("step", "make"), ("name", "Nightly"), ("holder", "hub"), ("scope", "shares:read"),
            ("last", "2026-06-01"),
        ]
        let first = try await site.post("/exchange/api-keys", fields, as: "hub")
        let second = try await site.post("/exchange/api-keys", fields, as: "hub")
        #expect(first.status == 200 && first.body.contains("copy it now"))
        #expect(second.status == 200 && second.body.contains("its secret was shown then"))
        #expect(!second.body.contains("Secret: "))
        #expect(try site.office.apiKeys(as: PersonID("hub")).count == 1)
    }

    @Test func aDelegationAndAWebhookSentTwiceAreOne() async throws {
        let site = try Self.site()
        let colleague = Person(
            id: PersonID("colleague"), name: "Colleague", roles: ["requester"], organisation: "DWP")
        try site.office.keep(colleague)
        let away = try #require(Self.hidden("form-key", in: try await site.get("/away", as: "requester").body))
        let delegation = [
            ("form-key", away), ("delegate", "colleague"), ("roles", "requester"), ("first", "2026-05-02"),
            ("last", "2026-05-09"), ("reason", "Leave"),
        ]
        for _ in 1...2 { #expect(try await site.post("/away", delegation, as: "requester").status == 303) }
        #expect(try site.office.currentRoster().delegations.count == 1)
        let hooks = try #require(
            Self.hidden("form-key", in: try await site.get("/exchange/webhooks", as: "leeds").body))
        let webhook = [("form-key", hooks), ("step", "add"), ("address", "https://hooks.example/x")]
        for _ in 1...2 { #expect(try await site.post("/exchange/webhooks", webhook, as: "leeds").status == 303) }
        #expect(try site.office.webhooks(as: PersonID("leeds")).count == 1)
    }

    @Test func aPersonAddedTwiceIsAddedOnce() async throws {
        let site = try Self.site()
        let key = try #require(Self.hidden("form-key", in: try await site.get("/hub/people").body))
        let person = [
            ("form-key", key), ("step", "keep"), ("id", "new"), ("name", "New"), ("role", "requester"),
            ("organisation", "DWP"),
        ]
        for _ in 1...2 { #expect(try await site.post("/hub/people", person, as: "hub").status == 303) }
        // Another form of the same page is another request.
        let letter = [
            ("form-key", key), ("step", "appoint"), ("appointed", "owner"), ("post", "data-owner"),
            ("first", "2026-05-01"), ("letter", "In the files"),
        ]
        for _ in 1...2 { #expect(try await site.post("/hub/people", letter, as: "hub").status == 303) }
        #expect(try site.office.currentRoster().appointments.count { $0.person == PersonID("owner") } == 1)
    }

    /// Whoever clicks twice is led to what was done, and not told that it cannot be done again.
    @Test func whatIsHeldRemovedRevokedOrEndedTwiceIsDoneOnce() async throws {
        let site = try Self.site()
        _ = try site.office.addWebhook(of: "Leeds City Council", to: "https://hooks.example/x", as: PersonID("hub"))
        for step in ["hold", "retry", "remove"] {
            let page = try await site.get("/exchange/webhooks", as: "leeds").body
            let form = [
                ("form-key", try #require(Self.hidden("form-key", in: page))), ("step", step), ("webhook", "1"),
            ]
            for _ in 1...2 {
                #expect(try await site.post("/exchange/webhooks", form, as: "leeds").status == 303, "\(step)")
            }
        }
        #expect(try site.office.webhooks(as: PersonID("hub")).isEmpty)
        _ = try site.office.makeAPIKey(
            APIKeyWish(
                name: "Nightly", person: PersonID("hub"), scopes: [.readShares],
                last: #require(Day(iso: "2026-06-01"))), as: PersonID("hub"))
        let asked = try await site.post("/exchange/api-keys", [("step", "revoke"), ("key", "1")], as: "hub").body
        let revoke = [
            ("form-key", try #require(Self.hidden("form-key", in: asked))), ("step", "confirm"), ("key", "1"),
        ]
        for _ in 1...2 {
            let reply = try await site.post("/exchange/api-keys", revoke, as: "hub")
            #expect(reply.status == 303 && reply.headers["location"] == "/exchange/api-keys?done=1")
        }
        _ = try site.office.delegate(
            Delegation(
                number: 0, from: PersonID("owner"), to: PersonID("hub"), roles: ["data-owner"],
                first: #require(Day(iso: "2026-05-01")), last: #require(Day(iso: "2026-05-10")), reason: "Leave"),
            as: PersonID("owner"))
        let away = try await site.get("/away", as: "owner").body
        let end = [
            ("form-key", try #require(Self.hidden("form-key", in: away))), ("number", "1"),
            ("seen", try #require(Self.hidden("seen", in: away))),
        ]
        for _ in 1...2 { #expect(try await site.post("/away", end, as: "owner").status == 303) }
    }

    /// A form of several buttons that comes with none of them does nothing, and does not say that it did.
    @Test(arguments: ["/hub/people", "/exchange/webhooks", "/exchange/api-keys"])
    func aFormWithoutItsButtonIsToldThatNothingWasDone(address: String) async throws {
        let site = try Self.site()
        for step in [[], [("step", "nonsense")]] {
            let reply = try await site.post(address, step, as: "hub")
            #expect(reply.status == 422)
            #expect(reply.body.contains("Nothing was done, as it is not said what to do: use a button of the form."))
        }
        #expect(try await site.post("/away", [], as: "hub").status == 422)
        let none = try await site.post("/away", [("number", "7")], as: "hub")
        #expect(none.status == 422 && none.body.contains("There is no delegation 7 that still holds."))
    }

    @Test func aDecisionConfirmedTwiceIsOne() async throws {
        let site = try TestSite(register: TestSite.twins)
        let list = try await site.get("/redundancy").body
        let group = try #require(
            list.split(separator: "href=\"/redundancy/").dropFirst().map { $0.prefix { $0 != "\"" } }.first)
        let form = [("verdict", "keep"), ("reason", "They differ")]
        let asked = try await site.get("/redundancy/\(group)").body
        let seen = try #require(Self.hidden("seen-position", in: asked))
        let check = try await site.post("/redundancy/\(group)", form + [("seen-position", seen)], as: "hub")
        let key = try #require(Self.hidden("form-key", in: check.body))
        let confirmed = form + [("seen-position", seen), ("form-key", key), ("step", "confirm")]
        for _ in 1...2 {
            let reply = try await site.post("/redundancy/\(group)", confirmed, as: "hub")
            #expect(reply.headers["location"] == "/redundancy?done=1")
        }
    }
}

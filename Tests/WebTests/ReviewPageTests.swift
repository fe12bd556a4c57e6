import Casework
import Shares
import Testing
import Web
import Workflows

/// Reviews on the pages: answered anew each time, and closed by somebody who sees what was answered and said.
struct ReviewPageTests {
    private static let share = ShareReference("DWP-DS-00001")
    private static let page = "/shares/DWP-DS-00001"
    private static let fine = ["1", "3", "4", "5", "6", "9", "10"].reduce(into: ["review/8": "None"]) {
        $0["review/" + $1] = "Yes"
    }

    private let site: TestSite

    init() throws {
        site = try TestSite(register: TestSite.register)
        try site.office.keep(Person(id: PersonID("dee"), name: "Dee Pio", roles: ["dpo"], organisation: "DWP"))
        try act("appoint-owner", "hub", ["owner": "owner"])
        try begin()
    }

    private func act(_ command: CommandName, _ person: String, _ fields: [String: String] = [:]) throws {
        _ = try site.office.act(on: Self.share, Order(command, fields: fields), as: PersonID(person))
    }

    private func begin() throws {
        try act("call-review", "leeds", ["reason": "The law has changed"])
        try act("begin-review", "owner")
    }

    private func version() throws -> String { String(try site.office.show(Self.share).share.version) }

    @Test func theSameAnswersAreTakenInTheNextReview() async throws {
        try act("answer-review", "owner", Self.fine)
        try act("continue", "owner")
        try begin()
        let address = Self.page + "/act/review/answer-review"
        let form = try await site.get(address, as: "owner").body
        #expect(form.contains("Last time (1 May 2026): None"))
        #expect(!form.contains(" checked"))
        // What the department answered is not for the partner.
        #expect(try await !site.get(address, as: "leeds").body.contains("Last time"))
        let sent = Self.fine.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("seen-version", try version())]
        #expect(try await site.post(address, sent, as: "owner").status == 303)
        let closed = try await site.post(
            Self.page + "/act/review/continue", [("seen-version", try version())], as: "owner")
        #expect(closed.status == 303)
        #expect(try site.office.show(Self.share).share.reviews.map(\.questions.count) == [8, 8])
    }

    @Test func whoeverClosesAReviewSeesWhatWasAnsweredAndSaid() async throws {
        try act("answer-review", "owner", Self.fine)
        try act("answer-review", "dee", ["review/5": "No"])
        try act("record-review", "dee", ["answers": "The gateway <ends> in May"])
        let address = Self.page + "/act/review/continue"
        let form = try await site.get(address, as: "owner").body
        #expect(form.contains("No (Dee Pio (dee), 1 May 2026)") && form.contains("The legal ground no longer holds."))
        #expect(form.contains("The gateway &lt;ends&gt; in May (Dee Pio (dee) as DPO, 1 May 2026)"))
        #expect(form.contains("The law has changed") && form.contains("needs a reason"))
        let refused = try await site.post(address, [("seen-version", try version())], as: "owner")
        #expect(refused.status == 422)
        #expect(refused.body.contains("although the review answered 5 “No”."))
        let taken = try await site.post(
            address, [("reason", "It is renewed"), ("seen-version", try version())], as: "owner")
        #expect(taken.status == 303)
        let held = try await site.get(Self.page, as: "owner").body
        #expect(held.contains("<td>Continue as it is</td>") && held.contains("It is renewed"))
        #expect(held.contains("Do the legal gateway and the lawful bases still hold? No (Dee Pio (dee))"))
        #expect(!held.contains("<td>Record a contribution</td>"))
    }
}

import Casework
import Shares
import Testing
import Workflows

/// Documents call people by their names, and name whoever stood in for another.
struct PeopleInDocumentsTests {
    private func text(_ template: String?, at desk: Desk) throws -> String {
        let made = try desk.office.document(
            of: ShareReference("A"), template: template, format: .html,
            for: try #require(try desk.office.currentRoster()[PersonID("hub")]))
        return String(decoding: made.document.bytes, as: UTF8.self)
    }

    @Test func peopleAreCalledByTheirNames() throws {
        let desk = try Desk()
        let (first, last) = (try #require(Day(iso: "2026-04-01")), try #require(Day(iso: "2026-04-10")))
        for role: RoleName in ["dpo", "siro"] {
            _ = try desk.office.delegate(
                Delegation(
                    number: 0, from: PersonID(role.rawValue), to: PersonID(role == "dpo" ? "security" : "board"),
                    roles: [role], first: first, last: last, reason: "Leave"), as: PersonID(role.rawValue))
        }
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(10)), "A", at: desk)
        try desk.act("advise", on: "A", by: "security", ["advice": "Proceed"])
        try desk.act("approve-dpia", on: "A", by: "board", ["advice-accepted": "yes"])
        try Life.live(Array(Life.proposed[12..<17]), "A", at: desk)
        let advised = "The security as DPO for The dpo"
        let decided = "The board as SIRO for The siro"
        for template in ["data-sharing-agreement", "board-paper", "dpia-report"] {
            let text = try text(template, at: desk)
            #expect(text.contains(advised) && text.contains(decided), "\(template)")
        }
        let agreement = try text("data-sharing-agreement", at: desk)
        #expect(agreement.contains(">The requester<") && !agreement.contains(">requester<"))
        for name in ["The owner", "The dpo", "The security"] { #expect(agreement.contains(">\(name)<"), "\(name)") }
        // What was frozen says the same.
        let frozen = String(
            decoding: try desk.office.frozenText(of: "A", agreement: 1).bytes, as: UTF8.self)
        #expect(frozen.contains(advised) && frozen.contains(">The dpo<") && !frozen.contains(">dpo<"))
    }
}

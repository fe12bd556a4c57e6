import Casework
import Ledger
import Redundancy
import Shares
import Testing
import Workflows

/// What waits for whom, as soon as it does.
struct WorkTests {
    private func steps(_ list: WorkList) -> [String] { list.items.map { "\($0.reference) \($0.state)" } }

    @Test func whatSomebodyDoesIsSeenAtOnceByWhomItIsFor() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        #expect(steps(try desk.office.work(for: "requester").mine) == ["A Draft"])
        #expect(steps(try desk.office.work(for: "owner").mine) == [])
        try desk.submit("A")
        #expect(steps(try desk.office.work(for: "requester").mine) == [])
        #expect(steps(try desk.office.work(for: "requester").others) == ["A Submitted"])
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        #expect(steps(try desk.office.work(for: "owner").mine) == ["A Submitted", "A Not started"])
        // Another process has written it, and this one has kept nothing of it.
        let other = Office(
            ledger: try Ledger.open(file: desk.path("register.sqlite")), surroundings: desk.office.surroundings)
        _ = try other.act(
            on: ShareReference("A"), Order("withdraw", fields: ["reason": "Not needed"]), as: "requester")
        #expect(try desk.office.work(for: "owner").mine.isEmpty)
        #expect(try desk.office.work(for: "requester").others.isEmpty)
    }

    @Test func nobodyIsShownWhatWaitsInSharesThatTheyMayNotSee() throws {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: "elsewhere", name: "DPO elsewhere", roles: ["dpo"], organisation: "Leeds City Council"))
        try desk.importing([Row("A", ["status": "Pending DPIA"])])
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        #expect(try desk.office.work(for: "owner").mine.count > 0)
        for person in ["elsewhere", "stranger"] {
            let work = try desk.office.work(for: PersonID(person))
            #expect(work.mine.isEmpty && work.others.isEmpty && work.groups.isEmpty)
        }
    }

    /// By due day, then by reference; the count is of all.
    @Test func theFirstHundredAreListedAndAllAreCounted() throws {
        let desk = try Desk()
        func take(_ rows: [Row], as name: String) throws {
            try desk.importing(rows, as: name)
            for row in rows {
                try desk.act("appoint-owner", on: row.fields["reference"] ?? "", by: "hub", ["owner": "owner"])
            }
        }
        try take((0..<60).map { Row("S-\(200 - $0)") }, as: "first.csv")
        try desk.set("2026-04-02")
        try take((0..<5).map { Row("L-\(100 + $0)") }, as: "later.csv")
        let mine = try desk.office.work(for: "owner").mine
        // Of each the terms to confirm, and what is agreed.
        #expect(mine.count == 130)
        #expect(mine.items.map(\.reference.rawValue) == (141...190).flatMap { ["S-\($0)", "S-\($0)"] })
        // Nobody screens what nobody has confirmed, and the hub is reminded of it and has no step to take.
        for other: PersonID in ["dpo", "hub"] { #expect(try desk.office.work(for: other).mine.isEmpty) }
    }

    /// Those to whom a machine of the share A is shown as their work.
    private func whoHas(_ machine: Machine, at desk: Desk) throws -> [String] {
        let roster = try desk.office.currentRoster()
        return try Desk.people.map(\.id).filter { id in
            try roster.objection(toActingBy: id, on: desk.today) == nil
                && desk.office.work(for: id).mine.items.contains { $0.reference == "A" && $0.machine == machine }
        }.map(\.rawValue).sorted()
    }

    /// Whom the share's own page says that a machine of A waits for.
    private func standing(_ machine: Machine, at desk: Desk) throws -> [RoleName] {
        try desk.office.show("A").standing.first { $0.machine == machine }?.waitsFor ?? []
    }

    private func offers(_ command: CommandName, to person: PersonID, at desk: Desk) throws -> AvailableAction? {
        try desk.office.actions(on: "A", as: person).first { $0.transition.command == command }
    }

    @Test func whileAShareIsSignedOffItWaitsForThoseWhoseSignOffIsWanting() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(12)), "A", at: desk)
        try desk.act("open", on: "A", by: "hub")
        #expect(try whoHas(.approval, at: desk) == ["dpo", "owner", "security"])
        #expect(try standing(.approval, at: desk) == ["data-owner", "dpo", "security"])
        try desk.act("sign-off", on: "A", by: "owner")
        #expect(try whoHas(.approval, at: desk) == ["dpo", "security"])
        #expect(steps(try desk.office.work(for: "owner").others).contains("A Signing off"))
        #expect(try offers("sign-off", to: "owner", at: desk)?.isDone == true)
        #expect(try offers("sign-off", to: "dpo", at: desk)?.refusal == nil)
        try desk.act("sign-off", on: "A", by: "dpo")
        try desk.act("sign-off", on: "A", by: "security")
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        #expect(try standing(.approval, at: desk) == ["data-owner"])
        for other: PersonID in ["legal", "hub"] {
            #expect(try offers("prepare-agreement", to: other, at: desk)?.refusal == nil)
        }
        try desk.act("withdraw-sign-off", on: "A", by: "dpo", ["reason": "An open question"])
        #expect(try whoHas(.approval, at: desk) == ["dpo"])
        #expect(try desk.office.work(for: "dpo").mine.items.map(\.waitsFor).contains(["dpo"]))
    }

    @Test func whileAShareIsSignedItWaitsForThePartiesThatHaveNot() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(17)), "A", at: desk)
        #expect(try desk.share("A").state(.approval) == "signing")
        #expect(try whoHas(.approval, at: desk) == ["owner", "partner"])
        #expect(try offers("sign", to: "partner", at: desk)?.parties == ["HMRC"])
        try desk.act(
            "sign", on: "A", by: "partner", ["party": "HMRC", "signatory": "Director", "signed-on": "2026-04-01"])
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        #expect(try offers("sign", to: "partner", at: desk)?.isDone == true)
        #expect(try offers("sign", to: "siro", at: desk)?.refusal == nil)
        #expect(try offers("sign", to: "siro", at: desk)?.parties == ["DWP"])
        try desk.act("sign", on: "A", by: "siro", ["party": "DWP", "signatory": "Director", "signed-on": "2026-04-01"])
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        #expect(try offers("sign", to: "siro", at: desk)?.isDone == true)
    }

    /// One is asked first, so that not three have it on their lists; the others are where nobody is there to be asked.
    @Test func withoutTheOwnerTheOthersWhoMayAreAsked() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(16)), "A", at: desk)
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        let (first, last) = (try #require(Day(iso: "2026-04-02")), try #require(Day(iso: "2026-04-10")))
        try desk.office.change(.absent(Absence("owner", from: first, to: last)), as: "owner")
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        try desk.set("2026-04-02")
        #expect(try standing(.approval, at: desk) == ["data-owner", "legal", "hub"])
        #expect(try whoHas(.approval, at: desk) == ["hub", "legal", "owner"])
    }

    /// Where nobody of a party is here, somebody records its signature; where its people are here, they sign.
    @Test func theOwnerRecordsTheSignatureOfAPartyThatHasNobodyHere() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(17)), "A", at: desk)
        try desk.act("sign", on: "A", by: "siro", ["party": "DWP", "signatory": "Director", "signed-on": "2026-04-01"])
        #expect(try whoHas(.approval, at: desk) == ["partner"])
        let last = try #require(Day(iso: "2026-04-01"))
        try desk.office.change(.left(RosterChange.Departure(PersonID("partner"), last: last)), as: "hub")
        try desk.set("2026-04-02")
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        #expect(try standing(.approval, at: desk) == ["data-owner"])
    }

    @Test func aSubmittedShareWithoutAnOwnerWaitsForTheHub() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try desk.submit("A")
        #expect(try whoHas(.proposal, at: desk) == ["hub"])
        #expect(try standing(.proposal, at: desk) == ["hub"])
        #expect(try desk.office.work(for: "requester").others.items.first?.waitsFor == ["hub"])
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        #expect(try whoHas(.proposal, at: desk) == ["owner"])
        #expect(try standing(.proposal, at: desk) == ["data-owner"])
    }

    @Test func acceptedAndAssessedItWaitsForWhoeverMayOpenIt() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(11)), "A", at: desk)
        #expect(try whoHas(.approval, at: desk) == [])
        try Life.live([Life.proposed[11]], "A", at: desk)
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        #expect(try offers("open", to: "hub", at: desk)?.refusal == nil)
        #expect(steps(try desk.office.work(for: "requester").others) == ["A Not started, to be opened for sign-off"])
        let standing = try #require(try desk.office.show("A").standing.first { $0.machine == .approval })
        #expect(
            standing.meaning
                == "The terms are accepted and their assessment is concluded: they are to be opened for sign-off.")
        #expect(standing.waitsFor == ["data-owner"])
    }

    @Test func whatIsScreenedAsNotRequiredWaitsForTheDPOAlone() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        #expect(try standing(.dpia, at: desk) == [])
        try Life.live(Array(Life.proposed.prefix(6)), "A", at: desk)
        #expect(try standing(.dpia, at: desk) == ["dpo", "data-owner"])
        try desk.act("screen", on: "A", by: "owner", ["outcome": "required", "reason": "Data matching"])
        try desk.act("begin-assessment", on: "A", by: "owner")
        #expect(try whoHas(.dpia, at: desk) == ["owner", "requester"])
        try desk.act("screen", on: "A", by: "owner", ["outcome": "not-required", "reason": "No matching after all"])
        #expect(try whoHas(.dpia, at: desk) == ["dpo"])
        #expect(try standing(.dpia, at: desk) == ["dpo"])
        #expect(try offers("excuse", to: "dpo", at: desk)?.refusal == nil)
        #expect(
            try offers("submit-assessment", to: "owner", at: desk)?.refusal?.reasons.map(\.says).first
                == "The screening found that no DPIA is required: the DPO agrees to that, or it is screened again, as required."
        )
    }

    /// A DPO does not agree to what they found themselves.
    @Test func whatTheDPOScreenedIsScreenedAgain() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(6)), "A", at: desk)
        try desk.act("screen", on: "A", by: "dpo", ["outcome": "not-required", "reason": "No matching"])
        #expect(try desk.refusal("excuse", on: "A", by: "dpo", ["reason": "Yes"]) == ["segregation-of-duties"])
        #expect(try whoHas(.dpia, at: desk) == ["dpo", "owner"])
        try desk.act("screen", on: "A", by: "owner", ["outcome": "required", "reason": "Data matching"])
        #expect(try whoHas(.dpia, at: desk) == ["dpo"])
        #expect(try offers("begin-assessment", to: "dpo", at: desk)?.refusal == nil)
    }

    /// Article 36(1): before a high risk is accepted, the Commissioner is consulted, which is the DPO's to do.
    @Test func aHighRiskThatRemainsWaitsForTheDPOUntilTheCommissionerAnswered() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(8)), "A", at: desk)
        try desk.act(
            "assess", on: "A", by: "owner", ["likelihood": "probable", "severity": "severe", "measures": "Encryption"])
        try desk.act("submit-assessment", on: "A", by: "requester", ["reason": "In the paper"])
        try desk.act("advise", on: "A", by: "dpo", ["advice": "Consult"])
        #expect(try desk.share("A").state(.dpia) == "awaiting-decision")
        #expect(try whoHas(.dpia, at: desk) == ["dpo"])
        #expect(try standing(.dpia, at: desk) == ["dpo"])
        try desk.act("refer-to-ico", on: "A", by: "dpo", ["reference": "ICO-1"])
        #expect(try whoHas(.dpia, at: desk) == ["dpo"])
        try desk.act(
            "record-ico-answer", on: "A", by: "dpo",
            ["outcome": "may-proceed", "answers": "Go on", "reference": "ICO-1"])
        #expect(try whoHas(.dpia, at: desk) == ["owner", "siro"])
        #expect(try desk.refusal("approve-dpia", on: "A", by: "owner", ["advice-accepted": "yes"]) == [])
    }

    /// Whoever submitted the assessment does not accept its risk.
    @Test func theRiskOfWhatTheOwnerSubmittedWaitsForTheSIRO() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(11)), "A", at: desk)
        #expect(try standing(.dpia, at: desk) == ["siro"])
        #expect(try whoHas(.dpia, at: desk) == ["siro"])
    }

    @Test func anAmendmentThatIsScreenedAsNotRequiredWaitsForTheDPO() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.amendment.prefix(5)), "A", at: desk)
        #expect(try whoHas(.dpia, at: desk) == ["dpo"])
        #expect(
            try desk.refusal("submit-assessment", on: "A", by: "owner", ["reason": "In the paper"]) == [
                "screening-requires-dpia"
            ])
        try Life.live([Life.amendment[5]], "A", at: desk)
    }

    @Test func anOwnerWhoBeginsAnAmendmentAcceptsItAndBringsItIntoForce() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.act("begin-amendment", on: "A", by: "owner", ["reason": "The review asks for it"])
        try Life.live(Array(Life.amendment[1..<3]), "A", at: desk)
        #expect(try whoHas(.proposal, at: desk) == ["owner"])
        try Life.live(Array(Life.amendment[3...]), "A", at: desk)
        #expect(try desk.share("A").termsVersion == 2)
    }

    @Test func anAcceptedRequestIsFollowedToItsAssessment() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(6)), "A", at: desk)
        let work = try desk.office.work(for: "requester")
        #expect(work.mine.isEmpty && steps(work.others) == ["A Not started"])
        #expect(work.others.items.first?.waitsFor == ["dpo", "data-owner"])
    }

    @Test func aShareWhoseOwnerHasLeftWaitsForTheHubToAppointAnother() throws {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: PersonID("heir"), name: "The heir", roles: ["data-owner"], organisation: "DWP"))
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(16)), "A", at: desk)
        #expect(try whoHas(.approval, at: desk) == ["owner"])
        let last = try #require(Day(iso: "2026-04-01"))
        try desk.office.change(.left(RosterChange.Departure(PersonID("owner"), last: last)), as: "hub")
        let hub = try #require(try desk.office.currentRoster()["hub"])
        #expect(try desk.office.look(at: "A", as: hub).ownerGap == nil)
        try desk.set("2026-04-02")
        #expect(try whoHas(.approval, at: desk) == ["hub"])
        let approval = try #require(try desk.office.show("A").standing.first { $0.machine == .approval })
        #expect(approval.waitsFor == ["hub"] && approval.lacksOwner)
        let item = try #require(try desk.office.work(for: "hub").mine.items.first { $0.machine == .approval })
        #expect(item.lacksOwner && item.waitsFor == ["hub"])
        #expect(
            try desk.office.look(at: "A", as: hub).ownerGap?.ofTheOwner
                == "Left on 1 April 2026: the hub appoints another.")
        // Whoever follows signs off themselves, and then it waits as before.
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "heir"])
        #expect(try whoHas(.approval, at: desk) == [])
        #expect(try desk.office.work(for: "heir").mine.items.map(\.machine) == [.approval])
        #expect(try standing(.approval, at: desk) == ["data-owner"])
        try desk.act("sign-off", on: "A", by: "heir")
        #expect(try standing(.approval, at: desk) == ["data-owner"])
        #expect(try desk.office.work(for: "heir").mine.items.map(\.machine) == [.approval])
        #expect(try desk.office.show("A").standing.contains(where: \.lacksOwner) == false)
    }

    /// Also of shares in which nothing waits for an owner now.
    @Test func theHubIsToldOfEveryOwnerWhoIsGoneOnceWithHowManyShares() throws {
        let desk = try Desk()
        try desk.importing([Row("B"), Row("C"), Row("D", ["status": "Closed"])])
        for reference in ["B", "C"] {
            try desk.act("appoint-owner", on: reference, by: "hub", ["owner": "owner"])
        }
        try Life.inForce("A", at: desk)
        #expect(try desk.office.work(for: "hub").gone == [])
        let last = try #require(Day(iso: "2026-04-01"))
        try desk.office.change(.left(RosterChange.Departure(PersonID("owner"), last: last)), as: "hub")
        #expect(try desk.office.work(for: "hub").gone == [])
        try desk.set("2026-04-02")
        let gone = try desk.office.work(for: "hub").gone
        #expect(gone.map(\.person) == ["owner"] && gone.map(\.shares) == [3])
        #expect(gone.first?.gap == .left("owner", last: last))
        #expect(try desk.office.work(for: "hub").mine.isEmpty)
        for other: PersonID in ["dpo", "requester", "board"] {
            #expect(try desk.office.work(for: other).gone == [])
        }
        // Nobody waits for whoever is gone.
        #expect(try desk.office.show("B").standing.allSatisfy { !$0.waitsFor.contains("data-owner") })
    }

    @Test func whoStandsBehindTheTermsIsToldByNameAndDay() throws {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: PersonID("heir"), name: "The heir", roles: ["data-owner"], organisation: "DWP"))
        func meaning() throws -> String? {
            try desk.office.show("A").standing.first { $0.machine == .proposal }?.meaning
        }
        try Life.propose("A", at: desk)
        #expect(try meaning()?.contains("accepted") == false)
        try Life.live(Array(Life.proposed.prefix(6)), "A", at: desk)
        let told = "The owner (owner) accepted them as the data owner on 1 April 2026."
        #expect(
            try meaning() == "The terms are accepted as they are written; nothing in them is being changed. " + told)
        try desk.set("2026-04-02")
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "heir"])
        #expect(try meaning()?.hasSuffix(told) == true)
    }

    @Test func whoAcceptedAnAmendmentStandsBehindItOnceItIsInForce() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        func acceptance() throws -> Acceptance? {
            try desk.office.definitions().acceptance(in: desk.office.history(of: "A").map(\.event))
        }
        let first = try #require(try acceptance())
        try desk.set("2026-05-01")
        try Life.live(Array(Life.amendment.prefix(3)), "A", at: desk)
        #expect(try acceptance() == first)
        try Life.live([Life.amendment[3]], "A", at: desk)
        #expect(try acceptance()?.on == Day(iso: "2026-05-01"))
        try desk.act("abandon-amendment", on: "A", by: "owner", ["reason": "Not needed"])
        #expect(try acceptance() == first)
    }

    @Test func whoeverMayGoOnInTwoCapacitiesIsToldBoth() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(13)), "A", at: desk)
        let (first, last) = (try #require(Day(iso: "2026-04-01")), try #require(Day(iso: "2026-04-10")))
        _ = try desk.office.delegate(
            Delegation(
                number: 0, from: PersonID("dpo"), to: PersonID("security"), roles: ["dpo"], first: first, last: last,
                reason: "Leave"), as: "dpo")
        let item = try #require(try desk.office.work(for: "security").mine.items.first { $0.machine == .approval })
        #expect(item.capacities == [Authority("dpo", onBehalfOf: "dpo"), Authority("security")])
        try desk.act("sign-off", on: "A", by: "security", ["capacity": "dpo"])
        #expect(try desk.share("A").approval.signOffs.map(\.capacity) == ["dpo"])
        // Whoever could sign off for security has to take back what they gave first, as may the DPO.
        #expect(try whoHas(.approval, at: desk) == ["dpo", "owner", "security"])
        #expect(
            try desk.office.work(for: "security").mine.items.first { $0.machine == .approval }?.toWithdraw == "dpo")
    }

    @Test func aProposedRetirementWithoutAnOwnerWaitsForTheHub() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        #expect(try whoHas(.retirement, at: desk) == [])
        try desk.act("propose-retirement", on: "A", by: "board", ["reason": "Another carries all of it"])
        #expect(try whoHas(.retirement, at: desk) == ["hub"])
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
    }

    /// A review that recommends the end, and the owner's own proposal to end it, lock nobody out.
    @Test func theOwnerEndsAShareThatTheirReviewFoundToEnd() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.review.prefix(3)), "A", at: desk)
        try desk.act("recommend-retirement", on: "A", by: "owner", ["reason": "Replaced by the API"])
        #expect(try whoHas(.review, at: desk) == ["owner"])
        try desk.act("propose-retirement", on: "A", by: "owner", ["reason": "Replaced by the API"])
        // The retirement is asked for, and the review that led to it no more.
        #expect(try whoHas(.review, at: desk) == [])
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
        try desk.act("withdraw-retirement", on: "A", by: "hub", ["reason": "Not yet"])
        #expect(try desk.share("A").state(.review) == "scheduled")
        try desk.act("propose-retirement", on: "A", by: "owner", ["reason": "Now"])
        try desk.act("give-notice", on: "A", by: "owner", ["effective": "2026-06-01"])
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
        #expect(try desk.share("A").state(.retirement) == "notice")
    }

    /// What the owner recorded for a party ends the share, and is not the party's own word.
    @Test func aPartyIsAskedForItsOwnCertificate() throws {
        let desk = try Desk()
        try desk.office.keep(Person(id: "theirs", name: "Theirs", roles: ["partner"], organisation: "DWP"))
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.retirement.prefix(4)), "A", at: desk)
        func isAsked() throws -> Bool {
            try desk.office.work(for: "theirs").mine.items.contains { $0.machine == .retirement }
        }
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
        #expect(try isAsked())
        try desk.act(
            "certify-deletion", on: "A", by: "theirs",
            ["party": "DWP", "method": "Secure deletion", "evidence": "By our own hand"])
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
        #expect(try !isAsked())
    }

    @Test func whatTheOwnerAskedStandsInTheRequestersWork() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        func asked() throws -> String? {
            try desk.office.work(for: "requester").mine.items.first { $0.machine == .proposal }?.asked
        }
        #expect(try asked() == nil)
        try Life.live(Array(Life.proposed.prefix(4)), "A", at: desk)
        #expect(try asked() == "Say why daily")
        let requester = try #require(try desk.office.currentRoster()["requester"])
        #expect(try desk.office.look(at: "A", as: requester).sentBack?.by == "owner")
        try Life.live(Array(Life.proposed[4..<6]), "A", at: desk)
        #expect(try desk.office.look(at: "A", as: requester).sentBack == nil)
    }

    @Test func anAmendmentThatAReviewAskedForWaitsWhereItIsWrittenAndNotTwice() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.review.prefix(2)), "A", at: desk)
        try desk.act("require-amendment", on: "A", by: "owner", ["reason": "Fewer items", "answers": "Too much"])
        #expect(try whoHas(.review, at: desk) == ["owner", "requester"])
        try Life.live(Array(Life.amendment.prefix(2)), "A", at: desk)
        #expect(try whoHas(.review, at: desk) == [])
        #expect(try whoHas(.proposal, at: desk) == ["requester"])
        // What the requester put forward is followed up to its end.
        try Life.live([Life.amendment[2]], "A", at: desk)
        let others = try desk.office.work(for: "requester").others
        #expect(steps(others) == ["A Amendment submitted"])
        try Life.live(Array(Life.amendment[3..<6]), "A", at: desk)
        let opening = try #require(try desk.office.work(for: "owner").mine.items.first { $0.machine == .approval })
        #expect(opening.state == "In force, to be opened for sign-off")
        #expect(opening.due == nil)
    }

    @Test func aNoticeWaitsForNobodyWhoCanDoNothing() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.retirement.prefix(2)), "A", at: desk)
        #expect(try standing(.retirement, at: desk) == ["data-owner"])
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
    }

    @Test func changedTermsAreScreenedBeforeTheyAreAssessed() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        #expect(try !desk.share("A").mayScreenAgain)
        try Life.live(Array(Life.amendment.prefix(4)), "A", at: desk)
        #expect(try desk.share("A").mayScreenAgain)
        try desk.act("screen", on: "A", by: "owner", ["outcome": "required", "reason": "Data matching"])
        #expect(try !desk.share("A").mayScreenAgain)
    }

    /// A provider has nothing to delete, and the owner completes what all have certified.
    @Test func aStoppedShareWaitsForThoseWhoHaveNotCertified() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.retirement.prefix(3)), "A", at: desk)
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
        let provider = try #require(try offers("certify-deletion", to: "partner", at: desk))
        #expect(provider.isDone && provider.parties == [])
        #expect(try offers("certify-deletion", to: "owner", at: desk)?.parties == ["DWP"])
        try Life.live([Life.retirement[3]], "A", at: desk)
        #expect(try whoHas(.retirement, at: desk) == ["owner"])
    }

    /// What is due tomorrow is overdue the day after, though nothing has happened.
    @Test func aNewDayIsSeenToo() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try desk.submit("A")
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        // Twenty working days from 1 April 2026, less Good Friday and Easter Monday; the first deadline is ten.
        try desk.set("2026-05-01")
        #expect(try desk.office.work(for: "owner").mine.items.first?.due == Day(iso: "2026-05-01"))
        #expect(try desk.office.work(for: "owner").mine.overdue == 0)
        try desk.set("2026-05-02")
        #expect(try desk.office.work(for: "owner").mine.overdue == 1)
    }

    /// However often somebody is reminded: the step that was entered today has a day of its own, which lies ahead.
    @Test(arguments: [
        ("2024-12-30", "2024-12-30", 1), ("2026-03-31", "2026-03-31", 1), ("2026-04-01", "2026-04-01", 0),
        ("2026-04-06", "2026-04-06", 0), ("2026-04-20", "2026-04-20", 0),
    ])
    func aReviewIsDueOnItsDate(date: String, due: String, overdue: Int) throws {
        let desk = try Desk(on: "2026-04-01")
        try desk.importing([Row("A", ["review_date": date])])
        _ = try desk.office.tick()
        let work = try desk.office.work(for: "hub").mine
        #expect(work.items.filter { $0.machine == .review }.map(\.due) == [Day(iso: due)])
        #expect(work.overdue == overdue)
    }

    @Test func aLargeRegisterIsSearchedWhileNobodyWaits() throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B")])
        var office = desk.office
        office.searchedAtOnce = 1
        let first = try office.work(for: "board")
        #expect(first.isSearching && first.groups.isEmpty)
        let board = try #require(try office.currentRoster()[PersonID("board")])
        let found = try office.redundancyOverview(for: board).groups
        let second = try office.work(for: "board")
        #expect(!second.isSearching)
        #expect(second.groups.map(\.members) == [[ShareReference("A"), ShareReference("B")]])
        #expect(second.groups == found)
    }
}

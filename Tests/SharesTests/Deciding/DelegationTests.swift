@testable import Shares
import Testing
import Workflows

/// What a delegate may do, and what binds them.
@Suite struct DelegationTests {
    private static func circumstances(
        _ casebook: Casebook, _ principal: PersonID, to delegate: PersonID, _ roles: [RoleName],
        until last: String = "2026-04-21"
    ) throws -> Circumstances {
        var circumstances = casebook.circumstances
        circumstances.roster.apply(
            .delegated(
                Delegation(
                    number: 1, from: principal, to: delegate, roles: roles, first: casebook.now.day,
                    last: try #require(Day(iso: last)), reason: "Leave")))
        return circumstances
    }

    private static func decision(
        _ command: CommandName, by id: String, _ fields: [String: String] = [:], on casebook: Casebook,
        in circumstances: Circumstances
    ) throws -> Decision {
        casebook.share.decide(
            Order(command, fields: fields), by: try Casebook.person(id), in: circumstances, under: casebook.rules)
    }

    private static func rules(_ decision: Decision) -> [String] {
        guard case .refused(let refusal) = decision else { return [] }
        return refusal.reasons.map(\.rule)
    }

    @Test func aDelegateAcceptsForTheOwnerAndTheRecordNamesBoth() throws {
        let casebook = try Casebook.share(at: [.proposal: "submitted"])
        #expect(
            Self.rules(try Self.decision("accept", by: "other-owner", on: casebook, in: casebook.circumstances))
                == ["not-your-share"])
        let circumstances = try Self.circumstances(casebook, "owner", to: "other-owner", ["data-owner"])
        guard
            case .event(let event) = try Self.decision("accept", by: "other-owner", on: casebook, in: circumstances),
            case .acted(let act) = event.happening
        else {
            Issue.record("the delegate was refused")
            return
        }
        #expect(event.actor == "other-owner")
        #expect(event.role == "data-owner")
        #expect(act.onBehalfOf == "owner")
        #expect(event.capacity == "data-owner for owner")
    }

    @Test func aDelegationThatIsOverSaysSo() throws {
        var casebook = try Casebook.share(at: [.proposal: "submitted"])
        let circumstances = try Self.circumstances(casebook, "owner", to: "dpo", ["data-owner"], until: "2026-04-02")
        casebook.now = Instant(startOf: try #require(Day(iso: "2026-04-03")))
        var later = circumstances
        later.now = casebook.now
        guard case .refused(let refusal) = try Self.decision("accept", by: "dpo", on: casebook, in: later) else {
            Issue.record("it was taken")
            return
        }
        #expect(refusal.reasons.map(\.rule) == ["not-your-role"])
        #expect(refusal.reasons[0].says.hasSuffix("What owner delegated to you ended on 2 April 2026."))
    }

    @Test func whatBindsTheOwnerBindsTheDelegate() throws {
        var casebook = try Casebook.share(at: [.proposal: "draft"], owner: "both", requester: "both")
        try casebook.give("submit", by: "both")
        let circumstances = try Self.circumstances(casebook, "both", to: "dpo", ["data-owner"])
        #expect(
            Self.rules(try Self.decision("accept", by: "dpo", on: casebook, in: circumstances))
                == ["segregation-of-duties"])
    }

    @Test func whoeverSignedOffThemselvesDoesNotSignForAnother() throws {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        let circumstances = try Self.circumstances(casebook, "owner", to: "dpo", ["data-owner"])
        try casebook.give("sign-off", by: "dpo")
        #expect(
            Self.rules(try Self.decision("sign-off", by: "dpo", on: casebook, in: circumstances))
                == ["segregation-of-duties"])
    }

    @Test func aSignOffByADelegateCountsForTheCapacity() throws {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        let circumstances = try Self.circumstances(casebook, "owner", to: "other-owner", ["data-owner"])
        guard
            case .event(let event) = try Self.decision("sign-off", by: "other-owner", on: casebook, in: circumstances)
        else {
            Issue.record("the delegate was refused")
            return
        }
        casebook.share.apply(event)
        #expect(casebook.share.approval.signOffs.map(\.capacity) == ["data-owner"])
        #expect(casebook.share.approval.signOffs.map(\.by) == ["other-owner"])
        #expect(casebook.share.approval.signOffs.map(\.onBehalfOf) == ["owner"])
    }

    /// A share that is signed off, in which the security officer has signed off as the DPO for the DPO.
    private static func signedOffForTheDPO() throws -> (Casebook, Circumstances) {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        let circumstances = try circumstances(casebook, "dpo", to: "security", ["dpo"])
        try give("sign-off", by: "security", ["capacity": "dpo"], on: &casebook, in: circumstances)
        return (casebook, circumstances)
    }

    private static func give(
        _ command: CommandName, by id: String, _ fields: [String: String] = [:], on casebook: inout Casebook,
        in circumstances: Circumstances
    ) throws {
        guard case .event(let event) = try decision(command, by: id, fields, on: casebook, in: circumstances) else {
            Issue.record("\(command) by \(id) was refused")
            return
        }
        casebook.share.apply(event)
        casebook.events.append(event)
    }

    @Test func aDelegateWhoTakesASignOffBackStandsInForWhoeverTheyGaveItFor() throws {
        var (casebook, circumstances) = try Self.signedOffForTheDPO()
        try Self.give(
            "withdraw-sign-off", by: "security", ["reason": "An open question"], on: &casebook, in: circumstances)
        let event = try #require(casebook.events.last)
        #expect(event.capacity == "dpo for dpo")
        guard case .acted(let act) = event.happening else { return }
        #expect(act.evidence == ["reason": "An open question", "capacity": "dpo"])
        #expect(casebook.share.approval.signOffs == [])
    }

    @Test func thePrincipalTakesBackWhatWasGivenForThem() throws {
        var (casebook, circumstances) = try Self.signedOffForTheDPO()
        try Self.give("withdraw-sign-off", by: "dpo", ["reason": "I will see to it"], on: &casebook, in: circumstances)
        #expect(casebook.events.last?.capacity == "dpo")
        #expect(casebook.share.approval.signOffs == [])
    }

    /// Medium risk asks for the data owner, the DPO and the security officer.
    @Test func whoeverIsBoundByASignOffIsToldToTakeItBackFirst() throws {
        var (casebook, circumstances) = try Self.signedOffForTheDPO()
        try Self.give("sign-off", by: "owner", on: &casebook, in: circumstances)
        func action(_ person: String) throws -> AvailableAction? {
            casebook.share.actions(for: try Casebook.person(person), in: circumstances, under: casebook.rules)
                .first { $0.transition.command == "sign-off" }
        }
        let reasons = try #require(try action("security")?.refusal?.reasons)
        #expect(reasons.map(\.question) == [.possible])
        #expect(
            reasons.map(\.says) == [
                "You have signed off as the DPO already: withdraw the sign-off given as the DPO first, or another person signs off as the security officer."
            ])
        let present = circumstances.present(
            casebook.share.awaited(at: .approval, under: casebook.rules), on: casebook.share)
        #expect(present.roles == ["security", "dpo"] && present.toWithdraw == "dpo")
        let (security, dpo) = (try Casebook.person("security"), try Casebook.person("dpo"))
        #expect(present[0].takes(security, for: security) && !present[0].takes(dpo, for: dpo))
        #expect(present[1].takes(dpo, for: dpo) && !present[1].takes(security, for: security))
        // Once it is taken back, it waits for both sign-offs, each by its own.
        try Self.give("withdraw-sign-off", by: "security", ["reason": "To free it"], on: &casebook, in: circumstances)
        let freed = circumstances.present(
            casebook.share.awaited(at: .approval, under: casebook.rules), on: casebook.share)
        #expect(freed.roles == ["dpo", "security"] && freed.toWithdraw == nil)
        #expect(try action("security")?.refusal == nil)
        // Another who holds the capacity may give it: then nobody is asked to take anything back.
        let (again, anew) = try Self.signedOffForTheDPO()
        var more = anew
        more.roster.apply(.kept(Casebook.person("second", "security")))
        #expect(
            more.present(again.share.awaited(at: .approval, under: again.rules), on: again.share).toWithdraw == nil)
    }

    @Test func twoSignOffsOfOneCapacityDoNotStand() throws {
        let (casebook, circumstances) = try Self.signedOffForTheDPO()
        guard
            case .refused(let refusal) = try Self.decision("sign-off", by: "dpo", on: casebook, in: circumstances)
        else {
            Issue.record("a second sign-off of the DPO was taken")
            return
        }
        #expect(
            refusal.reasons.map(\.says) == [
                "The sign-off as the DPO is given already, by The security (security) for The dpo (dpo) on 1 April 2026."
            ])
    }

    @Test func whatADelegateAdvisesDecidesAndScreensIsOnRecordForThePrincipal() throws {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "dpo-review"])
        let circumstances = try Self.circumstances(casebook, "dpo", to: "security", ["dpo"])
        guard
            case .event(let event) = try Self.decision(
                "advise", by: "security", ["advice": "Encrypt"], on: casebook, in: circumstances)
        else {
            Issue.record("the delegate was refused")
            return
        }
        casebook.share.apply(event)
        let advice = try #require(casebook.share.dpia.advice)
        #expect(advice.by == "security" && advice.role == "dpo" && advice.onBehalfOf == "dpo")
        #expect(advice.doneBy == "security as DPO for dpo")
        #expect(advice.doneBy { "The \($0)" } == "The security as DPO for The dpo")
        // What somebody does in a role of their own stands under their name alone.
        try casebook.give("refuse-dpia", by: "siro", ["advice-accepted": "yes", "reason": "Too much"])
        #expect(casebook.share.dpia.decision?.doneBy == "siro")
        #expect(casebook.share.dpia.decision?.role == "siro")
    }

    @Test func whoeverMightSignOffInTwoCapacitiesSaysInWhich() throws {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "signing-off"])
        let circumstances = try Self.circumstances(casebook, "dpo", to: "security", ["dpo"])
        func signOff(_ fields: [String: String] = [:]) throws -> Decision {
            try Self.decision("sign-off", by: "security", fields, on: casebook, in: circumstances)
        }
        guard case .refused(let refusal) = try signOff() else {
            Issue.record("nobody asked in which")
            return
        }
        #expect(refusal.reasons.map(\.rule) == ["evidence-missing"])
        #expect(refusal.reasons[0].field == "capacity")
        #expect(refusal.reasons[0].says.hasSuffix("give capacity (security or dpo)."))
        let offered = try #require(
            casebook.share.actions(for: Casebook.person("security"), in: circumstances, under: casebook.rules)
                .first { $0.transition.command == "sign-off" })
        #expect(offered.refusal == nil && offered.required == [.capacity])
        #expect(offered.capacities == [Authority("security"), Authority("dpo", onBehalfOf: "dpo")])
        #expect(offered.takes(.capacity) == "security or dpo")
        guard case .event(let event) = try signOff(["capacity": "dpo"]), case .acted(let act) = event.happening else {
            Issue.record("the capacity was not taken")
            return
        }
        #expect(event.role == "dpo" && act.onBehalfOf == "dpo")
        guard case .refused(let wrong) = try signOff(["capacity": "siro"]) else {
            Issue.record("a capacity of somebody else was taken")
            return
        }
        #expect(
            wrong.reasons.map(\.says) == [
                "You sign off here as the security officer or the DPO, not as the SIRO."
            ])
        // Once the DPO's is given there is nothing to choose.
        try casebook.give("sign-off", by: "dpo")
        guard case .event(let own) = try signOff() else {
            Issue.record("the security officer was refused")
            return
        }
        #expect(own.role == "security")
    }

    @Test func whoeverHasLeftIsToldNothingElse() throws {
        let casebook = try Casebook.share(at: [.proposal: "submitted"])
        var circumstances = casebook.circumstances
        circumstances.roster.apply(.left(RosterChange.Departure("owner", last: casebook.now.day.adding(days: -1))))
        #expect(Self.rules(try Self.decision("accept", by: "owner", on: casebook, in: circumstances)) == ["has-left"])
    }

    @Test func anOrphanIsNotApproved() throws {
        let casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "approved"])
        var circumstances = casebook.circumstances
        #expect(Self.rules(try Self.decision("open", by: "hub", on: casebook, in: circumstances)) == [])
        circumstances.roster.apply(.left(RosterChange.Departure("owner", last: casebook.now.day.adding(days: -1))))
        #expect(
            Self.rules(try Self.decision("open", by: "hub", on: casebook, in: circumstances))
                == ["data-owner-appointed"])
    }

    @Test func aStewardEditsTheSharesOfTheirSpokeOnly() throws {
        var casebook = try Casebook.share(at: [.proposal: "draft"], changed: [.spoke: "Disability"])
        let steward = Casebook.person("steward", "data-steward")
        let order = Order("edit", fields: ["title": "Earnings check for awards"])
        func rules(_ spoke: String?) throws -> [String] {
            var circumstances = casebook.circumstances
            circumstances.roster.apply(.kept(steward))
            if let spoke {
                circumstances.roster.apply(
                    .appointed(
                        Appointment(
                            "steward", as: .dataSteward, of: spoke, DaySpan(casebook.now.day), letter: "HR/2")))
            }
            return Self.rules(casebook.share.decide(order, by: steward, in: circumstances, under: casebook.rules))
        }
        #expect(try rules(nil) == ["not-your-share"])
        #expect(try rules("later-life") == ["not-your-share"])
        #expect(try rules("disability") == [])
        casebook.now = Instant(startOf: casebook.now.day.adding(days: -1))
        #expect(try rules("disability") == [])
    }

    @Test func aDelegationThatWasEndedBeforeItBeganSaysSo() throws {
        let first = try #require(Day(iso: "2026-12-01"))
        let never = Delegation(
            number: 1, from: "owner", to: "siro", roles: ["data-owner"], first: first, last: first.adding(days: -1),
            reason: "Leave")
        #expect(never.daysInWords == "from 1 December 2026, ended before it began")
    }
}

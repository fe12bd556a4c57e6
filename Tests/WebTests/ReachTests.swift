import Casework
import Redundancy
import Shares
import Testing
import Web

/// Nobody reaches a share of which their organisation is no party, by any address.
struct ReachTests {
    @Test(arguments: Route.Pattern.allCases)
    func aShareOfOthersIsNowhereToBeFound(pattern: Route.Pattern) async throws {
        let isOfTwins = [.redundancy, .redundancyGroup].contains(pattern)
        let site = isOfTwins ? try TestSite(register: TestSite.twins) : try TestSite.ordinary
        let address = pattern.rawValue.replacing("{reference}", with: "DWP-DS-00001")
            .replacing("{machine}", with: "approval").replacing("{command}", with: "suspend")
            .replacing("{group}", with: isOfTwins ? try site.group() : "")
        let own = try await site.get(address, as: "leeds")
        let others = try await site.get(address, as: "stranger")
        switch pattern {
        case .share:
            #expect(own.status == 200 && own.body.contains("Housing Benefit earnings check"))
            #expect(others.status == 404)
        case .act, .versions: #expect(others.status == 404)
        case .register, .registerFile:
            #expect(own.body.contains("Housing Benefit earnings check"))
            #expect(!own.body.contains("Council tax reduction"))
        case .redundancy:
            #expect(own.body.contains("TWIN-1"))
            #expect(!others.body.contains("TWIN-1") && !others.body.contains("/redundancy/C-"))
        case .redundancyGroup:
            #expect(own.status == 200 && own.body.contains("TWIN-2"))
            #expect(others.status == 404)
        case .home, .report: #expect(others.body.contains("0 shares"))
        default: break
        }
        #expect(!others.body.contains("Housing Benefit earnings check"))
        #expect(!others.body.contains("Ada Example"))
    }

    @Test func aFormIsRefusedWhereThePageIs() async throws {
        let site = try TestSite.ordinary
        let reply = try await site.post(
            "/shares/DWP-DS-00001/act/retirement/propose-retirement", [("reason", "x")], as: "stranger")
        #expect(reply.status == 404)
        let twins = try TestSite(register: TestSite.twins)
        let decision = try await twins.post(
            "/redundancy/\(twins.group())", [("verdict", "keep"), ("reason", "x"), ("step", "confirm")],
            as: "stranger")
        #expect(decision.status == 404)
        #expect(try twins.office.redundancyDecisions() == [])
    }

    @Test func aDecisionIsSeenByThoseWhoSeeItsShares() async throws {
        let site = try TestSite(register: TestSite.twins)
        _ = try site.office.decideConsolidation(
            ConsolidationOrder(.cluster(site.group()), .keep, reason: "Two populations"), as: PersonID("hub"))
        #expect(try await site.get("/redundancy", as: "leeds").body.contains("Two populations"))
        let others = try await site.get("/redundancy", as: "stranger").body
        #expect(!others.contains("Two populations") && !others.contains("TWIN-1"))
    }
}

extension TestSite {
    /// The reference of the only group of redundant shares.
    func group() throws -> String {
        let hub = try #require(TestSite.people.first)
        return try #require(try office.redundancyOverview(for: hub).groups.first).reference
    }
}

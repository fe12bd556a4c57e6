import Casework
import Shares
import Testing
import Web

/// Nobody reaches a share of which their organisation is no party, by any address.
struct ReachTests {
    @Test(arguments: Route.Pattern.allCases)
    func aShareOfOthersIsNowhereToBeFound(pattern: Route.Pattern) async throws {
        let site = try TestSite.ordinary
        let address = pattern.rawValue.replacing("{reference}", with: "DWP-DS-00001")
            .replacing("{machine}", with: "approval").replacing("{command}", with: "suspend")
        let own = try await site.get(address, as: "leeds")
        let others = try await site.get(address, as: "stranger")
        switch pattern {
        case .share:
            #expect(own.status == 200 && own.body.contains("Housing Benefit earnings check"))
            #expect(others.status == 404)
        case .act: #expect(others.status == 404)
        case .register, .registerFile:
            #expect(own.body.contains("Housing Benefit earnings check"))
            #expect(!own.body.contains("Council tax reduction"))
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
    }
}

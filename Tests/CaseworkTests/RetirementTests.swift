import Casework
import Ledger
import Shares
import Testing
import Workflows

/// A share ends with everything that shows it, and what took over is a share that is there.
@Suite struct RetirementTests {
    private static func stopped(_ desk: Desk) throws {
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.retirement.prefix(3)), "A", at: desk)
    }

    @Test func aSuccessorIsAnotherShareThatIsOpen() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.inForce("NEW", at: desk, ["data_items": "Vehicle registration"])
        try Life.propose("GONE", at: desk, ["data_items": "Passport number"])
        try desk.act("withdraw", on: "GONE", by: "requester", ["reason": "Not needed"])
        for (successor, rule) in [
            ("A", "succeeds-itself"), ("NOWHERE", "unknown-successor"), ("GONE", "successor-ended"),
        ] {
            #expect(
                try desk.refusal(
                    "propose-retirement", on: "A", by: "hub", ["reason": "Merged", "successor": successor])
                    == [rule])
        }
        try desk.act("propose-retirement", on: "A", by: "hub", ["reason": "Merged", "successor": "NEW"])
        // The link is seen from both ends, and goes with the proposal.
        #expect(try desk.share("A").retirement.successor?.rawValue == "NEW")
        #expect(try desk.office.superseded(by: ShareReference("NEW")).map(\.rawValue) == ["A"])
        try desk.act("reject-retirement", on: "A", by: "owner", ["reason": "Both are needed"])
        #expect(try desk.office.superseded(by: ShareReference("NEW")) == [])
    }

    /// Who signs the certificate is offered it, once the data are to be deleted; a partner that gave the data is not.
    @Test func theCertificateIsOfferedToWhoeverSignsIt() throws {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: "bureau", name: "The bureau", roles: ["partner"], organisation: "Leeds City Council"))
        try Life.inForce("A", at: desk, ["processor": "Leeds City Council"])
        func offered(_ id: PersonID) throws -> Bool {
            let person = try #require(try desk.office.currentRoster()[id])
            return try desk.office.documents(for: person, of: "A").contains { $0.name == "retirement-certificate" }
        }
        #expect(try !offered("bureau"))
        try Life.live(Array(Life.retirement.prefix(3)), "A", at: desk)
        #expect(try offered("bureau"))
        #expect(try !offered("partner"))
        #expect(try offered("owner"))
    }

    @Test func deletionIsNotBeforeTheStop() throws {
        let desk = try Desk()
        try Self.stopped(desk)
        let certificate = ["party": "DWP", "method": "Secure deletion", "evidence": "Log 1"]
        func refusal(_ day: String) throws -> [String] {
            try desk.refusal(
                "certify-deletion", on: "A", by: "owner", certificate.merging(["signed-on": day]) { $1 })
        }
        #expect(try refusal("2026-03-31") == ["before-the-stop"])
        #expect(try refusal("2026-04-02") == ["in-the-future"])
        #expect(try refusal("2026-04-01") == [])
        #expect(try desk.share("A").retirement.certificates.map(\.on) == [Day(iso: "2026-04-01")])
    }

    @Test func whoeverLawfullyKeepsEverythingHasNothingToCertify() throws {
        let desk = try Desk()
        try Self.stopped(desk)
        #expect(try desk.refusal("complete", on: "A", by: "owner") == ["deletion-certified"])
        let kept = ["party": "DWP", "retained": "All records", "reason": "Limitation Act 1980, section 5"]
        try desk.act("record-retained-copies", on: "A", by: "owner", kept.merging(["outcome": "some"]) { $1 })
        #expect(try desk.refusal("complete", on: "A", by: "owner") == ["deletion-certified"])
        try desk.act("record-retained-copies", on: "A", by: "owner", kept.merging(["outcome": "all"]) { $1 })
        #expect(try desk.refusal("complete", on: "A", by: "owner") == [])
        #expect(try desk.stage("A") == .ended)
    }
}

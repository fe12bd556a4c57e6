import Shares
import Testing
import Workflows

/// What a later register file may change, and what not.
@Suite struct CorrectionTests {
    private func entry(_ changed: [String: String] = [:], of file: String = "later.csv") throws -> RegisterEntry {
        var reader = RegisterReader(
            reference: try RepositoryFolder.reference(), source: file, today: try #require(Day(iso: "2026-04-01")))
        let row = RegisterRow(rows: [2], fields: RegisterReaderTests.sound.merging(changed) { $1 })
        return try #require(reader.read(row).entry)
    }

    private func inherited(_ changed: [String: String] = [:]) throws -> Share {
        let event = try entry(changed).registration(
            by: .importer, as: "hub", at: Instant(milliseconds: 0), under: Casebook.rules())
        return try #require(Share(first: event))
    }

    private func correct(_ share: inout Share, _ changed: [String: String]) throws -> Correction? {
        let event = try entry(changed).correction(
            of: share, by: .importer, as: "hub", at: Instant(milliseconds: 1), under: Casebook.rules())
        guard let event, case .corrected(let correction) = event.happening else { return nil }
        share.apply(event)
        return correction
    }

    @Test func theSameRowIsNoCorrection() throws {
        var share = try inherited()
        #expect(try correct(&share, [:]) == nil)
    }

    @Test func aChangedRowCorrectsWhatIsInheritedAndShowsWhatChanged() throws {
        var share = try inherited()
        let correction = try #require(try correct(&share, ["purpose": "Concessions", "frequency": "Weekly"]))
        #expect(
            correction.changes == [
                TermsChange(.purpose, from: "Blue Badges", to: "Concessions"),
                TermsChange(.frequency, from: "Daily", to: "Weekly"),
            ])
        #expect(share.terms.purpose == "Concessions")
        #expect(try correct(&share, ["purpose": "Concessions", "frequency": "Weekly"]) == nil)
    }

    @Test func whatARegisterHasNoColumnForStaysAsItWasCompletedHere() throws {
        var share = try inherited()
        share.terms.retention = Retention("P2Y")
        share.terms.publicBenefit = "Fewer journeys"
        share.terms.other["necessity"] = "No other source"
        let correction = try #require(try correct(&share, ["purpose": "Concessions"]))
        #expect(share.terms.retention == Retention("P2Y"))
        #expect(share.terms.publicBenefit == "Fewer journeys")
        #expect(share.terms.text(of: .necessity) == "No other source")
        #expect(correction.changes.map(\.field) == [.purpose])
    }

    @Test func termsInForceAreNotOverwritten() throws {
        var share = try inherited()
        share.termsVersion = 1
        let correction = try #require(try correct(&share, ["purpose": "Concessions"]))
        #expect(correction.terms == nil)
        #expect(share.terms.purpose == "Blue Badges")
        #expect(share.registerDifferences == [TermsChange(.purpose, from: "Blue Badges", to: "Concessions")])
    }

    /// Sign-offs and signatures are given to terms: what is under decision here does not change beneath them.
    @Test func termsThatWereAdoptedHereAreNotOverwritten() throws {
        for state: StateName in ["accepted", "amending", "amendment-submitted"] {
            var share = try inherited()
            share.standing[.proposal] = Standing.Position(state, since: Instant(milliseconds: 0))
            let correction = try #require(try correct(&share, ["purpose": "Concessions"]))
            #expect(correction.terms == nil)
            #expect(share.terms.purpose == "Blue Badges")
            #expect(share.registerDifferences.map(\.field) == [.purpose])
        }
    }

    @Test func theStatusIsFollowedWhileNothingIsDecidedHere() throws {
        var share = try inherited()
        #expect(try correct(&share, ["status": "Closed"]) != nil)
        #expect(share.entry == "closed")
        #expect(share.states == ["concluded", "closed", "ended", "closed", "inherited-closed"])
        share.standing[.retirement] = Standing.Position("stopped", since: Instant(milliseconds: 0))
        #expect(try correct(&share, ["status": "Live"])?.standing == nil)
        #expect(share.entry == "closed")
    }

    @Test func anOwnerAppointedHereStays() throws {
        var share = try inherited()
        #expect(try correct(&share, ["data_owner": "Head of Carers"])?.owner == DataOwner(name: "Head of Carers"))
        share.owner = DataOwner(name: "The owner", person: "owner", appointed: Instant(milliseconds: 0))
        #expect(try correct(&share, ["data_owner": "Head of Pensions"])?.owner == nil)
        #expect(share.owner?.person == "owner")
    }

    /// A register must not write itself over a share that is being proposed here, let alone bring it into being as live.
    @Test func aShareProposedHereIsNotChangedByARegister() throws {
        for states: [Machine: StateName] in [[:], [.proposal: "submitted"], [.proposal: "accepted"]] {
            let before = try Casebook.share(at: states).share
            var share = before
            _ = try correct(&share, ["status": "Live", "purpose": "Concessions"])
            #expect(share.terms == before.terms)
            #expect(share.states == before.states)
            #expect(share.entry == "proposed")
            #expect(share.owner == before.owner)
            #expect(share.origin.kind == .proposed)
            // The same row again says nothing new.
            #expect(try correct(&share, ["status": "Live", "purpose": "Concessions"]) == nil)
        }
    }
}

import Foundation
import Shares
import Testing
import Workflows

/// An event read back from its JSON is the event that was written: the ledger rests on it.
@Suite struct EventCodingTests {
    private func returned(_ happening: Happening) throws -> Happening {
        try JSONDecoder().decode(Happening.self, from: try JSONEncoder().encode(happening))
    }

    private func fullTerms() throws -> Terms {
        var terms = try Casebook.terms([
            .processor: "Capita", .publicBenefit: "Fewer overpayments", .spoke: "Disability",
            .specialCategoryCondition: "Explicit consent", .dataItems: "PIP award; Shoe size", .volume: "20,000",
            .itemJustifications: "PIP award=It decides", .channelSecurity: "TLS", .handling: "SENSITIVE",
            .disposal: "Secure deletion", .transfersOutsideUK: "France: UK adequacy regulations; Chad",
            .onwardSharing: "None", .agreementType: "Process MoU", .parentAgreement: "Umbrella", .endDate: "TBC",
            .rightsContact: "rights@example.org", .contact: "“Ünïcode” \u{1F600} \"quoted\" \\ back\nslash",
        ])
        terms.other = ["Case worker": "A. Body", "": "empty name"]
        terms.suggestedSpoke = "disability"
        return terms
    }

    @Test func aRegistrationIsReadBack() throws {
        let happening = Happening.registered(
            Registration(
                entry: "live", origin: Origin(.inherited, source: "register.csv", row: ["title": "A", "x": ""]),
                pin: WorkflowPin(versions: ["approval": 3], digest: "abc"), standing: ["approval": "inherited"],
                terms: try fullTerms(),
                owner: DataOwner(name: "Head", person: "owner", appointed: Instant(milliseconds: 7)),
                requester: "requester"))
        #expect(try returned(happening) == happening)
    }

    @Test func aCorrectionIsReadBack() throws {
        for terms in [nil, try fullTerms()] {
            let happening = Happening.corrected(
                Correction(
                    origin: Origin(.inherited), changes: [TermsChange(.title, from: "a", to: "b")], terms: terms,
                    owner: terms == nil ? nil : DataOwner(name: "Head"), standing: ["dpia": "inherited"], entry: "live")
            )
            #expect(try returned(happening) == happening)
        }
    }

    @Test(arguments: Machine.allCases)
    func anActIsReadBack(machine: Machine) throws {
        let happening = Happening.acted(
            Act(
                machine: machine, command: "edit", state: "draft",
                moves: [Act.Move(machine, from: "draft", to: "submitted")], records: Recording.allCases.map(\.name),
                clears: Fact.allCases.map(\.name),
                evidence: Dictionary(
                    uniqueKeysWithValues: EvidenceField.allCases.map { ($0.rawValue, "“\($0.label)”\n") }),
                terms: try fullTerms()))
        #expect(try returned(happening) == happening)
    }

    @Test(arguments: [
        "{}", "{\"acted\":{}}", "{\"acted\":null}", "[]", "{\"registered\":{\"entry\":\"live\"}}", "{\"invented\":{}}",
        "",
    ])
    func whatIsNoEventIsNotReadAsOne(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Happening.self, from: Data(text.utf8))
        }
    }

    @Test(arguments: ["2026-02-30", "2026-2-3", "20260203", "2026-02-03T00:00:00Z", ""])
    func aDayThatIsNoneIsRefused(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data("[\"\(text)\"]".utf8)) }
    }

    @Test(arguments: [
        "2026-02-03T25:00:00.000Z", "2026-02-03T10:00:00Z", "2026-02-03", "2026-02-03T10:00:00.000+01:00",
    ])
    func aMomentInAnyOtherFormIsRefused(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func aMomentIsReadBackToTheMillisecond() {
        for milliseconds: Int64 in [0, -1, 1_775_044_800_123, -62_135_596_800_000, 253_402_300_799_999] {
            let instant = Instant(milliseconds: milliseconds)
            #expect(Instant(rfc3339: instant.description) == instant)
        }
    }
}

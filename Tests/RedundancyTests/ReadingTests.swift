import Redundancy
import Shares
import Testing

/// What is understood before anything is compared, seen through what is found.
struct ReadingTests {
    @Test(arguments: [
        "NI_NUM; FIRST_NAME; familyName; dob (dd/mm/yyyy); addr; pcode; BEN_TYPE",
        "National Insurance number; Forename; Surname; Date of birth; Address and postcode; Benefit type",
        "claimant NINO; first name; surnme; DoB; Address; Postcode; Benefit type",
    ])
    func itemsInTheStyleOfProgramsAndClerksAreTheSameItems(_ items: String) throws {
        var sample = try PairSample()
        let found = sample.findings([PairSample.row("A"), PairSample.row("B", ["data_items": items])])
        #expect(found.map(\.kind) == [.duplicate])
        #expect(found.first?.explanation.contains("only the") == false)
    }

    @Test func aSlipInANameNobodyElseBearsIsTheBody() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": "Department for Education"]),
            PairSample.row("B", ["recipient": "Departmnt for Education"]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
    }

    @Test func twoTownsOfLikeNamesAreTwo() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": "Newcastle upon Tyne City Council"]),
            PairSample.row("B", ["recipient": "Newcastle-under-Lyme Borough Council"]),
        ])
        #expect(found.isEmpty)
    }

    @Test func aPredecessorAndItsSuccessorAreOnePartyInARenewal() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row(
                "OLD", ["recipient": "NHS Digital", "start_date": "2019-04-01", "end_date": "2023-03-31"]),
            PairSample.row(
                "NEW", ["recipient": "NHS England", "start_date": "2023-04-01", "end_date": "2026-03-31"]),
        ])
        #expect(found.map(\.kind) == [.renewal])
    }

    @Test func victimsOfCrimeAreNoCrimePurposeAndTestingDeclarationsNoTest() throws {
        var sample = try PairSample()
        let fields = [
            "purpose":
                "To verify entitlement to Warm Home Discount for victims of crime and check means testing declarations",
            "data_subjects": "Victims and witnesses",
        ]
        let found = sample.findings([
            PairSample.row("A", fields),
            PairSample.row("B", ["data_subjects": "victims of crime", "start_date": "2023-06-01"]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
    }

    @Test func everyFaultOfABadFileIsToldAtOnce() throws {
        #expect(throws: Findings.self) { try RedundancyKnowledge(files: [:]) }
    }
}

import Redundancy
import Shares
import Testing

/// What is understood before anything is compared, seen through what is found.
struct ReadingTests {
    @Test(arguments: [
        "NI_NUM; FIRST_NAME; familyName; dob (dd/mm/yyyy); addr; pcode; BEN_TYPE",
        "National Insurance number; Forename; Surname; Date of birth; Address and postcode; Benefit type",
        "claimant NINO; first name; surnme; DoB; Address; Postcode; Benefit type",
        "cust.nino; tbl_cust.first_name; lst_nm; person.dob; Adress; addr.postcode; Name of benfit",
        "Identity details (NINO, forename, surname, date of birth); Address inc. postcode; Benefit type",
        "Forename/surname; NINO; D.O.B.; Address and postcode; BenTyp",
    ])
    func itemsInTheStyleOfProgramsAndClerksAreTheSameItems(_ items: String) throws {
        var sample = try PairSample()
        let found = sample.findings([PairSample.row("A"), PairSample.row("B", ["data_items": items])])
        #expect(found.map(\.kind) == [.duplicate])
        #expect(found.first?.explanation.contains("only the") == false)
    }

    @Test(arguments: [
        ("Award start and end dates", "Award end date; award from date"),
        ("awd_frm_dt; awd_to_dt", "Award start date; Award end date"),
    ])
    func aBundleThatSharesItsWordsIsItsParts(_ items: String, _ others: String) throws {
        var sample = try PairSample()
        let rest = "NINO; Surname; Date of birth; Postcode; "
        let found = sample.findings([
            PairSample.row("A", ["data_items": rest + items]), PairSample.row("B", ["data_items": rest + others]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
        #expect(found.first?.explanation.contains("only the") == false)
    }

    /// A spelling of one item that is another's name without whose it is would hide both.
    @Test func everyItemIsItselfWhoeverItIsOf() throws {
        var sample = try PairSample()
        let names = sample.reference.dataItems.all.map(\.name)
        for start in stride(from: 0, to: names.count, by: 12) {
            let some = names[start..<min(names.count, start + 12)]
            let found = sample.findings([
                PairSample.row("A", ["data_items": some.joined(separator: "; ")]),
                PairSample.row("B", ["data_items": some.map { "Service user \($0)" }.joined(separator: "; ")]),
            ])
            let why = found.first?.explanation ?? "only the"
            #expect(!why.contains("only the") && !why.contains("probably"), "\(some): \(why)")
        }
    }

    @Test func theColumnOfAnotherPersonIsNotTheClaimants() throws {
        var sample = try PairSample()
        let items = "NINO; Surname; Date of birth; Postcode; Benefit type"
        let found = sample.findings([
            PairSample.row("A", ["data_items": items]),
            PairSample.row("B", ["data_items": items.replacing("Date of birth", with: "child.dob")]),
        ])
        #expect(found.first?.explanation.contains("only the first has Date of birth") == true)
    }

    @Test(arguments: [
        "c/o Department for Education", "Department for Education (Data Team)", "DfE Analytical Services",
        "Dept for Edn", "Department for Education Debt Management", "Department for Education Data Sharing Team",
    ])
    func aTeamOrAShortenedNameIsItsBody(_ name: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": "Department for Education"]), PairSample.row("B", ["recipient": name]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
    }

    @Test(arguments: [
        ("Medway Council", "Medway Unitary Authority"), ("Camden Council", "LBC of Camden Debt Management"),
        ("Marsh Lane Energy", "Marsh Lane Energy Debt Management"), ("Nottinghamshire County Council", "Notts CC"),
        ("West Midlands Police", "Chief Constable of West Midlands Police"),
        ("NHS Digital", "Health and Social Care Information Centre"),
    ])
    func aCouncilOfAnotherKindAndAUnitAreTheBody(_ name: String, _ other: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": name]), PairSample.row("B", ["recipient": other]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
    }

    @Test(arguments: [
        ("Nottingham City Council", "Nottinghamshire Authority"), ("Nottingham City Council", "Notts CC"),
        ("City of Lincoln Council", "Lincs CC"), ("Newcastle City Council", "Newcastle-under-Lyme Borough Council"),
        ("Companies House", "House"), ("Department for Education", "Education Team"),
    ])
    func anotherPlaceOrAUnitAloneIsAnotherBody(_ name: String, _ other: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": name]), PairSample.row("B", ["recipient": other]),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        ("Households", "Low income households"), ("People aged 66 to 79", "People aged 80 and over"),
    ])
    func aNarrowerGroupInWordsOrOtherAgesAreOtherPeople(_ one: String, _ other: String) throws {
        var sample = try PairSample()
        let purpose = ["purpose": "To verify entitlement to Warm Home Discount"]
        let found = sample.findings([
            PairSample.row("A", ["data_subjects": one].merging(purpose) { $1 }),
            PairSample.row("B", ["data_subjects": other].merging(purpose) { $1 }),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: ["applicant’s circumstances", "household’s circumstances"])
    func whoeverAPurposeSpeaksOfIsNobodyInParticular(_ words: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A"),
            PairSample.row("B", ["data_subjects": "", "purpose": "To verify entitlement to Warm Home Discount"]),
            PairSample.row(
                "C", ["data_subjects": "", "purpose": "To verify an \(words): Warm Home Discount entitlement"]),
        ])
        let kinds = Set(found.filter { $0.a.rawValue == "A" }.map { "\($0.b) \($0.kind)" })
        #expect(kinds == ["B duplicate", "C duplicate"])
    }

    @Test func aBodyNamedAfterASchemeIsNoScheme() throws {
        var sample = try PairSample()
        let fields = [
            "recipient": "Student Loans Company",
            "purpose": "To let the Student Loans Company verify entitlement to Warm Home Discount",
        ]
        let found = sample.findings([PairSample.row("A", fields), PairSample.row("B", fields)])
        #expect(found.first?.explanation.contains("both serve Warm Home Discount;") == true)
    }

    @Test func whatIsOfOneKindIsNotOneItem() throws {
        var sample = try PairSample()
        let items = "Property type; Floor area; Vehicle make & model; FSM flag; UK arrival date; Postcode"
        let found = sample.findings([
            PairSample.row("A", ["data_items": items]), PairSample.row("B", ["data_items": items]),
        ])
        let why = try #require(found.first?.explanation)
        #expect(why.contains("6 data items in both"))
        for name in ["Property type", "Floor area", "Vehicle make and model", "Free school meals eligibility"] {
            #expect(why.contains(name), "\(why)")
        }
    }

    /// One cell without semicolons, of which the register's reader understands not every part.
    @Test func aLongListWithCommasIsItsParts() throws {
        var sample = try PairSample()
        let items = [
            "National Insurance number", "Forename", "Surname", "Date of birth", "Address", "Postcode", "Sex",
            "Marital status", "Nationality", "Mobile number", "E-mail address", "Bank sort code", "Bank account number",
            "Employer PAYE reference", "Net earnings", "Gross earnings", "Award start date", "Award end date",
            "Council tax band", "Disability status", "Immigration status", "Electricity meter point (MPAN)",
            "Unique property reference number", "Quibble factor",
        ]
        let list = items.joined(separator: ", ")
        #expect(list.utf8.count > 400)
        let found = sample.findings([
            PairSample.row("A", ["data_items": list]),
            PairSample.row("B", ["data_items": items.joined(separator: "; ")]),
        ])
        #expect(found.first?.explanation.contains("\(items.count) data items in both") == true)
    }

    @Test func aWholeDocumentInTheFieldOfItemsIsReadInBoundedTime() throws {
        var sample = try PairSample()
        let text = (0..<40_000).map { "w\($0)" }.joined(separator: " ")
        let found = sample.findings([
            PairSample.row("A", ["data_items": text]), PairSample.row("B", ["data_items": text]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
    }

    @Test func otherPartsOfTheCountryArePeopleApartThoughTheirFieldIsBlank() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["title": "WHD eligibility check (Scotland)", "data_subjects": ""]),
            PairSample.row("B", ["title": "Warm Home Discount checks (Wales)"]),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        ("Kent County Council", "KCC"), ("Marsh Lane Energy Ltd", "Marsh Lane"),
        ("Quayside and Fell Integrated Care Board", "NHS Quayside & Fell ICB"), ("Gwynedd Council", "Cyngor Gwynedd"),
        ("Larch Grove Housing Association", "Larch Grv Hsng Assoc"), ("Manchester City Council", "MCC"),
    ])
    func aNameThatOnlyOneBodyOfTheRegisterCanMeanIsThatBody(_ name: String, _ other: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": name]), PairSample.row("B", ["recipient": other]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
    }

    @Test(arguments: [
        ("Kent County Council", "KCC", "Keld City Council"), ("Marsh Lane Energy", "Marsh Lane", "Marsh Lane School"),
    ])
    func aNameThatTwoBodiesCouldMeanIsNeither(_ name: String, _ short: String, _ other: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["recipient": name]), PairSample.row("B", ["recipient": short]),
            PairSample.row("C", ["recipient": other]),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        "DEA 2017, section 36", "DEA fuel poverty power s36", "s.36 of the Digital Economy Act 2017",
        "Digital Economy Act 2017 Part 5 Ch 1 s36",
    ])
    func aPowerIsReadByItsActAndSection(_ power: String) throws {
        var sample = try PairSample()
        func score(_ power: String) -> Double? {
            let other = ["title": "WHD check", "legal_gateway": power]
            return sample.findings([PairSample.row("A"), PairSample.row("B", other)]).first?.score
        }
        #expect(score(power) == score("Digital Economy Act 2017, section 36"))
        #expect(score("Finance Act 2008, section 3") != score("Digital Economy Act 2017, section 36"))
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

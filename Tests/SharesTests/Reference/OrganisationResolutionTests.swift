import Shares
import Testing

struct OrganisationResolutionTests {
    @Test(arguments: [
        ("HMRC", "hm-revenue-customs"),
        ("HM Revenue & Customs", "hm-revenue-customs"),
        ("HM Revenue and Customs (HMRC)", "hm-revenue-customs"),
        ("Her Majesty’s Revenue and Customs", "hm-revenue-customs"),
        ("His Majesty's Revenue & Customs", "hm-revenue-customs"),
        ("government-organisation:D25", "hm-revenue-customs"),
        ("government-organisation:D2", "cabinet-office"),
        ("information-sharing-agreement-specified-person-0001:15", "department-for-work-pensions"),
        ("D.W.P.", "department-for-work-pensions"),
        ("Department for Work & Pensions", "department-for-work-pensions"),
        ("DWP (Department for Work and Pensions)", "department-for-work-pensions"),
        ("department for work and pensoins", "department-for-work-pensions"),
        ("Departmnt for Work and Pensions", "department-for-work-pensions"),
        ("DLUHC", "ministry-of-housing-communities-local-government"),
        ("Department for Communities and Local Government", "ministry-of-housing-communities-local-government"),
        ("MHCLG", "ministry-of-housing-communities-local-government"),
        ("BEIS", "department-for-business-energy-and-industrial-strategy"),
        (
            "Department for Business, Energy & Industrial Strategy",
            "department-for-business-energy-and-industrial-strategy"
        ),
        ("The Pensions Regulator", "the-pensions-regulator"),
        ("MoJ", "ministry-of-justice"), ("HO", "home-office"), ("LAA", "legal-aid-agency"),
        ("OPG", "office-of-the-public-guardian"), ("DVLA", "driver-and-vehicle-licensing-agency"),
        ("VOA", "valuation-office-agency"), ("ONS", "office-for-national-statistics"), ("SLC", "student-loans-company"),
        ("DfC", "department-for-communities-northern-ireland"), ("HMPPS", "hm-prison-and-probation-service"),
        ("CO", "cabinet-office"), ("CPS", "crown-prosecution-service"), ("DfE", "department-for-education"),
        ("NHS Digital", "nhs-digital"), ("HSCIC", "health-and-social-care-information-centre"),
        ("NHSBSA", "nhs-business-services-authority"), ("Social Security Scotland", "social-security-scotland"),
        ("E.ON Next", "e-on-next"), ("Dwr Cymru", "dwr-cymru-welsh-water"), ("Thames Water", "thames-water"),
        ("UNIVERSITY COLLEGE LONDON (UCL)", "university-college-london"),
        ("PUBLIC HEALTH ENGLAND (PHE)", "public-health-england"),
    ])
    func aBodyIsKnownByTheNamesThatRegistersUse(text: String, id: String) throws {
        #expect(try RepositoryFolder.reference().organisations.resolve(text)?.id == id)
    }

    @Test(arguments: [
        ("Birmingham", "birmingham"), ("Birmingham City Council", "birmingham"), ("Birmingham LA", "birmingham"),
        ("BIRMINGHAM CC", "birmingham"), ("London Borough of Camden", "camden"), ("Camden Council", "camden"),
        ("LB Camden", "camden"),
        ("City of York Council", "york"), ("Leeds city council", "leeds"), ("Durham County Council", "county-durham"),
        ("Hull City Council", "kingston-upon-hull"), ("Glasgow City Coucil", "glasgow"), ("Bedford UA", "bedford"),
        ("Shepway Council", "folkestone-and-hythe"),
        ("County Durham Council", "county-durham"), ("Kingston-upon-Hull City Council", "kingston-upon-hull"),
        ("Newcastle Borough Council", "newcastle-under-lyme"), ("Newcastle City Council", "newcastle-upon-tyne"),
        ("King's Lynn and West Norfolk Borough Council", "kings-lynn-and-west-norfolk"),
        ("Bournemouth, Christchurch and Poole Council", "bournemouth-christchurch-and-poole"),
        ("Bournemouth Borough Council", "bournemouth-borough-council"), ("Dorset", "dorset"),
        ("Dorset County Council", "dorset-county-council"), ("Glasgow City Council", "glasgow"),
        ("gss:E08000025", "birmingham"), ("local-authority-code:BIR", "birmingham"),
    ])
    func aCouncilIsKnownHoweverItsKindIsWritten(text: String, id: String) throws {
        #expect(try RepositoryFolder.reference().organisations.resolve(text)?.id == id)
    }

    @Test(arguments: [
        // A county and a district of like names are two bodies.
        "Cambridge County Council", "Durham City Council",
        // Another's abbreviation after a name is a riddle.
        "Ministry of Defence (NI)", "Home Office (DVLA)",
        // Too short for a slip to be sure, and a slip too many.
        "HMRX", "Newcastle", "Departmet for Wrok and Pensons",
        "", "   ", "()", "the", "University of Nowhere",
    ])
    func whatIsNotCertainIsNotGuessed(text: String) throws {
        #expect(try RepositoryFolder.reference().organisations.resolve(text) == nil)
    }

    @Test func everyNameOfEveryBodyLeadsToIt() throws {
        let organisations = try RepositoryFolder.reference().organisations
        for body in organisations.all {
            for spelling in body.spellings {
                #expect(organisations.resolve(spelling)?.id == body.id, "\(spelling)")
            }
        }
    }

    @Test(arguments: [
        ("cumbria-county-council", "cumberland", ["westmorland-and-furness"]),
        ("northampton-borough-council", "west-northamptonshire", nil),
        ("derry-city-council", "derry-strabane", nil),
    ])
    func anAbolishedCouncilNamesWhoTookOver(id: String, successor: String, others: [String]?) throws {
        let organisations = try RepositoryFolder.reference().organisations
        let council = try #require(organisations[id])
        #expect(council.status == .closed)
        #expect(organisations[successor] != nil)
        #expect(council.successor == successor)
        #expect(council.otherSuccessors == others)
    }
}

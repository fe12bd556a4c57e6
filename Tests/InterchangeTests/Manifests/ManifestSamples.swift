import Foundation
import Interchange
import Shares
import Workflows

/// Shares to state, and what stating them needs.
enum ManifestSamples {
    static let root: URL = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Templates/schemas") {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// Compiled once: they are the same for every test.
    static func schemas() throws -> ManifestSchemas { try compiled.get() }

    /// Read once, too.
    static func reference() throws -> ReferenceData { try loaded.get() }

    /// The same, with what agreements say about parties as the text has it.
    static func reference(with particulars: String?) throws -> ReferenceData {
        guard let particulars else { return try reference() }
        var files: [String: Data] = [:]
        for name in ReferenceData.fileNames + [ReferenceData.metadataFile] {
            files[name] = Data(try bytes("Templates/reference/\(name)"))
        }
        files[PartyParticulars.file] = Data(particulars.utf8)
        return try ReferenceData(files: files)
    }

    private static let compiled = Result {
        try ManifestSchemas(
            json: bytes("Templates/schemas/\(ManifestSchemas.jsonFile)"),
            xml: bytes("Templates/schemas/\(ManifestSchemas.xmlFile)"))
    }

    private static let loaded = Result {
        var files: [String: Data] = [:]
        for name in ReferenceData.fileNames + [ReferenceData.metadataFile] {
            files[name] = Data(try bytes("Templates/reference/\(name)"))
        }
        return try ReferenceData(files: files)
    }

    static let issued = Instant(milliseconds: 1_790_000_000_123)
    static let position = RegisterPosition(
        size: 4_711, head: String(repeating: "0123456789abcdef", count: 4), at: Instant(milliseconds: 1_789_999_999_000)
    )

    static func manifest(of share: Share, _ data: ReferenceData) throws -> Manifest {
        guard let issuer = data.organisations["department-for-work-pensions"] else { throw Missing.issuer }
        return try Manifest(share: share, reference: data, issuer: issuer, at: issued, ledger: position)
    }

    enum Missing: Error {
        case issuer, share, tool
    }

    /// A share with those terms, as it stands after coming in.
    static func share(
        _ reference: String, _ terms: Terms, origin: Origin = Origin(.proposed), approval: StateName = "not-started",
        owner: Shares.DataOwner? = nil
    ) throws -> Share {
        let event = Event(
            share: ShareReference(reference), version: 1, at: Instant(milliseconds: 1_770_000_000_000),
            actor: .importer,
            role: "hub",
            happening: .registered(
                Registration(
                    entry: "live", origin: origin, pin: WorkflowPin(versions: [:], digest: ""),
                    standing: ["proposal": "draft", "approval": approval], terms: terms, owner: owner, requester: nil)))
        guard let share = Share(first: event) else { throw Missing.share }
        return share
    }

    /// Nothing but what every share has.
    static var sparse: Terms {
        Terms(
            title: "Prisoner list",
            parties: [
                Party(Stated("Scottish Prison Service"), as: .provider), Party(Stated("DWP"), as: .recipient),
            ])
    }

    /// Every field that terms have, understood and not.
    static var full: Terms {
        var terms = Terms(
            title: "Real Time Information on earnings",
            parties: [
                Party(Stated("HMRC", term: "hm-revenue-customs"), as: .provider, controllership: .controller),
                Party(
                    Stated("DWP", term: "department-for-work-pensions"), as: .recipient,
                    controllership: .jointController),
                Party(Stated("A contractor not known"), as: .processor, controllership: .processor),
            ],
            purpose: "To work out Universal Credit awards from earnings as they are paid.",
            items: [
                DataItem(
                    Stated("NINO", term: "national-insurance-number"), dataset: "RTI", isPersonal: true,
                    justification: "Matches the record."),
                DataItem(Stated("sick note"), isPersonal: true, specialCategory: "health", isCriminalOffenceData: true),
                DataItem(Stated("tax year"), isPersonal: false),
            ])
        terms.publicBenefit = "Awards are right from the start."
        terms.spoke = Stated("Fraud & Error", term: "fraud-and-error")
        terms.subjects = [Stated("UC claimants", term: "universal-credit-claimants"), Stated("persons unknown")]
        terms.gateways = [Stated("WRA s.127", term: "wra-2012-s127"), Stated("an old letter")]
        terms.lawfulBases = [
            LawfulBasisCitation(.lawfulness, Stated("public task", term: "article-6-1-e"), party: .recipient),
            LawfulBasisCitation(.specialCategory, Stated("9(2)(b)", term: "article-9-2-b")),
            LawfulBasisCitation(.criminalOffence, Stated("as the Act says"), party: .provider),
        ]
        terms.frequency = Stated("several times a day")
        terms.volume = "5 million records a month"
        terms.channel = Stated("SFTE", term: "sfte")
        terms.classification = Stated("OFFICIAL", term: "official")
        terms.handling = ["SENSITIVE", "PERSONAL DATA"]
        terms.retention = Retention("P3Y11M")
        terms.disposal = Stated("shredding of some kind")
        terms.transfers = [
            InternationalTransfer(country: "Ireland", safeguard: Stated("adequacy")),
            InternationalTransfer(country: "Jersey", safeguard: nil),
        ]
        terms.onwardSharing = "Not without the consent of HMRC."
        terms.startDate = StatedDay("01/02/2022", day: Day(iso: "2022-02-01"))
        terms.endDate = StatedDay("when the law changes", day: nil)
        terms.reviewDate = StatedDay("2027-02-01", day: Day(iso: "2027-02-01"))
        terms.agreementType = Stated("Process MoU")
        terms.parentAgreement = "uMoU 12"
        terms.rightsContact = "data.protection@example.org"
        terms.contact = "sharing@example.org"
        return terms
    }
}

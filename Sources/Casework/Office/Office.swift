import Foundation
import Documents
import Interchange
package import Ledger
import Redundancy
package import Shares
package import Workflows

/// Everything that a person can do, one function each: what the pages, the JSON API and the command line call.
///
/// Reference data and workflows are read when first needed, so that a look at the register starts at once.
package struct Office: Sendable {
    package let ledger: Ledger
    package let templates: TemplateFolder
    package let surroundings: Surroundings
    let referenceInUse: Once<ReferenceInUse>
    let notedReference = NotedReference()
    let currentEdition: Once<Edition>
    let departmentEditions: Once<DepartmentEditions>
    let earlierEditions: EditionShelf
    /// So many shares are searched for redundant ones while somebody waits for their page: in about half a second.
    package var searchedAtOnce = 5000
    let recentShares = RecentShares()
    let recentSimilar = RecentAnswers<SimilarQuestion, [SimilarShare]>()
    let recentShareLooks = RecentAnswers<LookQuestion, ShareLook>()
    let recentLook = RecentLook()
    let recentDecisions = RecentDecisions()
    let recentExchange = RecentExchange()
    let issuedThrough = IssuedThrough()
    let recentPublished = RecentPublished()
    let recentReports = RecentFigures<ReportQuestion, PortfolioReport>()
    let recentBoards = RecentFigures<ReportQuestion, Board>()
    let pastTrends = RecentFigures<ReportQuestion, [ChannelMoment]>()
    let recentItems = RecentFigures<Reach, [DataItemInUse]>()
    let recentWork = RecentFigures<PersonID, Work>()
    let recentGroups = RecentFigures<GroupQuestion, [RedundancyCluster]>()
    let recentSavings = RecentFigures<GroupQuestion, ConsolidationSavings>()
    let recentWaiting = RecentWaiting()
    let recentPages = RecentFigures<PageQuestion, [ShareSummary]>()
    let recentFacets = RecentFigures<FacetQuestion, CountedShares>()
    let recentMaps = RecentFigures<ShareMap.Question, ShareMap>()
    let roster = RecentRoster()
    let documentTemplates: Once<DocumentTemplates>
    let manifestSchemas: Once<ManifestSchemas>
    let names: Once<NameReader>

    /// The one wiring: the program and every test build the application here.
    package init(ledger: Ledger, templates: TemplateFolder = .bundled, surroundings: Surroundings = .real) {
        self.ledger = ledger
        self.templates = templates
        self.surroundings = surroundings
        let referenceInUse = Once { try ReferenceInUse(readFrom: templates) }
        self.referenceInUse = referenceInUse
        let currentEdition = Once { try Edition.current(in: templates, ledger: ledger, now: surroundings.now()) }
        self.currentEdition = currentEdition
        departmentEditions = Once {
            try DepartmentEditions.current(
                in: templates, on: currentEdition.get(), reference: referenceInUse.get().data, ledger: ledger,
                now: surroundings.now())
        }
        earlierEditions = EditionShelf()
        documentTemplates = Once { try DocumentTemplates(soundOf: try templates.allFiles(in: "agreements")) }
        names = Once {
            let files = try templates.files(in: RedundancyKnowledge.folder, ending: ".json")
            return NameReader(
                reference: try referenceInUse.get().data, knowledge: try RedundancyKnowledge(files: files))
        }
        manifestSchemas = Once {
            try ManifestSchemas(
                json: try templates.bytes(of: "schemas/\(ManifestSchemas.jsonFile)"),
                xml: try templates.bytes(of: "schemas/\(ManifestSchemas.xmlFile)"))
        }
    }

    /// The day in London by the clock.
    package var today: Day { surroundings.now().dayInLondon }

    package func reference() throws -> ReferenceData { try referenceInUse.get().data }

    /// The machines that new shares run on: the files of `Templates/workflows`.
    package func definitions() throws -> CheckedDefinitions { try currentEdition.get().definitions }

    /// The rules for new shares.
    package func rulebook() throws -> Rulebook {
        let edition = try currentEdition.get()
        return Rulebook(definitions: edition.definitions, pin: edition.pin, reference: try reference())
    }

    /// The rules for a new share on these terms: those of its department where it has an overlay.
    func rulebook(for terms: Terms) throws -> Rulebook {
        let edition = try departmentEditions.get().edition(for: terms) ?? currentEdition.get()
        return Rulebook(definitions: edition.definitions, pin: edition.pin, reference: try reference())
    }

    /// The rules that a share was pinned to when it came in.
    func rulebook(for pin: WorkflowPin, in reader: LedgerReader) throws -> Rulebook {
        Rulebook(definitions: try definitions(for: pin, in: reader), pin: pin, reference: try reference())
    }

    func definitions(for pin: WorkflowPin, in reader: LedgerReader) throws -> CheckedDefinitions {
        let current = try currentEdition.get()
        return pin.digest == current.pin.digest
            ? current.definitions : try earlierEditions.definitions(pin.digest, in: reader)
    }

    /// Reads shares with the machines they run on. The current edition is settled first, which may itself write.
    func read<Value>(_ body: (LedgerReader) throws -> Value) throws -> Value {
        _ = try currentEdition.get()
        return try ledger.read(body)
    }

    /// One write transaction, in the same way; with the states of the reference data that what is recorded rests on.
    func write<Value>(_ body: (LedgerWriter) throws -> Value) throws -> Value {
        _ = try currentEdition.get()
        return try writeNoting(body)
    }

    func circumstances(_ reader: LedgerReader) throws -> Circumstances {
        Circumstances(now: try now(in: reader), roster: try roster.roster(in: reader))
    }

    /// The clock's time, or that of the last event where the clock is behind it: the record never goes back in time, so
    /// that the register as at a day is what its events up to that day make.
    func now(in reader: LedgerReader) throws -> Instant {
        let clock = surroundings.now()
        return try max(clock, reader.lastEventTime() ?? clock)
    }
}

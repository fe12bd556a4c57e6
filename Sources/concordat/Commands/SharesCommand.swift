import ArgumentParser
import Casework
import Interchange
import Ledger
import Shares
import Workflows

struct SharesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shares", abstract: "Lists shares, all or those that meet every condition.",
        discussion: """
            A condition is a column, = != ~ (contains) < or >, and a value. Columns: \
            \(ShareFilter.columns.joined(separator: ", ")).

            Example: concordat shares --where stage=inherited 'recipient~council' 'review_date<2026-04-01'
            """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("where"), parsing: .upToNextOption, help: "Conditions, all of which must hold.")
    var conditions: [String] = []
    @Option(help: "text, json, or csv in the columns of the native register.") var format: OutputFormat = .text

    func validate() throws {
        for condition in conditions where ShareFilter(condition) == nil {
            throw ValidationError(
                "“\(condition)” is not a condition such as stage=live; columns: \(ShareFilter.columns.joined(separator: ", "))."
            )
        }
        try checkDates()
    }

    private func checkDates() throws {
        for filter in conditions.compactMap({ ShareFilter($0) }) where filter.column.hasSuffix("_date") {
            guard filter.comparison == .before || filter.comparison == .after else { continue }
            _ = try OptionValue.day(filter.value, of: filter.column)
        }
    }

    func run() async throws {
        let office = try global.office()
        let filters = conditions.compactMap { ShareFilter($0) }
        if format == .csv {
            Console.write(NativeRegister.header())
            try office.forEachRegisterLine(where: filters) { Console.write($0) }
            return
        }
        let shares = try office.shares(where: filters)
        if format == .json { return try shares.map(PrintedShare.init).printAsJSON() }
        var table = TextTable([
            .init(title: "Reference", width: 24), .init(title: "Title", width: 48), .init(title: "From", width: 26),
            .init(title: "To", width: 30), .init(title: "Stage"), .init(title: "Risk"), .init(title: "Review"),
        ])
        for share in shares {
            table.add([
                share.reference.rawValue, share.title, share.providers.map(\.text).joined(separator: "; "),
                share.recipients.map(\.text).joined(separator: "; "), share.stage.label, share.risk.rawValue,
                share.reviewDate?.description ?? "–",
            ])
        }
        Console.write(table.text + "\n")
        Console.message("\(shares.count) shares")
    }
}

/// A line of the register for programs.
struct PrintedShare: Encodable {
    var reference: String
    var version: Int
    var title: String
    var stage: String
    var providers: [Stated]
    var recipients: [Stated]
    var purpose: String
    var spoke: String?
    var owner: String?
    var risk: String
    var items: [Stated]
    var subjects: [Stated]
    var gateways: [Stated]
    var lawfulBases: [Stated]
    var frequency: Stated?
    var channel: Stated?
    var classification: Stated?
    var startDate: Day?
    var endDate: Day?
    var reviewDate: Day?
    var standing: [String: String]

    init(_ share: ShareSummary) {
        reference = share.reference.rawValue
        version = share.version
        title = share.title
        stage = share.stage.rawValue
        providers = share.providers
        recipients = share.recipients
        purpose = share.purpose
        spoke = share.spoke
        owner = share.owner
        risk = share.risk.rawValue
        items = share.items
        subjects = share.subjects
        gateways = share.gateways
        lawfulBases = share.bases
        frequency = share.frequency
        channel = share.channel
        classification = share.classification
        startDate = share.startDate
        endDate = share.endDate
        reviewDate = share.reviewDate
        standing = [
            "proposal": share.configuration.proposal.rawValue, "dpia": share.configuration.dpia.rawValue,
            "approval": share.configuration.approval.rawValue, "review": share.configuration.review.rawValue,
            "retirement": share.configuration.retirement.rawValue,
        ]
    }
}

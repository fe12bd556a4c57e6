import ArgumentParser
import Casework
import Shares
import Web

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "The portfolio at a glance, today or as at an earlier day.",
        discussion: "Example: concordat report --as-at 2026-04-01 --format html > report.html")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, html
    }

    @OptionGroup var global: GlobalOptions
    @Option(help: "As the portfolio stood at the end of this day. [default: today]") var asAt: String?
    @Option(help: "text, json, csv or html.") var format: Format = .text

    func run() async throws {
        let day = try asAt.map { try OptionValue.day($0, of: "--as-at") }
        let report = try global.office().report(asAt: day)
        switch format {
        case .text: Console.write(ReportPrinting.text(report))
        case .json: try report.printAsJSON()
        case .csv: Console.write(ReportPrinting.csv(report))
        case .html: Console.write(ReportHTML.document(report))
        }
    }
}

struct OrganisationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisations",
        abstract: "Lists bodies that registers name and the reference data does not know.",
        discussion: """
            The hub confirms one by adding it to reference/organisations.json in the templates folder, and merges one by \
            adding its spelling to the aliases there.

            Example: concordat organisations
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let unconfirmed = try global.office().unconfirmedOrganisations()
        if format != .text { return try unconfirmed.printAsJSON() }
        var table = TextTable([
            .init(title: "Unconfirmed organisation", width: 60), .init(title: "Shares", isNumber: true),
            .init(title: "Spellings", width: 60),
        ])
        for body in unconfirmed {
            table.add([body.name, String(body.shares), body.spellings.joined(separator: " | ")])
        }
        Console.line(table.text)
    }
}

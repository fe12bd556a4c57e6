import ArgumentParser
import Casework
import Shares
import Web

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "The portfolio at a glance, today or as at an earlier day.",
        discussion: """
            With --pack it is the governance board's pack: summary, decisions asked for, charts with their figures, overdue \
            reviews, redundant shares, risks and owners missing. Of a long list it has the first rows; with --annexes all of \
            them, and every open share.

            Example: concordat report --as-at 2026-04-01 --format html > report.html
            Example: concordat report --pack pack.odt --spoke pensions
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, html
    }

    @OptionGroup var global: GlobalOptions
    @Option(help: "As the portfolio stood at the end of this day. [default: today]") var asAt: String?
    @Option(help: "text, json, csv or html.") var format: Format = .text
    @Option(help: "Write the board's pack to this file: .html, .odt, or with LibreOffice .pdf or .docx.") var pack:
        String?
    @Option(help: "With --pack: of one spoke, by its identifier or name.") var spoke: String?
    @Option(help: "With --pack: of one partner, by its identifier or name.") var partner: String?

    @Flag(help: "With --pack: annexes with every long list whole, and every open share.") var annexes = false

    func validate() throws {
        if let pack {
            guard packFormat(of: pack) != nil else {
                throw ValidationError("--pack takes a file that ends in .html, .odt, .pdf or .docx, not “\(pack)”.")
            }
            guard asAt == nil else { throw ValidationError("--pack is about today: it takes no --as-at.") }
            guard spoke == nil || partner == nil else {
                throw ValidationError("--pack is about a spoke or a partner, and not both.")
            }
        } else if spoke != nil || partner != nil || annexes {
            throw ValidationError("--spoke, --partner and --annexes go with --pack.")
        }
    }

    private func packFormat(of path: String) -> DocumentFormat? {
        path.split(separator: ".").last.flatMap { DocumentFormat(rawValue: $0.lowercased()) }
    }

    private func writePack(to path: String, as format: DocumentFormat) async throws {
        try OutputFile.check(path, sparing: global.databaseFiles)
        let scope = spoke.map(PackScope.spoke) ?? partner.map(PackScope.partner) ?? .whole
        let document = try await global.existingOffice().boardPack(
            scope, annexes: annexes ? .all : .none, format: format)
        try OutputFile.write(document.bytes, to: path)
        Console.line("\(Console.safe(document.title)) is in \(path).")
    }

    func run() async throws {
        if let pack, let format = packFormat(of: pack) { return try await writePack(to: pack, as: format) }
        let day = try asAt.map { try OptionValue.day($0, of: "--as-at") }
        let report = try global.office().report(asAt: day)
        switch format {
        case .text: Console.write(ReportPrinting.text(report))
        case .json:
            if let begins = report.recordBegins {
                try ["asAt": report.asAt, "recordBegins": begins].printAsJSON()
            } else {
                try report.printAsJSON()
            }
        case .csv: Console.write(report.csv)
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

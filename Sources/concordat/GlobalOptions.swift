import ArgumentParser
import Casework
import Foundation
import Ledger

/// Which database and which templates: may stand before or after the command.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: "The database file, created when missing. [default: $CONCORDAT_DB, then ./concordat.sqlite]")
    var database: String?

    @Option(help: "The templates folder of the department. [default: the program's own]")
    var templates: String?

    var databaseFile: String {
        database ?? ProcessInfo.processInfo.environment["CONCORDAT_DB"] ?? "./concordat.sqlite"
    }

    /// The database and the files that SQLite keeps beside it.
    var databaseFiles: [String] { ["", "-wal", "-shm"].map { databaseFile + $0 } }

    private var templateFolder: TemplateFolder {
        templates.map { TemplateFolder(root: URL(fileURLWithPath: $0)) } ?? .bundled
    }

    /// The application on this database.
    func office() throws -> Office {
        Office(ledger: try Ledger.open(file: databaseFile), templates: templateFolder)
    }

    /// The application on a database that must be there already: a slip in its name is not answered with an empty one.
    func existingOffice() throws -> Office {
        guard FileManager.default.fileExists(atPath: databaseFile) else {
            throw LedgerError.cannotOpen(file: databaseFile, why: "there is no such file")
        }
        return try office()
    }

    /// The application where nothing is kept: for commands that only look at templates.
    func officeWithoutDatabase() throws -> Office {
        Office(ledger: try Ledger.inMemory(), templates: templateFolder)
    }

    /// Arguments with `--db` and `--templates` moved behind the command, where the parser looks for them.
    static func moved(_ arguments: some Sequence<String>) -> [String] {
        var before: [String] = []
        var rest = Array(arguments)[...]
        while let first = rest.first, first.hasPrefix("--db") || first.hasPrefix("--templates") {
            let name = first.prefix { $0 != "=" }
            guard name == "--db" || name == "--templates" else { break }
            before.append(rest.removeFirst())
            if !first.contains("="), let value = rest.popFirst() { before.append(value) }
        }
        // Behind the subcommand too, for commands that have some.
        var moved = Array(rest)
        var place = min(1, moved.count)
        if let command = moved.first,
            [
                "keys", "manifest", "workflow", "template", "people", "audit", "outbox", "webhooks", "api-keys",
                "reviews",
                "redundancy",
                "register",
            ].contains(
                command),
            moved.count > 1,
            !moved[1].hasPrefix("-")
        {
            place = 2
        }
        // It has a subcommand and takes a reference too.
        if moved.starts(with: ["document", "compare"]) || moved.starts(with: ["document", "all"]) { place = 2 }
        moved.insert(contentsOf: before, at: place)
        return moved
    }
}

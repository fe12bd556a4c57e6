import Foundation
import JSONValues
import Testing

/// The contract of the command line: every command, its help with an example, its exit codes, its formats.
@Suite struct ContractTests {
    static let commands = [
        "sample", "import", "shares", "show", "history", "actions", "act", "tick", "redundancy", "report", "document",
        "redundancy find", "redundancy clusters", "redundancy patterns", "redundancy vocabulary",
        "manifest", "manifest export", "manifest verify", "manifest conformance", "manifest delta", "keys",
        "keys authority",
        "keys issue", "keys rotate", "keys revoke", "keys list",
        "workflow", "workflow check", "workflow draw",
        "workflow table", "people", "people add", "people list", "serve", "audit", "audit verify", "backup", "restore",
        "propose", "organisations", "outbox", "outbox list", "outbox deliver", "outbox retry", "reviews",
        "reviews plan",
        "reviews apply",
    ]

    @Test func everyCommandHasHelpWithAnExample() async throws {
        let desk = try await Desk(shares: false)
        for command in [""] + Self.commands {
            let words = command.split(separator: " ").map(String.init)
            let help = try await Program.run(words + ["--help"], in: desk)
            #expect(help.code == 0, "\(command)")
            let example = help.out.split(separator: "\n").first { $0.hasPrefix("Example: concordat ") }
            #expect(example?.contains(words.first ?? "import") == true, "\(command)")
            #expect(help.error == "", "\(command)")
        }
        // To ask for help makes no database.
        #expect(desk.size("concordat.sqlite") == 0)
        #expect(try await desk.concordat("--version").lines.first?.hasPrefix("concordat ") == true)
    }

    // MARK: - Exit codes

    static let usage: [[String]] = [
        ["launch"], ["show"], ["show", "A", "B"], ["shares", "--format", "pdf"], ["shares", "--where", "colour=red"],
        ["tick", "--at", "tomorrow"], ["tick", "--at", "2026-02-30"], ["report", "--as-at", "soon"],
        ["sample", "--shares", "0"],
        ["sample", "--shares", "many"], ["workflow", "draw", "launch"], ["act", "DWP-DS-1", "submit"],
        ["act", "DWP-DS-1", "submit", "--as", "hub", "--field", "novalue"],
        ["act", "DWP-DS-1", "launch:submit", "--as", "hub"], ["import", "x.csv", "--rejects", "y.csv"],
        ["manifest", "export", "--to", "out"], ["manifest", "export", "DWP-DS-1", "--all", "--to", "out"],
        ["serve", "--port", "70000"], ["people", "add", "x"],
        ["outbox", "deliver", "--to", "mail", "--from", "nobody"], ["outbox", "deliver"],
        ["outbox", "deliver", "--to", "mail"], ["outbox", "deliver", "--smtp", "x.json", "--to", "mail"],
        ["serve", "--from", "a@example.gov.uk"], ["outbox", "retry"], ["outbox", "retry", "1", "--held"],
        ["outbox", "retry", "one"], ["audit", "launch"], ["--db"],
    ]

    @Test func whatIsNotUnderstoodIsUsage() async throws {
        let desk = try await Desk()
        for arguments in Self.usage {
            let run = try await Program.run(arguments, in: desk)
            #expect(run.code == 2, "\(arguments): \(run.error)")
            #expect(run.out == "" && !run.error.isEmpty, "\(arguments)")
        }
    }

    @Test func whatIsRefusedOrFoundIsOne() async throws {
        let desk = try await Desk()
        for arguments in [
            ["show", "nobody"], ["history", "nobody"], ["actions", "nobody", "--as", "hub"],
            ["actions", "DWP-DS-1", "--as", "nobody"], ["act", "DWP-DS-1", "launch", "--as", "hub"],
            ["act", "DWP-DS-1", "adopt", "--as", "dpo"], ["act", "nobody", "adopt", "--as", "hub"],
            ["act", "DWP-DS-1", "edit", "--as", "hub", "--field", "start_date=31/02/2026"],
            ["act", "DWP-DS-1", "edit", "--as", "hub", "--field", "purpose=x", "--seen", "9"],
            ["propose", "--as", "requester"], ["propose", "--as", "dpo", "--field", "title=x"],
            ["document", "nobody", "--output", "x.html"], ["outbox", "retry", "7"], ["outbox", "retry", "--held"],
        ] {
            let run = try await Program.run(arguments, in: desk)
            #expect(run.code == 1, "\(arguments): \(run.error)")
            #expect(run.out == "" && !run.error.isEmpty, "\(arguments)")
        }
        #expect(try await desk.concordat("audit", "verify").lines.first?.hasPrefix("40 events of 40 shares") == true)
    }

    @Test func badInputIsSixtyFive() async throws {
        let desk = try await Desk()
        try desk.write("no database", to: "text.sqlite")
        try desk.write("{", to: "bad.json")
        for arguments in [
            ["import", "none.csv"], ["import", "."], ["import", "bad.json", "--mapping", "bad.json"],
            ["--db", "text.sqlite", "shares"], ["--db", ".", "shares"], ["--db", "no/such/x.sqlite", "shares"],
            ["manifest", "verify", "bad.json"], ["manifest", "verify", "none.xml"],
            ["document", "DWP-DS-1", "--template", "poem", "--output", "x.html"],
            ["document", "DWP-DS-1", "--output", "no/such/x.html"],
            ["people", "add", "x", "--name", "X", "--role", "king", "--organisation", "DWP"],
            ["backup", "text.sqlite"], ["restore", "text.sqlite"], ["--db", "new.sqlite", "restore", "text.sqlite"],
            ["--db", "none.sqlite", "audit", "verify"], ["--db", "none.sqlite", "backup", "x.sqlite"],
            ["--templates", "no-such-folder", "workflow", "table"],
            ["manifest", "export", "DWP-DS-1", "--to", "bad.json"],
            ["outbox", "deliver", "--smtp", "bad.json"], ["outbox", "deliver", "--smtp", "none.json"],
            ["serve", "--port", "0", "--smtp", "bad.json"],
            ["import", "register.csv", "--skip-invalid", "--rejects", "no/such/rejects.csv"],
        ] {
            try desk.write(Register.text(count: 1, prefix: "NEW-"), to: "register.csv")
            let run = try await Program.run(arguments, in: desk)
            #expect(run.code == 65, "\(arguments): \(run.out)\(run.error)")
            #expect(!run.error.isEmpty && run.error.split(separator: "\n").count < 6, "\(arguments): \(run.error)")
        }
        // Nothing was written, made or half-made.
        let left = Set(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)).filter {
            !$0.hasPrefix("run-")
        }
        #expect(
            left.subtracting(["concordat.sqlite-shm", "concordat.sqlite-wal"]) == [
                "concordat.sqlite", "text.sqlite", "bad.json", "register.csv",
            ])
        #expect(try await desk.concordat("audit", "verify").lines.first?.hasPrefix("40 events of 40 shares") == true)
    }

    // MARK: - Formats

    @Test func aFormatForProgramsStandsAloneOnStandardOutput() async throws {
        let desk = try await Desk()
        for arguments in [
            ["shares"], ["show", "DWP-DS-1"], ["history", "DWP-DS-1"], ["actions", "DWP-DS-1", "--as", "hub"],
            ["report"],
            ["people", "list"], ["organisations"],
        ] {
            let run = try await Program.run(arguments + ["--format", "json"], in: desk)
            #expect(run.code == 0, "\(arguments): \(run.error)")
            #expect(throws: Never.self, "\(arguments)") { try JSONValue(parsing: Array(run.out.utf8)) }
        }
        let shares = try await desk.concordat("shares", "--format", "csv")
        #expect(shares.lines.first?.trimmingCharacters(in: .newlines) == Register.header)
        #expect(shares.lines.count == 41)
        let report = try await desk.concordat("report", "--format", "csv")
        #expect(report.out.hasPrefix("section,name,figure,value"))
        let html = try await desk.concordat("report", "--format", "html")
        #expect(html.out.hasPrefix("<!DOCTYPE html>") || html.out.hasPrefix("<!doctype html>"))
        try desk.write(Register.text(count: 2, prefix: "NEW-"), to: "new.csv")
        let dry = try await desk.concordat("import", "new.csv", "--dry-run", "--format", "json")
        let told = try JSONValue(parsing: Array(dry.out.utf8))
        #expect(told["registered"]?.int == 2 && told["written"]?.bool == false)
    }

    @Test func theDatabaseIsNamedBeforeOrAfterTheCommandOrByTheEnvironment() async throws {
        let desk = try await Desk()
        #expect(
            try FileManager.default.moveItem(atPath: desk.path("concordat.sqlite"), toPath: desk.path("x.sqlite")) == ()
        )
        for arguments in [
            ["--db", "x.sqlite", "shares"], ["--db=x.sqlite", "shares"], ["shares", "--db", "x.sqlite"],
        ] {
            #expect(try await Program.run(arguments, in: desk).out.contains("DWP-DS-40"), "\(arguments)")
        }
        #expect(try await desk.concordat("--db", "x.sqlite", "people", "list").out.contains("requester"))
        #expect(try await desk.shell("CONCORDAT_DB=x.sqlite \"$1\" shares").out.contains("DWP-DS-40"))
    }

    @Test func aSampleIsTheSameForTheSameSeedAndComesIn() async throws {
        let desk = try await Desk(shares: false)
        let first = try await desk.concordat("sample", "--shares", "25", "--seed", "3")
        #expect(try await desk.concordat("sample", "--shares", "25", "--seed", "3").out == first.out)
        #expect(try await desk.concordat("sample", "--shares", "25", "--seed", "4").out != first.out)
        #expect(first.out.hasPrefix(Register.header))
        try desk.write(first.out, to: "sample.csv")
        #expect(try await desk.concordat("import", "sample.csv", "--skip-invalid").code == 0)
    }
}

import Foundation
import Testing

@Suite struct RegisterTests {
    private static let broken: URL? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let registers = folder.appendingPathComponent("Samples/broken/registers")
            if FileManager.default.fileExists(atPath: registers.path) { return registers }
        }
        return nil
    }()

    /// The findings that each must give stand beside it; an error keeps the whole file out.
    @Test func aBrokenRegisterIsBadInputAndWritesNothing() async throws {
        let folder = try #require(Self.broken)
        let desk = try await Desk()
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".csv") {
            let file = folder.appendingPathComponent(name)
            let expected = try String(
                contentsOf: file.deletingPathExtension().appendingPathExtension("findings"), encoding: .utf8)
            let errors = expected.split(separator: "\n").filter { $0.hasPrefix("error: ") }
            guard !errors.isEmpty else { continue }
            count += 1
            let run = try await desk.concordat("import", file.path)
            #expect(run.code == 65, "\(name): \(run.error)")
            for error in errors {
                let parts = error.split(separator: "…").map { $0.trimmingCharacters(in: .whitespaces) }
                #expect(
                    run.error.split(separator: "\n").contains { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) },
                    "\(name): \(error) is not in \(run.error)")
            }
            #expect(run.out.contains("nothing was written"), "\(name)")
        }
        #expect(count > 12)
        #expect(try await desk.concordat("audit", "verify").lines.first?.hasPrefix("40 events of 40 shares") == true)
    }

    @Test func rowsThatAreKeptOutGoToAFileWithTheirErrors() async throws {
        let desk = try await Desk()
        try desk.write(
            [
                Register.header, Register.row("NEW-1"), Register.row("NEW-2", title: "=cmd()"),
                Register.row("NEW-3", title: ""),
            ]
            .joined(separator: "\n"), to: "register.csv")
        let run = try await desk.concordat("import", "register.csv", "--skip-invalid", "--rejects", "rejects.csv")
        #expect(run.code == 0)
        let rejects = try String(contentsOfFile: desk.path("rejects.csv"), encoding: .utf8)
        #expect(rejects.contains("NEW-3") && rejects.contains("[title-missing]"))
        #expect(!rejects.contains("NEW-1"))
        let again = try await desk.concordat("import", "register.csv", "--skip-invalid")
        #expect(again.out.contains("2 unchanged"))
        // What leaves for a spreadsheet cannot start as a formula there.
        #expect(try await desk.concordat("shares", "--format", "csv").out.contains(",'=cmd(),"))
    }

    @Test func aSecondImportSaysThatNothingChanged() async throws {
        let desk = try await Desk()
        try desk.write(Register.text(count: 40), to: "register.csv")
        let run = try await desk.concordat("import", "register.csv")
        #expect(run.code == 0 && run.out.contains("nothing changed"))
    }

    @Test func redundantSharesAreFoundGroupedAndTheUnknownNamesListed() async throws {
        let desk = try await Desk(shares: false)
        try desk.write(
            [
                Register.header, Register.row("NEW-1", title: "Blue Badge check"),
                Register.row("NEW-2", title: "Blue Badge check"),
            ].joined(separator: "\n"), to: "register.csv")
        _ = try await desk.concordat("import", "register.csv")
        let found = try await desk.concordat("redundancy", "--format", "csv")
        #expect(found.lines.first == "share_a,share_b,kind,score,explanation")
        #expect(found.lines.dropFirst().map { $0.split(separator: ",")[2] } == ["duplicate"])
        let groups = try await desk.concordat("redundancy", "clusters", "--format", "csv")
        #expect(groups.lines.dropFirst().map { $0.hasPrefix("NEW-1,NEW-2,") } == [true])
        for (name, header) in [
            ("patterns", "kind,shares,explanation"), ("vocabulary", "field,text,shares,may_mean,likelihood,votes"),
        ] {
            let run = try await desk.concordat("redundancy", name, "--format", "csv")
            #expect((run.code, run.lines.first) == (0, header))
        }
    }
}

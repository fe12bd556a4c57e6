import Foundation
import Testing

/// The world breaks: a kill at any moment, a full disk, a folder that may not be written, a reader that goes away.
@Suite(.serialized) struct MishapTests {
    /// Kills an act at the moment of its commit, before and after: what was acknowledged is there, and the chain is whole.
    @Test func whatWasAcknowledgedSurvivesAKillWhileActing() async throws {
        let desk = try await Desk()
        let program = try #require(Program.path)
        var kept = 1
        for round in 1...8 {
            let before = desk.size("concordat.sqlite-wal")
            let running = try desk.start(
                program, ["act", "DWP-DS-1", "edit", "--as", "hub", "--field", "volume=\(round)"])
            // Every other round waits for the answer, so that some kills come after it and some amid the commit.
            while running.isRunning, round % 2 == 0 ? !running.hasAnswered : desk.size("concordat.sqlite-wal") == before
            {
                await Task.yield()
            }
            running.kill()
            let outcome = try await running.outcome()
            let verified = try await desk.concordat("audit", "verify")
            #expect(verified.code == 0, "\(verified.error)")
            let events = Int(verified.out.split(separator: " ").first ?? "") ?? 0
            let acts = events - 40
            #expect(acts == kept || acts == kept - 1, "one act at most came of round \(round)")
            if !outcome.out.isEmpty { #expect(acts == kept, "an acknowledged act is lost in round \(round)") }
            kept = acts + 1
        }
    }

    /// An import is one transaction: killed at any moment, all of it is there or nothing.
    @Test func aKillWhileImportingLeavesAllOrNothing() async throws {
        let desk = try await Desk()
        let program = try #require(Program.path)
        var imported = 40
        for round in 1...4 {
            try desk.write(Register.text(count: 300, prefix: "R\(round)-"), to: "register.csv")
            let before = desk.size("concordat.sqlite-wal")
            let running = try desk.start(program, ["import", "register.csv"])
            let threshold = before + [1, 40_000, 200_000, 0][round - 1]
            while running.isRunning, !running.hasAnswered, desk.size("concordat.sqlite-wal") <= threshold {
                await Task.yield()
            }
            running.kill()
            let outcome = try await running.outcome()
            let verified = try await desk.concordat("audit", "verify")
            #expect(verified.code == 0, "\(verified.error)")
            let events = Int(verified.out.split(separator: " ").first ?? "") ?? 0
            #expect(events == imported || events == imported + 300, "\(events) after round \(round)")
            if !outcome.out.isEmpty { #expect(events == imported + 300) }
            // The same file imported again completes it.
            #expect(try await desk.concordat("import", "register.csv").code == 0)
            let after = try await desk.concordat("audit", "verify")
            imported = Int(after.out.split(separator: " ").first ?? "") ?? 0
            #expect(imported == 40 + round * 300)
        }
    }

    /// An export that is killed goes on where it stopped: what is complete stays, and the rest is written.
    @Test func aKilledExportGoesOnWhereItStopped() async throws {
        let desk = try await Desk()
        let program = try #require(Program.path)
        for (round, threshold) in [1, 20].enumerated() {
            let folder = "out\(round)"
            func complete() -> [String] {
                (1...40).map { "\(folder)/DWP-DS-\($0)" }.filter { desk.size("\($0)/bundle.json") > 0 }
            }
            let running = try desk.start(program, ["manifest", "export", "--all", "--to", folder])
            while running.isRunning, complete().count < threshold { await Task.yield() }
            running.kill()
            _ = try await running.outcome()
            let kept = complete()
            #expect(kept.count >= threshold)
            // As it is left where the kill falls into the writing of a bundle, and into that of the bundle in its place.
            let broken = "\(folder)/DWP-DS-40"
            let beside = "\(folder)/.DWP-DS-40.part"
            for path in [broken, beside] {
                try FileManager.default.createDirectory(
                    atPath: desk.path(path), withIntermediateDirectories: true)
            }
            try desk.write("{", to: "\(beside)/manifest.xml")
            try? FileManager.default.removeItem(atPath: desk.path("\(broken)/bundle.json"))
            let left = kept.filter { $0 != broken }
            let resumed = try await desk.concordat("manifest", "export", "--all", "--to", folder, "--resume")
            #expect(resumed.code == 0, "\(resumed.error)")
            #expect(
                resumed.lines == [
                    "\(40 - left.count) manifests in JSON and XML are in \(folder); 0 shares have none.",
                    "\(left.count) were there already.",
                ])
            #expect(complete().count == 40)
            let folders = try FileManager.default.contentsOfDirectory(atPath: desk.path(folder))
            #expect(folders.count == 40, "\(folders)")
            for bundle in [left.first, broken].compactMap(\.self) {
                let verified = try await desk.concordat("manifest", "verify", bundle, "--allow-unsigned")
                #expect(verified.code == 0, "\(verified.error)")
            }
        }
    }

    @Test func twoProcessesThatWriteAtOnceLoseNothing() async throws {
        let desk = try await Desk()
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for number in 1...6 {
                group.addTask {
                    if number % 2 == 0 {
                        return try await desk.concordat(
                            "act", "DWP-DS-\(number)", "edit", "--as", "hub", "--field", "volume=\(number)")
                    }
                    try desk.write(Register.text(count: 20, prefix: "P\(number)-"), to: "p\(number).csv")
                    return try await desk.concordat("import", "p\(number).csv")
                }
            }
            return try await group.reduce(into: [Outcome]()) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.code == 0 }, "\(outcomes.map(\.error))")
        let verified = try await desk.concordat("audit", "verify")
        #expect(verified.code == 0)
        #expect(verified.out.hasPrefix("103 events of 100 shares"))
    }

    @Test func aReaderThatGoesAwayEndsTheCommandQuietly() async throws {
        let desk = try await Desk()
        for command in ["shares", "shares --format csv", "sample --shares 4000", "workflow table"] {
            let run = try await desk.shell("\"$1\" \(command) | head -n 1")
            #expect(run.out.split(separator: "\n").count == 1, "\(command)")
            #expect(!run.error.contains("rror") && !run.error.contains("rong"), "\(command): \(run.error)")
            // Where the parent ignores the signal, the failure to write is met instead.
            let ignoring = try await desk.shell("trap '' PIPE; \"$1\" \(command) | head -n 1")
            #expect(
                !ignoring.error.contains("rror") && !ignoring.error.contains("rong"), "\(command): \(ignoring.error)")
        }
    }

    @Test func aFullDiskForTheOutputIsTold() async throws {
        let desk = try await Desk()
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        for command in ["shares", "shares --format csv", "report", "sample --shares 10", "workflow table"] {
            let run = try await desk.shell("\"$1\" \(command) > /dev/full")
            #expect(run.code == 70, "\(command): \(run.error)")
            #expect(run.error.contains("cannot be written") && !run.error.contains("Fatal"), "\(command): \(run.error)")
        }
    }

    /// Needs the right to mount; where that is missing the test says so and ends.
    @Test func aFullDiskForTheDatabaseIsToldAndNothingIsHalfWritten() async throws {
        let desk = try await Desk()
        try FileManager.default.createDirectory(atPath: desk.path("small"), withIntermediateDirectories: true)
        guard try await desk.shell("unshare -m mount -t tmpfs -o size=2m tmpfs small").code == 0 else {
            print("Skipped: a small disk cannot be mounted here.")
            return
        }
        try desk.write(Register.text(count: 2000, prefix: "NEW-"), to: "register.csv")
        let script = """
            mount -t tmpfs -o size=2m tmpfs small && cp concordat.sqlite small/x.sqlite || exit 99
            "$1" --db small/x.sqlite import register.csv
            echo "import $?"
            "$1" --db small/x.sqlite audit verify
            echo "verify $?"
            """
        let run = try await desk.run(
            "/usr/bin/env", ["unshare", "-m", "/bin/sh", "-c", script, "sh", try #require(Program.path)])
        #expect(run.out.contains("import 70"), "\(run.out)\(run.error)")
        #expect(run.error.contains("The disk is full"), "\(run.error)")
        #expect(run.out.contains("40 events of 40 shares") && run.out.contains("verify 0"), "\(run.out)\(run.error)")
    }

    /// Needs the right to mount; where that is missing the test says so and ends.
    @Test func aFullDiskAtFirstUseLeavesNothingBehind() async throws {
        let desk = try await Desk()
        try FileManager.default.createDirectory(atPath: desk.path("small"), withIntermediateDirectories: true)
        let script = """
            mount -t tmpfs -o size=16k tmpfs small || exit 99
            "$1" --db small/new.sqlite shares
            echo "shares $?"
            ls -A small | wc -l
            head -c 12000 /dev/zero > small/ballast
            "$1" manifest export --all --to small/out
            echo "export $?"
            find small/out -mindepth 1 -type d -empty | wc -l
            """
        let run = try await desk.run(
            "/usr/bin/env", ["unshare", "-m", "/bin/sh", "-c", script, "sh", try #require(Program.path)])
        guard run.code != 99, !run.error.contains("unshare") else {
            print("Skipped: a small disk cannot be mounted here.")
            return
        }
        #expect(run.out.contains("shares 70\n0\n"), "\(run.out)\(run.error)")
        #expect(run.error.contains("The disk is full"), "\(run.error)")
        #expect(run.out.contains("export 1\n0\n"), "\(run.out)\(run.error)")
    }

    @Test func aFolderThatMayNotBeWrittenIsTold() async throws {
        let desk = try await Desk(shares: false)
        try FileManager.default.createDirectory(atPath: desk.path("closed"), withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: desk.path("closed"))
        // A superuser may write everywhere, so the program is run as somebody else.
        let other = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        guard try await desk.shell("\(other)\"$1\" --version").code == 0 else {
            print("Skipped: the program cannot be run as a user without rights here.")
            return
        }
        let run = try await desk.shell("\(other)\"$1\" --db closed/x.sqlite shares")
        #expect(run.code == 65, "\(run.error)")
        #expect(run.error.contains("closed/x.sqlite cannot be opened"), "\(run.error)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path("closed")) == [])
    }

    @Test func anAlteredDatabaseIsFoundFromTheCommandLine() async throws {
        let desk = try await Desk()
        guard try await desk.shell("command -v sqlite3").code == 0 else {
            print("Skipped: there is no sqlite3 here; the ledger's own tests alter it by other means.")
            return
        }
        _ = try await desk.shell(
            "sqlite3 concordat.sqlite \"DROP TRIGGER event_is_never_changed; UPDATE event SET actor = 'x' WHERE position = 7\""
        )
        let run = try await desk.concordat("audit", "verify")
        #expect(run.code == 1)
        #expect(run.error.contains("The event at position 7 (DWP-DS-3, version 1) was altered."))
    }
}

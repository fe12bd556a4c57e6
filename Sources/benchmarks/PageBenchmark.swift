import Foundation

/// The pages under load: one core serves, another asks over 32 connections that send the next request once the last is
/// answered.
enum PageBenchmark {
    private static let password = "a password of benchmarks"
    private static let connections = 32
    private static let seconds = 8

    static func run(_ program: Program) throws {
        for (shares, database) in [(1500, "small1.sqlite"), (100_000, "large.sqlite")] {
            try measure(program, shares: shares, database: database)
        }
    }

    private static func measure(_ program: Program, shares: Int, database: String) throws {
        try program.shell(
            """
            "$CONCORDAT" --db \(database) people add asker --name Asker --role hub dpo --organisation DWP
            echo '\(password)' | "$CONCORDAT" --db \(database) people password asker
            "$CONCORDAT" --db \(database) tick
            "$CONCORDAT" --db \(database) shares --format csv | cut -d, -f1 | grep -E '^[A-Za-z0-9-]+$' | grep -v '^reference$' | shuf -n 2000 --random-source=<(yes) > references
            """)
        let port = shares == 1500 ? "18451" : "18452"
        let server = try program.start(["--db", database, "serve", "--port", port], onCore: 0)
        defer {
            server.terminate()
            server.waitUntilExit()
        }
        let site = "http://127.0.0.1:\(port)"
        let cookie = try program.shell(
            """
            for try in $(seq 100); do curl -s -o /dev/null \(site)/sign-in && break; sleep 0.2; done
            curl -s -D - -o /dev/null --data id=asker --data-urlencode 'password=\(password)' \(site)/sign-in \
            | tr -d '\\r' | sed -n 's/^[Ss]et-[Cc]ookie: \\([^;]*\\);.*/\\1/p'
            """
        ).trimmingCharacters(in: .whitespacesAndNewlines)
        try script.write(
            to: program.folder.appendingPathComponent("shares.lua"), atomically: true, encoding: .utf8)
        let pages = [
            ("a share’s page", "-s shares.lua", "/"), ("the register", "", "/shares"), ("the portfolio", "", "/"),
            ("the board’s page", "", "/board"), ("what waits for the DPO", "", "/work"),
        ]
        for (name, option, path) in pages {
            // Once before, as a process that was just started has read nothing.
            let said = try program.shell(
                """
                curl -s -o /dev/null -H 'Cookie: \(cookie)' \(site)\(path)
                echo "bytes $(curl -s -H 'Cookie: \(cookie)' \(site)\(path) | wc -c)"
                taskset -c 1 wrk -t1 -c\(connections) -d\(seconds)s --latency -H 'Cookie: \(cookie)' \(option) '\(site)\(path)'
                """)
            Benchmarks.row(
                "\(name) at \(shares) shares, one core, \(connections) connections", figures(in: said, name: name))
        }
    }

    /// What wrk says: `p99 21.30ms, 1450.02 requests a second, 27 KB`.
    private static func figures(in text: String, name: String) -> String {
        func word(after mark: String) -> String? {
            text.split(separator: "\n").first { $0.trimmingCharacters(in: .whitespaces).hasPrefix(mark) }
                .flatMap { $0.split(separator: " ").last.map(String.init) }
        }
        let failed = text.contains("Non-2xx") ? ", some requests failed" : ""
        let size = name == "a share’s page" ? "" : ", \((word(after: "bytes").flatMap(Int.init) ?? 0) / 1000) KB"
        return "p99 \(word(after: "99%") ?? "?"), \(word(after: "Requests/sec:") ?? "?") requests a second" + size
            + failed
    }

    /// Asks for one share after the other.
    private static let script = """
        local references = {}
        for line in io.lines("references") do references[#references + 1] = line end
        local place = 0
        request = function()
          place = place % #references + 1
          return wrk.format("GET", "/shares/" .. references[place])
        end
        """
}

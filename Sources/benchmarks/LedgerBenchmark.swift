import Casework
import Foundation
import GRDB
import Ledger
import Shares
import Workflows

/// One acknowledged command through the ledger, against a bare one-row INSERT on the same disk, both with
/// `synchronous=FULL`.
enum LedgerBenchmark {
    private static let count = 300

    static func run(in folder: URL) throws {
        // The two take turns, so that what else the machine does falls on both.
        var bare: [Double] = []
        var commands: [Double] = []
        let insert = try bareInsert(in: folder)
        let act = try command(in: folder)
        for _ in 0..<3 {
            bare.append(try Benchmarks.median(of: 1) { for _ in 0..<count { try insert() } })
            commands.append(try Benchmarks.median(of: 1) { for _ in 0..<count { try act() } })
        }
        let ratio = bare.sorted()[1] / commands.sorted()[1]
        Benchmarks.row(
            "one durable command, against a bare one-row INSERT transaction",
            "\(Int(Double(count) / commands.sorted()[1])) against \(Int(Double(count) / bare.sorted()[1])) a second: \((ratio * 100).rounded() / 100) of its rate"
        )
    }

    private static func bareInsert(in folder: URL) throws -> () throws -> Void {
        let pool = try DatabasePool(path: folder.appendingPathComponent("bare.sqlite").path)
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "CREATE TABLE line (number INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        }
        return {
            try pool.write { try $0.execute(sql: "INSERT INTO line (text) VALUES (?)", arguments: ["a line of text"]) }
        }
    }

    private static func command(in folder: URL) throws -> () throws -> Void {
        let office = Office(ledger: try Ledger.open(file: folder.appendingPathComponent("acts.sqlite").path))
        let hub = PersonID("hub")
        try office.keep(Person(id: hub, name: "Hub", roles: ["hub"], organisation: "DWP"))
        var share = ShareReference("")
        var acts = 0
        return {
            // A share lives through some dozens of acts, not hundreds.
            if acts % 30 == 0 {
                share = try office.propose(fields: ["title": "Share \(acts)"], as: hub).share.reference
            }
            acts += 1
            _ = try office.act(on: share, Order("edit", fields: ["volume": "\(acts) records"]), as: hub)
        }
    }
}

/// Exploring the product of the five machines.
enum ProofBenchmark {
    static func run() throws {
        let office = Office(ledger: try Ledger.inMemory())
        let definitions = try office.definitions()
        let proof = definitions.prove()
        let time = Benchmarks.median(of: 5) { _ = definitions.prove() }
        Benchmarks.row(
            "product exploration of the five machines",
            "\(Benchmarks.shown(time)) for \(proof.configurations) configurations")
    }
}

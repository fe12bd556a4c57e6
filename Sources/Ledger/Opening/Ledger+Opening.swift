import Foundation
internal import GRDB

extension Ledger {
    /// Marks the file as ours (`PRAGMA application_id`): "Conc".
    static let applicationID: Int32 = 0x436F_6E63

    /// Opens the database file, created where it is missing, and brings its schema up to date.
    package static func open(file: String) throws -> Ledger {
        let isThere = FileManager.default.fileExists(atPath: file)
        try checkHeader(of: file)
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.foreignKeysEnabled = true
        configuration.label = "ledger"
        configuration.maximumReaderCount = 4
        do {
            let pool = try DatabasePool(path: file, configuration: configuration)
            // GRDB sets NORMAL when it opens the pool, so FULL is set after that, on the only connection that writes.
            let level = try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA cache_size = -65536")
                return try Int.fetchOne(database, sql: "PRAGMA synchronous")
            }
            guard level == 2 else { throw LedgerError.notDurable(file: file) }
            try prepare(pool, file: file)
            return Ledger(database: pool)
        } catch let error as DatabaseError {
            let failure = error.asLedgerError(file: file)
            // A disk that is full leaves an empty file, which nobody asked for.
            if !isThere, failure == .diskFull { remove(file) }
            throw failure
        }
    }

    private static func remove(_ file: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: file + suffix) }
    }

    /// A ledger that lives as long as the value: what tests work on.
    package static func inMemory() throws -> Ledger {
        let queue = try DatabaseQueue()
        try prepare(queue, file: ":memory:")
        return Ledger(database: queue)
    }

    private static func prepare(_ database: any DatabaseWriter, file: String) throws {
        let migrator = Schema.migrator
        let (identifier, tables, isNewer, isCurrent) = try database.read { database in
            (
                try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0,
                try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database)
            )
        }
        if tables > 0, identifier != applicationID { throw LedgerError.notALedger(file: file) }
        if isNewer { throw LedgerError.newerSchema(file: file) }
        guard !isCurrent else { return }
        try migrator.migrate(database)
    }

    /// A file that is no SQLite database is refused before SQLite touches it.
    private static func checkHeader(of file: String) throws {
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        guard manager.fileExists(atPath: file, isDirectory: &isDirectory) else {
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            guard manager.fileExists(atPath: folder) else {
                throw LedgerError.cannotOpen(file: file, why: "there is no folder \(folder)")
            }
            return
        }
        if isDirectory.boolValue { throw LedgerError.cannotOpen(file: file, why: "it is a folder") }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw LedgerError.cannotOpen(file: file, why: "it may not be read")
        }
        defer { try? handle.close() }
        let head = try handle.read(upToCount: 16) ?? Data()
        if !head.isEmpty, head != Data("SQLite format 3\u{0}".utf8) { throw LedgerError.notALedger(file: file) }
    }
}

extension DatabaseError {
    func asLedgerError(file: String) -> LedgerError {
        switch resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: .notALedger(file: file)
        case .SQLITE_FULL: .diskFull
        // The files beside the database are mapped into memory, where a full disk shows as a failed write.
        case .SQLITE_IOERR where DatabaseError.hasNoSpace(for: file): .diskFull
        default: .cannotOpen(file: file, why: message ?? "SQLite says \(resultCode)")
        }
    }

    private static func hasNoSpace(for file: String) -> Bool {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        return (attributes?[.systemFreeSize] as? NSNumber).map { $0.int64Value < 65_536 } ?? false
    }
}

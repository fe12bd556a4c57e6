import Foundation
internal import GRDB

extension Ledger {
    /// Writes a whole copy of the database while others work on it: complete under its name, or absent.
    package func backUp(to file: String) throws {
        guard !FileManager.default.fileExists(atPath: file) else { throw LedgerError.fileExists(file) }
        let unfinished = file + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [unfinished])
            }
            try FileManager.default.moveItem(atPath: unfinished, toPath: file)
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            if let error = error as? DatabaseError { throw error.asLedgerError(file: file) }
            throw error
        }
    }

    /// Makes a database file of a backup; the backup must be a ledger, and the file must not exist.
    package static func restore(backup: String, to file: String) throws {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw LedgerError.cannotOpen(file: backup, why: "there is no such file")
        }
        // An empty file would be opened as a new ledger, and what was lost called restored.
        let size = try FileManager.default.attributesOfItem(atPath: backup)[.size] as? Int
        guard size != 0 else { throw LedgerError.notALedger(file: backup) }
        for name in [file, file + "-wal"] where FileManager.default.fileExists(atPath: name) {
            throw LedgerError.fileExists(name)
        }
        let unfinished = file + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        try FileManager.default.copyItem(atPath: backup, toPath: unfinished)
        do {
            let copy = try Ledger.open(file: unfinished)
            try copy.database.close()
        } catch {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: unfinished + suffix) }
            if case LedgerError.notALedger = error { throw LedgerError.notALedger(file: backup) }
            throw error
        }
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: unfinished + suffix) }
        try FileManager.default.moveItem(atPath: unfinished, toPath: file)
    }
}

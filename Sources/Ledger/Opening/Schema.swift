internal import GRDB
import Shares
import Workflows

/// The tables, in the order in which they came to be. A migration that has shipped is never changed.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: events and their views") { database in
            try database.execute(sql: "PRAGMA application_id = \(Ledger.applicationID)")
            try database.execute(sql: events)
            try database.execute(sql: views)
            try database.execute(sql: people)
        }
        migrator.registerMigration("2: the roster and the outbox are in the record") { database in
            try database.execute(sql: streams)
            for (kind, stream) in EventStream.kinds {
                try database.execute(
                    sql: "INSERT INTO event_kind (kind, stream) VALUES (?, ?)", arguments: [kind, stream.rawValue])
            }
            try database.execute(sql: eventsOfStreams)
            try recordPeopleAndLetters(in: database)
        }
        migrator.registerMigration("3: accounts, sessions, and who asked for a share") { database in
            try database.execute(sql: accounts)
        }
        migrator.registerMigration("4: decisions about redundant shares are in the record") { database in
            // A ledger that was made by this program has the kind already.
            try database.execute(
                sql: """
                    INSERT INTO event_kind (kind, stream) VALUES ('consolidation', 'consolidation')
                    ON CONFLICT DO NOTHING
                    """)
        }
        migrator.registerMigration("5: each recipient's copy of a letter") { database in
            try database.execute(sql: letterCopies)
        }
        migrator.registerMigration("6: the texts that are signed are kept") { database in
            try database.execute(sql: keptTexts)
        }
        migrator.registerMigration("7: the words of shares are searched, and people keep their views") { database in
            try database.execute(sql: searchedWords)
            try database.execute(sql: savedViews)
        }
        migrator.registerMigration("8: what passes between the department and its partners is in the record") {
            database in
            try database.execute(
                sql: "INSERT INTO event_kind (kind, stream) VALUES ('exchange', 'exchange') ON CONFLICT DO NOTHING")
        }
        migrator.registerMigration("9: partners are told at addresses of theirs") { database in
            try database.execute(sql: webhooks)
        }
        migrator.registerMigration("10: what programs asked for is done once") { database in
            try database.execute(sql: requestsDone)
        }
        migrator.registerMigration("11: keys of programs") { database in
            try database.execute(
                sql: "INSERT INTO event_kind (kind, stream) VALUES ('access', 'access') ON CONFLICT DO NOTHING")
            try database.execute(sql: apiKeys)
        }
        migrator.registerMigration("12: what was read of shares") { database in
            try database.execute(sql: readings)
        }
        migrator.registerMigration("13: what lies ahead of each share") { database in
            try database.execute(sql: outlook)
            let writer = LedgerWriter(database: database)
            try writer.reader.forEachShare { try writer.look(ahead: ShareOutlook($0)) }
        }
        migrator.registerMigration("14: who is who at the provider by which people sign in") { database in
            try database.execute(sql: signInLinks)
        }
        migrator.registerMigration("15: from where signing in failed") { database in
            try database.execute(sql: failedAddresses)
        }
        migrator.registerMigration("16: whatever programs change is done once") { database in
            try database.execute(sql: resultsOfRequests)
        }
        migrator.registerMigration("17: the states of the reference data") { database in
            try database.execute(sql: referenceStates)
        }
        return migrator
    }
}

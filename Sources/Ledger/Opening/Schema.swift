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
        return migrator
    }

    /// Written with the events, as the register's lines are, and equal to a fresh fold of them. Days, but for `risks`
    /// (`possible/severe`) and `parties_to_come` (identifiers of organisations), with a space between.
    private static let outlook = """
        CREATE TABLE outlook (
            share TEXT PRIMARY KEY,
            proposal_since TEXT NOT NULL,
            dpia_since TEXT NOT NULL,
            approval_since TEXT NOT NULL,
            review_since TEXT NOT NULL,
            retirement_since TEXT NOT NULL,
            start_date TEXT,
            end_date TEXT,
            review_date TEXT,
            suspension_due TEXT,
            answer_due TEXT,
            answer_waits_since TEXT,
            condition_due TEXT,
            risks TEXT NOT NULL,
            parties_to_come TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Where partners want to be told, and how far that has come: beside the record, which says what was issued. Moments are in
    /// milliseconds since 1970; whoever sends leaves a `claim`, as with letters.
    private static let webhooks = """
        CREATE TABLE webhook (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation TEXT NOT NULL CHECK (length(organisation) > 0),
            address TEXT NOT NULL CHECK (length(address) > 0),
            added TEXT NOT NULL CHECK (length(added) = 24),
            added_by TEXT NOT NULL CHECK (length(added_by) > 0),
            through INTEGER NOT NULL CHECK (through >= 0),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            failing_since INTEGER,
            next_attempt INTEGER NOT NULL DEFAULT 0,
            claim BLOB CHECK (length(claim) = 16),
            fault TEXT,
            held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
            UNIQUE (organisation, address)
        ) STRICT;
        CREATE TABLE webhook_attempt (
            number INTEGER PRIMARY KEY,
            webhook INTEGER NOT NULL REFERENCES webhook (number) ON DELETE CASCADE,
            issue INTEGER NOT NULL,
            at TEXT NOT NULL CHECK (length(at) = 24),
            fault TEXT
        ) STRICT;
        CREATE INDEX webhook_attempt_by_webhook ON webhook_attempt (webhook, number);
        """

    /// What programs prove for whom they act with: only the SHA-256 of it is kept. The record says who made a key and who
    /// revoked it; when it was last used is beside the record. `used` and `ends` are in milliseconds since 1970.
    private static let apiKeys = """
        CREATE TABLE api_key (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            name TEXT NOT NULL CHECK (length(name) > 0),
            person TEXT,
            organisation TEXT,
            scopes TEXT NOT NULL CHECK (length(scopes) > 0),
            made TEXT NOT NULL CHECK (length(made) = 24),
            made_by TEXT NOT NULL CHECK (length(made_by) > 0),
            last_day TEXT NOT NULL CHECK (length(last_day) = 10),
            revoked TEXT CHECK (length(revoked) = 24),
            revoked_by TEXT,
            used INTEGER,
            CHECK ((person IS NULL) <> (organisation IS NULL)),
            CHECK ((revoked IS NULL) = (revoked_by IS NULL))
        ) STRICT;
        CREATE TABLE access_token (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            key INTEGER NOT NULL REFERENCES api_key (number),
            scopes TEXT NOT NULL CHECK (length(scopes) > 0),
            ends INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_token_by_end ON access_token (ends);
        CREATE INDEX access_token_by_key ON access_token (key);
        """

    /// What somebody saw that is not for every eye: a chain of its own, which nothing is ever taken from.
    private static let readings = """
        CREATE TABLE reading (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            at TEXT NOT NULL CHECK (length(at) = 24),
            actor TEXT NOT NULL CHECK (length(actor) > 0),
            role TEXT NOT NULL CHECK (length(role) > 0),
            share TEXT NOT NULL CHECK (length(share) > 0),
            what TEXT NOT NULL CHECK (length(what) > 0),
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE INDEX reading_by_share ON reading (share, number);
        CREATE INDEX reading_by_actor ON reading (actor, number);
        CREATE TRIGGER reading_is_never_changed BEFORE UPDATE ON reading
        BEGIN SELECT RAISE(ABORT, 'a reading is never changed'); END;
        CREATE TRIGGER reading_is_never_removed BEFORE DELETE ON reading
        BEGIN SELECT RAISE(ABORT, 'a reading is never removed'); END;
        """

    /// What programs asked for under a key of theirs: beside the record, because it is forgotten.
    private static let requestsDone = """
        CREATE TABLE request_done (
            person TEXT NOT NULL CHECK (length(person) > 0),
            key TEXT NOT NULL CHECK (length(key) > 0),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            share TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            at INTEGER NOT NULL,
            PRIMARY KEY (person, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX request_done_by_time ON request_done (at);
        """

    /// Documents under the SHA-256 of their bytes, which the record names.
    private static let keptTexts = """
        CREATE TABLE kept_text (
            digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
            kept TEXT NOT NULL CHECK (length(kept) = 24),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER kept_text_is_never_changed BEFORE UPDATE ON kept_text
        BEGIN SELECT RAISE(ABORT, 'a kept text is never changed'); END;
        CREATE TRIGGER kept_text_is_never_removed BEFORE DELETE ON kept_text
        BEGIN SELECT RAISE(ABORT, 'a kept text is never removed'); END;
        """

    /// What is searched for words: the index over its own lines, which follow the register's by triggers. A number of their
    /// own ties them together, because the register's rows are numbered anew when a backup is made.
    private static let searchedWords = """
        CREATE TABLE searched (
            number INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            parties TEXT NOT NULL,
            purpose TEXT NOT NULL,
            items TEXT NOT NULL,
            gateways TEXT NOT NULL,
            owner TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE search USING fts5(
            reference, title, parties, purpose, items, gateways, owner,
            content = 'searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
        );
        CREATE TRIGGER searched_is_indexed AFTER INSERT ON searched BEGIN
            INSERT INTO search (rowid, reference, title, parties, purpose, items, gateways, owner) VALUES (
                NEW.number, NEW.reference, NEW.title, NEW.parties, NEW.purpose, NEW.items, NEW.gateways, NEW.owner);
        END;
        CREATE TRIGGER searched_is_indexed_anew AFTER UPDATE ON searched BEGIN
            INSERT INTO search (search, rowid, reference, title, parties, purpose, items, gateways, owner) VALUES (
                'delete', OLD.number, OLD.reference, OLD.title, OLD.parties, OLD.purpose, OLD.items, OLD.gateways,
                OLD.owner);
            INSERT INTO search (rowid, reference, title, parties, purpose, items, gateways, owner) VALUES (
                NEW.number, NEW.reference, NEW.title, NEW.parties, NEW.purpose, NEW.items, NEW.gateways, NEW.owner);
        END;
        CREATE TRIGGER share_is_searched AFTER INSERT ON share BEGIN
            INSERT INTO searched (reference, title, parties, purpose, items, gateways, owner) VALUES (
                NEW.reference, NEW.title, NEW.providers || char(30) || NEW.recipients, NEW.purpose, NEW.items,
                NEW.gateways, coalesce(NEW.owner, ''));
        END;
        CREATE TRIGGER share_is_searched_anew AFTER UPDATE ON share
        WHEN (OLD.title, OLD.providers, OLD.recipients, OLD.purpose, OLD.items, OLD.gateways, OLD.owner)
            IS NOT (NEW.title, NEW.providers, NEW.recipients, NEW.purpose, NEW.items, NEW.gateways, NEW.owner) BEGIN
            UPDATE searched SET
                title = NEW.title, parties = NEW.providers || char(30) || NEW.recipients, purpose = NEW.purpose,
                items = NEW.items, gateways = NEW.gateways, owner = coalesce(NEW.owner, '')
            WHERE reference = NEW.reference;
        END;
        INSERT INTO searched (reference, title, parties, purpose, items, gateways, owner)
        SELECT reference, title, providers || char(30) || recipients, purpose, items, gateways, coalesce(owner, '')
        FROM share ORDER BY reference;
        """

    /// Questions that a person asks of the register again and again: beside the record, because they are theirs to forget.
    private static let savedViews = """
        CREATE TABLE saved_view (
            person TEXT NOT NULL CHECK (length(person) > 0),
            name TEXT NOT NULL CHECK (length(name) > 0),
            query TEXT NOT NULL,
            PRIMARY KEY (person, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// The record. An event is written once, at the next position, and never changed.
    private static let events = """
        CREATE TABLE event (
            position INTEGER PRIMARY KEY CHECK (position > 0),
            share TEXT NOT NULL CHECK (length(share) > 0),
            share_version INTEGER NOT NULL CHECK (share_version > 0),
            at TEXT NOT NULL CHECK (length(at) = 24),
            actor TEXT NOT NULL CHECK (length(actor) > 0),
            role TEXT NOT NULL CHECK (length(role) > 0),
            kind TEXT NOT NULL CHECK (kind IN ('registered', 'corrected', 'acted')),
            body TEXT NOT NULL,
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            UNIQUE (share, share_version)
        ) STRICT;
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            size INTEGER NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        INSERT INTO head (id, size, hash) VALUES (1, 0, zeroblob(32));
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
        CREATE TRIGGER event_comes_at_the_end BEFORE INSERT ON event
        WHEN NEW.position <> (SELECT size + 1 FROM head WHERE id = 1)
        BEGIN SELECT RAISE(ABORT, 'an event comes at the end'); END;
        CREATE TABLE edition (
            digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
            published TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER edition_is_never_changed BEFORE UPDATE ON edition
        BEGIN SELECT RAISE(ABORT, 'a published edition is never changed'); END;
        CREATE TRIGGER edition_is_never_removed BEFORE DELETE ON edition
        BEGIN SELECT RAISE(ABORT, 'a published edition is never removed'); END;
        """

    /// For queries; written with the events, and equal to a fresh fold of them.
    private static let views = """
        CREATE TABLE share (
            reference TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            edition TEXT NOT NULL REFERENCES edition (digest),
            entry TEXT NOT NULL,
            stage TEXT NOT NULL,
            title TEXT NOT NULL,
            providers TEXT NOT NULL,
            recipients TEXT NOT NULL,
            purpose TEXT NOT NULL,
            spoke TEXT,
            suggested_spoke TEXT,
            owner TEXT,
            owner_person TEXT,
            risk TEXT NOT NULL CHECK (risk IN ('low', 'medium', 'high')),
            items TEXT NOT NULL,
            subjects TEXT NOT NULL,
            gateways TEXT NOT NULL,
            bases TEXT NOT NULL,
            frequency TEXT NOT NULL,
            channel TEXT NOT NULL,
            classification TEXT NOT NULL,
            start_date TEXT,
            end_date TEXT,
            review_date TEXT,
            proposal TEXT NOT NULL,
            dpia TEXT NOT NULL,
            approval TEXT NOT NULL,
            review TEXT NOT NULL,
            retirement TEXT NOT NULL,
            row_digest TEXT
        ) STRICT;
        CREATE INDEX share_by_stage ON share (stage);
        CREATE TABLE stay (
            share TEXT NOT NULL,
            machine TEXT NOT NULL,
            state TEXT NOT NULL,
            entered TEXT NOT NULL,
            entered_version INTEGER NOT NULL,
            ended TEXT,
            PRIMARY KEY (share, machine, entered_version)
        ) STRICT, WITHOUT ROWID;
        """

    private static let people = """
        CREATE TABLE person (
            id TEXT PRIMARY KEY CHECK (length(id) > 0),
            name TEXT NOT NULL CHECK (length(name) > 0),
            roles TEXT NOT NULL,
            organisation TEXT NOT NULL,
            spoke TEXT,
            email TEXT
        ) STRICT;
        CREATE TABLE letter (
            number INTEGER PRIMARY KEY,
            share TEXT NOT NULL,
            kind TEXT NOT NULL,
            due TEXT NOT NULL,
            recipient TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            written TEXT NOT NULL,
            delivered TEXT,
            UNIQUE (share, kind, due, recipient)
        ) STRICT;
        """

    /// The kinds of event, and the stream that each belongs to: a new kind is a new row.
    private static let streams = """
        CREATE TABLE event_kind (
            kind TEXT PRIMARY KEY CHECK (length(kind) > 0),
            stream TEXT NOT NULL CHECK (length(stream) > 0),
            UNIQUE (kind, stream)
        ) STRICT;
        """

    /// The record with events that are about no share; their rows say so with an empty reference.
    private static let eventsOfStreams = """
        CREATE TABLE event_of_stream (
            position INTEGER PRIMARY KEY CHECK (position > 0),
            stream TEXT NOT NULL,
            share TEXT NOT NULL CHECK ((stream = 'share') = (length(share) > 0)),
            share_version INTEGER NOT NULL CHECK (share_version > 0),
            at TEXT NOT NULL CHECK (length(at) = 24),
            actor TEXT NOT NULL CHECK (length(actor) > 0),
            role TEXT NOT NULL CHECK (length(role) > 0),
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            UNIQUE (stream, share, share_version),
            FOREIGN KEY (kind, stream) REFERENCES event_kind (kind, stream)
        ) STRICT;
        INSERT INTO event_of_stream
        SELECT position, 'share', share, share_version, at, actor, role, kind, body, previous, hash FROM event;
        DROP TABLE event;
        ALTER TABLE event_of_stream RENAME TO event;
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
        CREATE TRIGGER event_comes_at_the_end BEFORE INSERT ON event
        WHEN NEW.position <> (SELECT size + 1 FROM head WHERE id = 1)
        BEGIN SELECT RAISE(ABORT, 'an event comes at the end'); END;
        """

    /// What lets people in: beside the record, because it is forgotten. The requester comes from registrations alone, as no
    /// earlier program handed a request over.
    private static let accounts = """
        CREATE TABLE account (
            person TEXT PRIMARY KEY CHECK (length(person) > 0),
            verifier TEXT NOT NULL CHECK (length(verifier) > 0),
            changed INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE session (
            token BLOB PRIMARY KEY CHECK (length(token) = 32),
            person TEXT NOT NULL,
            form_token TEXT NOT NULL CHECK (length(form_token) >= 32),
            began INTEGER NOT NULL,
            used INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE failed_sign_in (
            person TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX failed_sign_in_by_person ON failed_sign_in (person, at);
        ALTER TABLE share ADD COLUMN requester TEXT;
        UPDATE share SET requester = (
            SELECT json_extract(body, '$.registered.requester') FROM event
            WHERE stream = 'share' AND event.share = share.reference AND kind = 'registered');
        """

    /// How far each recipient's copy of a letter has come: beside the record, which says what was written and not whether it
    /// arrived. A letter whose copies are not listed yet has gone to nobody. `next_attempt` is in milliseconds since 1970;
    /// whoever sends a copy puts it into the future and leaves a `claim`, so that nobody else sends it meanwhile.
    private static let letterCopies = """
        CREATE TABLE letter_copy (
            letter INTEGER NOT NULL REFERENCES letter (number),
            recipient TEXT NOT NULL CHECK (length(recipient) > 0),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            next_attempt INTEGER NOT NULL DEFAULT 0,
            claim BLOB CHECK (length(claim) = 16),
            fault TEXT,
            held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
            delivered TEXT,
            PRIMARY KEY (letter, recipient),
            CHECK (delivered IS NULL OR held = 0)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX letter_copy_waiting ON letter_copy (recipient, letter) WHERE delivered IS NULL AND held = 0;
        CREATE INDEX letter_waiting ON letter (number) WHERE delivered IS NULL;
        """

    /// People and letters of before are recorded as they stand; the table of people is the record's from now on.
    private static func recordPeopleAndLetters(in database: Database) throws {
        let writer = LedgerWriter(database: database)
        let moment = try writer.reader.lastEventTime() ?? Instant(milliseconds: 0)
        for row in try Row.fetchAll(database, sql: "SELECT * FROM person ORDER BY id") {
            let roles: String = row["roles"]
            let person = Person(
                id: PersonID(row["id"] as String), name: row["name"],
                roles: roles.split(separator: " ").map { RoleName(rawValue: String($0)) },
                organisation: row["organisation"], spoke: row["spoke"], email: row["email"])
            try writer.append(roster: .kept(person), at: moment, actor: .system, role: "system")
        }
        try database.execute(sql: "DROP TABLE person")
        var digests: [String: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT * FROM letter ORDER BY number") {
            digests[String(row["number"] as Int)] = Letter(row)?.digest
        }
        guard !digests.isEmpty else { return }
        try writer.append(
            PostedLetters(letters: digests), to: .outbox, at: moment, actor: .system, role: "system")
    }
}

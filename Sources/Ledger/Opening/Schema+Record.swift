internal import GRDB
import Shares
import Workflows

// The record, and what is kept as the record names it.

extension Schema {
    /// The record. An event is written once, at the next position, and never changed.
    static let events = """
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

    /// The kinds of event, and the stream that each belongs to: a new kind is a new row.
    static let streams = """
        CREATE TABLE event_kind (
            kind TEXT PRIMARY KEY CHECK (length(kind) > 0),
            stream TEXT NOT NULL CHECK (length(stream) > 0),
            UNIQUE (kind, stream)
        ) STRICT;
        """

    /// The record with events that are about no share; their rows say so with an empty reference.
    static let eventsOfStreams = """
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

    /// People and letters of before are recorded as they stand; the table of people is the record's from now on.
    static func recordPeopleAndLetters(in database: Database) throws {
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

    /// Documents under the SHA-256 of their bytes, which the record names.
    static let keptTexts = """
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

    /// What somebody saw that is not for every eye: a chain of its own, which nothing is ever taken from.
    static let readings = """
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

    /// Which state of each file of the reference data the program went by, from when on: a chain of its own. The bytes are kept
    /// texts; a file without a digest was taken away.
    static let referenceStates = """
        CREATE TABLE reference_state (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            at TEXT NOT NULL CHECK (length(at) = 24),
            file TEXT NOT NULL CHECK (length(file) > 0),
            digest TEXT REFERENCES kept_text (digest),
            occasion TEXT NOT NULL CHECK (occasion IN ('act', 'tick', 'serving')),
            actor TEXT NOT NULL CHECK (length(actor) > 0),
            role TEXT NOT NULL CHECK (length(role) > 0),
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE INDEX reference_state_by_file ON reference_state (file, number);
        CREATE TRIGGER reference_state_is_never_changed BEFORE UPDATE ON reference_state
        BEGIN SELECT RAISE(ABORT, 'a state of the reference data is never changed'); END;
        CREATE TRIGGER reference_state_is_never_removed BEFORE DELETE ON reference_state
        BEGIN SELECT RAISE(ABORT, 'a state of the reference data is never removed'); END;
        """
}

// What is written with the events for queries.

extension Schema {
    /// For queries; written with the events, and equal to a fresh fold of them.
    static let views = """
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

    static let people = """
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

    /// Written with the events, as the register's lines are, and equal to a fresh fold of them. Days, but for `risks`
    /// (`possible/severe`) and `parties_to_come` (identifiers of organisations), with a space between.
    static let outlook = """
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

    /// What is searched for words: the index over its own lines, which follow the register's by triggers. A number of their
    /// own ties them together, because the register's rows are numbered anew when a backup is made.
    static let searchedWords = """
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
}

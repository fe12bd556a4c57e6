// What lets people and programs in, and what is theirs to forget.

extension Schema {
    /// What lets people in: beside the record, because it is forgotten. The requester comes from registrations alone, as no
    /// earlier program handed a request over.
    static let accounts = """
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

    /// Whose wrong passwords they were: the network address, empty of those before it was noted.
    static let failedAddresses = """
        ALTER TABLE failed_sign_in ADD COLUMN address TEXT NOT NULL DEFAULT '';
        CREATE INDEX failed_sign_in_by_address ON failed_sign_in (address, at);
        """

    /// Whom somebody is at the provider by which they sign in: bound once, and beside the record as passwords are, because it is
    /// changed and gone. `subject` is what the issuer calls them for good (OpenID Connect Core 1.0, section 5.7).
    static let signInLinks = """
        CREATE TABLE sign_in_link (
            issuer TEXT NOT NULL CHECK (length(issuer) > 0),
            subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
            person TEXT NOT NULL CHECK (length(person) > 0),
            made INTEGER NOT NULL,
            PRIMARY KEY (issuer, subject),
            UNIQUE (issuer, person)
        ) STRICT, WITHOUT ROWID;
        """

    /// What programs prove for whom they act with: only the SHA-256 of it is kept. The record says who made a key and who
    /// revoked it; when it was last used is beside the record. `used` and `ends` are in milliseconds since 1970.
    static let apiKeys = """
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

    /// Questions that a person asks of the register again and again: beside the record, because they are theirs to forget.
    static let savedViews = """
        CREATE TABLE saved_view (
            person TEXT NOT NULL CHECK (length(person) > 0),
            name TEXT NOT NULL CHECK (length(name) > 0),
            query TEXT NOT NULL,
            PRIMARY KEY (person, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// What programs asked for under a key of theirs: beside the record, because it is forgotten.
    static let requestsDone = """
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

    /// What came of such a request, whatever it was about: of those about a share, which and its version then.
    static let resultsOfRequests = """
        CREATE TABLE request_with_result (
            person TEXT NOT NULL CHECK (length(person) > 0),
            key TEXT NOT NULL CHECK (length(key) > 0),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            result TEXT NOT NULL CHECK (json_valid(result)),
            at INTEGER NOT NULL,
            PRIMARY KEY (person, key)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO request_with_result (person, key, digest, result, at)
            SELECT person, key, digest, json_object('share', share, 'number', version), at FROM request_done;
        DROP TABLE request_done;
        ALTER TABLE request_with_result RENAME TO request_done;
        CREATE INDEX request_done_by_time ON request_done (at);
        """
}

// How far letters and messages to partners have come.

extension Schema {
    /// How far each recipient's copy of a letter has come: beside the record, which says what was written and not whether it
    /// arrived. A letter whose copies are not listed yet has gone to nobody. `next_attempt` is in milliseconds since 1970;
    /// whoever sends a copy puts it into the future and leaves a `claim`, so that nobody else sends it meanwhile.
    static let letterCopies = """
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

    /// Where partners want to be told, and how far that has come: beside the record, which says what was issued. Moments are in
    /// milliseconds since 1970; whoever sends leaves a `claim`, as with letters.
    static let webhooks = """
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
}

internal import GRDB
package import Shares

/// Which account of a provider a person signs in with: bound at the first sign-in, and the only one from then on.
package struct SignInLink: Hashable, Sendable {
    package var issuer: String
    /// What the issuer calls the account, for good.
    package var subject: String
    package var person: PersonID
    package var made: Instant

    package init(issuer: String, subject: String, person: PersonID, made: Instant) {
        self.issuer = issuer
        self.subject = subject
        self.person = person
        self.made = made
    }
}

extension LedgerReader {
    package func signInLink(issuer: String, subject: String) throws -> SignInLink? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM sign_in_link WHERE issuer = ? AND subject = ?", arguments: [issuer, subject]
        ).map(SignInLink.init)
    }

    /// In the order of people and issuers.
    package func signInLinks() throws -> [SignInLink] {
        try Row.fetchAll(database, sql: "SELECT * FROM sign_in_link ORDER BY person, issuer").map(SignInLink.init)
    }
}

extension LedgerWriter {
    /// Throws where the account or the person is bound already.
    package func add(_ link: SignInLink) throws {
        try database.execute(
            sql: "INSERT INTO sign_in_link (issuer, subject, person, made) VALUES (?, ?, ?, ?)",
            arguments: [link.issuer, link.subject, link.person.rawValue, link.made.milliseconds])
    }

    /// Forgets the accounts of a person, and ends their sessions.
    package func forgetSignInLinks(of person: PersonID) throws {
        try database.execute(sql: "DELETE FROM sign_in_link WHERE person = ?", arguments: [person.rawValue])
        try endSessions(of: person)
    }
}

extension SignInLink {
    fileprivate init(_ row: Row) {
        self.init(
            issuer: row["issuer"], subject: row["subject"], person: PersonID(row["person"] as String),
            made: Instant(milliseconds: row["made"]))
    }
}

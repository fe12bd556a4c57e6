package import Shares

/// How a person proves who they are. Not part of the record, which is kept for ever: a password is changed and gone.
package struct Account: Hashable, Sendable {
    package var person: PersonID
    /// What a password is checked against; never the password.
    package var verifier: String
    package var changed: Instant

    package init(person: PersonID, verifier: String, changed: Instant) {
        self.person = person
        self.verifier = verifier
        self.changed = changed
    }
}

/// Somebody signed in, until they sign out or the session ends by itself.
package struct StoredSession: Hashable, Sendable {
    /// SHA-256 of the token that the browser holds: the database alone lets nobody in.
    package var tokenDigest: [UInt8]
    package var person: PersonID
    /// What every form of the session carries.
    package var formToken: String
    package var began: Instant
    package var used: Instant

    package init(tokenDigest: [UInt8], person: PersonID, formToken: String, began: Instant, used: Instant) {
        self.tokenDigest = tokenDigest
        self.person = person
        self.formToken = formToken
        self.began = began
        self.used = used
    }
}

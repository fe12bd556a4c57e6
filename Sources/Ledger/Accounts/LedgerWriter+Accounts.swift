import Foundation
internal import GRDB
package import Shares

extension LedgerWriter {
    /// Sets how a person proves who they are, and ends their sessions.
    package func keep(_ account: Account) throws {
        try database.execute(
            sql: """
                INSERT INTO account (person, verifier, changed) VALUES (?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET verifier = excluded.verifier, changed = excluded.changed
                """,
            arguments: [account.person.rawValue, account.verifier, account.changed.milliseconds])
        try endSessions(of: account.person)
    }

    package func keep(_ session: StoredSession) throws {
        try database.execute(
            sql: """
                INSERT INTO session (token, person, form_token, began, used) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (token) DO UPDATE SET used = excluded.used
                """,
            arguments: [
                Data(session.tokenDigest), session.person.rawValue, session.formToken, session.began.milliseconds,
                session.used.milliseconds,
            ])
    }

    package func endSession(tokenDigest: [UInt8]) throws {
        try database.execute(sql: "DELETE FROM session WHERE token = ?", arguments: [Data(tokenDigest)])
    }

    package func endSessions(of person: PersonID) throws {
        try database.execute(sql: "DELETE FROM session WHERE person = ?", arguments: [person.rawValue])
    }

    /// Forgets sessions last used, and failures that happened, before a moment.
    package func forgetSignIns(before moment: Instant) throws {
        try database.execute(sql: "DELETE FROM session WHERE used < ?", arguments: [moment.milliseconds])
        try database.execute(sql: "DELETE FROM failed_sign_in WHERE at < ?", arguments: [moment.milliseconds])
    }

    /// Notes a wrong password; those that count no more are forgotten with it.
    package func noteFailedSignIn(
        as person: PersonID, from address: String, at moment: Instant, forgettingBefore end: Instant
    ) throws {
        try database.execute(sql: "DELETE FROM failed_sign_in WHERE at < ?", arguments: [end.milliseconds])
        try database.execute(
            sql: "INSERT INTO failed_sign_in (person, address, at) VALUES (?, ?, ?)",
            arguments: [person.rawValue, address, moment.milliseconds])
    }

    /// Those of one address: what others tried elsewhere goes on counting.
    package func forgetFailedSignIns(as person: PersonID, from address: String) throws {
        try database.execute(
            sql: "DELETE FROM failed_sign_in WHERE person = ? AND address = ?", arguments: [person.rawValue, address])
    }
}

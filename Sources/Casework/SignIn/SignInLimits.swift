/// How long somebody stays signed in, and how often a password may be tried.
enum SignInLimits {
    private static let minute: Int64 = 60_000

    /// Without a request.
    static let idle = 30 * minute
    static let whole = 12 * 60 * minute
    /// A session's last use is written no more often than this.
    static let written = minute
    /// So many failures within so long, and the person waits until the oldest of them is that old.
    static let failures = 5
    static let failureWindow = 15 * minute
}

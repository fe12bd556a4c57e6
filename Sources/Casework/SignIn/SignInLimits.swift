/// How long somebody stays signed in, and how often a password may be tried.
enum SignInLimits {
    private static let minute: Int64 = 60_000

    /// Without a request.
    static let idle = 30 * minute
    static let whole = 12 * 60 * minute
    /// A session's last use is written no more often than this.
    static let written = minute
    /// So many failures as one person from one address within so long, and it waits until the oldest of them is that old.
    static let failures = 5
    static let failureWindow = 15 * minute
    /// The same of one address, whoever it says to be: an office may come by one address.
    static let failuresOfAddress = 50
    /// So many as one person from anywhere, and each further attempt is made to wait, twice as long each time; it is never refused
    /// for what others did.
    static let failuresOfPerson = 10

    /// What an attempt waits after so many failures as the person.
    static func delay(after failures: Int) -> Duration {
        failures < failuresOfPerson ? .zero : .seconds(1 << min(failures - failuresOfPerson, 3))
    }
}

import Shares
import Workflows

/// Numbers and days as these pages write them.
enum Words {
    /// With a comma between thousands: `1,500`.
    static func number(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var at = digits.count - 3
        while at > 0 {
            digits.insert(",", at: at)
            at -= 3
        }
        return (number < 0 ? "−" : "") + String(digits)
    }

    /// A number of bytes in whole KB, or MB where it is one or more: `256 KB`, `16 MB`.
    static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(bytes >> 10) KB" : "\(bytes >> 20) MB"
    }

    /// `2026-05` as `May 2026`.
    static func month(_ text: String) -> String {
        Day(iso: text + "-01").map { String($0.inWords.dropFirst("1 ".count)) } ?? text
    }

    /// `1 share`, `1,500 shares`.
    static func count(_ number: Int, _ one: String, _ several: String) -> String {
        self.number(number) + " " + (number == 1 ? one : several)
    }

    /// Whom a step waits for, by what each role is called: `Hub (to appoint a data owner)`.
    static func waiting(
        _ roles: [RoleName], lacksOwner: Bool, toWithdraw: RoleName?, as name: (RoleName) -> String
    ) -> String {
        roles.map { name($0) + (lacksOwner && $0 == "hub" ? " (to appoint a data owner)" : "") }
            .joined(separator: ", ").capitalisedFirst + (toWithdraw.map(withdrawing) ?? "")
    }

    /// What has to be done before a sign-off can be given by whoever gave one in another capacity.
    static func withdrawing(_ capacity: RoleName) -> String {
        " (withdraw the sign-off given as \(capacity.asPeopleSay) first)"
    }
}

extension HTML {
    /// A day in words, with its date for programs.
    init(day: Day) {
        self = tag(.time, .with(.datetime, day.description)) { day.inWords }
    }

    /// A day in words, or a dash that is read as what is missing.
    init(day: Day?, missing: String) {
        self = day.map { HTML(day: $0) } ?? tag(.span, .class("missing")) { missing }
    }
}

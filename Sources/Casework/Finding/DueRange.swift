package import Ledger
package import Shares

/// When the next review of a share whose data flows is due.
package enum DueRange: String, Hashable, Sendable, CaseIterable {
    case overdue
    case month = "30-days"
    case quarter = "90-days"
    case year = "365-days"
    case notSet = "none"

    package var label: String {
        switch self {
        case .overdue: "Overdue"
        case .month: "In the next 30 days"
        case .quarter: "In the next 90 days"
        case .year: "In the next 365 days"
        case .notSet: "No day set"
        }
    }

    /// As conditions on the register.
    package func filters(on today: Day) -> [ShareFilter] {
        let flowing = Stage.allCases.filter { !$0.isFlowing }.map { "stage!=\($0.rawValue)" }
        let days: [String] =
            switch self {
            case .overdue: ["review_date<\(today)"]
            case .notSet: ["review_date="]
            case .month, .quarter, .year:
                ["review_date>\(today.adding(days: -1))", "review_date<\(today.adding(days: length + 1))"]
            }
        return (flowing + days).compactMap { ShareFilter($0) }
    }

    func includes(_ day: Day?, on today: Day) -> Bool {
        guard let day else { return self == .notSet }
        switch self {
        case .overdue: return day < today
        case .notSet: return false
        case .month, .quarter, .year: return day >= today && day <= today.adding(days: length)
        }
    }

    /// In days.
    private var length: Int {
        switch self {
        case .month: 30
        case .quarter: 90
        case .year: 365
        case .overdue, .notSet: 0
        }
    }
}

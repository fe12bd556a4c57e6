/// Whether two shares serve the same benefit, concession or programme.
enum SchemeComparison {
    /// By the schemes that are named; by the other words where one side names none that is known.
    static func degree(_ left: PurposeMeaning, _ right: PurposeMeaning, wording: Double) -> Double {
        guard !left.schemes.isEmpty, !right.schemes.isEmpty else {
            // Neither names one: the words alone tell. One does and the other does not: doubtful.
            let base = left.schemes.isEmpty && right.schemes.isEmpty ? 0.25 : 0.15
            return min(0.95, base + 0.75 * wording)
        }
        let common = left.schemes.filter(right.schemes.contains).count
        if common == 0 { return 0 }
        let union = left.schemes.count + right.schemes.count - common
        return common == union ? 1 : left.schemes.first == right.schemes.first ? 0.85 : 0.6
    }
}

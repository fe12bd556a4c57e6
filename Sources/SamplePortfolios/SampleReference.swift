/// References in the house styles of a department's teams; the number alone tells two rows apart.
enum SampleReference {
    /// The reference of the row at an index; the style follows the team that entered it.
    static func text(row: Int, seed: UInt64) -> String {
        // Numbers rise with gaps, as they do where drafts were thrown away.
        let number = 101 + row + row / 9
        var random = SplitMix64(seed: seed, stream: 0xa000_0000_0000_0000 | UInt64(row))
        return switch random.below(100) {
        case ..<58: "DWP-DS-" + padded(number)
        case ..<72: "DS" + padded(number)
        case ..<82: "MoU-U-\(number)"
        case ..<92: "DSA/" + padded(number)
        default: "LAWD-" + padded(number)
        }
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return digits.utf8.count >= 5 ? digits : String(repeating: "0", count: 5 - digits.utf8.count) + digits
    }
}

/// An order of the numbers 0 ..< count that looks random, can be undone, and takes no memory however large the count.
///
/// A four-round Feistel network over the next even power of two, walked until it lands inside the range.
struct Shuffle: Sendable {
    let count: Int
    private let half: UInt64
    private let keys: [UInt64]

    init(count: Int, seed: UInt64) {
        self.count = count
        var bits: UInt64 = 2
        while bits < 62 && (1 << bits) < count { bits += 2 }
        half = bits / 2
        var random = SplitMix64(seed: seed, stream: 0x5b)
        keys = (0..<4).map { _ in random.next() }
    }

    /// Where the number stands in the shuffled order.
    func position(of number: Int) -> Int {
        walk(number) { value in
            var (left, right) = split(value)
            for key in keys { (left, right) = (right, left ^ rounded(right, key)) }
            return left << half | right
        }
    }

    /// The number that stands at the position: undoes `position(of:)`.
    func number(at position: Int) -> Int {
        walk(position) { value in
            var (left, right) = split(value)
            for key in keys.reversed() { (left, right) = (right ^ rounded(left, key), left) }
            return left << half | right
        }
    }

    private func walk(_ number: Int, _ step: (UInt64) -> UInt64) -> Int {
        var value = step(UInt64(number))
        while value >= UInt64(count) { value = step(value) }
        return Int(value)
    }

    private func split(_ value: UInt64) -> (UInt64, UInt64) {
        (value >> half, value & ((1 << half) - 1))
    }

    private func rounded(_ value: UInt64, _ key: UInt64) -> UInt64 {
        SplitMix64.scrambled(value ^ key) & ((1 << half) - 1)
    }
}

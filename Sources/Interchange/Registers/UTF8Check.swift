/// Where bytes stop being UTF-8 (RFC 3629).
enum UTF8Check {
    /// How many bytes from the start are well formed.
    static func validPrefix(of bytes: ArraySlice<UInt8>) -> Int {
        var rest = bytes
        while let first = rest.first {
            let length: Int
            // The second byte's range shuts out overlong forms, surrogates and what is beyond U+10FFFF.
            let second: ClosedRange<UInt8>
            switch first {
            case 0x00...0x7F: (length, second) = (1, 0x80...0xBF)
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return bytes.count - rest.count
            }
            let following = rest.dropFirst().prefix(length - 1)
            guard following.count == length - 1, following.first.map(second.contains) ?? true,
                following.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) })
            else { return bytes.count - rest.count }
            rest = rest.dropFirst(length)
        }
        return bytes.count
    }
}

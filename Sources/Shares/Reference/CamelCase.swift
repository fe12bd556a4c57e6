/// Field names as programs write them.
enum CamelCase {
    /// `dateOfBirth` as `date Of Birth`, `NIDateOfBirth` as `NI Date Of Birth`; other text as it is.
    static func parted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var parted: [UInt8] = []
        parted.reserveCapacity(bytes.count + 8)
        for (position, byte) in bytes.enumerated() {
            if position > 0, isUpper(byte) {
                let before = bytes[position - 1]
                let endsAcronym = isUpper(before) && position + 1 < bytes.count && isLower(bytes[position + 1])
                if isLower(before) || endsAcronym { parted.append(UInt8(ascii: " ")) }
            }
            parted.append(byte)
        }
        return String(decoding: parted, as: UTF8.self)
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}

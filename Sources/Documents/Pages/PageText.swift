/// A text of a page, looked through once for what writing it has to heed.
struct PageText: Sendable {
    let string: String
    /// Whether it stands for itself in every form.
    let isPlain: Bool

    init(_ string: String) {
        self.string = string
        isPlain = string.utf8.allSatisfy { byte in
            switch byte {
            case 0x00..<0x09, 0x0B..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF: false
            default: true
            }
        }
    }
}

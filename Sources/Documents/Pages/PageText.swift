/// A text of a page, looked through once for what writing it has to heed.
struct PageText: Sendable {
    let string: String
    /// Whether it stands for itself in every form.
    let isPlain: Bool
    /// Whether a browser would show its white space as it stands.
    let isCollapsed: Bool

    init(_ string: String) {
        var isPlain = true
        var isCollapsed = true
        var isInSpace = false
        for byte in string.utf8 {
            switch byte {
            case 0x20 where isInSpace: isCollapsed = false
            case 0x09, 0x0A: isCollapsed = false
            case 0x0D: (isPlain, isCollapsed) = (false, false)
            case 0x00..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF: isPlain = false
            default: break
            }
            isInSpace = byte == 0x20
        }
        self.string = string
        self.isPlain = isPlain
        self.isCollapsed = isCollapsed
    }
}

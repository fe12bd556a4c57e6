/// An address that a message can be sent to: RFC 5321's mailbox, in ASCII, without quoted parts and address literals.
///
/// Checked on bytes, so that nothing that a person typed can add a header or a second recipient.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 64, parts[1].count <= 253,
            MailAddress.isDotted(parts[0], of: MailAddress.isAtomText),
            MailAddress.isDotted(parts[1], of: { MailAddress.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        let labels = parts[1].split(separator: UInt8(ascii: "."))
        guard labels.allSatisfy({ $0.count <= 63 && $0.first != UInt8(ascii: "-") && $0.last != UInt8(ascii: "-") })
        else { return nil }
        description = text
    }

    package var domain: String { String(description.drop { $0 != "@" }.dropFirst()) }

    /// Whether the bytes are words of those that may stand in one, with single dots between them.
    private static func isDotted(_ bytes: Substring.UTF8View, of isWord: (UInt8) -> Bool) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy(isWord)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// RFC 5322, section 3.2.3: atext.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || Array("!#$%&'*+-/=?^_`{|}~".utf8).contains(byte)
    }
}

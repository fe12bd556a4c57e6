import Crypto
import Foundation
import Ledger
import Shares

/// A letter as a message that mail programs read (RFC 5322, with MIME); the same letter always gives the same bytes.
struct MailMessage {
    var identifier: String
    var from: MailAddress
    var to: MailAddress
    var subject: String
    var body: String
    var date: Instant

    /// A message for one letter, or for several as a digest; nil where its subject holds a character that could begin another
    /// header.
    init?(_ letters: [LetterCopy], from: MailAddress, to: MailAddress) {
        guard let first = letters.first else { return nil }
        subject = letters.count > 1 ? "\(letters.count) reminders" : first.letter.subject
        guard MailMessage.isOneLine(subject) else { return nil }
        identifier = MailMessage.identifier(of: letters, domain: from.domain)
        self.from = from
        self.to = to
        body =
            letters.count > 1
            ? letters.map { "\($0.letter.subject)\n\($0.letter.body)" }.joined(separator: "\n\n") : first.letter.body
        date = first.letter.written
    }

    private static func isOneLine(_ subject: String) -> Bool {
        ForbiddenCharacters.first(in: subject) == nil && subject.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// The same whenever the same letters are sent, so that a mail system knows a second delivery; other than that of any
    /// other letters, those of another register and another digest that begins with the same letter included.
    private static func identifier(of letters: [LetterCopy], domain: String) -> String {
        let digests = letters.map(\.letter.digest)
        let digest =
            digests.count == 1 ? digests[0] : Array(SHA256.hash(data: Data(digests.joined().utf8))).hexadecimal
        return "<letter-\(letters[0].number).\(digest.prefix(16))@\(domain)>"
    }

    var bytes: [UInt8] {
        let headers = [
            "From: \(from)", "To: \(to)", "Subject: \(MailMessage.encoded(subject))",
            "Date: \(MailMessage.stamp(date))",
            "Message-ID: \(identifier)",
            // RFC 3834: nobody's absence notice answers it.
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        return Array((headers + ["", MailMessage.base64Lines(body), ""]).joined(separator: "\r\n").utf8)
    }

    /// Plain where it is short and printable ASCII, otherwise encoded words (RFC 2047) of whole characters, a line each.
    static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        if isPlain, text.utf8.count <= 60 { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 45 bytes are 60 letters of base64: with `=?utf-8?B?` and `?=` within the 75 that a word may have.
            if (words.last?.count ?? 0) + bytes.count > 45 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// `Thu, 5 Feb 2026 09:30:00 +0000`
    static func stamp(_ moment: Instant) -> String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, day) = moment.day.parts
        let time = moment.description.dropFirst(11).prefix(8)
        return "\(days[moment.day.weekday - 1]), \(day) \(months[month - 1]) \(year) \(time) +0000"
    }

    /// Lines of 76, each ended as mail ends them; line ends within the text become those of mail too.
    private static func base64Lines(_ text: String) -> String {
        var bytes: [UInt8] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            bytes += line.filter { $0 != UInt8(ascii: "\r") } + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
        let encoded = Array(Data(bytes).base64EncodedString().utf8)
        return stride(from: 0, to: encoded.count, by: 76).map { start in
            String(decoding: encoded[start..<min(start + 76, encoded.count)], as: UTF8.self)
        }
        .joined(separator: "\r\n")
    }
}

import Foundation
import Shares

/// Standard output for results, standard error for messages and progress.
enum Console {
    static func line(_ text: String) {
        write(safe(text) + "\n")
    }

    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    static func write(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            // A reader that has enough, such as head, is no fault; where there is no room, all further words are lost too.
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
            if cause.domain == NSPOSIXErrorDomain, cause.code == Int(EPIPE) { Foundation.exit(0) }
            self.error("Standard output cannot be written: \(error.localizedDescription)")
            Foundation.exit(Failure.ourFault)
        }
    }

    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((safe(text) + "\n").utf8))
    }

    static func message(_ text: String) { error(text) }

    /// Text from outside as a part of a line: no line of its own, and nothing that would steer a terminal.
    static func oneLine(_ text: String) -> String {
        safe(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Text from outside, without characters that would steer a terminal.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: ForbiddenCharacters.isForbidden) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if ForbiddenCharacters.isForbidden(scalar) {
                safe += "\u{FFFD}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

import Foundation
import Shares

/// Standard output for results, standard error for messages and progress.
enum Console {
    static func line(_ text: String) {
        write(text + "\n")
    }

    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    static func error(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func message(_ text: String) { error(text) }

    /// Text from outside, without characters that would steer a terminal.
    static func safe(_ text: String) -> String {
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

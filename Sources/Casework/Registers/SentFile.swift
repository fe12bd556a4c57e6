import Shares

/// A file that somebody sent from a page, whole.
package struct SentFile: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The last part of its name, where that is a name to be shown; browsers of old sent the whole path.
    package var plainName: String { plainName(otherwise: "file") }

    /// The same, and another name where it is none.
    func plainName(otherwise name: String) -> String {
        let last =
            self.name.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
            .map { String(decoding: $0, as: UTF8.self).trimmed.shortened(to: 100) } ?? ""
        return last.isEmpty || ForbiddenCharacters.first(in: last) != nil ? name : last
    }
}

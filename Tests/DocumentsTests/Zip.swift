import Foundation
import Testing

/// The entries of a zip file, read here and not by the library that wrote it.
struct Zip {
    struct Entry {
        let name: String
        let method: Int
        let extra: Int
        /// As MS-DOS writes it: the date in the upper 16 bits, the time in the lower.
        let moment: Int
        let bytes: [UInt8]
    }

    let entries: [Entry]
    private let whole: [UInt8]

    init(_ bytes: [UInt8]) throws {
        whole = bytes
        func number(_ at: Int, _ size: Int) -> Int {
            (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        // The directory's end has no comment here, so it stands 22 bytes before the file's.
        let end = bytes.count - 22
        #expect(number(end, 4) == 0x0605_4B50)
        var entries: [Entry] = []
        var place = number(end + 16, 4)
        for _ in 0..<number(end + 10, 2) {
            #expect(number(place, 4) == 0x0201_4B50)
            let local = number(place + 42, 4)
            let nameLength = number(local + 26, 2)
            let extra = number(local + 28, 2)
            let start = local + 30 + nameLength + extra
            entries.append(
                Entry(
                    name: String(decoding: bytes[(local + 30)..<(local + 30 + nameLength)], as: UTF8.self),
                    method: number(local + 8, 2), extra: extra, moment: number(local + 10, 4),
                    bytes: Array(bytes[start..<(start + number(place + 20, 4))])))
            place += 46 + number(place + 28, 2) + number(place + 30, 2) + number(place + 32, 2)
        }
        self.entries = entries
    }

    /// An entry unpacked, through `unzip` where it is deflated.
    func text(_ name: String) throws -> String {
        let folder = try Files.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("document.odt")
        try Data(whole).write(to: file)
        return try Files.run("/usr/bin/env", ["unzip", "-p", file.path, name]).said
    }
}

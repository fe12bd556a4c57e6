import Documents
import Testing

@Suite("Zip files")
struct ZipArchiveTests {
    private let files: [(path: String, bytes: [UInt8])] = [
        ("a/empty.txt", []), ("a/text.txt", Array(String(repeating: "text ", count: 20_000).utf8)),
        ("a/Straße.bin", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }),
        ("a/stored.txt", Array("as it is".utf8)),
    ]

    @Test func whatIsPackedComesBack() throws {
        let packed = try ZipArchive.bytes(of: files, stored: ["a/stored.txt"])
        let read = try ZipArchive.files(in: packed, atMost: 4, ofBytes: 200_000, inAll: 400_000)
        #expect(read.count == 4)
        for (path, bytes) in files { #expect(read[String(path.dropFirst(2))] == bytes) }
        #expect(packed.count < 10_000)
        #expect(try ZipArchive.bytes(of: files, stored: ["a/stored.txt"]) == packed)
    }

    @Test func aPathThatComesTwiceIsRefused() throws {
        let fault = #expect(throws: ZipFault.self) { try ZipArchive.bytes(of: files + [files[1]]) }
        #expect(fault?.description == "The files could not be packed: a/text.txt comes twice.")
    }
}

import Documents
import Foundation
import Testing

/// A zip file from outside is read within limits, and refused where unpacking it would write elsewhere.
@Suite struct SentZipTests {
    private func files(of names: [String]) throws -> [String] {
        let bytes = try ZipArchive.bytes(of: names.map { ($0, Array("x".utf8)) })
        return try Self.taken(bytes).keys.sorted()
    }

    private static func taken(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        try ZipArchive.files(in: bytes, atMost: 64, ofBytes: 100, inAll: 1_000)
    }

    @Test(arguments: [["a", "b"], ["DS-1/a", "DS-1/b"], ["x/DS-1/a", "x/DS-1/b"]])
    func filesOfOneFolderAreTaken(_ names: [String]) throws {
        #expect(try files(of: names) == ["a", "b"])
    }

    @Test(arguments: ["../a", "x/../../a", "/etc/a", "x/./a", "x//a", "x\\a", "..\\a"])
    func whatLeadsElsewhereIsRefused(_ path: String) throws {
        #expect(throws: SentZipFault.leadsElsewhere(path)) { try files(of: [path]) }
    }

    @Test(arguments: [["a", "x/b"], ["x/a", "y/b"], ["x/a", "y/a"]])
    func filesOfTwoFoldersAreRefused(_ names: [String]) throws {
        #expect(throws: SentZipFault.inAnotherFolder(names[1])) { try files(of: names) }
    }

    @Test func whatIsNotTakenSaysWhy() throws {
        let whole = try ZipArchive.bytes(of: [("a", Array("x".utf8)), ("b", Array("y".utf8))])
        #expect(throws: SentZipFault.cutOff) { try Self.taken(Array(whole.dropLast(30))) }
        #expect(throws: SentZipFault.notAZipFile) { try Self.taken(Array("PK and no zip file".utf8)) }
        #expect(throws: SentZipFault.tooLong("a")) {
            try Self.taken(try ZipArchive.bytes(of: [("a", [UInt8](repeating: 0, count: 101))]))
        }
        #expect(throws: SentZipFault.tooManyFiles) { try files(of: (1...65).map { "f\($0)" }) }
        // Two files of one name: the second entry is renamed, where it stands and in the list at the end.
        let twice = whole.map { $0 == UInt8(ascii: "b") ? UInt8(ascii: "a") : $0 }
        #expect(throws: SentZipFault.comesTwice("a")) { try Self.taken(twice) }
    }
}

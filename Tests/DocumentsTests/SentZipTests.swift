import Documents
import Foundation
import Testing

/// A zip file from outside is read within limits, and refused where unpacking it would write elsewhere.
@Suite struct SentZipTests {
    private func files(of names: [String]) throws -> [String]? {
        let bytes = try ZipArchive.bytes(of: names.map { ($0, Array("x".utf8)) })
        return ZipArchive.files(in: bytes, atMost: 64, ofBytes: 100, inAll: 1_000)?.keys.sorted()
    }

    @Test(arguments: [["a", "b"], ["DS-1/a", "DS-1/b"], ["x/DS-1/a", "x/DS-1/b"]])
    func filesOfOneFolderAreTaken(_ names: [String]) throws {
        #expect(try files(of: names) == ["a", "b"])
    }

    @Test(arguments: [
        ["../a"], ["x/../../a"], ["/etc/a"], ["x/./a"], ["x//a"], ["x\\a"], ["..\\a"], ["a", "x/b"], ["x/a", "y/b"],
        ["x/a", "y/a"],
    ])
    func whatLeadsElsewhereIsRefused(_ names: [String]) throws {
        #expect(try files(of: names) == nil)
    }
}

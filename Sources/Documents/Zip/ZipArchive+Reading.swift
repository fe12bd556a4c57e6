internal import CLibZip

/// Why a zip file that somebody sent is not taken.
package enum SentZipFault: Error, Hashable {
    case notAZipFile
    /// The list of its files, which stands at its end, is missing.
    case cutOff
    case tooManyFiles
    case tooLong(String)
    /// Where it leads when it is unpacked: from the root, upwards, to another system.
    case leadsElsewhere(String)
    case inAnotherFolder(String)
    case comesTwice(String)
    /// It is encrypted or damaged.
    case unreadable(String)
}

extension ZipArchive {
    /// The files of a zip file that somebody sent, all of one folder, by their names, within limits.
    ///
    /// What an entry says of its size is not believed: reading stops at the limit.
    package static func files(
        in bytes: [UInt8], atMost count: Int, ofBytes size: Int, inAll whole: Int
    ) throws -> [String: [UInt8]] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        return try bytes.withUnsafeBytes { buffer -> [String: [UInt8]] in
            guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
            else { throw SentZipFault.notAZipFile }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
                zip_source_free(source)
                throw bytes.starts(with: firstOfAFile) ? SentZipFault.cutOff : SentZipFault.notAZipFile
            }
            defer { zip_discard(archive) }
            let entries = zip_get_num_entries(archive, 0)
            guard entries > 0 else { throw SentZipFault.notAZipFile }
            // Folders have entries too.
            guard entries <= Int64(2 * count) else { throw SentZipFault.tooManyFiles }
            var files: [String: [UInt8]] = [:]
            var folder: String?
            var rest = whole
            for index in 0..<zip_uint64_t(entries) {
                guard
                    let path = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_STRICT)).map({ String(cString: $0) })
                else { throw SentZipFault.unreadable("a file without a name") }
                if path.utf8.last == UInt8(ascii: "/") { continue }
                guard let (parent, name) = parts(of: path) else { throw SentZipFault.leadsElsewhere(path) }
                guard folder == nil || folder == parent else { throw SentZipFault.inAnotherFolder(path) }
                folder = parent
                guard files[name] == nil else { throw SentZipFault.comesTwice(name) }
                guard files.count < count else { throw SentZipFault.tooManyFiles }
                let content = try contents(of: index, named: name, in: archive, atMost: min(size, rest))
                rest -= content.count
                files[name] = content
            }
            return files
        }
    }

    /// What a zip file begins with that has a file in it.
    private static let firstOfAFile = Array("PK\u{3}\u{4}".utf8)

    /// The folder and the name; nil of a path that is not plain: from the root, upwards, of another system, without a name.
    private static func parts(of path: String) -> (folder: String, name: String)? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
                && !part.contains(UInt8(ascii: "\\"))
        }
        guard isPlain, let name = parts.last else { return nil }
        return (String(path.prefix(upTo: name.startIndex)), String(path.suffix(from: name.startIndex)))
    }

    private static func contents(
        of index: zip_uint64_t, named name: String, in archive: OpaquePointer, atMost limit: Int
    ) throws -> [UInt8] {
        guard let file = zip_fopen_index(archive, index, 0) else { throw SentZipFault.unreadable(name) }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = piece.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
            guard read >= 0 else { throw SentZipFault.unreadable(name) }
            guard bytes.count + Int(read) <= limit else { throw SentZipFault.tooLong(name) }
            if read == 0 { return bytes }
            bytes.append(contentsOf: piece.prefix(Int(read)))
        }
    }
}

internal import CLibZip

extension ZipArchive {
    /// The files of a zip file that somebody sent, all of one folder, by their names, within limits; nil where it is no zip file,
    /// has more, is encrypted, has two files of one name, or a path that would lead elsewhere when it is unpacked.
    ///
    /// What an entry says of its size is not believed: reading stops at the limit.
    package static func files(
        in bytes: [UInt8], atMost count: Int, ofBytes size: Int, inAll whole: Int
    ) -> [String: [UInt8]]? {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        return bytes.withUnsafeBytes { buffer -> [String: [UInt8]]? in
            guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
            else { return nil }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
                zip_source_free(source)
                return nil
            }
            defer { zip_discard(archive) }
            let entries = zip_get_num_entries(archive, 0)
            // Folders have entries too.
            guard (1...Int64(2 * count)).contains(entries) else { return nil }
            var files: [String: [UInt8]] = [:]
            var folder: String?
            var rest = whole
            for index in 0..<zip_uint64_t(entries) {
                guard
                    let path = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_STRICT)).map({ String(cString: $0) })
                else { return nil }
                if path.utf8.last == UInt8(ascii: "/") { continue }
                guard let (parent, name) = parts(of: path), folder == nil || folder == parent else { return nil }
                folder = parent
                guard files[name] == nil, files.count < count,
                    let content = contents(of: index, in: archive, atMost: min(size, rest))
                else { return nil }
                rest -= content.count
                files[name] = content
            }
            return files
        }
    }

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

    private static func contents(of index: zip_uint64_t, in archive: OpaquePointer, atMost limit: Int) -> [UInt8]? {
        guard let file = zip_fopen_index(archive, index, 0) else { return nil }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = piece.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
            guard read >= 0, bytes.count + Int(read) <= limit else { return nil }
            if read == 0 { return bytes }
            bytes.append(contentsOf: piece.prefix(Int(read)))
        }
    }
}

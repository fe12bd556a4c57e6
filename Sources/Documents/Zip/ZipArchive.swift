internal import CLibZip
import Glibc

/// A zip file in memory, byte for byte the same for the same files.
package enum ZipArchive {
    /// `stored`: the paths of what is not compressed. Throws where a path comes twice.
    package static func bytes(
        of entries: [(path: String, bytes: [UInt8])], stored: Set<String> = []
    ) throws(ZipFault) -> [UInt8] {
        var paths: Set<[UInt8]> = []
        if let twice = entries.first(where: { !paths.insert(Array($0.path.utf8)).inserted }) {
            throw ZipFault("\(twice.path) comes twice")
        }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw ZipFault(&error) }
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else { throw ZipFault(&error) }
        // Closing the archive gives up one claim on what it wrote to; another is needed to read it.
        zip_source_keep(target)
        do throws(ZipFault) {
            for entry in entries {
                try add(entry.path, entry.bytes, to: archive, isStored: stored.contains(entry.path))
            }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let fault = ZipFault(zip_get_error(archive))
            zip_discard(archive)
            throw fault
        }
        return try contents(of: target)
    }

    private static func add(
        _ path: String, _ bytes: [UInt8], to archive: OpaquePointer, isStored: Bool
    ) throws(ZipFault) {
        // libzip reads the entry when the archive is closed, so it is given a copy that it frees itself.
        guard let copy = malloc(max(bytes.count, 1)) else { throw ZipFault(zip_get_error(archive)) }
        bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw ZipFault(zip_get_error(archive))
        }
        let index = zip_file_add(archive, path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw ZipFault(zip_get_error(archive))
        }
        let method = isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        guard zip_set_file_compression(archive, zip_uint64_t(index), method, level) == 0,
            zip_file_set_mtime(archive, zip_uint64_t(index), epoch, 0) == 0
        else { throw ZipFault(zip_get_error(archive)) }
    }

    /// From 1 to 9: half the time of the usual 6, for files a seventh larger.
    private static var level: zip_uint32_t { 3 }

    private static func contents(of source: OpaquePointer) throws(ZipFault) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
            throw ZipFault(zip_source_error(source))
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, status.size) }
        guard read == Int64(bytes.count) else { throw ZipFault(zip_source_error(source)) }
        return bytes
    }

    /// Midnight of 1 January 1980, the first that a zip file can state, on this machine's clock: libzip writes local time,
    /// and so it writes the same in every time zone.
    private static var epoch: time_t {
        var first = tm()
        first.tm_year = 80
        first.tm_mday = 1
        first.tm_isdst = -1
        return mktime(&first)
    }
}

/// The package could not be made, and why.
package struct ZipFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    fileprivate init(_ reason: String) {
        description = "The files could not be packed: \(reason)."
    }

    /// In libzip's words.
    fileprivate init(_ error: UnsafeMutablePointer<zip_error_t>?) {
        self.init(error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "no memory")
    }
}

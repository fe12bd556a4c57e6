/// A zip file in memory, byte for byte the same for the same files.
package enum ZipArchive {
    /// `stored`: the paths of what is not compressed. Throws where a path comes twice, or where there is more than a zip file
    /// of the plain form can hold.
    package static func bytes(
        of entries: [(path: String, bytes: [UInt8])], stored: Set<String> = []
    ) throws(ZipFault) -> [UInt8] {
        var writer = try ZipWriter()
        for entry in entries {
            try writer.add(entry.path, entry.bytes, isStored: stored.contains(entry.path) || entry.bytes.isEmpty)
        }
        return try writer.finished()
    }
}

/// The package could not be made, and why.
package struct ZipFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ reason: String) {
        description = "The files could not be packed: \(reason)."
    }
}

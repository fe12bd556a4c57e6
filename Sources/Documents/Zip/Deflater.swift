internal import CLibZip

/// Packs one piece after another by DEFLATE (RFC 1951), in memory that is asked for once.
final class Deflater {
    /// zlib keeps where it is, so that it cannot be moved.
    private let stream: UnsafeMutablePointer<z_stream>

    /// From 1 to 9: half the time of the usual 6, for files a seventh larger.
    private static let level: Int32 = 3

    init() throws(ZipFault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard
            deflateInit2_(
                stream, Self.level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else {
            stream.deallocate()
            throw ZipFault("no memory")
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// - Parameter bytes: fewer than 4 GiB.
    func deflated(_ bytes: [UInt8]) throws(ZipFault) -> [UInt8] {
        deflateReset(stream)
        let most = Int(deflateBound(stream, UInt(bytes.count)))
        var status = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: most) { target, count in
            bytes.withUnsafeBufferPointer { source in
                // zlib does not write to what it reads.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = uInt(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = uInt(clamping: most)
                status = deflate(stream, Z_FINISH)
                count = Int(stream.pointee.total_out)
            }
        }
        guard status == Z_STREAM_END else { throw ZipFault("zlib says \(status)") }
        return packed
    }
}

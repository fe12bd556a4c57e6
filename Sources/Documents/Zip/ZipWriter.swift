internal import CLibZip

/// Writes a zip file from its beginning to its end (PKWARE's APPNOTE 6.3, sections 4.3 and 4.4; in the same bytes as libzip).
struct ZipWriter {
    private var file: [UInt8] = []
    /// The central directory so far: what stands at the end of the file.
    private var directory: [UInt8] = []
    private var paths: Set<[UInt8]> = []
    private let deflater: Deflater

    init() throws(ZipFault) {
        deflater = try Deflater()
    }

    mutating func add(_ path: String, _ bytes: [UInt8], isStored: Bool) throws(ZipFault) {
        let name = Array(path.utf8)
        guard paths.insert(name).inserted else { throw ZipFault("\(path) comes twice") }
        guard let size = UInt32(exactly: bytes.count), let offset = UInt32(exactly: file.count),
            let length = UInt16(exactly: name.count)
        else { throw .tooLarge }
        let packed = isStored ? bytes : try deflater.deflated(bytes)
        guard let packedSize = UInt32(exactly: packed.count) else { throw .tooLarge }

        // What both headers of an entry say.
        var facts: [UInt8] = []
        facts.append(little: isStored ? 10 as UInt16 : 20)
        facts.append(little: name.contains { $0 >= 0x80 } ? Self.isUTF8 : 0)
        facts.append(little: isStored ? 0 as UInt16 : 8)
        facts.append(little: 0 as UInt16)
        facts.append(little: Self.firstDay)
        facts.append(little: UInt32(crc32_z(0, bytes, bytes.count)))
        facts.append(little: packedSize)
        facts.append(little: size)
        facts.append(little: length)
        facts.append(little: 0 as UInt16)

        file.append(little: 0x0403_4B50 as UInt32)
        file += facts + name + packed

        directory.append(little: 0x0201_4B50 as UInt32)
        directory.append(little: Self.madeBy)
        directory += facts
        // No comment, on the first disk, no internal attributes.
        directory += [0, 0, 0, 0, 0, 0]
        directory.append(little: Self.attributes)
        directory.append(little: offset)
        directory += name
    }

    func finished() throws(ZipFault) -> [UInt8] {
        guard let count = UInt16(exactly: paths.count), let offset = UInt32(exactly: file.count),
            let size = UInt32(exactly: directory.count)
        else { throw .tooLarge }
        var whole = file + directory
        whole.append(little: 0x0605_4B50 as UInt32)
        whole.append(little: 0 as UInt32)
        whole.append(little: count)
        whole.append(little: count)
        whole.append(little: size)
        whole.append(little: offset)
        whole.append(little: 0 as UInt16)
        return whole
    }

    /// The path is in UTF-8.
    private static let isUTF8: UInt16 = 1 << 11
    /// 1 January 1980, the first that a zip file can state.
    private static let firstDay: UInt16 = 1 << 5 | 1
    /// Version 6.3, on Unix.
    private static let madeBy: UInt16 = 3 << 8 | 63
    /// A file that its owner and everybody else may read and write, as Unix says it.
    private static let attributes: UInt32 = 0o100666 << 16
}

extension ZipFault {
    fileprivate static let tooLarge = ZipFault("they are more than a zip file holds")
}

extension [UInt8] {
    fileprivate mutating func append(little number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}

import Glibc

/// A program that was run to its end with bytes for its standard input and for one file; both are in memory alone.
///
/// It inherits no variable of the environment and no other open file.
struct ChildRun {
    /// Where the program finds the file.
    static let file = "/dev/fd/3"

    /// Its exit status, or 128 and the signal that ended it; nil where the time was up, and it was ended.
    let status: Int32?
    /// What it said, on both ways, one MiB at most.
    let output: [UInt8]

    init(
        _ program: String, _ arguments: [String], input: [UInt8], file: [UInt8], within seconds: Int
    ) throws(ChildRunFault) {
        let (inputFile, fileFile) = (try Descriptor(holding: input), try Descriptor(holding: file))
        let (read, write) = try Descriptor.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // None of these has a number that another is to have: they lie above.
        for (from, to) in [(inputFile, 0), (write, 1), (write, 2), (fileFile, 3)] as [(Descriptor, Int32)] {
            posix_spawn_file_actions_adddup2(&actions, from.number, to)
        }
        for number in Int32(4)..<Descriptor.first { posix_spawn_file_actions_addclose(&actions, number) }

        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var id: pid_t = 0
        let result = posix_spawn(&id, program, &actions, nil, &words, &environment)
        guard result == 0 else { throw ChildRunFault(what: "\(program) could not be started", code: result) }
        write.close()
        (output, status) = Self.wait(for: id, reading: read, within: seconds)
    }

    private static func wait(for id: pid_t, reading pipe: Descriptor, within seconds: Int) -> ([UInt8], Int32?) {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        var status: Int32?
        // The pipe ends with the program, unless another that was started at that moment holds it open.
        while status == nil, clock.now < end {
            var poll = pollfd(fd: pipe.number, events: Int16(POLLIN), revents: 0)
            let ready = Glibc.poll(&poll, 1, 500)
            if ready == 0 { status = Self.status(of: id, WNOHANG) }
            guard ready > 0 else { continue }
            let count = Glibc.read(pipe.number, &buffer, buffer.count)
            if count == 0 { return (output, Self.status(of: id, 0)) }
            if count > 0, output.count < 1 << 20 { output += buffer[..<count] }
        }
        if let status { return (output, status) }
        kill(id, SIGKILL)
        _ = Self.status(of: id, 0)
        return (output, nil)
    }

    private static func status(of id: pid_t, _ options: Int32) -> Int32? {
        var word: Int32 = 0
        var result = waitpid(id, &word, options)
        while result == -1, errno == EINTR { result = waitpid(id, &word, options) }
        guard result == id else { return nil }
        let signal = word & 0x7F
        return signal == 0 ? (word >> 8) & 0xFF : 128 + signal
    }
}

/// An open file of this process, which no other program inherits.
private final class Descriptor {
    /// Below are the numbers that a child is given.
    static let first: Int32 = 256

    let number: Int32
    private var isOpen = true

    private init(number: Int32) {
        self.number = number
    }

    /// A file in memory alone, at its beginning.
    convenience init(holding bytes: [UInt8]) throws(ChildRunFault) {
        // Without a name as soon as it is there: nobody else opens it, and it ends with this process.
        let name = "/concordat-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        let opened = shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw ChildRunFault(what: "No file in memory could be made", code: errno) }
        shm_unlink(name)
        self.init(number: try Self.moved(opened))
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ChildRunFault(what: "No file in memory could be written", code: errno) }
            written += count
        }
        lseek(number, 0, SEEK_SET)
    }

    static func pipe() throws(ChildRunFault) -> (read: Descriptor, write: Descriptor) {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { throw ChildRunFault(what: "No pipe could be made", code: errno) }
        return (Descriptor(number: try moved(ends[0])), Descriptor(number: try moved(ends[1])))
    }

    /// The same open file under a number above those that a child is given, and not inherited.
    private static func moved(_ number: Int32) throws(ChildRunFault) -> Int32 {
        let moved = fcntl(number, F_DUPFD_CLOEXEC, first)
        let code = errno
        Glibc.close(number)
        guard moved >= 0 else { throw ChildRunFault(what: "No file could be opened", code: code) }
        return moved
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        Glibc.close(number)
    }

    deinit { close() }
}

/// A program that could not be run, and the system's reason.
struct ChildRunFault: Error, Hashable, CustomStringConvertible {
    let what: String
    let code: Int32

    var description: String { "\(what): \(String(cString: strerror(code)))." }
}

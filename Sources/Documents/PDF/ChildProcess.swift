internal import Glibc

/// A program that runs beside us in a process group of its own, so that ending it ends whatever it has started too.
struct ChildProcess {
    private let id: pid_t

    /// Starts the program with no input; what it says goes into the file.
    init(_ program: String, _ arguments: [String], output: String) throws(ChildProcessFault) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)

        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        let result = posix_spawn(&id, program, &actions, &attributes, words, environ)
        guard result == 0 else { throw ChildProcessFault(program: program, code: result) }
        self.id = id
    }

    /// Its exit status, or 128 and the signal that ended it; nil where the time was up, and it was ended.
    func finish(within limit: Duration) async throws -> Int32? {
        let clock = ContinuousClock()
        let end = clock.now + limit
        do {
            while clock.now < end {
                if let status = status(WNOHANG) { return status }
                try await Task.sleep(for: .milliseconds(20))
            }
        } catch {
            kill()
            throw error
        }
        // A busy machine may have let the time pass after it had ended.
        if let status = status(WNOHANG) { return status }
        kill()
        return nil
    }

    private func kill() {
        Glibc.kill(-id, SIGKILL)
        _ = status(0)
    }

    private func status(_ options: Int32) -> Int32? {
        var word: Int32 = 0
        var result = waitpid(id, &word, options)
        while result == -1, errno == EINTR { result = waitpid(id, &word, options) }
        // Nothing to wait for: somebody else has taken its status.
        if result == -1 { return 0 }
        guard result == id else { return nil }
        let signal = word & 0x7F
        return signal == 0 ? (word >> 8) & 0xFF : 128 + signal
    }
}

/// A program that could not be started, and the system's reason.
struct ChildProcessFault: Error, Hashable, CustomStringConvertible {
    let program: String
    let code: Int32

    var description: String { "\(program) could not be started: \(String(cString: strerror(code)))." }
}

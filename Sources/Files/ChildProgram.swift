internal import Glibc
package import SystemPackage

/// A program of the system, run to its end with a bound on its time; no shell is between.
package enum ChildProgram {
    /// How it ended.
    package enum Ending: Hashable, Sendable {
        case exited(status: Int)
        case killed(signal: Int)
        /// It took longer than allowed, and was ended with all that it had begun.
        case tookTooLong
        /// It could not be started.
        case notStarted(Errno)
    }

    /// What there is of a run.
    package struct Run: Hashable, Sendable {
        package let ending: Ending
        /// The beginning of what it wrote on standard output and standard error.
        package let output: [UInt8]
    }

    private static let longestOutput = 4096

    /// Runs it; blocks the thread.
    ///
    /// - Parameters:
    ///   - path: the program, absolute.
    ///   - arguments: without the program's own name.
    ///   - input: what it reads on standard input.
    ///   - seconds: what it may take.
    /// - Returns: how it ended.
    /// - Throws: ``FileSystemFault`` where there is no room for what it reads.
    package static func run(
        _ path: String,
        arguments: [String],
        input: [UInt8],
        seconds: Int
    ) throws(FileSystemFault) -> Run {
        // Files, not pipes: neither side can wait for the other.
        let reads = try OpenFile.temporary(holding: input)
        let writes = try OpenFile.temporary(holding: [])
        _ = try SystemCall.make { lseek(reads.descriptor, 0, SEEK_SET) }.orFault("read", reads.shownPath)
        var child: pid_t = 0
        let code = spawn(&child, path, arguments, reads.descriptor, writes.descriptor)
        guard code == 0 else { return Run(ending: .notStarted(Errno(rawValue: code)), output: []) }
        let ending = wait(for: child, seconds: seconds)
        // How it ended counts: what it said may be missing.
        return Run(ending: ending, output: (try? writes.read(at: 0, count: longestOutput)) ?? [])
    }

    /// In a session and a group of its own, with no file but these, no signal blocked and nothing of our environment.
    private static func spawn(
        _ child: inout pid_t,
        _ path: String,
        _ arguments: [String],
        _ input: Int32,
        _ output: Int32
    ) -> Int32 {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO)
        for descriptor in inherited { posix_spawn_file_actions_addclose(&files, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        return withStrings([path] + arguments) { words in
            withStrings(["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C"]) {
                environment in
                posix_spawn(&child, path, &files, &attributes, words, environment)
            }
        }
    }

    /// What a library has opened without saying that no child may have it.
    private static var inherited: [Int32] {
        (STDERR_FILENO + 1..<4096).filter { descriptor in
            let flags = fcntl(descriptor, F_GETFD)
            return flags >= 0 && flags & FD_CLOEXEC == 0
        }
    }

    private static func withStrings<Value>(
        _ strings: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("There is at least the end.") }
            return body(start)
        }
    }

    /// In milliseconds: so long an end may stay unseen.
    private static let look: Int32 = 20

    private static func wait(for child: pid_t, seconds: Int) -> Ending {
        var status: Int32 = 0
        for _ in 0..<max(1, seconds * 1000 / Int(look)) {
            let answer = waitpid(child, &status, WNOHANG)
            if answer == child { return ending(of: status) }
            if answer < 0, errno != EINTR { return .killed(signal: 0) }
            poll(nil, 0, look)
        }
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return .tookTooLong
    }

    /// As `sys/wait.h` takes it apart; Swift does not see its macros.
    private static func ending(of status: Int32) -> Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exited(status: Int(status >> 8 & 0xFF)) : .killed(signal: Int(signal))
    }
}

internal import Files
internal import Glibc
internal import SystemPackage

/// Another program that is given bytes and answers with bytes, bounded in time and in what it answers.
///
/// No shell is asked, and the program inherits nothing but its three ends: no descriptor, no signal mask, and of the
/// environment what it is given.
struct ChildProgram {
    /// Why there is no answer.
    enum Failure: Error, Hashable, Sendable {
        case notStarted(String)
        case tookTooLong
        case answeredTooMuch
        case ended(status: Int32)

        /// For the log.
        var words: String {
            switch self {
            case .notStarted(let why): "it could not be started: \(why)"
            case .tookTooLong: "it took too long"
            case .answeredTooMuch: "it answered too much"
            case .ended(let status): "it ended with status \(status)"
            }
        }
    }

    let path: String
    let arguments: [String]
    let environment: [String]
    /// In milliseconds.
    let patience: Int64
    /// In bytes.
    let largestAnswer: Int

    /// Runs the program; blocks the thread for as long as that takes, and never longer than ``patience``.
    func answer(to input: [UInt8]) throws(Failure) -> [UInt8] {
        guard let ends = Ends() else { throw .notStarted(Errno.last.inWords) }
        defer { ends.close() }
        let child = try start(ends)
        ends.closeTheirs()
        var isReaped = false
        defer {
            if !isReaped {
                kill(child, SIGKILL)
                _ = Self.wait(for: child)
            }
        }
        let answer = try Exchange(ends: ends, input: input, deadline: now + patience, largest: largestAnswer).run()
        // It has closed its end: what is left is to end.
        guard let status = Self.wait(for: child, until: now + 1000) else { throw .tookTooLong }
        isReaped = true
        guard status == 0 else { throw .ended(status: status) }
        return answer
    }

    private var now: Int64 { WallClock.system.sinceBoot() }

    private func start(_ ends: Ends) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends.theirInput, 0)
        posix_spawn_file_actions_adddup2(&actions, ends.theirOutput, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        _ = Self.closeFrom?(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        sigaddset(&mask, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var child = pid_t()
        let code = Self.withPointers([path] + arguments) { words in
            Self.withPointers(environment) { posix_spawn(&child, path, &actions, &attributes, words, $0) }
        }
        guard code == 0 else { throw .notStarted(Errno(rawValue: code).inWords) }
        return child
    }

    private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// Closes everything from a descriptor on; what this program opens is closed to others anyway.
    ///
    /// `posix_spawn_file_actions_addclosefrom_np` is asked of the C library by name: its header shows it to GNU programs only.
    private static let closeFrom: CloseFrom? = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
        unsafeBitCast($0, to: CloseFrom.self)
    }

    private static func withPointers<Answer>(
        _ words: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Answer
    ) -> Answer {
        var pointers = words.map { strdup($0) } + [nil]
        defer {
            for pointer in pointers { free(pointer) }
        }
        return body(&pointers)
    }

    /// The exit status; 128 and more where a signal ended it.
    @discardableResult
    private static func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// `nil` where it has not ended by then.
    private static func wait(for child: pid_t, until deadline: Int64) -> Int32? {
        var status: Int32 = 0
        while true {
            let answer = waitpid(child, &status, WNOHANG)
            if answer == child { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F) }
            guard answer == 0 || errno == EINTR, WallClock.system.sinceBoot() < deadline else { return nil }
            usleep(500)
        }
    }
}

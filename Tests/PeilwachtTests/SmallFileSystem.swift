import Foundation
import Testing

/// A small file system over one folder, in a mount namespace that only what is started in it sees.
///
/// It is the kernel's own: what is written into it fails for want of room as on a disk that is full.
final class SmallFileSystem {
    /// The process that keeps the namespace; it ends with its standard input.
    private let keeper = Process()
    private let folder: URL

    /// - Parameters:
    ///   - folder: what it is mounted on.
    ///   - kibibytes: what it holds.
    /// - Throws: `NotAllowed`.
    init(on folder: URL, kibibytes: Int = 1024) throws {
        self.folder = folder
        let output = Pipe()
        keeper.executableURL = URL(filePath: "/usr/bin/unshare")
        keeper.arguments = [
            "-rm", "/bin/sh", "-c",
            "mount -t tmpfs -o size=\(kibibytes)k tmpfs \"$1\" && echo mounted && exec cat", "sh", folder.path,
        ]
        keeper.standardInput = Pipe()
        keeper.standardOutput = output
        keeper.standardError = FileHandle.nullDevice
        try keeper.run()
        guard output.fileHandleForReading.availableData == Data("mounted\n".utf8) else { throw NotAllowed() }
    }

    deinit {
        try? (keeper.standardInput as? Pipe)?.fileHandleForWriting.close()
        keeper.waitUntilExit()
    }

    /// The machine gives this user no namespace with a file system of its own.
    struct NotAllowed: Error {}

    /// Whether the machine gives this user such a file system.
    static let isAllowed: Bool = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pw-mount-\(UUID().uuidString.prefix(8))")
        defer { try? FileManager.default.removeItem(at: folder) }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return (try? SmallFileSystem(on: folder)) != nil
    }()

    /// What goes before a command, so that it runs where the file system is seen.
    var launcher: [String] {
        ["/usr/bin/nsenter", "--preserve-credentials", "-U", "-m", "-t", "\(keeper.processIdentifier)"]
    }

    /// Where a file that the command sees is seen by the test.
    func seen(_ file: URL) -> URL { URL(filePath: "/proc/\(keeper.processIdentifier)/root\(file.path)") }

    /// Lets nobody write in it any more, or lets everybody again, as a disk that is mounted anew.
    func setReadOnly(_ isReadOnly: Bool) throws {
        try mount(["-o", "remount,bind,\(isReadOnly ? "ro" : "rw")", folder.path])
    }

    /// Shows it at another folder as well, where it can be written in whatever holds for the first.
    func show(at folder: URL) throws { try mount(["--bind", self.folder.path, folder.path]) }

    private func mount(_ arguments: [String]) throws {
        let process = Process()
        let command = launcher + ["/bin/mount"] + arguments
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "mount \(arguments)")
    }

    /// Writes until there is no room left.
    func fill() throws {
        let file = open(seen(filler).path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        let block = [UInt8](repeating: 0, count: 4096)
        // More than it holds by far: the loop ends by the kernel's word.
        for _ in 0..<1_000_000 where write(file, block, block.count) <= 0 {
            try #require(errno == ENOSPC)
            return
        }
        Issue.record("the file system has no end")
    }

    /// Gives the room back.
    func free() throws { try FileManager.default.removeItem(at: seen(filler)) }

    private var filler: URL { folder.appending(path: ".filler") }
}

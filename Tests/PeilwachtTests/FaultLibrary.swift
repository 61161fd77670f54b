import Foundation
import TestSupport
import Testing

/// The C compiler and the library of `tools/faults` that makes calls fail.
enum FaultLibrary {
    static let compiler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .flatMap { folder in ["cc", "clang", "gcc"].map { "\(folder)/\($0)" } }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Builds it in a folder.
    ///
    /// - Returns: a command that becomes another program, of which such a call fails.
    static func launcher(
        in sandbox: Sandbox,
        failing call: String,
        at number: Int = 1,
        mode: String,
        errno: Int
    ) throws -> [String] {
        let library = sandbox.file("faults.so").path
        let source = Sandbox.project.appending(path: "tools/faults_injector.c").path
        let ran = try sandbox.runBare(
            ["-shared", "-fPIC", "-o", library, source, "-ldl"],
            program: [try #require(compiler)]
        )
        try #require(ran.status == 0, "\(ran.err)")
        return [
            "/usr/bin/env", "LD_PRELOAD=\(library)", "FAULT_CALL=\(call)", "FAULT_AT=\(number)", "FAULT_MODE=\(mode)",
            "FAULT_ERRNO=\(errno)",
        ]
    }
}

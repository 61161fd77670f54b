internal import Glibc
internal import Indicators
package import SystemPackage

extension FilePath {
    /// Whether anything stands there, symbolic links followed.
    package var isThere: Bool { answers(F_OK) }

    /// Whether anything stands there, symbolic links followed.
    ///
    /// - Throws: that it cannot be said, which is not the same as nothing being there.
    package func presence() throws(FileSystemFault) -> Bool {
        try SystemCall.make { withPlatformString { access($0, F_OK) } }
            .unless(.noSuchFileOrDirectory, "look at", string.shownSafely())
    }

    /// The bytes of what stands there, symbolic links followed; `nil` where nothing does.
    ///
    /// It is not opened: closing a file that is open elsewhere in the process would take SQLite's locks from it.
    package func sizeUnopened() throws(FileSystemFault) -> Int? {
        var status = Glibc.stat()
        let isThere = try SystemCall.make { withPlatformString { fstatat(AT_FDCWD, $0, &status, 0) } }
            .unless(.noSuchFileOrDirectory, "look at", string.shownSafely())
        return isThere ? Int(status.st_size) : nil
    }

    /// Whether a folder stands there, symbolic links followed.
    package var isFolder: Bool {
        var status = Glibc.stat()
        return withPlatformString { fstatat(AT_FDCWD, $0, &status, 0) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether it is a right that keeps this process from reading what stands there, or from writing in it as well.
    package func isForbidden(toWrite: Bool) -> Bool { !answers(toWrite ? R_OK | W_OK : R_OK) && errno == EACCES }

    /// Whether this process may write there.
    package var isWritable: Bool { answers(W_OK) }

    /// The folder that the last part of the path stands in; `.` for a bare name.
    package var folder: FilePath {
        let above = removingLastComponent()
        return above.isEmpty ? "." : above
    }

    private func answers(_ question: Int32) -> Bool { withPlatformString { access($0, question) } == 0 }
}

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

    /// Whether this process may write there.
    package var isWritable: Bool { answers(W_OK) }

    /// The folder that the last part of the path stands in; `.` for a bare name.
    package var folder: FilePath {
        let above = removingLastComponent()
        return above.isEmpty ? "." : above
    }

    private func answers(_ question: Int32) -> Bool { withPlatformString { access($0, question) } == 0 }
}

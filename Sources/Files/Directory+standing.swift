internal import Glibc
internal import SystemPackage

extension Directory {
    /// What has become of the path that a folder was opened at.
    package enum Standing: Hashable, Sendable {
        case inPlace
        /// Something else stands there: another folder, another mount, a file.
        case replaced
        case missing
    }

    /// Whether the folder is still the one under the path.
    ///
    /// A path that cannot be looked at for any other reason than that it is not there says nothing.
    package func standing(at path: String) -> Standing {
        var there = stat()
        switch SystemCall.make({ stat(path, &there) }) {
        case .failure(.noSuchFileOrDirectory): return .missing
        case .failure(.notDirectory), .failure(.tooManySymbolicLinkLevels): return .replaced
        case .failure: return .inPlace
        case .success:
            guard let own = try? status() else { return .inPlace }
            return own.isSameEntry(as: FileStatus(there)) ? .inPlace : .replaced
        }
    }
}

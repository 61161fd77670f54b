internal import Feeds
internal import Glibc
internal import SystemPackage

/// The reading of files, as a parameter, so that tests need no disk.
package struct FileReader: Sendable {
    /// Why a file could not be read.
    package enum Failure: Error, Hashable, Sendable {
        case missing
        case tooLarge
        /// The file is there, and this user may not read it.
        case notPermitted
        /// The machine could not read it just now, in the system's own words: nobody has written anything wrong.
        case passing(String)
        /// It can never be read, in the system's own words.
        case unreadable(String)
    }

    /// Gives the bytes of a file of at most so many bytes.
    package let contents: @Sendable (_ path: String, _ limit: Int) throws(Failure) -> [UInt8]
    /// Gives the names within a folder in order; empty where there is no such folder.
    package let names: @Sendable (_ folder: String) throws(Failure) -> [String]
    /// The folder that relative paths are meant from.
    package let workingFolder: String

    package init(
        contents: @escaping @Sendable (_ path: String, _ limit: Int) throws(Failure) -> [UInt8],
        names: @escaping @Sendable (_ folder: String) throws(Failure) -> [String],
        workingFolder: String
    ) {
        self.contents = contents
        self.names = names
        self.workingFolder = workingFolder
    }

    /// The file system.
    package static var system: FileReader {
        FileReader(contents: systemFile, names: systemNames, workingFolder: currentFolder())
    }

    @Sendable private static func systemFile(path: String, limit: Int) throws(Failure) -> [UInt8] {
        let bytes: [UInt8]?
        do throws(FileSystemFault) {
            let file = try OpenFile.open(path)
            let isRegular = try file.status().kind == .regular
            bytes = isRegular ? try file.bytes(upTo: limit + 1) : nil
        } catch {
            throw failure(error)
        }
        guard let bytes else { throw .unreadable("not a regular file") }
        guard bytes.count <= limit else { throw .tooLarge }
        return bytes
    }

    static func failure(_ fault: FileSystemFault) -> Failure {
        let words = fault.code?.description ?? fault.description
        return switch fault.code {
        case .noSuchFileOrDirectory?, .notDirectory?: .missing
        case .permissionDenied?, .notPermitted?: .notPermitted
        default: fault.isPassing ? .passing(words) : .unreadable(words)
        }
    }

    @Sendable private static func systemNames(_ folder: String) throws(Failure) -> [String] {
        let names: [FileName]
        do throws(FileSystemFault) {
            names = try Directory.open(folder).names()
        } catch {
            let failure = failure(error)
            guard failure != .missing else { return [] }
            throw failure
        }
        // A name that is not UTF-8 can be matched by no glob of a UTF-8 configuration.
        return names.compactMap { String(validating: $0.bytes, as: UTF8.self) }.sorted()
    }

    private static func currentFolder() -> String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}

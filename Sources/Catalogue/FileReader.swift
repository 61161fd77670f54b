import Glibc

/// The reading of files, as a parameter, so that tests need no disk.
package struct FileReader: Sendable {
    /// Why a file could not be read.
    package enum Failure: Error, Hashable, Sendable {
        case missing
        case tooLarge
        /// The system's own words.
        case unreadable(String)
    }

    /// Gives the bytes of a file of at most so many bytes.
    package let contents: @Sendable (_ path: String, _ limit: Int) throws(Failure) -> [UInt8]
    /// Gives the names within a folder in order; empty where there is no such folder.
    package let names: @Sendable (_ folder: String) -> [String]
    /// The folder that relative paths are meant from.
    package let workingFolder: String

    package init(
        contents: @escaping @Sendable (_ path: String, _ limit: Int) throws(Failure) -> [UInt8],
        names: @escaping @Sendable (_ folder: String) -> [String],
        workingFolder: String
    ) {
        self.contents = contents
        self.names = names
        self.workingFolder = workingFolder
    }

    /// The file system.
    package static var system: FileReader {
        FileReader(contents: readSystemFile, names: namesInSystemFolder, workingFolder: currentFolder())
    }
}

@Sendable private func readSystemFile(path: String, limit: Int) throws(FileReader.Failure) -> [UInt8] {
    // O_NONBLOCK: a FIFO in the place of a file must not keep the daemon waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
        throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(systemMessage())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a regular file") }
    return try bytes(of: descriptor, limit: limit)
}

private func bytes(of descriptor: CInt, limit: Int) throws(FileReader.Failure) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while result.count <= limit {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw .unreadable(systemMessage()) }
        if count == 0 { return result }
        result += buffer[..<count]
    }
    throw .tooLarge
}

@Sendable private func namesInSystemFolder(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
            String(validating: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        // A name that is not UTF-8 can be matched by no glob of a UTF-8 configuration.
        if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

private func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
}

private func systemMessage() -> String { String(cString: strerror(errno)) }

package import Catalogue
internal import Feeds
internal import Files

/// The folder that a configuration to start from is written in.
package struct StartingFolder: Sendable {
    /// Why it was not written.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// There is such a file, by its path as it may be shown.
        case exists(String)

        package var description: String {
            switch self {
            case .exists(let path): "'\(path)' is there already, and stays as it is"
            }
        }
    }

    private let path: String

    /// - Parameter path: of the folder; a relative one is meant from the working folder.
    package init(_ path: String) {
        self.path = path.hasPrefix("/") ? path : "\(FileReader.system.workingFolder)/\(path)"
    }

    /// Writes the files one after another, each whole; the folders are made where they are not there.
    ///
    /// - Parameter starting: the configuration.
    /// - Throws: ``Fault`` at the first file that is there already, and ``FileSystemFault``.
    package func write(_ starting: StartingConfiguration) throws {
        for file in starting.files { try write(file) }
    }

    private func write(_ file: StartingConfiguration.File) throws {
        let parts = file.path.split(separator: "/").map(String.init)
        var directory = try Directory.open(path, creating: 0o755)
        for part in parts.dropLast() { directory = try directory.folder(FileName(part), creating: 0o755) }
        let name = FileName(parts[parts.count - 1])
        let aside = try DurableFile.writeAside(in: directory, mode: 0o644) { try $0.write(Array(file.text.utf8)) }
        guard try directory.move(aside, to: directory, as: name) else {
            try directory.remove(aside)
            throw Fault.exists(directory.shown(name))
        }
        try directory.sync()
    }
}

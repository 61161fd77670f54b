package import Feeds
internal import Glibc
internal import SystemPackage

extension Directory {
    /// Moves an entry, whatever it is, to a name that is free.
    ///
    /// - Returns: `false`, with nothing changed, where the new name is taken.
    package func move(_ name: FileName, to folder: Directory, as newName: FileName) throws(FileSystemFault) -> Bool {
        guard let rename = Self.renameWithFlags else { return try moveAfterLooking(name, folder, newName) }
        let moved = try pair(name, folder, newName) {
            rename(self.descriptor, $0, folder.descriptor, $1, Self.noReplace)
        }
        switch moved {
        case .success: return true
        case .failure(.fileExists): return false
        case .failure(.invalidArgument): return try moveAfterLooking(name, folder, newName)
        case .failure(let code): throw moveFault(code, name, folder, newName)
        }
    }

    /// Moves an entry over whatever has the new name.
    package func replace(_ newName: FileName, in folder: Directory, with name: FileName) throws(FileSystemFault) {
        let moved = try pair(name, folder, newName) { renameat(self.descriptor, $0, folder.descriptor, $1) }
        if case .failure(let code) = moved { throw moveFault(code, name, folder, newName) }
    }

    /// Gives a file a second name that is free; where the file system knows no second names, the file is moved.
    ///
    /// Either way it has the new name at once and whole, and nothing was written over. Whoever is done removes the first
    /// name, which may be gone already.
    ///
    /// - Returns: `false`, with nothing changed, where the new name is taken.
    package func link(_ name: FileName, to folder: Directory, as newName: FileName) throws(FileSystemFault) -> Bool {
        let linked = try pair(name, folder, newName) { linkat(self.descriptor, $0, folder.descriptor, $1, 0) }
        switch linked {
        case .success: return true
        case .failure(.fileExists): return false
        case .failure(let code) where Self.meansNoSecondNames.contains(code):
            return try move(name, to: folder, as: newName)
        case .failure(let code): throw moveFault(code, name, folder, newName)
        }
    }

    /// What FAT (EPERM), CIFS (EOPNOTSUPP) and file systems in user space (ENOSYS) answer to `link`.
    private static let meansNoSecondNames: Set<Errno> = [
        .notPermitted, .notSupported, .notSupportedOnSocket, .noFunction,
    ]

    /// The way on NFS and some FUSE file systems, which know no RENAME_NOREPLACE.
    ///
    /// Nobody else writes in the folders moved to.
    private func moveAfterLooking(
        _ name: FileName,
        _ folder: Directory,
        _ newName: FileName
    ) throws(FileSystemFault) -> Bool {
        guard try folder.status(of: newName) == nil else { return false }
        try replace(newName, in: folder, with: name)
        return true
    }

    private typealias RenameWithFlags =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// `renameat2`, asked of the C library by name because its header shows it to GNU programs only.
    private static let renameWithFlags: RenameWithFlags? = dlsym(nil, "renameat2").map {
        // The type is that of renameat2(2).
        unsafeBitCast($0, to: RenameWithFlags.self)
    }

    /// RENAME_NOREPLACE.
    private static let noReplace: UInt32 = 1

    private func pair(
        _ name: FileName,
        _ folder: Directory,
        _ newName: FileName,
        _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
    ) throws(FileSystemFault) -> Result<Int32, Errno> {
        guard newName.isPlain else { throw .notAName(newName.printable) }
        let newPath = newName.bytes.map { CChar(bitPattern: $0) } + [0]
        return try call(name) { body($0, newPath) }
    }

    private func moveFault(
        _ code: Errno,
        _ name: FileName,
        _ folder: Directory,
        _ newName: FileName
    ) -> FileSystemFault {
        let paths = (from: shown(name), to: folder.shown(newName))
        guard code == .improperLink else { return .failed(call: "move", path: paths.from, code: code) }
        return .otherFileSystem(from: paths.from, to: paths.to)
    }
}

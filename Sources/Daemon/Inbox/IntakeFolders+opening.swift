internal import Catalogue
internal import Files

extension IntakeFolders {
    /// Opens the folders, and makes those that do not exist.
    init(opening folders: Folders) throws(UnusableFolder) {
        func open(_ name: String, _ path: String, _ mode: UInt32) throws(UnusableFolder) -> Directory {
            try UnusableFolder.naming("folders: \(name)") { () throws(FileSystemFault) in
                try Directory.open(path, creating: mode)
            }
        }
        self.init(
            inbox: try open("inbox", folders.inbox, 0o770),
            work: try open("work", folders.work, 0o700),
            archive: try open("archive", folders.archive, 0o750),
            quarantine: try open("quarantine", folders.quarantine, 0o750),
            receipts: try open("receipts", folders.receipts, 0o750)
        )
    }

    /// How they stand to the paths that they were opened at.
    func standings(at paths: Folders) -> [FolderStanding] {
        [
            FolderStanding(inbox, at: paths.inbox),
            FolderStanding(work, at: paths.work),
            FolderStanding(archive, at: paths.archive),
            FolderStanding(quarantine, at: paths.quarantine),
            FolderStanding(receipts, at: paths.receipts),
        ]
    }
}

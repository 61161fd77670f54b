internal import Catalogue
internal import Files

extension IntakeFolders {
    /// Opens the folders, and makes those that do not exist.
    init(opening folders: Folders) throws(FileSystemFault) {
        self.init(
            inbox: try Directory.open(folders.inbox, creating: 0o770),
            work: try Directory.open(folders.work, creating: 0o700),
            archive: try Directory.open(folders.archive, creating: 0o750),
            quarantine: try Directory.open(folders.quarantine, creating: 0o750),
            receipts: try Directory.open(folders.receipts, creating: 0o750)
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

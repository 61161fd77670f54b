internal import Catalogue
internal import Files
internal import Indicators
internal import Logging
internal import Storage

extension Engine {
    /// Sees to it that the folders in use are those that have the configured paths, and opens anew those that are not.
    ///
    /// What is held open goes on working when it is renamed, removed or mounted over, but nobody looks there any more.
    ///
    /// - Parameter isPatient: whether a folder that is missing is waited for before it is made again.
    /// - Returns: `false` where it is waited for; nothing should be read or written in the meantime.
    /// - Throws: ``ReplacedFolder`` where what stands there cannot be used, or the store is another one.
    func hasItsFolders(isPatient: Bool = true) async throws -> Bool {
        for entry in held { try entry.verify() }
        let standings =
            await inbox.standings(at: active.configuration.folders) + outbox.standings() + alertLog.standings()
        switch folderWatch.verdict(standings, isPatient: isPatient, at: WallClock.steady()) {
        case .inPlace: return true
        case .wait: return false
        case .reopen(let lost):
            try await reopen(lost)
            return true
        }
    }

    private func reopen(_ lost: [FolderStanding]) async throws {
        do {
            try await reopenFolders()
        } catch {
            let paths = lost.map { "folder '\($0.path.shownSafely())' \($0.inWords)" }.joined(separator: "; ")
            throw ReplacedFolder(
                description: "\(paths), and what is there cannot be used: \(error); ends for a restart"
            )
        }
        for folder in lost {
            logger.warning("folder \(folder.inWords) and is reopened", metadata: ["folder": "\(folder.path)"])
        }
    }

    /// As at a start: the same checks, and what should lie in the folders is put there.
    private func reopenFolders() async throws {
        let folders = try IntakeFolders(opening: active.configuration.folders)
        try folders.verifyMoves()
        let left = try await inbox.use(folders)
        if left > 0 {
            logger.error("files that were being taken in stay behind in the earlier work folder: \(left)")
        }
        try await outbox.reopen()
        try await alertLog.reopen()
        _ = try await outbox.makeWhole(with: store, clock: WallClock.system.now())
    }
}

extension FolderStanding {
    fileprivate var inWords: String {
        switch standing {
        case .inPlace: "is in place"
        case .replaced: "was replaced while it was in use"
        case .missing: "is gone"
        }
    }
}

internal import Catalogue
internal import Files

extension Inbox {
    /// How the folders stand to the paths that they were opened at.
    func standings(at paths: Folders) -> [FolderStanding] { folders.standings(at: paths) }

    /// Goes on with other folders, because those in use no longer have their paths.
    ///
    /// What was claimed comes along; what still lies in the earlier inbox was taken away with it.
    ///
    /// - Returns: how many claims could not come along.
    func use(_ new: IntakeFolders) async throws -> Int {
        await takeTurn()
        defer { turn.end() }
        let left = try new.work.status().isSameEntry(as: folders.work.status()) ? 0 : desk.bringClaims(to: new.work)
        take(new)
        return left
    }
}

extension ClaimDesk {
    /// Moves the claims into another folder; gives the number of those that stay behind.
    fileprivate func bringClaims(to other: Directory) -> Int {
        let ids = (try? work.names()) ?? []
        return ids.count { id in !((try? work.move(id, to: other, as: id)) ?? false) }
    }
}

package import Feeds
package import Files
internal import SystemPackage

/// Claims files, and finds the claims that a crash left.
package struct ClaimDesk: Sendable {
    let work: Directory

    package init(work: Directory) {
        self.work = work
    }

    /// Moves an entry, whatever it is, out of the inbox.
    ///
    /// - Returns: `nil` where it is gone.
    package func claim(_ name: FileName, from inbox: Directory) throws(FileSystemFault) -> Claim? {
        let claim = try makeClaim(name)
        do {
            _ = try inbox.move(name, to: claim.folder, as: name)
            return claim
        } catch {
            try work.removeFolder(claim.folderName)
            guard error.code != .noSuchFileOrDirectory else { return nil }
            throw error
        }
    }

    /// Makes a claim on a file that nobody dropped: what `write` puts into it.
    ///
    /// - Parameters:
    ///   - name: what the file is called.
    ///   - earlier: the claim that this one continues.
    ///   - write: puts the content into the new file.
    /// - Returns: the claim.
    /// - Throws: ``FileSystemFault``, and what `write` throws; nothing is left behind then.
    package func claim(
        _ name: FileName,
        continuing earlier: FileName? = nil,
        write: (OpenFile) throws -> Void
    ) throws -> Claim {
        guard name.isPlain else { throw FileSystemFault.notAName(name.printable) }
        let claim = try makeClaim(name, continuing: earlier)
        do {
            let aside = try DurableFile.writeAside(in: claim.folder, write: write)
            _ = try claim.folder.move(aside, to: claim.folder, as: name)
            return claim
        } catch {
            _ = try? work.removeFolder(claim.folderName)
            throw error
        }
    }

    /// The claims that are not closed.
    ///
    /// Halves of files that were being written are removed. What is no claim, or cannot be looked into, is left alone:
    /// nothing that lies there may keep the others from being taken up.
    package func leftOvers() throws(FileSystemFault) -> [Claim] {
        var claims: [Claim] = []
        for name in try work.names() {
            do throws(FileSystemFault) {
                if let claim = try leftOver(name) { claims.append(claim) }
            } catch {
                if error.isFatal { throw error }
            }
        }
        return claims
    }

    /// Keeps the file of a claim as the original of a copy.
    func keepOriginal(_ claim: Claim, as original: Original) throws(FileSystemFault) {
        try work.replace(original.folderName, in: work, with: claim.folderName)
    }

    /// The originals of files that were taken as a copy.
    func originals() throws(FileSystemFault) -> [Original] {
        try work.names().compactMap { Original(folderName: $0) }
    }

    /// The one file of an original, with what it is now; `nil` where it is gone.
    func file(of original: Original) throws(FileSystemFault) -> (folder: Directory, name: FileName, status: FileStatus)?
    {
        let folder = try work.folder(original.folderName)
        guard let name = try folder.names().first, let status = try folder.status(of: name) else { return nil }
        return (folder, name, status)
    }

    /// Makes a new delivery of an original that was written in after its copy was taken.
    func claim(_ original: Original) throws(FileSystemFault) {
        try work.replace(Claim.newID(continuing: original.copy), in: work, with: original.folderName)
        try work.sync()
    }

    /// Forgets an original that nobody has written in.
    func discard(_ original: Original) throws(FileSystemFault) {
        let folder = try work.folder(original.folderName)
        for name in try folder.names() { try folder.remove(name) }
        try work.removeFolder(original.folderName)
    }

    private func leftOver(_ folderName: FileName) throws(FileSystemFault) -> Claim? {
        guard try work.status(of: folderName)?.kind == .folder else { return nil }
        let folder = try work.folder(folderName)
        guard let name = try names(in: folder).first else {
            try work.removeFolder(folderName)
            return nil
        }
        return Claim(folderName: folderName, folder: folder, name: name)
    }

    /// Notes, on disk, that the file is going to be read: if that ends the program, the next start sees it.
    package func beginReading(_ claim: inout Claim) throws(FileSystemFault) {
        try count(claim.readings + 1, &claim)
        try work.sync()
    }

    /// Notes that the reading has come to an end, whatever it came to.
    package func endReading(_ claim: inout Claim) throws(FileSystemFault) { try count(0, &claim) }

    private func count(_ readings: Int, _ claim: inout Claim) throws(FileSystemFault) {
        var next = claim
        next.readings = readings
        try work.replace(next.folderName, in: work, with: claim.folderName)
        claim = next
    }

    /// Ends a claim whose file has gone its way.
    package func close(_ claim: Claim) throws(FileSystemFault) {
        _ = try names(in: claim.folder)
        try work.removeFolder(claim.folderName)
    }

    /// Ends a claim on a copy that is not to be kept.
    package func discard(_ claim: Claim) throws(FileSystemFault) {
        try claim.folder.remove(claim.name)
        try close(claim)
    }

    private func makeClaim(
        _ name: FileName,
        continuing earlier: FileName? = nil
    ) throws(FileSystemFault) -> Claim {
        let id = Claim.newID(continuing: earlier)
        return Claim(id: id, folder: try work.folder(id, creating: 0o700), name: name)
    }

    private func names(in folder: Directory) throws(FileSystemFault) -> [FileName] {
        var names: [FileName] = []
        for name in try folder.names() {
            if DurableFile.isAside(name) { try folder.remove(name) } else { names.append(name) }
        }
        return names
    }
}

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
            try work.removeFolder(claim.id)
            guard error.code != .noSuchFileOrDirectory else { return nil }
            throw error
        }
    }

    /// Makes a claim on a file that nobody dropped: what `write` puts into it.
    package func claim(_ name: FileName, write: (OpenFile) throws -> Void) throws -> Claim {
        guard name.isPlain else { throw FileSystemFault.notAName(name.printable) }
        let claim = try makeClaim(name)
        do {
            let aside = try DurableFile.writeAside(in: claim.folder, write: write)
            _ = try claim.folder.move(aside, to: claim.folder, as: name)
            return claim
        } catch {
            _ = try? work.removeFolder(claim.id)
            throw error
        }
    }

    /// The claims that are not closed.
    ///
    /// Halves of files that were being written are removed.
    package func leftOvers() throws(FileSystemFault) -> [Claim] {
        var claims: [Claim] = []
        for id in try work.names() {
            guard try work.status(of: id)?.kind == .folder else { continue }
            let folder = try work.folder(id)
            if let name = try names(in: folder).first {
                claims.append(Claim(id: id, folder: folder, name: name, isLeftOver: true))
            } else {
                try work.removeFolder(id)
            }
        }
        return claims
    }

    /// Ends a claim whose file has gone its way.
    package func close(_ claim: Claim) throws(FileSystemFault) {
        _ = try names(in: claim.folder)
        try work.removeFolder(claim.id)
    }

    /// Ends a claim on a copy that is not to be kept.
    package func discard(_ claim: Claim) throws(FileSystemFault) {
        try claim.folder.remove(claim.name)
        try close(claim)
    }

    private func makeClaim(_ name: FileName) throws(FileSystemFault) -> Claim {
        let id = FileName(SystemCall.randomHexadecimal())
        return Claim(id: id, folder: try work.folder(id, creating: 0o700), name: name, isLeftOver: false)
    }

    private func names(in folder: Directory) throws(FileSystemFault) -> [FileName] {
        var names: [FileName] = []
        for name in try folder.names() {
            if DurableFile.isAside(name) { try folder.remove(name) } else { names.append(name) }
        }
        return names
    }
}

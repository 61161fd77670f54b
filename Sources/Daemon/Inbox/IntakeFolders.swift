internal import Feeds
package import Files

/// The folders that a dropped file goes through; they lie on one file system.
package struct IntakeFolders: Sendable {
    package let inbox: Directory
    package let work: Directory
    package let archive: Directory
    package let quarantine: Directory
    package let receipts: Directory

    package init(inbox: Directory, work: Directory, archive: Directory, quarantine: Directory, receipts: Directory) {
        self.inbox = inbox
        self.work = work
        self.archive = archive
        self.quarantine = quarantine
        self.receipts = receipts
    }

    /// A name with a dot in front is ignored in the inbox.
    ///
    /// What follows it nobody can guess: anyone may drop something
    /// under a name that is known beforehand.
    private static let probes = ".peilwacht-probe-"

    /// Moves an empty file along the way of a dropped one, so that a start, not the first file, finds what is wrong.
    ///
    /// - Throws: ``FileSystemFault/otherFileSystem(from:to:)``, or that a folder cannot be written in.
    package func verifyMoves() throws(FileSystemFault) {
        for folder in [receipts, inbox, work, archive, quarantine] { removeProbes(in: folder) }
        let probe = FileName("\(Self.probes)\(SystemCall.randomHexadecimal()).tmp")
        _ = try receipts.createFile(probe, mode: 0o600)
        try receipts.remove(probe)
        _ = try inbox.createFile(probe, mode: 0o600)
        let way = [inbox, work, archive, work, quarantine]
        for (index, (from, to)) in zip(way, way.dropFirst()).enumerated() {
            do {
                // From the archive back to work is no part of the way, but of the same file system all the same.
                _ = try from.move(probe, to: to, as: probe)
            } catch {
                _ = try? way[index].remove(probe)
                throw error
            }
        }
        try quarantine.remove(probe)
    }

    /// Removes the probes that a sudden death left; what only bears such a name stays, and is in nobody's way.
    private func removeProbes(in folder: Directory) {
        guard let names = try? folder.names() else { return }
        for name in names where name.bytes.starts(with: Array(Self.probes.utf8)) {
            guard let status = try? folder.status(of: name), status.kind == .regular, status.size == 0 else { continue }
            _ = try? folder.remove(name)
        }
    }
}

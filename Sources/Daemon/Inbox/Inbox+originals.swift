internal import Feeds
internal import Files
internal import Indicators

extension Inbox {
    /// Looks whether the writers of files that were taken as a copy have gone on.
    func lookAtOriginals(_ round: inout Round) throws {
        let kept = try desk.originals()
        let names = Set(kept.map(\.folderName))
        originals = originals.filter { names.contains($0.key) }
        for original in kept {
            do throws(FileSystemFault) {
                try look(at: original, &round)
            } catch {
                if error.isFatal { throw error }
            }
        }
    }

    private func look(at original: Original, _ round: inout Round) throws(FileSystemFault) {
        guard let (folder, name, status) = try desk.file(of: original) else { return try desk.discard(original) }
        let now = clock()
        let memory = remembered(original, status, at: now)
        let isUnchanged = original.isUnchanged(status)
        let stillness = isUnchanged ? ReadyTest.Stillness.open : ReadyTest.Stillness.unseen
        let end = memory.since.adding(milliseconds: stillness)
        let isHeld = (try? folder.openFile(name)).map(writers) == .some(.some)
        guard end <= now, !isHeld else {
            let next = now.adding(milliseconds: ReadyTest.Stillness.unseen)
            return round.wait(until: isHeld ? next : min(end, next))
        }
        if isUnchanged { try desk.discard(original) } else { try desk.claim(original) }
    }

    /// The original as it is now, and since when it has been seen like that; the clock may have been set back.
    private func remembered(_ original: Original, _ status: FileStatus, at now: Instant) -> Original.Memory {
        var memory = originals[original.folderName] ?? Original.Memory(status: status, since: now)
        let isSame = memory.status.size == status.size && memory.status.modified == status.modified
        memory.since = isSame ? min(memory.since, now) : now
        memory.status = status
        originals[original.folderName] = memory
        return memory
    }
}

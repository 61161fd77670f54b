internal import Feeds
internal import Files

/// Folders that somebody put into the inbox: nothing of them is taken, and whoever put them there is told so.
extension Inbox {
    /// Writes a receipt for each new one, which stays where it is: somebody may still copy into it.
    ///
    /// One for each name, however often the daemon starts.
    func answerFolders(_ round: inout Round) throws {
        for (name, why) in round.troubles where why == .isFolder && known[name] != why {
            var tally = IntakeTally()
            tally.note(FileFault(.fileIsFolder))
            let receipt = Receipt(
                fileName: name,
                sha256: nil,
                size: nil,
                at: round.now,
                outcome: .refused,
                tally: tally
            )
            let settings = round.intake.settings
            do {
                try filing.writeOnce(receipt, language: settings.language, zone: settings.zone)
            } catch let fault as FileSystemFault where !fault.isFatal {
                round.troubles[name] = InboxTrouble(fault)
            }
        }
    }
}

internal import Feeds
internal import Files

/// One file while it is read: once as a whole, for its hash and for how it is written, and then row by row.
struct FileReading: Sendable {
    /// What the first reading found.
    struct Look: Sendable {
        let digest: FileDigest
        /// The profile that it is read by.
        let profile: FeedProfile?
        /// How it is written, or why it cannot be read.
        let dialect: Result<FileDialect, FileFault>
        /// The first lines of a text file, as they are written.
        let firstLines: [String]
    }

    let file: OpenFile
    let name: FileName
    let asOpened: FileStatus
    let profiles: [FeedProfile]
    let whileReading: @Sendable () throws -> Void

    /// Reads the file as a whole.
    ///
    /// - Throws: ``FileFault`` with `changed-while-reading`, or what the file system or `whileReading` throws. What is wrong
    ///   with the file is in the answer.
    func look() throws -> Look {
        var survey = FileSurvey(profiles: profiles, fileName: name)
        let digest = try file.digest(
            asOpened: asOpened,
            whileLooking: { survey.take($0) },
            whileReading: whileReading
        )
        do {
            // What is no text is refused as such by the survey of its bytes, and looked into only then.
            if let table = try lookInside() { survey = table }
            return look(digest, survey, try .success(survey.finish()))
        } catch let fault as FileFault where fault.reason != .changedWhileReading {
            return look(digest, survey, .failure(try lookBeside(fault, survey.container)))
        }
    }

    /// What the other sheets of a workbook say of a fault of the one that was read.
    private func lookBeside(_ fault: FileFault, _ container: TableContainer) throws -> FileFault {
        guard let sheet = container.sheet, sheet.others > 0, fault.mayBeOfOtherSheet,
            let found = try open().otherSheets()
        else { return fault }
        return fault.among(found.names, of: sheet, likely: found.likely)
    }

    private func look(_ digest: FileDigest, _ survey: FileSurvey, _ dialect: Result<FileDialect, FileFault>) -> Look {
        Look(digest: digest, profile: survey.profile, dialect: dialect, firstLines: survey.firstLines)
    }

    /// The survey of a table in a workbook or a bundle; `nil` of a text file.
    private func lookInside() throws -> FileSurvey? {
        let table = try open()
        guard var lines = try table.lines() else { return nil }
        var survey = FileSurvey(
            profiles: profiles,
            fileName: name,
            container: try table.container(),
            codes: table.codes
        )
        while let chunk = try lines.nextChunk() { survey.take(chunk) }
        return survey
    }

    private func open() throws -> OpenedTable {
        try OpenedTable(
            file,
            asOpened: asOpened,
            sheets: profiles.compactMap { $0.schema?.sheet },
            whileReading: whileReading
        )
    }

    /// The rows, read again from the start.
    func rows(_ look: Look, _ dialect: FileDialect, in context: ReadingContext) throws -> sending any RowReader {
        guard dialect.container != .text else {
            return dialect.rows(
                FileHandleSource(file, asOpened: asOpened, again: look.digest, whileReading: whileReading),
                in: context
            )
        }
        guard let lines = try open().lines() else { throw FileFault(.changedWhileReading) }
        return dialect.rows(lines, in: context)
    }
}

import Feeds
import Indicators

/// What is kept of one reading of a file, however long the file is.
struct TrialReading: Equatable {
    private(set) var fault: FileFault?
    private(set) var outcomes = 0
    /// The first values that were taken, with the digits that the file has.
    private(set) var values: [String] = []
    private var digest = 0

    private static let mostValues = 20
    /// 2026-04-01.
    private static let today = CalendarDate(dayNumber: 20_544)

    init(of file: [UInt8], by trial: FormTrial, chunkSize: Int) throws {
        do {
            try read(file, trial, chunkSize)
        } catch let fault as FileFault {
            try TrialFailure.unless(!fault.faults.isEmpty, "refused for no reason")
            for fault in fault.faults { try Self.check(fault) }
            self.fault = fault
        }
        // One outcome for each number at most, or one for a row; bounds that stand alone come at the end.
        let cells = file.count { [0x0A, 0x0D, 0x3B, 0x2C, 0x09].contains($0) } + 1
        try TrialFailure.unless(outcomes <= cells * 2, "\(outcomes) outcomes of \(cells) cells")
    }

    private mutating func read(_ file: [UInt8], _ trial: FormTrial, _ chunkSize: Int) throws {
        var survey = FileSurvey(
            profiles: [trial.profile].compactMap(\.self),
            fileName: FileName(trial.fileName),
            container: trial.container
        )
        var source = ChunkedBytes(file, chunkSize: chunkSize)
        while let chunk = source.nextChunk() { survey.take(chunk) }
        let dialect = try survey.finish()
        let context = ReadingContext(register: FormTrial.register, today: Self.today)
        var rows = dialect.rows(ChunkedBytes(file, chunkSize: chunkSize), in: context)
        while let outcome = try rows.next() { try note(outcome) }
    }

    private mutating func note(_ outcome: RowOutcome) throws {
        outcomes += 1
        var hasher = Hasher()
        hasher.combine(digest)
        hasher.combine(outcome)
        digest = hasher.finalize()
        switch outcome {
        case .observed(let row):
            try TrialFailure.unless(row.line > 1, "a value without a line")
            // A report of a milestone is in words, and counts as one where it is done.
            if values.count < Self.mostValues, row.observation.milestone == nil { try note(row.observation.value) }
        case .skipped(let skip): try TrialFailure.unless(skip.line > 1, "a skipped row without a line")
        case .withdrawn(let row): try TrialFailure.unless(row.line > 1, "a withdrawal without a line")
        case .fault(let fault): try Self.check(fault)
        }
    }

    /// Swing's marks for what is missing are no values, in whatever form they come.
    private mutating func note(_ value: ExactDecimal) throws {
        let written = value.written(decimalSign: ".")
        let marks = ["-99996", "-99997", "-99998", "-99999"]
        try TrialFailure.unless(!marks.contains(written), "\(written) was taken for a value")
        values.append(written)
    }

    private static func check(_ fault: RowFault) throws {
        try TrialFailure.unless((fault.cell?.utf8.count ?? 0) <= 1000, "a fault that holds a long cell")
        try TrialFailure.unless(!fault.sentence(.nl).isEmpty, "a fault without words")
    }
}

internal import Indicators

/// What became of the rows of one file, counted while they go by.
///
/// It does not grow with the file: of faults and revisions the first hundred are kept, of skipped rows the first ten lines.
package struct IntakeTally: Hashable, Sendable {
    /// The rows that were passed over for one reason.
    package struct Skips: Hashable, Sendable, Codable {
        package fileprivate(set) var count = 0
        /// The first lines, at most ten.
        package fileprivate(set) var lines: [Int] = []
        private var last = LastLine()

        private static let kept = 10

        private enum CodingKeys: String, CodingKey { case count, lines }

        /// Notes a row, once for all its values; `false` where it was noted before.
        fileprivate mutating func note(_ line: Int) -> Bool {
            guard last.isNew(line) else { return false }
            count += 1
            if lines.count < Self.kept { lines.append(line) }
            return true
        }
    }

    /// All that was read, empty rows included; of a row that gives several values each of them.
    package private(set) var rows = 0
    /// The rows that were met; none where nobody told.
    private var met = MetRows()
    /// The values for a series and period that had none.
    package private(set) var taken = 0
    package private(set) var revised = 0
    package private(set) var unchanged = 0
    package private(set) var skips: [IntakeReason: Skips] = [:]
    package private(set) var faultCount = 0
    /// The rows that are faulty, or values in them; the others of the faults are of the file as a whole.
    package private(set) var faultyRows = 0
    /// The rows, or the values in them, that are fine and are not taken in all the same.
    package private(set) var withheld = 0
    /// The first faults, at most a hundred.
    package internal(set) var faults: [RowFault] = []
    /// The faulty rows that are told in one line for all of them; the first is among the faults.
    package private(set) var folded: [IntakeReason: Skips] = [:]
    /// The first revisions, at most a hundred.
    package internal(set) var revisions: [RevisedValue] = []
    /// The revised ones of which the value or report stayed.
    package internal(set) var amended = Listed<AmendedValue>()
    /// The reports of milestones that were taken in and are remarkable.
    package private(set) var remarks = Listed<ReportRemark>()
    /// The values of periods that are not over, which count as provisional.
    package private(set) var unfinished = 0
    /// The values that rows of the file took back.
    package internal(set) var withdrawn = Listed<WithdrawnValue>()
    /// Of a file that was taken in before: its values that do not hold any more.
    package internal(set) var lapsed = Listed<LapsedValue>()

    /// The first day that was read as a period; `nil` where none was.
    package private(set) var dayRead: DayRead?

    /// What an earlier delivery of the same feed brought, and this one has not.
    package internal(set) var vanished = Listed<VanishedRow>()
    /// How many rows had vanished from an earlier delivery, and are in this one.
    package private(set) var returned = 0

    package init() {}

    /// The tally of an earlier reading, of what was kept of it; the skipped rows are counted by their list.
    package init(
        rows: Int,
        taken: Int,
        revised: Int,
        unchanged: Int,
        faultCount: Int,
        list: List = List()
    ) {
        self.rows = rows
        self.taken = taken
        self.revised = revised
        self.unchanged = unchanged
        self.faultCount = faultCount
        skips = list.skips
        faults = list.faults
        revisions = list.revisions
        folded = list.folded ?? [:]
        unfinished = list.unfinished ?? 0
        withdrawn = list.withdrawn
        lapsed = list.lapsed
        amended = list.amended
        remarks = list.remarks
        vanished = list.vanished
        dayRead = list.dayRead
        // A fault of all rows together has none of its own.
        let others = taken + revised + unchanged + withdrawn.count + lapsed.count + skipCount
        faultyRows = max(0, min(faultCount, rows - others))
        if let byRow = list.byRow {
            met = MetRows(byRow.rows, decided: byRow.decided)
        } else if let lines = list.lines {
            // An earlier version kept no more: what was passed over was passed over as a whole.
            let (skipped, faulty) = (min(skipCount, lines), min(faultCount, max(0, lines - skipCount)))
            met = MetRows(.init(withValues: lines - skipped - faulty, skipped: skipped, faulty: faulty))
        }
    }

    /// The rows of a file that gives several values in a row.
    struct ByRow: Hashable, Sendable, Codable {
        var rows: MetRows.Counts
        var decided: MetRows.Decided
    }

    /// What is named one by one, beside the counts.
    package struct List: Hashable, Sendable, Codable {
        package var skips: [IntakeReason: Skips] = [:]
        package var faults: [RowFault] = []
        package var revisions: [RevisedValue] = []
        // Absent in what earlier versions kept.
        package var folded: [IntakeReason: Skips]?
        package var unfinished: Int?
        package var withdrawn = Listed<WithdrawnValue>()
        package var lapsed = Listed<LapsedValue>()
        package var amended = Listed<AmendedValue>()
        package var remarks = Listed<ReportRemark>()
        package var vanished = Listed<VanishedRow>()
        package var dayRead: DayRead?
        package var lines: Int?
        var byRow: ByRow?

        package init() {}

        /// Whether there is nothing in it.
        package var isEmpty: Bool {
            skips.isEmpty && faults.isEmpty && revisions.isEmpty && withdrawn.isEmpty && lapsed.isEmpty
                && amended.isEmpty && remarks.isEmpty && vanished.isEmpty && unfinished == nil && dayRead == nil
                && lines == nil
        }
    }

    /// What is named one by one; the counts apart.
    package var list: List {
        var list = List()
        list.skips = skips
        list.faults = faults
        list.revisions = revisions
        list.folded = folded.isEmpty ? nil : folded
        list.unfinished = unfinished == 0 ? nil : unfinished
        list.withdrawn = withdrawn
        list.lapsed = lapsed
        list.amended = amended
        list.remarks = remarks
        list.vanished = vanished
        list.dayRead = dayRead
        if givesSeveral {
            list.lines = met.counts.all
            list.byRow = ByRow(rows: met.counts, decided: met.decided)
        }
        return list
    }

    /// Meets what became of a row, or of one of its values, in the order of the file.
    package mutating func meet(_ outcome: borrowing RowOutcome) {
        switch outcome {
        case .observed(let row): met.meet(row.line, .withValues)
        case .withdrawn(let row): met.meet(row.line, .withValues)
        case .skipped(let skip): met.meet(skip.line, .skipped)
        case .fault(let fault):
            if let line = fault.line, fault.hasOwnRow { met.meet(line, .faulty) }
        }
    }

    /// The rows of the file, however many values each gives.
    package var fileRows: Int { givesSeveral ? met.counts.all : rows }

    /// How many rows came to what, where some row gives several values; `nil` where each is counted once anyway.
    var byRow: MetRows.Counts? { givesSeveral ? met.counts : nil }

    /// The values that rows gave, whatever became of them.
    var valueCount: Int { settledValues + withheld + met.decided.skipped + met.decided.faulty }

    /// The values that rows gave and that were passed over, or are faulty.
    var undoneValues: MetRows.Decided { met.decided }

    private var settledValues: Int { changeCount + unchanged + lapsed.count }

    /// Whether some row gives several values.
    package var givesSeveral: Bool {
        let counts = met.counts
        return counts.all > 0
            && (counts.withValues != valueCount || counts.skipped != skipCount - met.decided.skipped
                || counts.faulty != faultyRows - met.decided.faulty)
    }

    static let kept = 100
    private static let keptLines = 10

    /// All rows that were passed over.
    package var skipCount: Int { skips.values.reduce(0) { $0 + $1.count } }

    /// The faults that are not named one by one.
    var unnamedFaults: Int { faultCount - faults.count - folded.values.reduce(0) { $0 + $1.count - 1 } }

    /// Whether the file is accepted: no row is faulty, or the faulty ones are set aside and something is left.
    ///
    /// - Parameter setsFaultyRowsAside: what the feed profile says.
    /// - Returns: whether the other rows count.
    package func isAccepted(settingFaultyRowsAside setsFaultyRowsAside: Bool) -> Bool {
        faultCount == 0 || setsFaultyRowsAside && changeCount + unchanged > 0
    }

    /// Counts a row whose value is the first of its period.
    package mutating func countTaken(_ row: borrowing ObservedRow) {
        countTaken()
        if row.isUnfinished { unfinished += 1 }
        note(dayOf: row)
    }

    /// Counts a value that is the first of its period.
    package mutating func countTaken() {
        rows += 1
        taken += 1
    }

    private mutating func note(dayOf row: borrowing ObservedRow) {
        guard dayRead == nil, let day = row.day else { return }
        dayRead = DayRead(day: day, period: row.observation.period)
    }

    /// Counts a row that says what was known.
    package mutating func countUnchanged() {
        rows += 1
        unchanged += 1
    }

    /// Counts what a row that gives a value is to what was known.
    package mutating func count(_ decision: RowDecision, of row: ObservedRow) {
        note(dayOf: row)
        switch decision {
        case .new: countTaken(row)
        case .unchanged: countUnchanged()
        case .revision(let old, let new):
            count(RevisedValue(of: row.series, from: old, to: new))
            if let value = AmendedValue(of: row.series, from: old, to: new) { amended.add(value) }
            if row.isUnfinished { unfinished += 1 }
        case .duplicate: count(RowSkip.duplicate(row), ofValue: true)
        case .conflict(let earlier, let line):
            count(RowFault.conflict(row, with: earlier, onLine: line), ofValue: true)
        }
    }

    /// Counts a row that replaces what was known; it is listed where its value or report is another one.
    package mutating func count(_ revision: RevisedValue?) {
        rows += 1
        revised += 1
        if let revision, revisions.count < Self.kept { revisions.append(revision) }
    }

    /// Counts a row that took a value back.
    package mutating func count(_ value: WithdrawnValue) {
        rows += 1
        withdrawn.add(value)
    }

    /// Counts a row of a file that was taken in before, whose value does not hold any more.
    package mutating func count(_ value: LapsedValue) {
        rows += 1
        lapsed.add(value)
    }

    /// Notes what is remarkable about a report that is counted already.
    package mutating func note(_ remark: ReportRemark) { remarks.add(remark) }

    /// Counts a value that the file has not, though an earlier one of its feed had it.
    package mutating func count(_ row: VanishedRow) { vanished.add(row) }

    /// Counts rows that had vanished and are there again.
    package mutating func countReturned(_ rows: Int) { returned += rows }

    /// How much the rows changed in the store.
    package var changeCount: Int { taken + revised + withdrawn.count }

    /// Counts a row that rightly gives no value, or a value that a row gave and that counts for nothing.
    package mutating func count(_ skip: RowSkip, ofValue: Bool = false) {
        // A row with several values is passed over once.
        guard skips[skip.reason, default: Skips()].note(skip.line) else { return }
        rows += 1
        if ofValue { met.decided.skipped += 1 }
    }

    /// Counts a faulty row, a value of a row that is faulty beside others, or a fault of all rows together.
    package mutating func count(_ fault: RowFault, ofValue: Bool = false) {
        guard add(fault), fault.hasOwnRow else { return }
        rows += 1
        faultyRows += 1
        if ofValue { met.decided.faulty += 1 }
    }

    /// Notes why the file as a whole is refused.
    package mutating func note(_ fault: FileFault) {
        for fault in fault.faults { _ = add(fault) }
    }

    /// The same rows where none of them changes anything after all; what holds, and what does not, stays true.
    package var withNothingChanged: IntakeTally {
        var tally = withNothingTaken
        tally.unchanged = unchanged
        tally.withheld = withheld + changeCount
        return tally
    }

    /// The same rows where none of them is taken in after all.
    package var withNothingTaken: IntakeTally {
        var tally = self
        tally.withheld = withheld + changeCount + unchanged
        tally.taken = 0
        tally.revised = 0
        tally.unchanged = 0
        tally.revisions = []
        tally.amended = Listed()
        tally.remarks = Listed()
        tally.unfinished = 0
        tally.withdrawn = Listed()
        tally.vanished = Listed()
        tally.dayRead = nil
        return tally
    }

    /// Adds a fault; `false` where it is told in one line and its row was counted before.
    private mutating func add(_ fault: RowFault) -> Bool {
        guard fault.reason.isToldInOneLine, let line = fault.line else {
            faultCount += 1
            if faults.count < Self.kept { faults.append(fault) }
            return true
        }
        if folded[fault.reason] == nil { faults.append(fault) }
        guard folded[fault.reason, default: Skips()].note(line) else { return false }
        faultCount += 1
        return true
    }
}

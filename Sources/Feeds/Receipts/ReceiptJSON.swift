package import Indicators

extension Receipt {
    /// The receipt as one JSON object, keys sorted, numbers exact, times in `zone`.
    ///
    /// - Parameters:
    ///   - language: the language of the sentences.
    ///   - zone: the zone of the times.
    ///   - effects: what follows from it; `nil` where nothing can.
    /// - Returns: the text.
    package func json(language: Language = .nl, zone: LocalZone, effects: JSONValue? = nil) -> String {
        var object: JSONObject = [
            "at": .string(zone.timestamp(at)),
            "counts": tally.counts,
            "dialect": dialect.map(\.json) ?? .null,
            "earlier": earlier.map { $0.json(zone) } ?? .null,
            "faults": .array(tally.faults.map { $0.json(language, of: tally.folded[$0.reason]) }),
            "feed": .text(feed),
            "file": .string(fileName.printable),
            "outcome": .string(outcome.rawValue),
            "revisions": .array(tally.revisions.map(\.json)),
            "sha256": .text(sha256),
            "size": .count(size),
            "skipped": .array(tally.orderedSkips.map { Self.json($0.reason, $0.skips, language) }),
            "summary": .string(summary(language)),
        ]
        // What is seldom there stands only where it is.
        if let claim { object.add("delivery", .string(claim)) }
        if isDryRun { object.add("dry_run", .bool(true)) }
        if let effects { object.add("effects", effects) }
        if let recognition { object.add("taken_for", recognition.json(files: feedFiles)) }
        if let supplier = profile?.supplier {
            object.add("supplier", .object(["address": .text(supplier.address), "name": .string(supplier.name)]))
        }
        if let cadence = profile?.cadence { object.add("cadence", .string(cadence.kind.rawValue)) }
        if !quotedFirstLines.isEmpty {
            object.add("first_lines", .array(quotedFirstLines.map(JSONValue.string)))
        }
        if let read = tally.dayRead {
            let pair: JSONObject = [
                "day": .string(read.day.description), "period": .string(read.period.description),
            ]
            object.add("days_as_periods", .object(pair))
        }
        if let continues { object.add("continues", continues.json(zone)) }
        if !tally.withdrawn.isEmpty { object.add("withdrawn", .array(tally.withdrawn.items.map(\.json))) }
        if !tally.vanished.isEmpty { object.add("vanished", .array(tally.vanished.items.map(\.json))) }
        if !tally.amended.isEmpty { object.add("amended", .array(tally.amended.items.map(\.json))) }
        if !tally.remarks.isEmpty { object.add("remarks", .array(tally.remarks.items.map(\.json))) }
        if !tally.lapsed.isEmpty { object.add("not_in_force", .array(tally.lapsed.items.map { $0.json(zone) })) }
        return JSONValue.object(object).pretty
    }

    private static func json(
        _ reason: IntakeReason,
        _ skips: IntakeTally.Skips,
        _ language: Language
    ) -> JSONValue {
        .object([
            "count": .integer(skips.count),
            "lines": .array(skips.lines.map(JSONValue.integer)),
            "reason": .string(reason.rawValue),
            "sentence": .string(reason.sentence(language)),
        ])
    }
}

extension Recognition {
    fileprivate func json(files: String?) -> JSONValue {
        var object: JSONObject = [
            "form": .string(kind.label),
            "marks": .array(marks.map(JSONValue.string)),
        ]
        if otherMarks > 0 { object.add("other_marks", .integer(otherMarks)) }
        if let files { object.add("files", .string(files)) }
        return .object(object)
    }
}

extension Receipt.Earlier {
    fileprivate func json(_ zone: LocalZone) -> JSONValue {
        .object(["at": .string(zone.timestamp(at)), "file": .string(fileName.printable)])
    }
}

extension IntakeTally {
    fileprivate var counts: JSONValue {
        var counts: JSONObject = [
            "faults": .integer(faultCount),
            "revised": .integer(revised),
            "rows": .integer(fileRows),
            "skipped": .integer(skipCount),
            "taken": .integer(taken),
            "unchanged": .integer(unchanged),
            "unfinished": .integer(unfinished),
        ]
        if rows > 0, faultyRows != faultCount { counts.add("faulty_rows", .integer(faultyRows)) }
        if withheld > 0 { counts.add("in_order", .integer(withheld)) }
        if let byRow { counts.add("by_row", byRow.json) }
        if !withdrawn.isEmpty { counts.add("withdrawn", .integer(withdrawn.count)) }
        if !vanished.isEmpty { counts.add("vanished", .integer(vanished.count)) }
        if !lapsed.isEmpty { counts.add("not_in_force", .integer(lapsed.count)) }
        return .object(counts)
    }

    /// The skips in the order of the list of reasons.
    var orderedSkips: [(reason: IntakeReason, skips: Skips)] {
        IntakeReason.allCases.compactMap { reason in skips[reason].map { (reason, $0) } }
    }
}

extension MetRows.Counts {
    fileprivate var json: JSONValue {
        .object(["faulty": .integer(faulty), "skipped": .integer(skipped), "with_values": .integer(withValues)])
    }
}

extension FileDialect {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "decimal_sign": .text(decimalSign?.rawValue),
            "encoding": .string(encoding.rawValue),
            "encoding_assumed": .bool(isEncodingAssumed),
            "form": .string(form.label),
            "separator": .string(separator.rawValue),
        ]
        if let sheet = container.sheet { object.add("sheet", .string(sheet.name)) }
        return .object(object)
    }
}

extension RowFault {
    /// The fault; where it stands for many rows, with their number and the first lines.
    fileprivate func json(_ language: Language, of rows: IntakeTally.Skips?) -> JSONValue {
        var object: JSONObject = ["cell": .text(cell), "column": .text(column)]
        if case .cell(let place) = sheet { object.add("sheet_cell", .string(place)) }
        if let rows { object.add("count", .integer(rows.count)) }
        object.add("line", .count(line))
        if let rows { object.add("lines", .array(rows.lines.map(JSONValue.integer))) }
        object.add("reason", .string(reason.rawValue))
        object.add("sentence", .string(sentence(language)))
        return .object(object)
    }
}

extension RevisedValue {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "area": .string(series.area.description),
            "breakdown": .string(series.breakdown.description),
            "indicator": .string(series.indicator.description),
            "new": hidden == .new || hidden == .both ? .null : .number(new),
            "old": hidden == .old || hidden == .both ? .null : .number(old),
            "period": .string(period.description),
        ]
        if hidden != nil { object.add("hidden", .bool(true)) }
        if isReport {
            object.add("new_report", newReport?.json ?? .null)
            object.add("old_report", oldReport?.json ?? .null)
        }
        return .object(object)
    }
}

extension MilestoneReport {
    var json: JSONValue {
        .object(["expected": .text(expected?.description), "status": .string(status.rawValue)])
    }
}

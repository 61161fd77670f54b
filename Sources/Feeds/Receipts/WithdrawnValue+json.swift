package import Indicators

extension WithdrawnValue {
    /// The value as one JSON object.
    package var json: JSONValue {
        var object = series.json
        object.add("period", .string(period.description))
        object.add("old", old.json)
        object.add("new", holds?.json ?? .null)
        return .object(object)
    }
}

extension WithdrawnValue.Said {
    /// `null` where the value may not be told.
    fileprivate var json: JSONValue { report?.json ?? (isHidden ? .null : .number(value)) }
}

extension SeriesKey {
    fileprivate var json: JSONObject {
        [
            "area": .string(area.description),
            "breakdown": .string(breakdown.description),
            "indicator": .string(indicator.description),
        ]
    }
}

extension AmendedValue {
    /// The value as one JSON object.
    var json: JSONValue {
        var object = series.json
        object.add("changed", .array(changed.map { .string($0.rawValue) }))
        object.add("period", .string(period.description))
        if let isProvisional { object.add("provisional", .bool(isProvisional)) }
        object.add("value", said.json)
        return .object(object)
    }
}

extension LapsedValue {
    /// The value as one JSON object, times in `zone`.
    func json(_ zone: LocalZone) -> JSONValue {
        var object = series.json
        object.add("period", .string(period.description))
        object.add("value", said.json)
        object.add("holds", holds?.json ?? .null)
        switch cause {
        case .replaced(let file, let hash, let at):
            object.add("cause", .string("replaced"))
            object.add("file", .string(file))
            object.add("sha256", .string(hash))
            object.add("at", .string(zone.timestamp(Instant(milliseconds: at))))
        case .withdrawn(let by, let why, let at):
            object.add("cause", .string("withdrawn"))
            object.add("by", .string(by))
            object.add("why", .string(why))
            object.add("at", .string(zone.timestamp(Instant(milliseconds: at))))
        }
        if isWithdrawal { object.add("withdrawal", .bool(true)) }
        return .object(object)
    }
}

extension VanishedRow {
    /// The row, with the value that holds still.
    var json: JSONValue {
        .object([
            "area": .string(series.area.description),
            "breakdown": .string(series.breakdown.description),
            "indicator": .string(series.indicator.description),
            "period": .string(period.description),
            "value": said.json,
        ])
    }
}

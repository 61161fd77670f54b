internal import Indicators

extension ReportRemark {
    var json: JSONValue {
        .object([
            "area": .string(series.area.description),
            "indicator": .string(series.indicator.description),
            "other_period": .string(other.description),
            "other_status": .text(otherStatus?.rawValue),
            "period": .string(period.description),
            "remark": .string(kind.rawValue),
            "status": .text(status?.rawValue),
        ])
    }
}

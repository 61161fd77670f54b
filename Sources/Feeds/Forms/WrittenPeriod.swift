internal import Indicators

/// A period as a cell writes it.
struct WrittenPeriod {
    /// Where the period lies to the day on which the file is read.
    enum Standing {
        case over
        /// It has begun and is not over: its value can be provisional only.
        case unfinished
        /// It has not begun.
        case ahead

        init(_ period: Period, on today: CalendarDate) {
            if period.start > today {
                self = .ahead
            } else {
                self = period.end < today ? .over : .unfinished
            }
        }
    }

    let period: Period
    /// Whether it ends in `*` or `**`: provisional.
    let isStarred: Bool
    let standing: Standing
    /// The day that was written for it; `nil` where the period itself was.
    var day: CalendarDate?
}

package import Indicators

/// What reading the rows of a file needs to know beside the file.
package struct ReadingContext: Sendable {
    package let register: IndicatorRegister
    /// The local date: a period that begins later has no value yet.
    package let today: CalendarDate
    /// What becomes of rows of areas that are not watched.
    package let otherAreas: FeedProfile.OtherAreas

    package init(register: IndicatorRegister, today: CalendarDate, otherAreas: FeedProfile.OtherAreas = .skip) {
        self.register = register
        self.today = today
        self.otherAreas = otherAreas
    }
}

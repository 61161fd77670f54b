package import Indicators

/// A series to judge, with the mark that was on it when it was read.
package struct SeriesToJudge: Hashable, Sendable {
    package let key: SeriesKey
    package let mark: Int

    package init(key: SeriesKey, mark: Int) {
        self.key = key
        self.mark = mark
    }
}

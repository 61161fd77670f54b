internal import Indicators

extension Instant {
    /// A moment that a request names.
    ///
    /// - Throws: where it lies outside the years 1 to 9999, in which days and weeks can be reckoned with.
    init(asked milliseconds: Int64) throws(ControlCoding.Malformed) {
        guard (-62_135_596_800_000..<253_402_300_800_000).contains(milliseconds) else {
            throw ControlCoding.Malformed()
        }
        self.init(milliseconds: milliseconds)
    }

    /// A moment that a request may name.
    static func asked(_ milliseconds: Int64?) throws(ControlCoding.Malformed) -> Instant? {
        guard let milliseconds else { return nil }
        return try Instant(asked: milliseconds)
    }
}

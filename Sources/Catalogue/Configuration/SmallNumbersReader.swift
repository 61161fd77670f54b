internal import Indicators

/// Reads how few persons a value may be about and still be told.
struct SmallNumbersReader {
    let faults: FaultList

    /// What holds for indicators that have no limits of their own.
    func limits(in configuration: Section) -> CountLimits {
        let standard = CountLimits()
        guard let section = configuration.section("small_numbers", as: .smallNumbers) else { return standard }
        return CountLimits(
            hideBelow: hideBelow(in: section)?.value ?? standard.hideBelow,
            smallestBase: smallestBase(in: section)?.value ?? standard.smallestBase
        )
    }

    func hideBelow(in section: Section) -> Located<Int>? { number("hide_below", 2...1000, in: section) }

    func smallestBase(in section: Section) -> Located<Int>? { number("smallest_base", 1...100_000, in: section) }

    private func number(_ key: String, _ range: ClosedRange<Int>, in section: Section) -> Located<Int>? {
        section.value(key, expecting: "a whole number from \(range.lowerBound) through \(range.upperBound)") { text in
            Int(digits: text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

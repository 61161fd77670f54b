/// How counts of persons are told without telling on anybody (methods, section 6).
package enum DisclosureControl {
    /// A count below this is hidden.
    package static let fewest = 10

    /// The count to the nearest multiple of 5.
    package static func roundedToFive(_ count: Int) -> Int { (count + 2) / 5 * 5 }

    /// As CBS tells counts of youth care and Wmo: 0 through 7 are secret (`nil`), others rounded to 5.
    package static func careCount(_ count: Int) -> Int? { count <= 7 ? nil : roundedToFive(count) }

    /// The count itself; `nil` where it is below ``fewest``.
    package static func strict(_ count: Int) -> Int? { count < fewest ? nil : count }

    /// The two multiples of 5 between which random rounding chooses, and how often it takes the upper one.
    package static func randomRounding(_ count: Int) -> (lower: Int, upper: Int, upwards: Double) {
        let rest = count % 5
        return (count - rest, rest == 0 ? count : count - rest + 5, Double(rest) / 5)
    }
}

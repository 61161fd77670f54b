internal import Indicators

/// The names that series are made of, each by a number, with its text as the database has it.
struct NameTexts {
    /// The three texts of a series.
    struct Triple: Hashable {
        let indicator: UInt32
        let area: UInt32
        let breakdown: UInt32
    }

    /// The texts of all names, one behind the other.
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var numbers: [String: UInt32] = [:]
    // Rows behind each other mostly share two of the three.
    private var indicator = (name: "", number: UInt32.max)
    private var breakdown = (name: "", number: UInt32.max)

    /// How many names there are.
    var count: Int { ends.count }

    /// The names of a series, noted where they are new.
    mutating func triple(of key: SeriesKey) -> Triple {
        if indicator.number == .max || indicator.name != key.indicator.description {
            indicator = (key.indicator.description, number(of: key.indicator.description))
        }
        if breakdown.number == .max || breakdown.name != key.breakdown.description {
            breakdown = (key.breakdown.description, number(of: key.breakdown.description))
        }
        return Triple(
            indicator: indicator.number,
            area: number(of: key.area.description),
            breakdown: breakdown.number
        )
    }

    /// The names of a series; `nil` where one of them was never noted.
    func knownTriple(of key: SeriesKey) -> Triple? {
        guard let indicator = numbers[key.indicator.description], let area = numbers[key.area.description],
            let breakdown = numbers[key.breakdown.description]
        else { return nil }
        return Triple(indicator: indicator, area: area, breakdown: breakdown)
    }

    /// Where the text of a name lies in ``bytes``.
    func range(_ number: UInt32) -> Range<Int> { (number == 0 ? 0 : ends[Int(number) - 1])..<ends[Int(number)] }

    /// Where the three texts of a series lie.
    func ranges(_ triple: Triple) -> [Range<Int>] {
        [range(triple.indicator), range(triple.area), range(triple.breakdown)]
    }

    /// A number that the texts of a series make, the same for the same texts.
    func hash(_ triple: Triple) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for range in ranges(triple) {
            for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return hash
    }

    /// Forgets every name.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        indicator.number = .max
        breakdown.number = .max
    }

    private mutating func number(of name: String) -> UInt32 {
        if let number = numbers[name] { return number }
        let number = UInt32(ends.count)
        bytes.append(contentsOf: name.composed.utf8)
        ends.append(bytes.count)
        numbers[name] = number
        return number
    }
}

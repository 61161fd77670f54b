/// Random numbers that are the same for the same seed.
struct MadeUpNoise: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func uniform(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

    mutating func choice<Element>(_ elements: [Element]) -> Element { elements[Int(next() % UInt64(elements.count))] }

    /// A standard normal number: the sum of twelve uniform ones less six is close enough for counts of alarms, and needs no
    /// library of mathematics.
    mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + uniform(0...1) } }

    /// Numbers with a spread of 1, each related to the one before.
    mutating func related(_ count: Int, by relation: Double) -> [Double] {
        var last = normal()
        let fresh = (1 - relation * relation).squareRoot()
        return (0..<count).map { _ in
            defer { last = relation * last + fresh * normal() }
            return last
        }
    }

    /// How many independent events there are where `mean` are expected.
    mutating func events(_ mean: Double) -> Int {
        // The sum of waiting times passes 1 after so many; each is drawn by its tail.
        var (count, left) = (0, mean)
        while left > 0 {
            left -= exponential()
            if left > 0 { count += 1 }
        }
        return count
    }

    /// Von Neumann's way to an exponential number, from comparisons of uniform ones alone.
    private mutating func exponential() -> Double {
        var whole = 0.0
        while true {
            let first = uniform(0...1)
            var (last, length) = (first, 1)
            while true {
                let next = uniform(0...1)
                guard next < last else { break }
                (last, length) = (next, length + 1)
            }
            if length % 2 == 1 { return whole + first }
            whole += 1
        }
    }
}

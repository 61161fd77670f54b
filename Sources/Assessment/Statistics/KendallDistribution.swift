/// How often chance alone gives each statistic of Mann and Kendall, exactly (methods, section 4.1).
///
/// The number of orderings with k inversions is the coefficient of q^k in the q-multinomial of the groups of equal values.
/// It is made of Gaussian binomials by Pascal's rule, which only adds: nothing cancels.
package struct KendallDistribution: Sendable {
    /// The number of orderings for each number of inversions.
    private let orderings: [Double]

    /// The distribution for so many values, of which groups of these sizes are equal.
    package init(count: Int, ties: [Int] = []) {
        let groups = ties + Array(repeating: 1, count: max(0, count - ties.reduce(0, +)))
        var placed = 0
        orderings = groups.reduce([1.0]) { orderings, size in
            placed += size
            return Self.product(orderings, Self.gaussianBinomial(placed, size))
        }
    }

    /// The number of pairs that are not equal: the largest statistic.
    package var largest: Int { orderings.count - 1 }

    /// The chance of a statistic as far from 0, to either side.
    package func chance(of statistic: Int) -> Double {
        let distance = abs(statistic)
        guard distance > 0 else { return 1 }
        let total = orderings.reduce(0, +)
        // S is the number of unequal pairs minus twice the inversions.
        let tail = orderings.enumerated().reduce(0) { sum, entry in
            largest - 2 * entry.offset >= distance ? sum + entry.element : sum
        }
        return min(1, 2 * tail / total)
    }

    /// The smallest statistic whose chance is at most the level; `nil` where even the largest is more likely.
    package func critical(level: Double) -> Int? {
        stride(from: largest % 2, through: largest, by: 2).first { $0 > 0 && chance(of: $0) <= level }
    }

    /// The polynomial of how `k` equal values lie among `n`.
    private static func gaussianBinomial(_ n: Int, _ k: Int) -> [Double] {
        guard k > 0, k < n else { return [1] }
        if k == 1 { return Array(repeating: 1, count: n) }
        // Row by row: [m, j] = [m-1, j-1] + q^j [m-1, j].
        var row: [[Double]] = [[1]] + Array(repeating: [], count: k)
        for _ in 1...n {
            for j in stride(from: k, through: 1, by: -1) {
                row[j] = sum(row[j - 1], Array(repeating: 0, count: row[j].isEmpty ? 0 : j) + row[j])
            }
        }
        return row[k]
    }

    private static func sum(_ left: [Double], _ right: [Double]) -> [Double] {
        (0..<max(left.count, right.count)).map { place in
            (place < left.count ? left[place] : 0) + (place < right.count ? right[place] : 0)
        }
    }

    private static func product(_ left: [Double], _ right: [Double]) -> [Double] {
        var product = Array(repeating: 0.0, count: left.count + right.count - 1)
        for (i, a) in left.enumerated() {
            for (j, b) in right.enumerated() { product[i + j] += a * b }
        }
        return product
    }
}

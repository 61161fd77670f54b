// Only for its functions of numbers: nothing of it opens a file or reads a clock.
internal import Glibc

/// The functions that the distributions are made of.
enum SpecialFunctions {
    static func exponential(_ x: Double) -> Double { Glibc.exp(x) }

    static func logarithm(_ x: Double) -> Double { Glibc.log(x) }

    static func power(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }

    /// The complementary error function.
    static func complementaryError(_ x: Double) -> Double { Glibc.erfc(x) }

    /// The logarithm of the gamma function of a number above 0.
    ///
    /// Stirling's series from 15 on, where its terms until the sixth are exact to the last digit. The C library's own
    /// writes a global variable, which two threads may not.
    static func logGamma(_ x: Double) -> Double {
        var shift = 0.0
        var large = x
        while large < 15 {
            shift += logarithm(large)
            large += 1
        }
        let inverse = 1 / large
        let square = inverse * inverse
        let terms: [Double] = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360]
        let series = terms.reversed().reduce(0) { $0 * square + $1 } * inverse
        return (large - 0.5) * logarithm(large) - large + 0.5 * logarithm(2 * .pi) + series - shift
    }

    /// The regularised incomplete gamma function P(a, x): the chance that a gamma variable of shape `a` is at most `x`.
    static func lowerGamma(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        let scale = exponential(a * logarithm(x) - x - logGamma(a))
        guard x < a + 1 else { return 1 - scale * gammaFraction(a, x) }
        var term = 1 / a
        var sum = term
        var next = a
        while abs(term) > abs(sum) * 1e-17 {
            next += 1
            term *= x / next
            sum += term
        }
        return scale * sum
    }

    /// The continued fraction of Q(a, x), by Lentz's method.
    private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var fraction = d
        for step in 1...100_000 {
            let factor = -Double(step) * (Double(step) - a)
            b += 2
            d = 1 / nonZero(factor * d + b, tiny)
            c = nonZero(b + factor / c, tiny)
            let change = d * c
            fraction *= change
            if abs(change - 1) < 1e-16 { break }
        }
        return fraction
    }

    /// The regularised incomplete beta function I(x; a, b).
    static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exponential(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * logarithm(x) + b * logarithm(1 - x)
        )
        return x < (a + 1) / (a + b + 2)
            ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(1 - x, b, a) / b
    }

    /// The continued fraction of the incomplete beta function, by Lentz's method.
    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
        var fraction = d
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonZero(1 + even * d, tiny)
            c = nonZero(1 + even / c, tiny)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonZero(1 + odd * d, tiny)
            c = nonZero(1 + odd / c, tiny)
            fraction *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return fraction
    }

    private static func nonZero(_ x: Double, _ tiny: Double) -> Double { abs(x) < tiny ? tiny : x }

    /// Where a function that rises from below 0 to above it is 0, to the last digit.
    static func root(of function: (Double) -> Double, from lower: Double, to upper: Double) -> Double {
        var (low, high) = (lower, upper)
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return middle }
            if function(middle) < 0 { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}

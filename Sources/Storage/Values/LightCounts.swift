package import Assessment

/// How many series have which light.
package struct LightCounts: Hashable, Sendable {
    private var counts: [Light: Int]

    package init(_ counts: [Light: Int] = [:]) {
        self.counts = counts
    }

    /// How many have this light.
    package subscript(light: Light) -> Int { counts[light] ?? 0 }

    package var total: Int { counts.values.reduce(0, +) }

    /// The worst light that any of them has; `nil` where there is none.
    package var worst: Light? { counts.filter { $0.value > 0 }.keys.max { $0.gravity < $1.gravity } }

    package mutating func add(_ light: Light, _ count: Int) { counts[light, default: 0] += count }

    package static func + (one: LightCounts, other: LightCounts) -> LightCounts {
        LightCounts(one.counts.merging(other.counts, uniquingKeysWith: +))
    }
}

package import Assessment

/// How many series have which light.
package struct LightCounts: Hashable, Sendable {
    private var counts: [Light: Int]

    package init(_ counts: [Light: Int] = [:]) {
        self.counts = counts
    }

    /// How many have this light.
    package subscript(light: Light) -> Int { counts[light] ?? 0 }

    /// How many there are.
    package var total: Int { counts.values.reduce(0, +) }

    package mutating func add(_ light: Light, _ count: Int) { counts[light, default: 0] += count }
}

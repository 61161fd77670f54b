/// What one file changed of the series that it touches, after they were judged.
///
/// It does not grow with the file: the worst are kept, the others counted.
package struct ImportEffects: Hashable, Sendable, Codable {
    /// How many series are seen otherwise since.
    package private(set) var count = 0
    /// The worst of them, worst first.
    package private(set) var series: [SeriesEffect] = []

    private static let mostNamed = 20

    package init() {}

    package init(_ effects: [SeriesEffect]) {
        for effect in effects { add(effect) }
    }

    package mutating func add(_ effect: SeriesEffect) {
        count += 1
        keep(effect)
    }

    /// The effects with those of a later round of judging.
    package func followed(by later: ImportEffects) -> ImportEffects {
        var effects = self
        effects.count += later.count
        for effect in later.series { effects.keep(effect) }
        return effects
    }

    /// The same with each of those that are kept as `change` says; without those of which it leaves nothing.
    func changed(_ change: (SeriesEffect) -> SeriesEffect?) -> ImportEffects {
        let kept = series.compactMap(change)
        var effects = ImportEffects()
        for effect in kept { effects.keep(effect) }
        effects.count = count - (series.count - kept.count)
        return effects
    }

    private mutating func keep(_ effect: SeriesEffect) {
        let place = series.firstIndex { effect.precedes($0) } ?? series.count
        guard place < Self.mostNamed else { return }
        series.insert(effect, at: place)
        if series.count > Self.mostNamed { series.removeLast() }
    }
}

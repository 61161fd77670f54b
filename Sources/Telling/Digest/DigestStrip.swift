internal import Assessment

/// How many of what, under the heading: `rood 2 · oranje 31 · opgelost 1 · te laat 13`.
struct DigestStrip: Hashable, Sendable {
    /// One of its counts.
    struct Cell: Hashable, Sendable {
        /// `nil` for what has no light of its own.
        let light: Light?
        let word: String
        let count: String
    }

    let cells: [Cell]

    /// Nothing is counted.
    static let none = DigestStrip(cells: [])

    private init(cells: [Cell]) { self.cells = cells }

    /// The counts of a digest; those of nothing are left out.
    init(_ tally: DigestTally, _ words: DigestWords) {
        let counts: [(Light?, String, Int)] = [
            (.red, words.red, tally.open.red), (.amber, words.amber, tally.open.amber),
            (.grey, words.phrases.hiddenValue, tally.open.hidden), (.green, words.resolved, tally.resolved),
            (.grey, words.lapsed, tally.lapsed), (nil, words.late, tally.open.late),
        ]
        cells = counts.filter { $0.2 > 0 }.map { Cell(light: $0, word: $1, count: words.phrases.count($2)) }
    }

    /// The lights of all that is watched, where nothing is told of any of it.
    init(lights: [Light: Int], _ words: DigestWords) {
        cells = [Light.red, .amber, .green, .grey].compactMap { light in
            guard let count = lights[light], count > 0 else { return nil }
            let word = words.phrases.light(light).lowercased()
            return Cell(light: light, word: word, count: words.phrases.count(count))
        }
    }
}

/// Finds the known name that somebody may have meant.
package enum NearestName {
    /// The known name that differs least from `text`, capitals aside; `nil` where none looks like it.
    package static func find(_ text: String, in names: some Sequence<String>) -> String? {
        let wanted = folded(text)
        guard !wanted.isEmpty, text.unicodeScalars.count <= longest else { return nil }
        return nearest(wanted, among: names) { distance, known in
            distance <= tolerance(wanted.count) || isPrefix(known, of: wanted)
        }
    }

    /// The known names that somebody may have meant, in order.
    ///
    /// The one that differs least, else those that `text` is the beginning of, else those that it is a word of; of more
    /// than three none is a hint.
    package static func candidates(_ text: String, in names: [String]) -> [String] {
        if let one = find(text, in: names) { return [one] }
        let wanted = folded(text)
        guard wanted.count >= 3, text.unicodeScalars.count <= longest else { return [] }
        let begun = names.filter { folded($0).starts(with: wanted) }
        let near = begun.isEmpty ? names.filter { words(of: folded($0)).contains(wanted) } : begun
        return near.count <= mostCandidates ? near.sorted() : []
    }

    private static let mostCandidates = 3

    private static func words(of name: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        name.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.map(Array.init)
    }

    /// The known name that differs least from `text`, capitals aside, where they have about half of it in common, or all but two
    /// letters.
    ///
    /// One that has nothing of it sends a reader the wrong way.
    package static func like(_ text: String, among names: some Sequence<String>) -> String? {
        let wanted = folded(text)
        return nearest(wanted, among: names) { distance, known in
            distance <= max(2, wanted.count / 2) && distance < max(wanted.count, known.count)
                || isPrefix(known, of: wanted)
        }
    }

    private static let longest = 80

    private static func nearest(
        _ wanted: [Unicode.Scalar],
        among names: some Sequence<String>,
        where isMeant: (_ distance: Int, _ known: [Unicode.Scalar]) -> Bool
    ) -> String? {
        let near = names.compactMap { name -> (distance: Int, name: String)? in
            let known = folded(name)
            let distance = distance(wanted, known)
            return isMeant(distance, known) ? (distance, name) : nil
        }
        return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    private static func tolerance(_ length: Int) -> Int { length < 3 ? 0 : max(1, length / 3) }

    private static func isPrefix(_ known: [Unicode.Scalar], of wanted: [Unicode.Scalar]) -> Bool {
        known.count >= 4 && wanted.starts(with: known)
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        Array(text.lowercased().unicodeScalars.prefix(longest))
    }

    /// The number of letters to add, drop or replace (Levenshtein).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (index, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (scalar == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}

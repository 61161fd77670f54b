/// Finds the known name that somebody may have meant.
enum NearestName {
    /// The known name that differs least from `text`, capitals aside; `nil` where none looks like it.
    static func find(_ text: String, in names: some Sequence<String>) -> String? {
        let wanted = folded(text)
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        let near = names.compactMap { name -> (distance: Int, name: String)? in
            let known = folded(name)
            let difference = distance(wanted, known)
            return difference <= tolerance(wanted.count) || isPrefix(known, of: wanted) ? (difference, name) : nil
        }
        return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    private static let longest = 80

    private static func tolerance(_ length: Int) -> Int { length < 3 ? 0 : max(1, length / 3) }

    private static func isPrefix(_ known: [UInt8], of wanted: [UInt8]) -> Bool {
        known.count >= 4 && wanted.starts(with: known)
    }

    private static func folded(_ text: String) -> [UInt8] { text.utf8.map(ASCII.lowercased) }

    /// The number of bytes to add, drop or replace (Levenshtein).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (byte == other ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}

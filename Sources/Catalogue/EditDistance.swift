/// The known word that is nearest to what was written; `nil` where none is known.
func nearest(to word: String, among known: [String]) -> String? {
    known.min { (editDistance(word, $0), $0) < (editDistance(word, $1), $1) }
}

/// The number of letters to insert, remove or replace (Levenshtein), on Unicode scalars; capitals do not count.
func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars.prefix(64))
    let right = Array(right.lowercased().unicodeScalars.prefix(64))
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

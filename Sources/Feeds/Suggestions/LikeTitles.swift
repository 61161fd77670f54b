internal import Indicators

/// Finds the indicators whose titles share words with the title of a column.
enum LikeTitles {
    private static let most = 3

    static func nearest(to title: String, among known: [(id: IndicatorID, title: String)]) -> [IndicatorID] {
        let wanted = words(lastOfPath(title))
        let scored = known.map { (id: $0.id, score: score(wanted, words($0.title).union(words($0.id.description)))) }
        return scored.filter { $0.score > 0 }.sorted { ($1.score, $0.id.description) < ($0.score, $1.id.description) }
            .prefix(most).map(\.id)
    }

    /// The topic itself, of a path as StatLine writes it: `Bevolking/Geslacht/Mannen (aantal)`.
    private static func lastOfPath(_ title: String) -> String {
        let parts = title.split(separator: title.contains("|") ? "|" : "/").filter { !$0.trimmed.isEmpty }
        return parts.last.map(String.init) ?? title
    }

    /// Words of four letters and more, in which those of titles are told apart.
    private static func words(_ text: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        for scalar in (spaced(text) + " ").lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
            } else {
                if word.unicodeScalars.count >= 4 { words.insert(word) }
                word = ""
            }
        }
        return words.subtracting(["aantal", "totaal", "jaar", "personen", "inwoners", "waarde", "gemiddeld", "procent"])
    }

    /// `ErvarenGezondheid` as the words that it is made of.
    private static func spaced(_ text: String) -> String {
        var spaced = ""
        for character in text {
            if character.isUppercase { spaced.append(" ") }
            spaced.append(character)
        }
        return spaced
    }

    /// How many words are the same, or begin alike over five letters and more.
    private static func score(_ left: Set<String>, _ right: Set<String>) -> Int {
        left.count { word in
            right.contains { other in
                let shared = zip(word, other).prefix { $0 == $1 }.count
                return word == other || shared >= 5
            }
        }
    }
}

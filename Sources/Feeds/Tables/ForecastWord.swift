/// The words by which tables tell what is expected from what was measured.
enum ForecastWord {
    private static let words = Cell.words(
        "prognose",
        "prognoses",
        "raming",
        "ramingen",
        "geraamd",
        "projectie",
        "vooruitzicht",
        "vooruitzichten",
        "verwachting",
        "verwacht",
        "begroting",
        "begroot",
        "forecast",
        "forecasts",
        "forecasted",
        "projection",
        "projected",
        "budget"
    )

    /// Whether the cell is such a word, capitals or not.
    static func isOne(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        (6...14).contains(cell.count) && Cell.isOne(of: words, bytes, cell)
    }

    /// Whether the title has such a word in it.
    static func isIn(_ title: String) -> Bool {
        title.lowercased().split { !$0.isLetter }.contains { word in words.contains(Array(word.utf8)) }
    }
}

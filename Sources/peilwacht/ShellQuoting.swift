import Indicators

extension String {
    /// The text as one word of a POSIX shell: as it is where nothing in it means anything there, else in quotes.
    var quotedForShell: String {
        let isPlain = !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./:@%+,=".contains($0)) }
        guard !isPlain else { return self }
        return "'\(shownSafely(limit: 4096).replacing("'", with: "'\\''"))'"
    }
}

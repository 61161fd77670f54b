/// The text of a period as numbers, words and the signs between them.
///
/// Blanks, and the signs beside a word, part nothing: `mei-23`, `aug. 2023` and `week 5, 2023` are words and numbers.
struct PeriodTokens {
    private(set) var words: [String] = []
    private(set) var numbers: [Int] = []
    /// One letter each: `Y` a number of four digits, `M` of six, `2` of two, `1` of one, `w` a word or several; signs as
    /// they are.
    private(set) var shape = ""

    fileprivate enum Token: Equatable {
        case number(Substring)
        case word(String)
        case sign(Character)
    }

    /// Takes a text apart; `nil` where it has characters that no period has, or numbers of other lengths.
    init?(_ text: String) {
        guard let tokens = Self.tokens(of: Self.folded(text)) else { return nil }
        for (index, token) in tokens.enumerated() {
            switch token {
            case .number(let digits):
                guard let number = Int(digits: digits), let letter = Self.letter(digits.count) else { return nil }
                numbers.append(number)
                shape.append(letter)
            case .word(let word):
                words.append(word)
                shape.append("w")
            case .sign(let sign):
                let around = [index - 1, index + 1].filter(tokens.indices.contains).map { tokens[$0] }
                if around.contains(where: Self.isWord) { continue }
                shape.append(sign)
            }
        }
    }

    private static func letter(_ digits: Int) -> Character? {
        switch digits {
        case 1: "1"
        case 2: "2"
        case 4: "Y"
        case 6: "M"
        default: nil
        }
    }

    private static func isWord(_ token: Token) -> Bool {
        if case .word = token { true } else { false }
    }

    /// Small letters, plain blanks, straight apostrophes and short dashes.
    private static func folded(_ text: String) -> [Character] {
        text.lowercased().unicodeScalars.map { scalar in
            switch scalar {
            case "\u{2018}", "\u{2019}": "'"
            case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
            default: scalar.isBlank ? " " : Character(scalar)
            }
        }
    }

    private static func tokens(of text: [Character]) -> [Token]? {
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            if first == " " {
                rest = rest.dropFirst()
            } else if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                tokens.append(.number(Substring(digits)))
                rest = rest.dropFirst(digits.count)
            } else if first.isASCII, first.isLetter {
                let letters = rest.prefix { $0.isASCII && $0.isLetter }
                tokens.append(word: String(letters))
                rest = rest.dropFirst(letters.count)
            } else {
                guard "-/.,'".contains(first) else { return nil }
                tokens.append(.sign(first))
                rest = rest.dropFirst()
            }
        }
        return tokens
    }
}

extension [PeriodTokens.Token] {
    /// Words that follow each other are one: `half-year`, `e kwartaal`.
    fileprivate mutating func append(word: String) {
        if case .word(let last) = self.last {
            self[count - 1] = .word("\(last) \(word)")
        } else if count > 1, case .sign("-") = self.last, case .word(let earlier) = self[count - 2] {
            removeLast()
            self[count - 1] = .word("\(earlier) \(word)")
        } else {
            append(.word(word))
        }
    }
}

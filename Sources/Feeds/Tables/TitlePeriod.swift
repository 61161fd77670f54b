internal import Indicators

/// The period that a title or the name of a file names: `Wmo 2024`, `cijfers 2e kwartaal 2024`, `schooljaar 2023-2024`.
enum TitlePeriod: Equatable {
    case none
    case period(Period)
    /// It names several, or one in a way that may mean several.
    case several([Period])
    /// A code of CBS for a period of which Peilwacht has no series.
    case unwatched(UnwatchedPeriod)

    /// Reads a text; years are those from 1980 through 2099.
    ///
    /// Digits that belong to a longer number, such as the moment of a download (`11122025_133649`), are no year.
    init(_ text: String) {
        let words = Self.words(of: text)
        var found: [Period] = []
        var covered = words.startIndex
        for index in words.indices where index >= covered && !Self.years(in: words[index]).isEmpty {
            switch Self.longest(around: index, from: covered, in: words) {
            case (.period(let period), let end)?:
                found.append(period)
                covered = end
            case (.unclear(let periods), let end)?:
                found += periods
                covered = end
            case (.unwatched(let kind), _)?:
                self = .unwatched(kind)
                return
            case (.unreadable, _)?, nil: found += Self.years(in: words[index])
            }
        }
        found = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        self = found.isEmpty ? .none : found.count == 1 ? .period(found[0]) : .several(found)
    }

    /// The name of a file without its ending.
    init(fileName: FileName) {
        let name = fileName.printable
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
        let isEnding = (1...5).contains(ending.count) && ending.contains(where: \.isLetter)
        self.init(isEnding ? String(name.dropLast(ending.count + 1)) : name)
    }

    /// The most words that name one period: `eerste kwartaal van 2024` is none of them.
    private static let mostWords = 4

    private static func words(of text: String) -> [String] {
        text.unicodeScalars.split { $0.isBlank || $0 == "\u{A0}" || "_()[]{};:,\"|".unicodeScalars.contains($0) }
            .map { String(String.UnicodeScalarView($0)) }
    }

    /// What the longest row of words around one of them says, and the word behind it; `nil` where none is a period.
    private static func longest(
        around index: Int,
        from first: Int,
        in words: [String]
    ) -> (reading: PeriodReading, end: Int)? {
        for count in (1...mostWords).reversed() {
            for start in max(first, index + 1 - count)...index where start + count <= words.count {
                let reading = PeriodCell(words[start..<(start + count)].joined(separator: " ")).reading
                if reading != .unreadable { return (reading, start + count) }
            }
        }
        return nil
    }

    private static func years(in word: String) -> [Period] {
        word.utf8.split { !ASCII.isDigit($0) }.filter { $0.count == 4 }
            .compactMap { Int(digits: String(decoding: $0, as: UTF8.self)) }
            .filter { (1980...2099).contains($0) }.compactMap(Period.year)
    }
}

extension TitlePeriod {
    /// The period; or why there is none that counts.
    func settled(_ text: String) throws(FileFault) -> Period {
        switch self {
        case .period(let period): return period
        case .none: throw FileFault(.periodNotNamed, cell: text)
        case .several(let periods): throw FileFault(.periodsNamed, cell: text, detail: .readings(periods))
        case .unwatched(let kind): throw FileFault(.periodNotWatched, cell: text, detail: .unwatchedPeriod(kind))
        }
    }
}

internal import Indicators

/// The year that a title or the name of a file names.
enum WrittenYear {
    /// The year in the text, from 1980 through 2099; `nil` where there is none, or where there are two.
    ///
    /// Digits that belong to a longer number, such as the moment of a download (`11122025_133649`), are no year.
    static func only(in text: String) -> Int? {
        let runs = text.utf8.split { !ASCII.isDigit($0) }
        let years = Set(runs.filter { $0.count == 4 }.compactMap { Int(digits: String(decoding: $0, as: UTF8.self)) })
            .filter { (1980...2099).contains($0) }
        return years.count == 1 ? years.first : nil
    }
}

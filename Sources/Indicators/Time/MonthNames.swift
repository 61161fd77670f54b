/// The names of months that sources write, whole or short, in Dutch and English.
enum MonthNames {
    private static let numbers: [String: Int] = {
        let names: [[String]] = [
            ["januari", "january", "jan"], ["februari", "february", "feb", "febr"], ["maart", "march", "mrt", "mar"],
            ["april", "apr"], ["mei", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"],
            ["augustus", "august", "aug"], ["september", "sep", "sept"], ["oktober", "october", "okt", "oct"],
            ["november", "nov"], ["december", "dec"],
        ]
        var numbers: [String: Int] = [:]
        for (index, group) in names.enumerated() {
            for name in group { numbers[name] = index + 1 }
        }
        return numbers
    }()

    /// The month with this name, in small letters; `nil` where it is none.
    static func number(of name: String) -> Int? { numbers[name] }
}

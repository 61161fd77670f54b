/// The number that every inhabitant of the Netherlands has (burgerservicenummer), told by its check digit.
enum CitizenNumber {
    /// The number in a cell of nine bare digits that pass the check (elfproef); `nil` where it has something else.
    ///
    /// One of eleven other numbers passes as well: a single cell shows nothing.
    static func bare(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> UInt32? {
        guard cell.count == 9 else { return nil }
        var digits: [UInt32] = []
        for index in cell {
            guard ASCII.isDigit(bytes[index]) else { return nil }
            digits.append(UInt32(bytes[index] - ASCII.zero))
        }
        return checked(digits)
    }

    /// The number in a cell of a column that is said to hold them: also with signs between the digits, or without the zero
    /// in front that spreadsheets drop.
    static func named(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> UInt32? {
        var digits: [UInt32] = []
        for index in cell {
            if ASCII.isDigit(bytes[index]) {
                digits.append(UInt32(bytes[index] - ASCII.zero))
            } else if ![ASCII.point, ASCII.minus, ASCII.space].contains(bytes[index]) {
                return nil
            }
        }
        return checked(digits.count == 8 ? [0] + digits : digits)
    }

    private static func checked(_ digits: [UInt32]) -> UInt32? {
        guard digits.count == 9 else { return nil }
        let number = digits.reduce(0) { $0 * 10 + $1 }
        return number >= 10_000_000 && weightedSum(digits).isMultiple(of: 11) ? number : nil
    }

    /// The sum that has to be divisible by 11, of nine digits: nine times the first through two times the eighth, minus the
    /// last.
    static func weightedSum(_ digits: [UInt32]) -> Int {
        zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + Int($1.0) * $1.1 }
    }
}

/// What the cells of one column are, as far as they may be about persons.
struct PersonalColumn {
    private(set) var word: PersonalWord?
    private var filled = 0
    /// The cells with letters before the first with a number: titles and headers.
    private var leading = 0
    private var numbers = 0
    private var firstNumbers: [UInt32] = []
    private var mails = 0
    /// Whether it says where the publisher of data is asked, in a file that describes those.
    var isOfPublisher = false
    private var firstMail: [UInt8] = []
    private var hasOtherMails = false
    private(set) var days = 0
    private(set) var names = 0

    /// Takes in a cell, which may be a header.
    mutating func note(_ bytes: Span<UInt8>, _ cell: Range<Int>, mayBeHeader: Bool) {
        let hasLetters = Self.hasLetters(bytes, cell)
        if mayBeHeader, hasLetters, word == nil, let said = PersonalWord(bytes, cell), !Self.isMail(bytes, cell) {
            word = said
            return
        }
        filled += 1
        let number = word == .citizenNumber ? CitizenNumber.named(bytes, cell) : CitizenNumber.bare(bytes, cell)
        if let number {
            numbers += 1
            if firstNumbers.count < 3, !firstNumbers.contains(number) { firstNumbers.append(number) }
        } else if hasLetters {
            if filled == leading + 1 { leading += 1 }
            if Self.isMail(bytes, cell) { note(mail: bytes, cell) } else { names += 1 }
        } else if Self.isDay(bytes, cell) {
            days += 1
        }
    }

    /// Whether the column holds citizen service numbers: it says so, or nearly all of its cells are such numbers, which are
    /// not all the same.
    var holdsCitizenNumbers: Bool {
        switch word {
        case .citizenNumber: numbers > 0
        case .organisation: false
        case .mailAddress, .birthDate, .name, nil:
            numbers >= 3 && firstNumbers.count > 1 && numbers * 10 >= (filled - leading) * 9
        }
    }

    /// Whether the column holds mail addresses: it says so, or half of its cells are.
    ///
    /// The one address of a publisher is that of an organisation; several are of people.
    var holdsMailAddresses: Bool {
        guard !isOfPublisher || hasOtherMails else { return false }
        return mails > 0 && (word == .mailAddress || mails * 2 >= filled)
    }

    private mutating func note(mail bytes: Span<UInt8>, _ cell: Range<Int>) {
        mails += 1
        guard isOfPublisher, !hasOtherMails else { return }
        var mail: [UInt8] = []
        for index in cell { mail.append(ASCII.lowercased(bytes[index])) }
        if firstMail.isEmpty { firstMail = mail }
        hasOtherMails = mail != firstMail
    }

    private static func hasLetters(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        for index in cell where ASCII.lowercased(bytes[index]) &- 0x61 < 26 { return true }
        return false
    }

    /// Whether the whole cell is a mail address.
    private static func isMail(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        var at: Int?
        var lastPoint: Int?
        for index in cell {
            switch bytes[index] {
            case UInt8(ascii: "@"):
                if at != nil { return false }
                at = index
            case ASCII.point: lastPoint = index
            case ...ASCII.space, ASCII.comma, ASCII.quote, UInt8(ascii: "/"), UInt8(ascii: ";"), UInt8(ascii: "|"):
                return false
            default: break
            }
        }
        guard let at, let lastPoint else { return false }
        return at > cell.lowerBound && lastPoint > at + 1 && lastPoint < cell.upperBound - 2
    }

    /// Whether the cell looks like a day: `31-12-1980`, `1980/12/31`, `19801231`.
    private static func isDay(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        guard (6...10).contains(cell.count) else { return false }
        var digits = 0
        var signs = 0
        for index in cell {
            if ASCII.isDigit(bytes[index]) {
                digits += 1
            } else {
                guard [ASCII.minus, ASCII.point, UInt8(ascii: "/")].contains(bytes[index]) else { return false }
                signs += 1
            }
        }
        return signs == 2 && (4...8).contains(digits) || signs == 0 && digits == 8
    }
}

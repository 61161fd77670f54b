/// What the header of a column says of persons.
enum PersonalWord {
    case citizenNumber
    case mailAddress
    case birthDate
    case name
    /// A number of an organisation, which has the same check digit.
    case organisation

    /// Reads the header of a column; `nil` where it says nothing of these.
    init?(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
        guard cell.count <= 60 else { return nil }
        var letters: [UInt8] = []
        for index in cell where ASCII.lowercased(bytes[index]) &- 0x61 < 26 {
            letters.append(ASCII.lowercased(bytes[index]))
        }
        self.init(letters)
    }

    private init?(_ letters: [UInt8]) {
        if let word = Self.parts.first(where: { $0.isIn(letters) })?.word {
            self = word
        } else if Self.isShort(letters) {
            self = .citizenNumber
        } else if letters.elementsEqual("name".utf8) {
            self = .name
        } else {
            return nil
        }
    }

    /// A part of a header that says it.
    private struct Part {
        let word: PersonalWord
        let bytes: [UInt8]

        /// Every cell at the start of a file is asked: no text is made of it.
        func isIn(_ letters: [UInt8]) -> Bool {
            guard letters.count >= bytes.count else { return false }
            return (0...letters.count - bytes.count).contains { start in
                letters[start] == bytes[0] && letters[start...].starts(with: bytes)
            }
        }
    }

    /// What says more stands first.
    private static let parts: [Part] = [
        (PersonalWord.organisation, ["rsin", "fiscaalnummer"]),
        (.citizenNumber, ["burgerservice", "sofinummer", "sofinr", "citizenservicenumber"]),
        (.birthDate, ["geboortedatum", "gebdatum", "geboortedag", "dateofbirth", "birthdate", "geborenop"]),
        (.mailAddress, ["email", "mailadres"]),
        (.name, ["naam", "namen", "voorletters", "surname", "lastname", "firstname", "fullname"]),
    ]
    .flatMap { word, parts in parts.map { Part(word: word, bytes: Array($0.utf8)) } }

    private static func isShort(_ letters: [UInt8]) -> Bool {
        letters.elementsEqual("sofi".utf8) || letters.starts(with: "bsn".utf8)
            || letters.suffix(3).elementsEqual("bsn".utf8)
    }
}

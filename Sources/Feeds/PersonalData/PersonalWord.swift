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
        self.init(letters: String(decoding: letters, as: UTF8.self))
    }

    private init?(letters word: String) {
        let has = { (parts: [String]) in parts.contains { word.contains($0) } }
        if has(["rsin", "fiscaalnummer"]) {
            self = .organisation
        } else if has(["burgerservice", "sofinummer", "sofinr", "citizenservicenumber"]) || Self.isShort(word) {
            self = .citizenNumber
        } else if has(["geboortedatum", "gebdatum", "geboortedag", "dateofbirth", "birthdate", "geborenop"]) {
            self = .birthDate
        } else if has(["email", "mailadres"]) {
            self = .mailAddress
        } else if has(["naam", "namen", "voorletters", "surname", "lastname", "firstname", "fullname"])
            || word == "name"
        {
            self = .name
        } else {
            return nil
        }
    }

    private static func isShort(_ word: String) -> Bool {
        word == "sofi" || word.hasPrefix("bsn") || word.hasSuffix("bsn")
    }
}

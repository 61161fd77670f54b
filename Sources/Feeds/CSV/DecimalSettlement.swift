/// Which sign stands before the decimals of a file, and how that is known.
struct DecimalSettlement {
    /// `nil` where the file has whole numbers only, or no numbers at all.
    let sign: DecimalSign?
    /// Whether the profile or the form of the file says it, and not the numbers in the file.
    let isDeclared: Bool

    /// Settles it by the profile, or else by the form of the file, or else by all numbers together.
    init(_ rows: RowSurvey, encoding: TextEncoding) throws(FileFault) {
        guard rows.hasDecimals else {
            (sign, isDeclared) = (nil, rows.header.profile?.decimalSign != nil)
            return
        }
        if rows.header.isSheet {
            // A number of a sheet is one, whatever its text would look like.
            try rows.evidence.refuseTexts(encoding: encoding)
            (sign, isDeclared) = (.point, true)
            return
        }
        if let declared = rows.header.profile?.decimalSign {
            (sign, isDeclared) = (declared, true)
        } else if let known = rows.table?.decimalSign {
            try rows.evidence.check(against: known, encoding: encoding)
            (sign, isDeclared) = (known, true)
        } else {
            (sign, isDeclared) = (try Self.shown(by: rows, encoding), false)
        }
    }

    private static func shown(by rows: RowSurvey, _ encoding: TextEncoding) throws(FileFault) -> DecimalSign? {
        do {
            return try rows.evidence.settled(encoding: encoding)
        } catch {
            guard error.reason == .decimalSignUnclear, let sign = try? rows.others.settled(encoding: encoding) else {
                throw error
            }
            return sign
        }
    }
}

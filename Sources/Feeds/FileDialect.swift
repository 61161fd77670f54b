/// How the characters of a text file are written as bytes.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
}

/// The character between two fields.
package enum Separator: String, Hashable, Sendable, CaseIterable {
    case semicolon
    case comma
    case tab

    /// The character as a byte.
    package var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: UInt8(ascii: "\t")
        }
    }
}

/// The character before the decimals.
package enum DecimalSign: String, Hashable, Sendable, CaseIterable {
    case comma
    case point

    /// The character as a byte.
    package var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }

    /// The sign that may stand between thousands where this is the decimal sign.
    package var other: DecimalSign { self == .comma ? .point : .comma }
}

/// What the survey settled about one file, for reading its rows.
package struct FileDialect: Hashable, Sendable {
    package let encoding: TextEncoding
    /// Whether the encoding was assumed because the file is no UTF-8 and nothing declared it.
    package let isEncodingAssumed: Bool
    package let separator: Separator
    /// `nil` where the file has whole numbers only, or no numbers at all.
    package let decimalSign: DecimalSign?
    /// Which known form the file has.
    package let form: FileForm
    /// The records up to and including the header: `sep=`, empty lines, the header itself.
    package let recordsBeforeRows: Int

    package init(
        encoding: TextEncoding,
        isEncodingAssumed: Bool = false,
        separator: Separator,
        decimalSign: DecimalSign?,
        form: FileForm,
        recordsBeforeRows: Int = 1
    ) {
        self.encoding = encoding
        self.isEncodingAssumed = isEncodingAssumed
        self.separator = separator
        self.decimalSign = decimalSign
        self.form = form
        self.recordsBeforeRows = recordsBeforeRows
    }
}

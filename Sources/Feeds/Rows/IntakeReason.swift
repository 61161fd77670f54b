/// Why a file is refused, a row is faulty or a row gives no value: the closed list of labels.
///
/// The labels are the same in receipt, log, store and test. Adding one is free, changing one is not.
package enum IntakeReason: String, Hashable, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    // The file as the folder shows it.
    case notARegularFile = "not-a-regular-file"
    case symbolicLink = "symbolic-link"
    case cannotRead = "cannot-read"
    case tooLarge = "too-large"
    case changedWhileReading = "changed-while-reading"
    case vanished
    case endedTheProgram = "ended-the-program"
    case beingWritten = "being-written"

    // The kind of file.
    case emptyFile = "empty-file"
    case fileIsPDF = "file-is-pdf"
    case fileIsSpreadsheet = "file-is-spreadsheet"
    case fileIsOldExcel = "file-is-old-excel"
    case fileIsZip = "file-is-zip"
    case fileIsImage = "file-is-image"
    case fileIsWebPage = "file-is-web-page"
    case fileIsXML = "file-is-xml"
    case fileIsJSON = "file-is-json"
    case notACSV = "not-a-csv"
    case fileIsEncrypted = "file-is-encrypted"
    case fileIsBinaryWorkbook = "file-is-binary-workbook"
    case fileIsWord = "file-is-word"
    case fileIsFlatWorkbook = "file-is-flat-workbook"
    case fileIsFolder = "file-is-folder"
    case codesMissing = "codes-missing"
    case codesAlone = "codes-alone"
    case twoDeliveries = "two-deliveries"

    // Workbooks and other zip files.
    case zipDamaged = "zip-damaged"
    case zipTooLarge = "zip-too-large"
    case zipPackingNotKnown = "zip-packing-not-known"
    case xmlDamaged = "xml-damaged"
    case workbookDamaged = "workbook-damaged"
    case workbookTooLarge = "workbook-too-large"
    case noVisibleSheet = "no-visible-sheet"
    case noSuchSheet = "no-such-sheet"
    case noTableInSheet = "no-table-in-sheet"
    case cellTooLong = "cell-too-long"
    case cellError = "cell-error"
    case formulaNotComputed = "formula-not-computed"
    case yearOrDate = "year-or-date"
    case dateNotInCalendar = "date-not-in-calendar"
    case percentMixed = "percent-mixed"
    case numberAsText = "number-as-text"
    case mergedRows = "merged-rows"

    // What is in it.
    case personalData = "personal-data"

    // The text.
    case encodingUTF16 = "encoding-utf-16"
    case encodingNotReadable = "encoding-not-readable"
    case encodingMixed = "encoding-mixed"
    case nulByte = "nul-byte"
    case damagedText = "damaged-text"

    // The structure.
    case unterminatedQuote = "unterminated-quote"
    case textAfterQuote = "text-after-quote"
    case swallowedRows = "swallowed-rows"
    case recordTooLong = "record-too-long"
    case tooManyColumns = "too-many-columns"
    case separatorNotSupported = "separator-not-supported"
    case linesInQuotes = "lines-in-quotes"

    // The header.
    case headerNotRecognised = "header-not-recognised"
    case unknownColumn = "unknown-column"
    case doubledColumn = "doubled-column"
    case missingColumn = "missing-column"
    case noRows = "no-rows"
    case needsProfile = "needs-profile"
    case profileDoesNotFit = "profile-does-not-fit"
    case noNumbers = "no-numbers"
    case unpinnedDimension = "unpinned-dimension"
    case cellWithoutColumn = "cell-without-column"
    case noWatchedArea = "no-watched-area"
    case periodNotNamed = "period-not-named"
    case periodsNamed = "periods-named"

    // The decimal sign.
    case decimalSignUnclear = "decimal-sign-unclear"
    case decimalSignsMixed = "decimal-signs-mixed"
    case decimalSignOfOtherForm = "decimal-sign-of-other-form"
    case decimalCommaUnquoted = "decimal-comma-unquoted"

    // Faults of a row.
    case tooManyFields = "too-many-fields"
    case tooFewFields = "too-few-fields"
    case unknownIndicator = "unknown-indicator"
    case derivedIndicator = "derived-indicator"
    case notAMilestone = "not-a-milestone"
    case unknownArea = "unknown-area"
    case areaUnclear = "area-unclear"
    case areaRefused = "area-refused"
    case breakdownNotReadable = "breakdown-not-readable"
    case periodNotReadable = "period-not-readable"
    case periodUnclear = "period-unclear"
    case periodNotWatched = "period-not-watched"
    case periodOfOtherKind = "period-of-other-kind"
    case periodAhead = "period-ahead"
    case unitDiffers = "unit-differs"
    case valueNotANumber = "value-not-a-number"
    case valueOutOfRange = "value-out-of-range"
    case thousandsOrDecimals = "thousands-or-decimals"
    case tooManyDecimals = "too-many-decimals"
    case implausible
    case statusNotKnown = "status-not-known"
    case milestoneStatusNotKnown = "milestone-status-not-known"
    case intervalNotAroundValue = "interval-not-around-value"
    case marginNotKnown = "margin-not-known"
    case flagNotKnown = "flag-not-known"
    case codeNotDescribed = "code-not-described"
    case sectionNotRead = "section-not-read"
    case forecastNotPinned = "forecast-not-pinned"
    case countNotWhole = "count-not-whole"
    case dateNotReadable = "date-not-readable"
    case dateAhead = "date-ahead"
    case dateLongBefore = "date-long-before"
    case reportContradicts = "report-contradicts"
    case textTooLong = "text-too-long"
    case conflictingRows = "conflicting-rows"
    case withdrawalWithoutReason = "withdrawal-without-reason"
    case otherValueHolds = "other-value-holds"

    // Rows that rightly give no value.
    case valueNotKnown = "value-not-known"
    case noValue = "no-value"
    case emptyRow = "empty-row"
    case notDelivered = "not-delivered"
    case notApplicable = "not-applicable"
    case cannotOccur = "cannot-occur"
    case duplicateInFile = "duplicate-in-file"
    case otherMember = "other-member"
    case remark
    case boundAlone = "bound-alone"
    case boundOfValue = "bound-of-value"
    case forecast = "forecast-row"
    case sectionRow = "section-row"
    case otherPeriodKind = "other-period-kind"
    case areaNotWatched = "area-not-watched"
    case areaMerged = "area-merged"
    case nothingToWithdraw = "nothing-to-withdraw"

    /// Whether a row with this label is passed over without being a fault.
    package var isSkip: Bool {
        switch self {
        case .valueNotKnown, .noValue, .notDelivered, .notApplicable, .cannotOccur, .emptyRow, .duplicateInFile,
            .areaNotWatched, .areaMerged, .nothingToWithdraw, .otherMember, .remark, .boundAlone, .boundOfValue,
            .forecast, .sectionRow, .otherPeriodKind:
            true
        case .notARegularFile, .symbolicLink, .cannotRead, .tooLarge, .changedWhileReading, .vanished, .endedTheProgram,
            .beingWritten,
            .emptyFile,
            .fileIsPDF,
            .fileIsSpreadsheet, .fileIsOldExcel, .fileIsZip, .fileIsImage, .fileIsWebPage, .fileIsXML, .fileIsJSON,
            .notACSV, .fileIsEncrypted, .fileIsBinaryWorkbook, .fileIsWord, .zipDamaged, .zipTooLarge,
            .zipPackingNotKnown, .xmlDamaged, .workbookDamaged, .workbookTooLarge, .noVisibleSheet, .noSuchSheet,
            .cellTooLong, .cellError, .formulaNotComputed, .yearOrDate, .dateNotInCalendar, .percentMixed,
            .numberAsText, .mergedRows,
            .encodingUTF16, .encodingNotReadable, .nulByte, .damagedText, .unterminatedQuote, .textAfterQuote,
            .swallowedRows, .recordTooLong, .tooManyColumns, .separatorNotSupported, .headerNotRecognised,
            .unknownColumn, .doubledColumn, .missingColumn, .noRows, .decimalSignUnclear, .decimalSignsMixed,
            .tooManyFields, .tooFewFields, .unknownIndicator, .derivedIndicator, .notAMilestone, .unknownArea,
            .breakdownNotReadable, .periodNotReadable, .periodUnclear, .periodNotWatched, .periodOfOtherKind,
            .areaUnclear, .personalData, .unitDiffers, .valueNotANumber,
            .valueOutOfRange, .statusNotKnown, .milestoneStatusNotKnown, .intervalNotAroundValue, .countNotWhole,
            .dateNotReadable, .textTooLong, .conflictingRows, .encodingMixed, .cellWithoutColumn, .noWatchedArea,
            .dateLongBefore, .reportContradicts,
            .decimalCommaUnquoted, .areaRefused, .periodAhead, .dateAhead, .thousandsOrDecimals, .tooManyDecimals,
            .implausible, .withdrawalWithoutReason, .otherValueHolds, .needsProfile, .profileDoesNotFit, .noNumbers,
            .unpinnedDimension, .decimalSignOfOtherForm, .marginNotKnown, .fileIsFlatWorkbook, .fileIsFolder,
            .codesMissing, .codesAlone, .twoDeliveries, .periodNotNamed, .periodsNamed, .flagNotKnown,
            .forecastNotPinned, .codeNotDescribed, .sectionNotRead, .linesInQuotes, .noTableInSheet:
            false
        }
    }

    /// Whether faults with this label are told in one line, however many there are.
    var isToldInOneLine: Bool { self == .areaRefused || self == .forecastNotPinned }
}

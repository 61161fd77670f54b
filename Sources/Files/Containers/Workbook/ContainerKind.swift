package import Feeds

/// What a file that holds other files is, by what stands in it; its name decides nothing.
package enum ContainerKind: Hashable, Sendable {
    case xlsx
    /// With macros, which are never opened.
    case xlsm
    case ods
    /// Excel's binary form.
    case xlsb
    /// An old `.xls`.
    case oldExcel
    /// Word, old or new.
    case word
    /// Behind a password.
    case encrypted
    /// OData 4 as CBS packs it: `Observations.csv` and its codes.
    case odataBundle
    /// A zip of something else, or of nothing.
    case otherZip
    /// Neither a zip nor an old Office file.
    case none

    /// Why it is not read; `nil` for what can be.
    package var refusal: IntakeReason? {
        switch self {
        case .xlsx, .xlsm, .ods, .odataBundle, .none: nil
        case .xlsb: .fileIsBinaryWorkbook
        case .oldExcel: .fileIsOldExcel
        case .word: .fileIsWord
        case .encrypted: .fileIsEncrypted
        case .otherZip: .fileIsZip
        }
    }
}

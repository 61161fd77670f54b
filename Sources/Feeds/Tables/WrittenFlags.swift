internal import Indicators

/// What the flags of SDMX say of the value beside them: `p`, `bp`, `OBS_STATUS` `M`.
///
/// Capitals are the codes of CL_OBS_STATUS (2.1), small letters those of Eurostat, which are the same but for a few.
struct WrittenFlags: Equatable {
    private enum Meaning {
        case definitive
        case provisional
        /// The value counts, with something to know about it: a break, a low reliability.
        case remark
        case forecast
        /// There is no value, whatever stands in its cell.
        case missing(IntakeReason)
    }

    private(set) var isProvisional = false
    private(set) var isForecast = false
    /// Whether there is something to know about the value.
    private(set) var isRemark = false
    /// Why there is no value.
    private(set) var missing: IntakeReason?

    /// Reads one flag or several; `nil` where one of them is not known.
    init?(_ text: String) {
        for letter in text.unicodeScalars where !" ,;|/".unicodeScalars.contains(letter) {
            guard let meaning = Self.meaning(of: letter) else { return nil }
            switch meaning {
            case .definitive: break
            case .provisional: isProvisional = true
            case .remark: isRemark = true
            case .forecast: isForecast = true
            case .missing(let reason): missing = missing ?? reason
            }
        }
    }

    /// Reads what OData 4 says of a value (`ValueAttribute`); `nil` where that is not known.
    init?(attribute text: String) {
        switch text.lowercased() {
        case "", "none": break
        case "impossible": missing = .cannotOccur
        case "confidential": missing = .valueNotKnown
        case "notavailable", "missing": missing = .notDelivered
        default: return nil
        }
    }

    private static func meaning(of letter: Unicode.Scalar) -> Meaning? {
        switch letter {
        // Of Eurostat alone: revised; its own estimate; not applicable.
        case "r": .definitive
        case "s": .provisional
        case "z": .missing(.notApplicable)
        default: code(Character(letter).uppercased())
        }
    }

    private static func code(_ letter: String) -> Meaning? {
        switch letter {
        case "A": .definitive
        // Estimated, experimental, imputed, provisional, not validated.
        case "E", "G", "I", "P", "V": .provisional
        // Break, other definition, derogation, not significant, strike or such, low reliability, includes another category.
        case "B", "D", "J", "N", "S", "U", "W": .remark
        case "F": .forecast
        // Confidential; suppressed.
        case "C", "Q": .missing(.valueNotKnown)
        case "M": .missing(.cannotOccur)
        // Not collected on that day; exists but was not collected; missing.
        case "H", "L", "O": .missing(.notDelivered)
        // Counted in another category.
        case "K": .missing(.noValue)
        default: nil
        }
    }
}

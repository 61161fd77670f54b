/// The text with control characters, line ends and marks that reorder text written as `\u{…}`.
///
/// Done on Unicode scalars, since a `Character` may hide one (design, "Measured traps").
func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar.isUnsafeToShow {
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        } else {
            result.append(scalar)
        }
    }
    return String(result)
}

/// The text in single quotes, shortened to 80 characters, for a message.
func quoted(_ text: String) -> String {
    let safe = escaped(text)
    return safe.count > 80 ? "'\(safe.prefix(79))…'" : "'\(safe)'"
}

extension Unicode.Scalar {
    fileprivate var isUnsafeToShow: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

internal import Indicators

/// The text with control characters, line ends and marks that reorder text written as `\u{…}`.
///
/// Done on Unicode scalars, since a `Character` may hide one (design, "Measured traps").
func escaped(_ text: String) -> String { text.shownSafely(limit: .max) }

/// The text in single quotes, shortened to 80 characters, for a message.
package func quoted(_ text: String) -> String {
    let safe = escaped(withholdingLogin(text))
    return safe.count > 80 ? "'\(safe.prefix(79))…'" : "'\(safe)'"
}

/// The text without what stands before the last @ of an address such as `smtp://user:password@relay`, in whatever place
/// somebody wrote it.
private func withholdingLogin(_ text: String) -> String {
    guard let start = text.firstRange(of: "://")?.upperBound, let end = text.lastIndex(of: "@"), start < end else {
        return text
    }
    return "\(text[..<start])•••\(text[end...])"
}

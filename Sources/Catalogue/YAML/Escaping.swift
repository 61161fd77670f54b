internal import Indicators

/// The text with control characters, line ends and marks that reorder text written as `\u{…}`.
///
/// Done on Unicode scalars, since a `Character` may hide one (design, "Measured traps").
func escaped(_ text: String) -> String { text.shownSafely(limit: .max) }

/// The text in single quotes, shortened to 80 characters, for a message.
package func quoted(_ text: String) -> String {
    let safe = escaped(text)
    return safe.count > 80 ? "'\(safe.prefix(79))…'" : "'\(safe)'"
}

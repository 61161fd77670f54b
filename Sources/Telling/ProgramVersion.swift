/// The version that `--version`, the manual pages, the metrics and the Debian package show.
package let programVersion = "0.1.0"

/// The day of that version, for the manual pages and the Debian package: never the day on which it is built.
package let programDate = "2026-11-30"

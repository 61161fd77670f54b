import Foundation
import Glibc
import Telling

/// What somebody sits at, where that is a terminal and no file or pipe.
enum Terminal {
    /// How wide standard output is, and whether it shows colours; `nil` where it is no terminal.
    static var layout: TerminalLayout? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        return TerminalLayout(width: size?.columns ?? given("COLUMNS") ?? usualWidth, isColoured: hasColours)
    }

    /// How many lines fit; `nil` where nobody knows.
    static var height: Int? { size?.lines ?? given("LINES") }

    /// Whether messages for people go to a terminal.
    static var hearsMessages: Bool { isatty(STDERR_FILENO) == 1 && !isDumb }

    private static let usualWidth = 100

    private static var size: (columns: Int, lines: Int)? {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return nil
        }
        return (Int(window.ws_col), Int(window.ws_row))
    }

    private static func given(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// Nobody asked for none (https://no-color.org).
    private static var hasColours: Bool {
        (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty && !isDumb
    }

    private static var isDumb: Bool { ProcessInfo.processInfo.environment["TERM"] == "dumb" }
}

internal import Glibc

/// The sanitizer that the tests, and what they start, may be built with.
package enum Sanitizer {
    package static let isOn = isLinked("__tsan_init") || isLinked("__asan_init")

    private static func isLinked(_ function: String) -> Bool { dlsym(nil, function) != nil }
}

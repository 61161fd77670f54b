internal import Glibc
internal import Indicators
package import SystemPackage

/// What every system call has in common.
///
/// swift-system makes no call that is given a folder's descriptor (`openat`, `renameat`) and none that syncs; so the calls
/// are C's own, and what they answer is its `Errno`.
package enum SystemCall {
    /// Makes the call, again for as long as a signal interrupts it; a negative answer is a failure.
    package static func make<Number: FixedWidthInteger & SignedInteger>(
        _ call: () -> Number
    ) -> Result<Number, Errno> {
        while true {
            let answer = call()
            if answer >= 0 { return .success(answer) }
            let code = Errno.last
            if code != .interrupted { return .failure(code) }
        }
    }

    /// A number that nobody can guess, as 16 hexadecimal digits.
    package static func randomHexadecimal() -> String {
        UInt64.random(in: .min ... .max).hexadecimal(digits: 16)
    }
}

extension Errno {
    /// What the last call of this thread that failed has left.
    package static var last: Errno { Errno(rawValue: errno) }

    /// What it means, with its number: `No such file or directory (errno 2)`.
    package var inWords: String { "\(self) (errno \(rawValue))" }
}

extension Result where Failure == Errno {
    /// The answer; a failure is thrown with the words for it.
    package consuming func orFault(_ call: String, _ path: String) throws(FileSystemFault) -> Success {
        switch self {
        case .success(let answer): return answer
        case .failure(let code): throw .failed(call: call, path: path, code: code)
        }
    }

    /// Whether the call succeeded; the expected failure is `false`, any other is thrown.
    consuming func unless(_ expected: Errno, _ call: String, _ path: String) throws(FileSystemFault) -> Bool {
        switch self {
        case .success: return true
        case .failure(expected): return false
        case .failure(let code): throw .failed(call: call, path: path, code: code)
        }
    }

    /// Goes on where the call succeeded; a failure means that nothing written before is certain.
    consuming func orSyncFault(_ path: String) throws(FileSystemFault) {
        if case .failure(let code) = self { throw .syncFailed(path: path, code: code) }
    }
}

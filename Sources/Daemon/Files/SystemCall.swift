internal import Glibc

/// The `errno` of a call that failed.
struct ErrorNumber: Error {
    let code: Int32
}

/// What every system call has in common.
enum SystemCall {
    /// Makes the call, again for as long as a signal interrupts it; a negative answer is a failure.
    static func make<Number: FixedWidthInteger & SignedInteger>(_ call: () -> Number) -> Result<Number, ErrorNumber> {
        while true {
            let answer = call()
            if answer >= 0 { return .success(answer) }
            let code = errno
            if code != EINTR { return .failure(ErrorNumber(code: code)) }
        }
    }

    /// What an `errno` means: `No such file or directory (errno 2)`.
    static func words(_ code: Int32) -> String { "\(String(cString: strerror(code))) (errno \(code))" }

    /// A number that nobody can guess, as 16 hexadecimal digits.
    static func randomHexadecimal() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Result where Failure == ErrorNumber {
    /// The answer; a failure is thrown with the words for it.
    consuming func orFault(_ call: String, _ path: String) throws(FileSystemFault) -> Success {
        switch self {
        case .success(let answer): return answer
        case .failure(let number): throw .failed(call: call, path: path, code: number.code)
        }
    }

    /// Whether the call succeeded; a failure with the expected `errno` is `false`, any other is thrown.
    consuming func unless(_ expected: Int32, _ call: String, _ path: String) throws(FileSystemFault) -> Bool {
        switch self {
        case .success: return true
        case .failure(let number) where number.code == expected: return false
        case .failure(let number): throw .failed(call: call, path: path, code: number.code)
        }
    }

    /// Goes on where the call succeeded; a failure means that nothing written before is certain.
    consuming func orSyncFault(_ path: String) throws(FileSystemFault) {
        if case .failure(let number) = self { throw .syncFailed(path: path, code: number.code) }
    }
}

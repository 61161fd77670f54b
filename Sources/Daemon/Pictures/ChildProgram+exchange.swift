internal import Glibc

extension ChildProgram {
    /// The ways to a program and back from it.
    final class Ends {
        private(set) var theirInput: Int32
        private(set) var theirOutput: Int32
        private(set) var ourOutput: Int32
        private(set) var ourInput: Int32

        /// `nil` where the system gives no descriptors.
        init?() {
            var (there, back): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
            // Not pipes: those cannot be made closed to other programs in one step here.
            let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
            guard socketpair(AF_UNIX, kind, 0, &there) == 0 else { return nil }
            guard socketpair(AF_UNIX, kind, 0, &back) == 0 else {
                for end in there { _ = Glibc.close(end) }
                return nil
            }
            (theirInput, ourOutput, ourInput, theirOutput) = (there[0], there[1], back[0], back[1])
            for end in [ourInput, ourOutput] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        }

        /// Without their copies here, the end of the program is seen.
        func closeTheirs() {
            Self.close(&theirInput)
            Self.close(&theirOutput)
        }

        /// That is how the program sees the end of what it is given.
        func closeOutput() { Self.close(&ourOutput) }

        func close() {
            closeTheirs()
            closeOutput()
            Self.close(&ourInput)
        }

        private static func close(_ descriptor: inout Int32) {
            if descriptor >= 0 { _ = Glibc.close(descriptor) }
            descriptor = -1
        }
    }

    /// Gives and takes until the program has closed its end, or the time is over.
    struct Exchange {
        let ends: Ends
        let input: [UInt8]
        /// In milliseconds since the machine began.
        let deadline: Int64
        let largest: Int

        func run() throws(Failure) -> [UInt8] {
            var written = 0
            var answer: [UInt8] = []
            while true {
                if written == input.count { ends.closeOutput() }
                try waitForAnEnd()
                if ends.ourOutput >= 0 { written = give(from: written) }
                guard let part = take() else { continue }
                if part.isEmpty { return answer }
                answer += part
                guard answer.count <= largest else { throw .answeredTooMuch }
            }
        }

        private func waitForAnEnd() throws(Failure) {
            let left = deadline - WallClock.system.sinceBoot()
            guard left > 0 else { throw .tookTooLong }
            // poll(2) passes over a descriptor below zero.
            var polled = [
                pollfd(fd: ends.ourInput, events: Int16(POLLIN), revents: 0),
                pollfd(fd: ends.ourOutput, events: Int16(POLLOUT), revents: 0),
            ]
            let count = poll(&polled, 2, Int32(clamping: left))
            if count == 0 { throw .tookTooLong }
        }

        /// How much has been given by now; all of it, where the program does not read any more.
        private func give(from start: Int) -> Int {
            // Not write(2): a program that reads no more would end this one by a signal.
            let count = input[start...].withUnsafeBytes {
                send(ends.ourOutput, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 { return start + count }
            return errno == EAGAIN || errno == EINTR ? start : input.count
        }

        /// `nil` where there is nothing yet; empty at the end.
        private func take() -> [UInt8]? {
            var count = 0
            let part = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
                count = read(ends.ourInput, buffer.baseAddress, 65_536)
                filled = max(0, count)
            }
            guard count < 0 else { return part }
            return errno == EAGAIN || errno == EINTR ? nil : []
        }
    }
}

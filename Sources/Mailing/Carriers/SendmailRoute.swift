internal import Dispatch
internal import Files

/// A program that takes mail as `sendmail` does, as a way out.
package struct SendmailRoute: MailRoute, MailCarrier {
    private let path: String
    /// What it may take.
    private let seconds: Int

    /// - Parameters:
    ///   - path: the program, absolute.
    ///   - seconds: what it may take for one message.
    package init(path: String, seconds: Int = 300) {
        self.path = path
        self.seconds = seconds
    }

    package func carrier() -> any MailCarrier { self }

    package func close() {}

    package func deliver(_ envelope: SMTPEnvelope) async -> DeliveryOutcome {
        await withCheckedContinuation { continuation in
            // It blocks a thread: one of its own.
            DispatchQueue(label: "peilwacht.sendmail").async {
                continuation.resume(returning: outcome(of: envelope))
            }
        }
    }

    // `-i`: a dot alone on a line does not end the message. Behind `--` nothing is an option.
    private func outcome(of envelope: SMTPEnvelope) -> DeliveryOutcome {
        let arguments = ["-i", "-f", envelope.sender.text, "--", envelope.recipient.text]
        let message = envelope.message.filter { $0 != UInt8(ascii: "\r") }
        do throws(FileSystemFault) {
            let run = try ChildProgram.run(path, arguments: arguments, input: message, seconds: seconds)
            return Self.outcome(of: run)
        } catch {
            return .temporary(DeliveryFailure(.programFailed, at: .connect, said: error.description))
        }
    }

    /// By the numbers of sysexits.h.
    private static func outcome(of run: ChildProgram.Run) -> DeliveryOutcome {
        let words = ReplyText.readable(run.output.split(separator: UInt8(ascii: "\n")).map(Array.init), without: nil)
        let said = words.isEmpty ? nil : words
        func failure(_ reason: DeliveryFailure.Reason, _ step: SMTPStep, _ what: String) -> DeliveryFailure {
            DeliveryFailure(reason, at: step, said: [what, said].compactMap(\.self).joined(separator: ": "))
        }
        switch run.ending {
        case .exited(status: 0):
            return .accepted(
                SMTPReply(code: 250, lines: [Array("2.0.0 taken by the program\(said.map { ": \($0)" } ?? "")".utf8)])
            )
        case .exited(let status): return outcome(ofStatus: status, failure)
        case .killed(let signal): return .unknown(failure(.programFailed, .finalReply, "ended by signal \(signal)"))
        case .tookTooLong: return .unknown(failure(.timeoutAfterData, .finalReply, "ended after its time"))
        case .notStarted(let code): return .relayFault(failure(.programNotRun, .connect, "\(code)"))
        }
    }

    private static func outcome(
        ofStatus status: Int,
        _ failure: (DeliveryFailure.Reason, SMTPStep, String) -> DeliveryFailure
    ) -> DeliveryOutcome {
        let what = "exit status \(status)"
        return switch status {
        // EX_DATAERR.
        case 65: .permanent(failure(.messageRefused, .finalReply, what))
        // EX_NOUSER.
        case 67: .permanent(failure(.recipientRefused, .recipient, what))
        // EX_NOHOST: also what msmtp gives where its own relay cannot be reached.
        case 68: .temporary(failure(.programFailed, .connect, what))
        // EX_USAGE, EX_NOINPUT, EX_NOPERM, EX_CONFIG: the program and we do not understand each other.
        case 64, 66, 77, 78: .relayFault(failure(.programFailed, .connect, what))
        // EX_TEMPFAIL, and what an overfull machine gives.
        default: .temporary(failure(.programFailed, .finalReply, what))
        }
    }
}

internal import Files
internal import Indicators
internal import SystemPackage
internal import Telling

/// The `check-service` command: asks the daemon how it does, and judges for it where it does not answer.
package struct ServiceCheck: Sendable {
    /// What a monitoring plugin says, with its exit status.
    package struct Answer: Sendable {
        package let status: Int
        package let line: String
        package let json: String
    }

    private let socket: String
    private let patience: Int

    /// - Parameters:
    ///   - socket: the path of the control socket.
    ///   - patience: the seconds after which the daemon is given up.
    package init(socket: String, patience: Int) {
        self.socket = socket
        self.patience = patience
    }

    /// Asks.
    package func carryOut() async -> Answer {
        do {
            let response = try await ControlClient.ask(.health, path: socket, patience: patience)
            // Another status is no state: the daemon is stopping, or does not know the question.
            guard ServiceReport.State(rawValue: response.status) != nil else {
                return Answer(ServiceReport(.unknown, response.text))
            }
            return Answer(status: response.status, line: response.text, json: response.json)
        } catch let fault as ControlClient.Fault {
            return Answer(report(on: fault))
        } catch {
            return Self.unknown(wordsForPeople(about: error))
        }
    }

    private func report(on fault: ControlClient.Fault) -> ServiceReport {
        switch fault {
        case .nobodyListens where mayNotAsk:
            ServiceReport(
                .unknown,
                "this user may not reach the control socket '\(socket.shownSafely())'; put it into the group peilwacht"
            )
        case .nobodyListens: ServiceReport(.critical, "\(fault)")
        case .noAnswer: ServiceReport(.critical, "\(fault) (within \(patience) s)")
        case .otherVersion: ServiceReport(.critical, "\(fault)")
        }
    }

    /// Whether it is a right that is missing, and no daemon.
    private var mayNotAsk: Bool { FilePath(socket).isForbidden(toWrite: true) }

    /// The answer of somebody who could not even ask.
    package static func unknown(_ words: String) -> Answer { Answer(ServiceReport(.unknown, words)) }
}

extension ServiceCheck.Answer {
    fileprivate init(_ report: ServiceReport) {
        self.init(status: report.state.rawValue, line: report.line, json: report.json)
    }
}

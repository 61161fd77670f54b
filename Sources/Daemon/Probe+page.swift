internal import Catalogue
internal import StatusPage

extension Probe {
    /// The addresses at which the page cannot be.
    ///
    /// Beside a running daemon its own addresses are taken, by itself.
    func pageFindings(_ configuration: Configuration) async -> [Finding] {
        guard let page = configuration.page,
            await !ControlClient.answers(path: configuration.controlSocketPath)
        else { return [] }
        var findings: [Finding] = []
        for listener in page.listeners.map(PageListener.init) {
            guard let why = await PageServer.obstacle(at: listener) else { continue }
            findings.append(Finding(key: "page: listen", why: "\(listener): \(why)", status: .tryAgainLater))
        }
        return findings
    }
}

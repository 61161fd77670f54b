internal import Catalogue
internal import Logging
internal import StatusPage

extension PageServer {
    /// The server of the page that a configuration has; `nil` where it has none.
    init?(_ configuration: Configuration, source: any PageSource, clock: WallClock, logger: Logger) {
        guard let page = configuration.page else { return nil }
        self.init(
            at: page.listeners.map(PageListener.init),
            access: PageAccess(
                address: page.address,
                userHeader: page.userHeader,
                trustedAddresses: Set(page.trustedAddresses),
                people: Set(page.people)
            ),
            language: configuration.language,
            source: source,
            now: clock.now,
            logger: logger
        )
    }
}

extension PageListener {
    init(_ listener: PageSettings.Listener) {
        switch listener {
        case .network(let host, let port): self = .network(host: host, port: port)
        case .socket(let path): self = .socket(path: path)
        }
    }
}

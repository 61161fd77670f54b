internal import NIOCore
internal import NIOPosix

extension PageServer {
    /// Why nobody could listen there now, in words; `nil` where somebody could.
    ///
    /// Nothing is left behind.
    package static func obstacle(at listener: PageListener) async -> String? {
        let group = MultiThreadedEventLoopGroup.singleton
        do {
            switch listener {
            case .network(let host, let port): try await bind(ServerBootstrap(group: group), host, port)
            case .socket(let path): try await SocketFile(path: path).checkIsFree()
            }
            return nil
        } catch {
            return words(about: error)
        }
    }

    private static func bind(_ bootstrap: ServerBootstrap, _ host: String, _ port: Int) async throws {
        // As the server does: a connection that ended a moment ago keeps nobody away.
        let bootstrap = bootstrap.serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
        try await bootstrap.bind(host: host, port: port).get().close()
    }
}

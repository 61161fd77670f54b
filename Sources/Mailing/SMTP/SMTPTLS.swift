import NIOCore
import NIOPosix
import NIOSSL

/// TLS as a client of the relay: version 1.2 or later, certificate and host name verified.
enum SMTPTLS {
    /// What is needed for one connection.
    ///
    /// Made anew for each delivery, so that a renewed CA file counts at once and nothing stays in memory.
    static func makeContext(settings: SMTPSettings) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.certificateVerification = .fullVerification
        configuration.trustRoots = settings.caFile.map { .file($0) } ?? .default
        configuration.shutdownTimeout = TimeAmount(settings.timeouts.quit)
        return try NIOSSLContext(configuration: configuration)
    }

    /// The handler for one connection.
    ///
    /// An address cannot be named in SNI; it is verified against the peer's.
    static func makeHandler(context: NIOSSLContext, relay: RelayAddress) throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(context: context, serverHostname: relay.isLiteral ? nil : relay.host)
    }

    /// What an error during the handshake means; nil if it only says that the connection ended.
    static func fault(of error: any Error) -> SMTPTLSFault? {
        if let error = error as? NIOSSLExtraError {
            return error == .failedToValidateHostname ? .certificateWrongHost : .handshakeFailed
        }
        guard let error = error as? NIOSSLError else { return nil }
        switch error {
        case .handshakeFailed(.sslError(let stack)) where stack.contains(.eofDuringHandshake): return nil
        case .uncleanShutdown: return nil
        case .handshakeFailed(let cause):
            // The library tells a refused certificate from other failures only by BoringSSL's own name for it.
            return String(describing: cause).contains("CERTIFICATE_VERIFY_FAILED")
                ? .certificateNotTrusted : .handshakeFailed
        case .unableToValidateCertificate, .noCertificateToValidate: return .certificateNotTrusted
        default: return .handshakeFailed
        }
    }
}

extension SMTPConnectFault {
    /// What an error while connecting means.
    init(_ error: any Error) {
        guard let error = error as? NIOConnectionError else {
            self.init(single: error)
            return
        }
        // With several addresses tried, the last one stands for all.
        if let last = error.connectionErrors.last {
            self.init(single: last.error)
        } else {
            self = error.dnsAError == nil && error.dnsAAAAError == nil ? .unreachable : .hostNotFound
        }
    }

    private init(single error: any Error) {
        if let error = error as? IOError {
            self = error.errnoCode == ECONNREFUSED ? .refused : error.errnoCode == ETIMEDOUT ? .timeout : .unreachable
        } else if case .connectTimeout = error as? ChannelError {
            self = .timeout
        } else {
            self = .unreachable
        }
    }
}

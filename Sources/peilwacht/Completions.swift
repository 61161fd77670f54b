import Alerting
import ArgumentParser
import Catalogue
import Daemon
import Foundation
import Indicators

/// What the shell proposes for names that the configuration knows; silent where it cannot be read.
enum Completions {
    static var indicators: CompletionKind { names { $0.register.indicatorsInOrder.map(\.id.description) } }
    static var programmes: CompletionKind { names { $0.register.programmes.map(\.id) } }
    static var packages: CompletionKind { names { $0.register.programmes.flatMap(\.packages).map(\.id) } }
    static var areas: CompletionKind { names { $0.register.areaNames.keys.map(\.description) } }
    static var owners: CompletionKind { names { $0.register.indicatorsInOrder.compactMap(\.owner) } }
    /// The addresses and the names of subscriptions.
    static var recipients: CompletionKind { names { $0.subscriptions.flatMap { [$0.who.address, $0.id] } } }

    private static func names(_ list: @escaping @Sendable (Configuration) -> [String]) -> CompletionKind {
        .custom { words, _, prefix in
            guard let configuration = configuration(words) else { return [] }
            return Set(list(configuration)).filter { $0.hasPrefix(prefix) }.sorted()
        }
    }

    /// The configuration that the words of the command line name, or the usual one.
    private static func configuration(_ words: [String]) -> Configuration? {
        var options = GlobalOptions()
        options.config = value(of: "--config", in: words) ?? "/etc/peilwacht/peilwacht.yaml"
        options.root = value(of: "--root", in: words)
        options.at = nil
        return try? options.load()
    }

    private static func value(of option: String, in words: [String]) -> String? {
        if let place = words.lastIndex(of: option), place + 1 < words.count { return words[place + 1] }
        return words.last { $0.hasPrefix("\(option)=") }.map { String($0.dropFirst(option.count + 1)) }
    }
}

import ArgumentParser
import Catalogue
import Daemon
import Foundation
import Indicators

/// What the shell proposes for names that the configuration knows; silent where it cannot be read.
enum Completions {
    static var indicators: CompletionKind { names { $0.indicatorsInOrder.map(\.id.description) } }
    static var programmes: CompletionKind { names { $0.programmes.map(\.id) } }
    static var packages: CompletionKind { names { $0.programmes.flatMap(\.packages).map(\.id) } }
    static var areas: CompletionKind { names { $0.areaNames.keys.map(\.description) } }
    static var owners: CompletionKind { names { $0.indicatorsInOrder.compactMap(\.owner) } }

    private static func names(_ list: @escaping @Sendable (IndicatorRegister) -> [String]) -> CompletionKind {
        .custom { words, _, prefix in
            guard let register = register(words) else { return [] }
            return Set(list(register)).filter { $0.hasPrefix(prefix) }.sorted()
        }
    }

    /// What the configuration says that the words of the command line name, or the usual one.
    private static func register(_ words: [String]) -> IndicatorRegister? {
        var options = GlobalOptions()
        options.config = value(of: "--config", in: words) ?? "/etc/peilwacht/peilwacht.yaml"
        options.root = value(of: "--root", in: words)
        return try? options.load().register
    }

    private static func value(of option: String, in words: [String]) -> String? {
        if let place = words.lastIndex(of: option), place + 1 < words.count { return words[place + 1] }
        return words.last { $0.hasPrefix("\(option)=") }.map { String($0.dropFirst(option.count + 1)) }
    }
}

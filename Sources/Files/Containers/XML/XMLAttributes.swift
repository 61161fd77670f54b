/// The attributes of one element; they live as long as the call that gives them.
struct XMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        self.list = list
    }

    /// The value of an attribute without a namespace.
    subscript(name: StaticString) -> XMLWord? {
        guard let list else { return nil }
        var index = 0
        while let found = list[index] {
            if XMLWord(found).equals(name) { return list[index + 1].map { XMLWord($0) } }
            index += 2
        }
        return nil
    }

    /// The value of an attribute of a namespace.
    subscript(namespace: XMLNamespace, name: StaticString) -> XMLWord? {
        first { $0.namespace == namespace && $0.local.equals(name) }
    }

    private func first(where isIt: (XMLName) -> Bool) -> XMLWord? {
        guard let list else { return nil }
        var index = 0
        while let found = list[index] {
            if isIt(XMLName(found)) { return list[index + 1].map { XMLWord($0) } }
            index += 2
        }
        return nil
    }
}

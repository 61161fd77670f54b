package import Indicators

/// Which municipality somebody means: the one of today that has the name or the CBS code.
package enum MunicipalityChoice {
    /// Why no municipality could be chosen.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text may mean several.
        case several(String, [Municipality])
        /// None of today has it as its name or its code; the nearest name, where one looks like it.
        case unknown(String, nearest: String?)

        package var description: String {
            switch self {
            case .several(let text, let found):
                let codes = found.map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
                return "'\(text.shownSafely())' may be \(codes); give the code"
            case .unknown(let text, let nearest):
                let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
                return "there is no municipality '\(text.shownSafely())' today\(hint)"
            }
        }
    }

    /// The municipality of today that a text names.
    ///
    /// - Parameter text: a name, or a CBS code in capitals or not.
    /// - Returns: the one that it means.
    /// - Throws: ``Fault`` where it means none, or more than one.
    package static func find(_ text: String) throws(Fault) -> Municipality {
        let all = Municipalities.standard
        let code = AreaCode(cbs: text.uppercased())
        let found = (code.map { [$0] } ?? all.areas(named: text)).compactMap(all.municipality).filter {
            $0.until == nil
        }
        guard found.count <= 1 else { throw .several(text, found) }
        guard let municipality = found.first else {
            throw .unknown(text, nearest: NearestName.find(text, in: all.current.map(\.name)))
        }
        return municipality
    }
}

internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators

/// The names that the configuration knows: what somebody silences by another name would go on.
struct KnownNames {
    private let active: ActiveConfiguration

    init(_ active: ActiveConfiguration) {
        self.active = active
    }

    /// The order with areas by their codes.
    ///
    /// - Throws: the first name that is unknown.
    func checked(_ order: HandlingOrder) throws(HandlingRefusal) -> HandlingOrder {
        guard case .silence(var scope, let from, let until) = order.deed else { return order }
        let indicators = active.register.indicators.values
        let inFull = indicators.map { "\($0.programme)/\($0.package)" }
        try check(scope.programmes, .programme, Set(indicators.map(\.programme)))
        try check(scope.packages, .package, Set(indicators.map(\.package) + inFull))
        try check(scope.indicators, .indicator, Set(indicators.map(\.id.description)))
        try check(scope.rules, .rule, Set(active.configuration.rules.registry.deciding.map(\.rawValue)))
        try check(scope.owners, .owner, Set(indicators.compactMap(\.owner)))
        var areas: Set<String> = []
        for name in scope.areas.sorted() { areas.insert(try area(name).description) }
        scope.areas = areas
        return HandlingOrder(.silence(scope, from: from, until: until), by: order.by, why: order.why, at: order.at)
    }

    private func check(_ names: Set<String>, _ kind: HandlingRefusal.Kind, _ known: Set<String>) throws(HandlingRefusal)
    {
        for name in names.sorted() where !known.contains(name) {
            throw .unknown(kind, name, nearest: NearestName.like(name, among: known.sorted()))
        }
    }

    /// An area by its code or a known name, or one within a known municipality.
    private func area(_ name: String) throws(HandlingRefusal) -> AreaCode {
        let register = active.register
        if let known = register.area(named: name) { return known }
        let municipalities = register.areaNames.keys
        if let code = AreaCode(cbs: name), municipalities.contains(where: { code.lies(in: $0) }) { return code }
        let names = register.areaNames.values.sorted()
        throw .unknown(.area, name, nearest: NearestName.like(name, among: names))
    }
}

package import Indicators

/// What is told of an indicator beside its findings.
package struct IndicatorFacts: Hashable, Sendable, Codable {
    package var programme: String
    package var programmeTitle: String
    package var package: String
    package var packageTitle: String
    package var title: String
    package var unit: MeasureUnit
    /// The name of the area.
    package var areaName: String
    package var source: String?
    /// Who has to send its values, where their dates are those of a feed.
    package var supplier: String?
    package var owner: String?
    /// The layer of a performance indicator.
    package var layer: IndicatorLayer?
    /// Whether its values are made of other indicators.
    package var isDerived: Bool
    /// Which way it has to move; `nil` where a store of an earlier version does not tell.
    package var better: Better?
    /// Whether it is a line of a budget; `nil` where a store of an earlier version does not tell.
    package var isBudgetLine: Bool?

    package init(
        programme: String,
        programmeTitle: String,
        package: String,
        packageTitle: String,
        title: String,
        unit: MeasureUnit,
        areaName: String,
        source: String? = nil,
        owner: String? = nil,
        layer: IndicatorLayer? = nil,
        isDerived: Bool = false,
        better: Better? = nil
    ) {
        self.programme = programme
        self.programmeTitle = programmeTitle
        self.package = package
        self.packageTitle = packageTitle
        self.title = title
        self.unit = unit
        self.areaName = areaName
        self.source = source
        self.owner = owner
        self.layer = layer
        self.isDerived = isDerived
        self.better = better
    }

    /// The facts of an indicator in an area, with the titles that the register knows.
    package init(_ indicator: Indicator, area: AreaCode, in register: IndicatorRegister) {
        let programme = register.programme(indicator.programme)
        let package = programme?.packages.first { $0.id == indicator.package }
        self.init(
            programme: indicator.programme,
            programmeTitle: programme?.title ?? indicator.programme,
            package: indicator.package,
            packageTitle: package?.title ?? indicator.package,
            title: indicator.title,
            unit: indicator.unit,
            areaName: register.areaNames[area] ?? area.description,
            source: indicator.source,
            owner: indicator.owner,
            layer: indicator.layer,
            isDerived: indicator.derivation != nil,
            better: indicator.better
        )
        supplier = indicator.supplier
        // Most are none, and a store need not say so.
        isBudgetLine = indicator.budget == nil ? nil : true
    }

    /// Whether it is reported in words, and done or not.
    package var isMilestone: Bool { unit == .milestone }
}

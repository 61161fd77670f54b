/// Something that is measured.
package struct Indicator: Hashable, Sendable {
    package let id: IndicatorID
    package let title: String
    /// The full wording of the document, where it is longer than the title.
    package let description: String?
    package let unit: MeasureUnit
    package let better: Better
    package let cadence: Cadence
    package let source: String?
    /// Who supplies the files by whose dates it is due; `nil` where it says itself by when it is.
    package let supplier: String?
    package let owner: String?
    package let programme: String
    package let package: String
    /// The values that make sense: the unit's own range or a narrower or wider one from the configuration.
    package let range: ValueRange
    /// The largest number of decimals that a value may have; `nil` for the unit's own.
    package let decimals: Int?
    /// How far a value may lie from the one before it; `nil` for what is usual.
    package let plausibility: Plausibility?
    /// This indicator's own tolerance; `nil` for the general one.
    package let tolerance: Tolerance?
    package let derivation: Derivation?
    /// How far a value may lie from its baseline and still be `gelijkblijvend`; `nil` for not at all.
    package let margin: Tolerance?
    /// What holds in the periods between two cells of the yearly path.
    package let interpolation: Interpolation
    /// What makes it a budget line; `nil` for anything else.
    package let budget: Budget?
    /// When it ends; `nil` where it goes on.
    package let ending: Ending?
    /// Whether a bare number in its path is to be kept, neither below nor above, instead of a bound to one side.
    package let staysLevel: Bool
    /// For a milestone: whether it has to be done once in every period of its cadence.
    package let recurs: Bool
    package let layer: IndicatorLayer?
    /// The nulmeting by which a target has yet to be set ("op basis hiervan wordt het ambitieniveau bepaald"); `nil` where
    /// nothing has to be set.
    package let targetFrom: Period?
    /// The passage of the document it comes from.
    package let heading: String?
    /// What the document's footnotes say of the row.
    package let notes: [String]
    /// The days from which values cannot be compared with earlier ones: another definition, another way of asking.
    package let breaks: [SeriesBreak]
    /// The days from which another level is expected, with a known cause: the limits of the rule `spc` begin anew.
    package let rebases: [SeriesBreak]
    /// What its values count; empty where that makes no difference.
    package let counts: Set<Counted>
    /// How certain a deviation has to be before it opens an alert.
    package let profile: AlertProfile
    /// The areas that its values are compared with, in the order of the configuration.
    package let benchmarks: [AreaGroup]
    /// Counts of persons below this are hidden; `nil` for what holds in general.
    package let hideBelow: Int?
    /// Shares of fewer persons than this are hidden; `nil` for what holds in general.
    package let smallestBase: Int?

    package init(
        id: IndicatorID,
        title: String,
        description: String? = nil,
        unit: MeasureUnit,
        better: Better,
        cadence: Cadence,
        source: String? = nil,
        supplier: String? = nil,
        owner: String? = nil,
        programme: String,
        package: String,
        range: ValueRange? = nil,
        decimals: Int? = nil,
        plausibility: Plausibility? = nil,
        tolerance: Tolerance? = nil,
        derivation: Derivation? = nil,
        margin: Tolerance? = nil,
        interpolation: Interpolation = .none,
        budget: Budget? = nil,
        ending: Ending? = nil,
        staysLevel: Bool = false,
        recurs: Bool = false,
        layer: IndicatorLayer? = nil,
        targetFrom: Period? = nil,
        heading: String? = nil,
        notes: [String] = [],
        breaks: [SeriesBreak] = [],
        rebases: [SeriesBreak] = [],
        counts: Set<Counted> = [],
        profile: AlertProfile = .facts,
        benchmarks: [AreaGroup] = [],
        hideBelow: Int? = nil,
        smallestBase: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.unit = unit
        self.better = better
        self.cadence = cadence
        self.source = source
        self.supplier = supplier
        self.owner = owner
        self.programme = programme
        self.package = package
        self.range = range ?? unit.naturalRange
        self.decimals = decimals
        self.plausibility = plausibility
        self.tolerance = tolerance
        self.derivation = derivation
        self.margin = margin
        self.interpolation = interpolation
        self.budget = budget
        self.ending = ending
        self.staysLevel = staysLevel
        self.recurs = recurs
        self.layer = layer
        self.targetFrom = targetFrom
        self.heading = heading
        self.notes = notes
        self.breaks = breaks
        self.rebases = rebases
        self.counts = counts
        self.profile = profile
        self.benchmarks = benchmarks
        self.hideBelow = hideBelow
        self.smallestBase = smallestBase
    }
}

extension Indicator {
    /// Whether it is reported in words, and done or not.
    package var isMilestone: Bool { unit == .milestone }

    /// The largest number of decimals that a value may have; `nil` for however many.
    package var mostDecimals: Int? { decimals ?? (unit == .count ? 0 : nil) }
}

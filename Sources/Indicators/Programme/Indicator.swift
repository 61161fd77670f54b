/// Something that is measured.
///
/// It goes with every series and with every judgement of one: what it holds stands in one place.
package struct Indicator: Hashable, Sendable {
    private struct Fields: Hashable, Sendable {
        let id: IndicatorID
        let title: String
        let description: String?
        let unit: MeasureUnit
        let better: Better
        let cadence: Cadence
        let source: String?
        let supplier: String?
        let owner: String?
        let programme: String
        let package: String
        let range: ValueRange
        let decimals: Int?
        let plausibility: Plausibility?
        let tolerance: Tolerance?
        let derivation: Derivation?
        let margin: Tolerance?
        let interpolation: Interpolation
        let budget: Budget?
        let ending: Ending?
        let staysLevel: Bool
        let recurs: Bool
        let layer: IndicatorLayer?
        let targetFrom: Period?
        let heading: String?
        let notes: [String]
        let breaks: [SeriesBreak]
        let rebases: [SeriesBreak]
        let counts: Set<Counted>
        let profile: AlertProfile
        let benchmarks: [AreaGroup]
        let hideBelow: Int?
        let smallestBase: Int?
    }

    private let own: Shared<Fields>

    package var id: IndicatorID { own.value.id }
    package var title: String { own.value.title }
    /// The full wording of the document, where it is longer than the title.
    package var description: String? { own.value.description }
    package var unit: MeasureUnit { own.value.unit }
    package var better: Better { own.value.better }
    package var cadence: Cadence { own.value.cadence }
    package var source: String? { own.value.source }
    /// Who supplies the files by whose dates it is due; `nil` where it says itself by when it is.
    package var supplier: String? { own.value.supplier }
    package var owner: String? { own.value.owner }
    package var programme: String { own.value.programme }
    package var package: String { own.value.package }
    /// The values that make sense: the unit's own range or a narrower or wider one from the configuration.
    package var range: ValueRange { own.value.range }
    /// The largest number of decimals that a value may have; `nil` for the unit's own.
    package var decimals: Int? { own.value.decimals }
    /// How far a value may lie from the one before it; `nil` for what is usual.
    package var plausibility: Plausibility? { own.value.plausibility }
    /// This indicator's own tolerance; `nil` for the general one.
    package var tolerance: Tolerance? { own.value.tolerance }
    package var derivation: Derivation? { own.value.derivation }
    /// How far a value may lie from its baseline and still be `gelijkblijvend`; `nil` for not at all.
    package var margin: Tolerance? { own.value.margin }
    /// What holds in the periods between two cells of the yearly path.
    package var interpolation: Interpolation { own.value.interpolation }
    /// What makes it a budget line; `nil` for anything else.
    package var budget: Budget? { own.value.budget }
    /// When it ends; `nil` where it goes on.
    package var ending: Ending? { own.value.ending }
    /// Whether a bare number in its path is to be kept, neither below nor above, instead of a bound to one side.
    package var staysLevel: Bool { own.value.staysLevel }
    /// For a milestone: whether it has to be done once in every period of its cadence.
    package var recurs: Bool { own.value.recurs }
    package var layer: IndicatorLayer? { own.value.layer }
    /// The nulmeting by which a target has yet to be set ("op basis hiervan wordt het ambitieniveau bepaald"); `nil` where
    /// nothing has to be set.
    package var targetFrom: Period? { own.value.targetFrom }
    /// The passage of the document it comes from.
    package var heading: String? { own.value.heading }
    /// What the document's footnotes say of the row.
    package var notes: [String] { own.value.notes }
    /// The days from which values cannot be compared with earlier ones: another definition, another way of asking.
    package var breaks: [SeriesBreak] { own.value.breaks }
    /// The days from which another level is expected, with a known cause: the limits of the rule `spc` begin anew.
    package var rebases: [SeriesBreak] { own.value.rebases }
    /// What its values count; empty where that makes no difference.
    package var counts: Set<Counted> { own.value.counts }
    /// How certain a deviation has to be before it opens an alert.
    package var profile: AlertProfile { own.value.profile }
    /// The areas that its values are compared with, in the order of the configuration.
    package var benchmarks: [AreaGroup] { own.value.benchmarks }
    /// Counts of persons below this are hidden; `nil` for what holds in general.
    package var hideBelow: Int? { own.value.hideBelow }
    /// Shares of fewer persons than this are hidden; `nil` for what holds in general.
    package var smallestBase: Int? { own.value.smallestBase }

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
        own = Shared(
            Fields(
                id: id,
                title: title,
                description: description,
                unit: unit,
                better: better,
                cadence: cadence,
                source: source,
                supplier: supplier,
                owner: owner,
                programme: programme,
                package: package,
                range: range ?? unit.naturalRange,
                decimals: decimals,
                plausibility: plausibility,
                tolerance: tolerance,
                derivation: derivation,
                margin: margin,
                interpolation: interpolation,
                budget: budget,
                ending: ending,
                staysLevel: staysLevel,
                recurs: recurs,
                layer: layer,
                targetFrom: targetFrom,
                heading: heading,
                notes: notes,
                breaks: breaks,
                rebases: rebases,
                counts: counts,
                profile: profile,
                benchmarks: benchmarks,
                hideBelow: hideBelow,
                smallestBase: smallestBase
            )
        )
    }
}

extension Indicator {
    /// Whether it is reported in words, and done or not.
    package var isMilestone: Bool { unit == .milestone }

    /// The largest number of decimals that a value may have; `nil` for however many.
    package var mostDecimals: Int? { decimals ?? (unit == .count ? 0 : nil) }
}

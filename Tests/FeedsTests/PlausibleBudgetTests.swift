import Feeds
import Indicators
import Testing

@Suite("An amount of a budget line")
struct PlausibleBudgetTests {
    /// Months with what was booked until then, or in it, and of the last one what is the matter.
    struct Course: Sendable, CustomTestStringConvertible {
        let name: String
        let budget: String
        let amounts: [(Int, String)]
        let doubt: String?

        init(_ name: String, _ budget: String, _ amounts: [(Int, String)], _ doubt: String? = nil) {
            self.name = name
            self.budget = budget
            self.amounts = amounts
            self.doubt = doubt
        }

        var testDescription: String { name }
    }

    static let cumulativeCourses = [
        Course("the usual first amount", "-15942", [(9, "-11200")]),
        Course("the other sign", "-15942", [(9, "14900")], "otherSign"),
        Course("the other sign of income", "11651", [(1, "-900")], "otherSign"),
        Course("what was booked back in January", "-15942", [(1, "3")]),
        Course("as little in September", "-15942", [(9, "3")], "otherSign"),
        Course("a thousand times too much", "11651", [(9, "17000000")], "beyond"),
        Course("exactly ten times the budget", "65", [(4, "650")]),
        Course("just beyond ten times the budget", "65", [(4, "651")], "beyond"),
        Course("more than the budget and no more than ten times", "17", [(12, "168")]),
        Course("a thousand times too little", "-15942", [(9, "-14.9")], "little"),
        Course("little is no question", "-15942", [(9, "-200")]),
        Course("a little January", "-15942", [(1, "-3")]),
        Course("nothing booked until December", "11651", [(9, "0"), (12, "0")]),
        Course("all at once after nothing", "11651", [(6, "0"), (7, "11000")]),
        Course("a large February after a small January", "-15942", [(1, "-44"), (2, "-2600")]),
        Course("a large summer after a small spring", "-15942", [(3, "-900"), (4, "-9100")], "larger"),
        Course("ten times January and beyond the year", "-15942", [(1, "-1300"), (2, "-26000")], "larger"),
        Course("a thousand times less than a month before", "-15942", [(1, "-1300"), (2, "-2.7")], "smaller"),
        Course("nothing after much", "-15942", [(8, "-10600"), (9, "0")], "smaller"),
        Course("nothing after next to nothing", "-15942", [(1, "-3"), (2, "0")]),
        Course("a late January", "-15942", [(9, "-11200"), (1, "-40")]),
        Course("a September put right", "-15942", [(8, "-10600"), (9, "-1100"), (9, "-11200")]),
        Course("the only amount put right", "-15942", [(9, "-140000"), (9, "-11200")]),
        Course("what was confirmed goes on", "-15942", [(8, "14000"), (9, "14900")]),
        Course("what was confirmed does not leap", "-15942", [(8, "14000"), (9, "149000")], "larger"),
        Course("beyond the budget goes on", "17", [(6, "568"), (7, "590")]),
        Course("no budget and nothing known", "", [(9, "17000000")]),
        Course("no budget and a month before", "", [(8, "1700"), (9, "1800000")], "larger"),
        Course("a budget of nothing", "0", [(9, "1164")]),
    ]

    @Test("is held against the budget of its year and the last amount of that year", arguments: cumulativeCourses)
    func cumulative(_ course: Course) throws {
        #expect(try Self.doubt(course, Budget(.costs)) == course.doubt)
    }

    @Test("of a balance may be anything: it is the small difference of large amounts")
    func balance() throws {
        for amounts in [[(3, "-900")], [(3, "120")], [(3, "-500"), (6, "20")]] {
            #expect(try Self.doubt(Course("", "-5", amounts), Budget(.balance)) == nil, "\(amounts)")
        }
    }

    static let monthlyCourses = [
        Course("the usual month", "-12000", [(8, "-1000"), (9, "-1100")]),
        Course("a month that is small, or nothing", "-12000", [(8, "-1000"), (9, "-1"), (10, "0")]),
        Course("a large month after a small one", "-12000", [(8, "-10"), (9, "-3000")]),
        Course("a correction", "-12000", [(8, "-1000"), (9, "80")]),
        Course("the other sign", "-12000", [(8, "-1000"), (9, "1100")], "otherSign"),
        Course("beyond ten years", "-12000", [(8, "-1000"), (9, "-1100000")], "beyond"),
    ]

    @Test("of one month may be anything within its budget", arguments: monthlyCourses)
    func perMonth(_ course: Course) throws {
        #expect(try Self.doubt(course, Budget(.costs, realised: .perPeriod)) == course.doubt)
    }

    @Test("that is booked once may come at once")
    func once() throws {
        let course = Course("a reserve", "155", [(4, "1"), (5, "155")])
        #expect(try Self.doubt(course, Budget(.income, isForecast: false)) == nil)
    }

    @Test("is held against the budget as the council changed it by then")
    func changed() throws {
        let july = try #require(CalendarDate("2026-07-01"))
        let budget = Budget(.costs, changes: [BudgetChange(date: july, amount: .total(ExactDecimal(-9000)))])
        #expect(try Self.doubt(Course("before", "-100", [(6, "-2000")]), budget) == "beyond")
        #expect(try Self.doubt(Course("after", "-100", [(7, "-2000")]), budget) == nil)
    }

    @Test("of a year without a budget is held against the last year that has one, and that year is named")
    func earlierYear() throws {
        let bound = PlausibleBudget(
            times: 10,
            unit: .euro,
            budget: Budget(.income),
            amounts: [2024: ExactDecimal(1), 2025: ExactDecimal(2_000_000), 2027: ExactDecimal(5)]
        )
        let doubt = bound.doubt(ExactDecimal(2000), in: try #require(.year(2026)), after: nil)
        guard case .budget(.little, ExactDecimal(2_000_000), 2025) = doubt else {
            Issue.record("\(String(describing: doubt))")
            return
        }
    }

    @Test("is let through by a wider bound, and by none at all")
    func wider() throws {
        let line = { (bound: Plausibility?) in Self.indicator(bound) }
        let amounts = [2026: ExactDecimal(-15_942)]
        let wide = line(.times(2000)).plausibleChange(inParts: false, budgets: amounts)?.budget
        let august = try #require(Period(.month, year: 2026, index: 8))
        #expect(wide?.doubt(ExactDecimal(-17_000_000), in: august, after: nil) == nil)
        #expect(line(.any).plausibleChange(inParts: false, budgets: amounts) == nil)
        #expect(line(nil).plausibleChange(inParts: true, budgets: amounts) == nil)
    }

    @Test("says in money what it is and what the budget is")
    func sentences() throws {
        func sentence(_ budget: String, _ amounts: [(Int, String)], _ language: Language = .nl) throws -> String? {
            try Self.fault(Course("", budget, amounts), Budget(.costs))?.sentence(language)
        }
        let confirm =
            " Klopt de waarde toch, zet dan 'bevestigd' in de kolom status van deze rij en lever het bestand opnieuw aan."
        let sure = "bent u zeker van"
        #expect(
            try sentence("-15942", [(9, "14900")])
                == "Regel 7, kolom waarde: \(sure) '14900'? Het bedrag past niet bij de begroting. Dit is € 14.900.000, zonder "
                + "minteken. De begroting van 2026 staat met een minteken: -€ 15.942.000.\(confirm)"
        )
        #expect(
            try sentence("11651", [(9, "17000000")])
                == "Regel 7, kolom waarde: \(sure) '17000000'? Het bedrag past niet bij de begroting. Dit is € 17.000.000.000: "
                + "meer dan 10 keer zo veel als de begroting van 2026 (€ 11.651.000). Schrijf hier duizenden euro's.\(confirm)"
        )
        #expect(
            try sentence("-15942", [(9, "-14.9")])
                == "Regel 7, kolom waarde: \(sure) '-14,9'? Het bedrag past niet bij de begroting. Dit is -€ 14.900. De "
                + "begroting van 2026 is -€ 15.942.000; daarvan hoort na 9 maanden naar tijd -€ 11.957.000 bij: meer dan 100 "
                + "keer zo veel. Schrijf hier duizenden euro's.\(confirm)"
        )
        #expect(
            try sentence("11651", [(9, "-80")], .en)?.contains("The budget of 2026 stands without one: € 11.651.000.")
                == true
        )
        #expect(
            try sentence("-15942", [(8, "-10600"), (9, "0")])?
                .contains("In augustus 2026 was het -10600. Dit is meer dan 10 keer zo klein.") == true
        )
    }

    // MARK: What is asked

    private static func indicator(_ bound: Plausibility? = nil, _ budget: Budget = Budget(.costs)) -> Indicator {
        Indicator(
            id: "i",
            title: "I",
            unit: .thousandEuro,
            better: .higher,
            cadence: Cadence(.month, dueDays: 45),
            programme: "p",
            package: "k",
            plausibility: bound,
            budget: budget
        )
    }

    /// What is asked of the last amount, where the others were taken.
    private static func fault(_ course: Course, _ budget: Budget) throws -> RowFault? {
        let amounts = ExactDecimal(course.budget).map { [2026: $0] } ?? [:]
        let terms = indicator(nil, budget).plausibleChange(inParts: false, budgets: amounts)
        var recent = RecentValues()
        // Of the year before nothing counts.
        recent.note(ExactDecimal(-3), of: try #require(Period(.month, year: 2025, index: 12)))
        for (month, amount) in course.amounts.dropLast() {
            recent.note(try #require(ExactDecimal(amount)), of: try #require(Period(.month, year: 2026, index: month)))
        }
        let (month, amount) = try #require(course.amounts.last)
        let row = ObservedRow(
            line: 7,
            series: SeriesKey(indicator: "i", area: "GM0303"),
            observation: Observation(
                period: try #require(Period(.month, year: 2026, index: month)),
                value: try #require(ExactDecimal(amount))
            ),
            plausible: terms
        )
        return recent.question(row)
    }

    private static func doubt(_ course: Course, _ budget: Budget) throws -> String? {
        let fault = try fault(course, budget)
        guard let detail = fault?.detail else { return nil }
        #expect(fault?.reason == .implausible)
        return switch detail {
        case .budget(let kind, _, _, _, _): "\(kind.sort)"
        case .after(_, _, _, let isLarger): isLarger ? "larger" : "smaller"
        default: "\(detail)"
        }
    }
}

import Indicators

@testable import Assessment
@testable import Feeds

/// What Peilwacht computes of a case; every kind has its own, or this does not compile.
extension MethodSection {
    func computed(_ example: CaseValue) -> CaseValue {
        let input = example["input"]
        return switch self {
        case .xmr: Self.chart(input)
        case .trend: Self.trend(input)
        case .kendallTable: Self.kendallTable(example)
        case .pace: example["kind"].string == "with_target" ? Self.pace(input) : Self.rate(input)
        case .weather: Self.weather(input)
        case .prediction: Self.prediction(input)
        case .wilson: Self.wilson(input)
        case .publishedInterval: Self.publishedInterval(input)
        case .twoSurveys: Self.twoSurveys(input)
        case .citizenNumber: Self.citizenNumber(input)
        case .disclosure: Self.disclosure(input)
        case .budget: Self.budget(input)
        case .light: Self.light(input)
        }
    }

    private static func higherIsBetter(_ input: CaseValue) -> Bool { input["direction"].string == "increase" }

    // MARK: Series

    private static func chart(_ input: CaseValue) -> CaseValue {
        let rebases = input["rebase_at_index"].doubles.map { Int($0) }
        let screens = input["screen_outliers"].bool ?? true
        let chart = ProcessChart(input["values"].doubles, rebases: rebases, screensOutliers: screens)
        let better: Bool? =
            switch input["improvement_direction"].string {
            case "increase": true
            case "decrease": false
            default: nil
            }
        let assurance = better.flatMap { better in
            input["target"].double.map {
                ProcessAssurance(target: $0, bounds: chart.current?.limits.bounds, higherIsBetter: better)
            }
        }
        let variations = chart.causes.map { ProcessVariation($0, higherIsBetter: better).rawValue }
        return .object([
            "segments": .list(chart.segments.map(segment)),
            "special_cause_type": .list(chart.causes.map { .text($0?.rawValue ?? "Common Cause") }),
            "point_type": .list(variations.map(CaseValue.text)),
            "variation_icon": CaseValue(variations.last),
            "assurance_icon": CaseValue(assurance?.rawValue),
        ])
    }

    private static func segment(_ segment: ProcessChart.Segment) -> CaseValue {
        .object([
            "start": CaseValue(segment.places.lowerBound),
            "end_exclusive": CaseValue(segment.places.upperBound),
            "n": CaseValue(segment.places.count),
            "mean": CaseValue(segment.limits.mean),
            "average_moving_range_unscreened": CaseValue(segment.limits.unscreenedRange),
            "average_moving_range": CaseValue(segment.limits.averageRange),
            "moving_ranges_screened_out": CaseValue(segment.limits.screenedOut),
            "lower_process_limit": CaseValue(segment.limits.bounds?.lowerBound),
            "upper_process_limit": CaseValue(segment.limits.bounds?.upperBound),
            "short_group_warning": .bool(segment.isShort),
        ])
    }

    private static func trend(_ input: CaseValue) -> CaseValue {
        let (times, values) = (input["years"].doubles, input["values"].doubles)
        let test = MannKendall(values)
        let line = TheilSen(times: times, values: values)
        let plain = LinearRegression(times: times, values: values)
        return .object([
            "n": CaseValue(test.count),
            "S": CaseValue(test.statistic),
            "var_S": CaseValue(test.variance),
            "z_continuity_corrected": CaseValue(test.score),
            "p_normal_two_sided": CaseValue(test.normalChance),
            "p_exact_two_sided": CaseValue(test.exactChance),
            "tau_a": CaseValue(test.tauA),
            "tau_b": CaseValue(test.tauB),
            "sen_slope_per_year": CaseValue(line?.slope),
            "sen_intercept_at_x0": CaseValue(times.first.flatMap { line?.value(at: $0) }),
            "sen_line_last_x": CaseValue(times.last.flatMap { line?.value(at: $0) }),
            "sen_slope_ci95": CaseValue(line?.slopeBounds(confidence: 0.95)),
            "sen_slope_ci90": CaseValue(line?.slopeBounds(confidence: 0.9)),
            "ols_slope_per_year": CaseValue(plain?.slope),
            "ols_slope_p_value": CaseValue(plain?.slopeChance),
        ])
    }

    private static func kendallTable(_ row: CaseValue) -> CaseValue {
        let count = row["n"].double.map { Int($0) } ?? 0
        let distribution = KendallDistribution(count: count)
        var members: [String: CaseValue] = [
            "n": CaseValue(count),
            "max_S": CaseValue(distribution.largest),
            "min_p_two_sided": CaseValue(distribution.chance(of: distribution.largest)),
            "p_normal_at_max_S": CaseValue(MannKendall((0..<count).map(Double.init)).normalChance),
        ]
        for level in ["0.05", "0.1", "0.2"] {
            let critical = distribution.critical(level: Double(level) ?? 0)
            members["critical_abs_S_two_sided_\(level)"] = CaseValue(critical)
            members["p_at_critical_\(level)"] = CaseValue(critical.map(distribution.chance))
        }
        return .object(members)
    }

    // MARK: Towards a target

    private static func pace(_ input: CaseValue) -> CaseValue {
        func number(_ key: String) -> Double { input[key].double ?? .nan }
        let elapsed = number("year") - number("base_year")
        let total = number("target_year") - number("base_year")
        let better = higherIsBetter(input)
        let growth = GrowthPace(
            base: number("base_value"),
            value: number("value"),
            target: number("target"),
            elapsed: elapsed,
            total: total,
            higherIsBetter: better
        )
        func exact(_ key: String) -> ExactDecimal { ExactDecimal(number(key), decimals: 6) ?? .zero }
        let straight = Pace(
            base: exact("base_value"),
            value: exact("value"),
            elapsed: Int(elapsed),
            total: Int(total),
            target: Bound(comparator: better ? .atLeast : .atMost, value: exact("target"))
        )
        return .object([
            "cagr_actual": CaseValue(growth.actual?.yearly),
            "cagr_required": CaseValue(growth.required?.yearly),
            "eurostat_ratio": CaseValue(growth.ratio),
            "eurostat_category": CaseValue(growth.eurostat),
            "open_sdg_progress_value": CaseValue(growth.openSDGValue),
            "open_sdg_status": CaseValue(growth.openSDG),
            "linear_ratio": CaseValue(straight.ratio?.double),
            "linear_path_value_at_year": CaseValue(straight.expected(decimals: 6)?.double),
            "recommended_linear_category": CaseValue(straight.category().rawValue),
            "un_projected_value_at_target_year": CaseValue(growth.projected),
            "un_projected_fraction_of_gap": CaseValue(growth.projectedShare),
        ])
    }

    private static func rate(_ input: CaseValue) -> CaseValue {
        let years = (input["year"].double ?? 0) - (input["base_year"].double ?? 0)
        let (base, value) = (input["base_value"].double ?? 0, input["value"].double ?? 0)
        guard let rate = GrowthRate(from: base, to: value, years: years) else { return .null }
        let better = higherIsBetter(input)
        return .object([
            "cagr": CaseValue(rate.yearly),
            "cagr_in_desired_direction": CaseValue(rate.desired(higherIsBetter: better)),
            "eurostat_category": CaseValue(rate.eurostat(higherIsBetter: better)),
            "open_sdg_status": CaseValue(rate.openSDG(higherIsBetter: better)),
            "un_progress_chart_score": CaseValue(rate.unitedNations(higherIsBetter: better)),
            "istat_category": CaseValue(rate.istat(higherIsBetter: better)),
        ])
    }

    private static func weather(_ input: CaseValue) -> CaseValue {
        let values = input["values"].doubles
        let (target, years) = (input["target"].double ?? 0, input["years_to_target"].double ?? 0)
        let symbol = WeatherSymbol(values, target: target, years: years, higherIsBetter: higherIsBetter(input))
        return .object([
            "average_annual_change": CaseValue(WeatherSymbol.averageChange(values)),
            "projected_value": CaseValue(WeatherSymbol.projection(values, years: years)),
            "symbol": CaseValue(symbol?.rawValue),
        ])
    }

    private static func prediction(_ input: CaseValue) -> CaseValue {
        let line = LinearRegression(times: input["years"].doubles, values: input["values"].doubles)
        let forecast = line?.forecast(at: input["forecast_year"].double ?? 0)
        let target = input["target"].double ?? 0
        let student = StudentDistribution(degreesOfFreedom: forecast?.degreesOfFreedom ?? 1)
        let chance = higherIsBetter(input) ? forecast?.chance(atLeast: target) : forecast?.chance(atMost: target)
        return .object([
            "slope": CaseValue(line?.slope),
            "intercept_at_mean_year": CaseValue(line?.meanValue),
            "mean_year": CaseValue(line?.meanTime),
            "residual_sd": CaseValue(line?.residualDeviation),
            "forecast": CaseValue(forecast?.value),
            "se_prediction": CaseValue(forecast?.error),
            "pi80": CaseValue(forecast?.bounds(confidence: 0.8)),
            "pi95": CaseValue(forecast?.bounds(confidence: 0.95)),
            "t_quantile_80": CaseValue(student.quantile(0.8)),
            "t_quantile_95": CaseValue(student.quantile(0.95)),
            "probability_target_met": CaseValue(chance),
        ])
    }

    private static func light(_ input: CaseValue) -> CaseValue {
        let interval = input["ci_lower"].double.flatMap { low in input["ci_upper"].double.map { low...$0 } }
        let deviation = SignedDeviation(
            value: input["value"].double ?? 0,
            target: input["target"].double ?? 0,
            higherIsBetter: higherIsBetter(input),
            isRelative: input["mode"].string == "relative",
            interval: interval
        )
        let (green, amber) = (input["tolerance_green"].double ?? 0, input["tolerance_orange"].double ?? 0)
        let light = deviation?.light(green: green, amber: amber)
        return .object([
            "signed_deviation": CaseValue(deviation?.amount),
            "signed_measure": CaseValue(deviation?.measure),
            "colour": CaseValue(light.map { $0 == .amber ? "orange" : $0.rawValue }),
        ])
    }

    // MARK: Surveys

    private static func wilson(_ input: CaseValue) -> CaseValue {
        let size = input["n"].double ?? 1
        let survey = WilsonInterval(
            proportion: (input["successes"].double ?? 0) / size,
            size: size,
            designEffect: input["design_effect"].double ?? 1
        )
        let target = input["target"].double ?? 0
        return .object([
            "proportion": CaseValue(survey.proportion),
            "effective_n": CaseValue(survey.effectiveSize),
            "wilson95": CaseValue(survey.bounds(confidence: 0.95)),
            "wilson90": CaseValue(survey.bounds(confidence: 0.9)),
            "wald95": CaseValue(survey.waldBounds(confidence: 0.95)),
            "verdict95": CaseValue(survey.position(to: target).rawValue),
            "score_test_z_vs_target": CaseValue(survey.score(against: target)),
        ])
    }

    private static func publishedInterval(_ input: CaseValue) -> CaseValue {
        guard let lower = input["lower"].double, let upper = input["upper"].double, let target = input["target"].double
        else { return .null }
        let position = IntervalPosition(lower: lower, upper: upper, target: target)
        return .object(["verdict": CaseValue(position.rawValue)])
    }

    private static func twoSurveys(_ input: CaseValue) -> CaseValue {
        func number(_ key: String) -> Double { input[key].double ?? 0 }
        let test = SurveyDifference(number("p1"), error: number("se1"), number("p2"), error: number("se2"))
        return .object([
            "T": CaseValue(test?.statistic), "significant": test.map { .bool($0.isSignificant) } ?? .null,
        ])
    }

    // MARK: Persons and money

    private static func citizenNumber(_ input: CaseValue) -> CaseValue {
        let bytes = Array((input.string ?? "").utf8)
        let number = CitizenNumber.named(bytes.span, 0..<bytes.count)
        let digits = bytes.compactMap { UInt32($0) >= 48 && $0 <= 57 ? UInt32($0) - 48 : nil }
        let isWhole = digits.count == bytes.count && (8...9).contains(digits.count)
        let sum = isWhole ? CitizenNumber.weightedSum(digits.count == 8 ? [0] + digits : digits) : nil
        return .object([
            "valid": .bool(number != nil),
            "weighted_sum": CaseValue(sum),
            "sum_mod_11": CaseValue(sum.map { $0 % 11 }),
        ])
    }

    private static func disclosure(_ input: CaseValue) -> CaseValue {
        let count = input.double.map { Int($0) } ?? 0
        let random = DisclosureControl.randomRounding(count)
        return .object([
            "round5": CaseValue(DisclosureControl.roundedToFive(count)),
            "cbs_zorg_rule": DisclosureControl.careCount(count).map { CaseValue($0) } ?? .text("geheim"),
            "random_round5_up_probability": CaseValue(random.upwards),
            "random_round5_values": .list([CaseValue(random.lower), CaseValue(random.upper)]),
            "strict_lt10_rule": DisclosureControl.strict(count).map { CaseValue($0) } ?? .text("onderdrukt"),
        ])
    }

    private static func budget(_ input: CaseValue) -> CaseValue {
        func number(_ key: String) -> Double { input[key].double ?? 0 }
        let (budget, realised) = (number("annual_budget"), number("realised_ytd"))
        let months = Int(number("months_elapsed"))
        let elapsed = Double(months) / 12
        let linear = BudgetForecast(budget: budget, realised: realised, elapsed: elapsed)
        let shares = input["prior_years_monthly"].list.map(\.doubles).map { year in
            year.prefix(months).reduce(0, +) / year.reduce(0, +)
        }
        let seasonal = BudgetForecast(
            budget: budget,
            realised: realised,
            elapsed: elapsed,
            sharesOfEarlierYears: shares
        )
        return .object([
            "linear_expected_ytd": CaseValue(linear.expectedByNow),
            "linear_forecast": CaseValue(linear.total),
            "ytd_deviation": CaseValue(realised - linear.expectedByNow),
            "linear_forecast_deviation_pct": CaseValue(linear.deviation / budget * 100),
            "ytd_plus_committed": CaseValue(linear.floor(committed: number("committed"))),
            "seasonal_fraction": CaseValue(seasonal.share),
            "seasonal_fractions_per_year": .list(seasonal.sharesOfEarlierYears.map { CaseValue($0) }),
            "seasonal_expected_ytd": CaseValue(seasonal.expectedByNow),
            "seasonal_ratio_forecast": CaseValue(seasonal.total),
            "seasonal_additive_forecast": CaseValue(seasonal.additiveTotal),
            "seasonal_forecast_range": CaseValue(seasonal.band),
        ])
    }
}

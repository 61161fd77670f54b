/// Measures the rules as they judge: false alarms and delay over made-up series (calibration), and speed.
///
/// `RULE_BENCH_SERIES` sets how many series of each kind are made up; the same seed gives the same series.
@main
enum RuleBench {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.isEmpty || arguments.contains("calibration") { CalibrationBench().run() }
        if arguments.isEmpty || arguments.contains("speed") { SpeedBench().run() }
    }
}

/// The version that `--version`, the manual pages and the metrics show.
package let programVersion = "0.1.0"

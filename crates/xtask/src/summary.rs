//! What a run of all checks came to.

use std::fmt;

/// How one check ended.
pub(crate) struct Line {
    pub(crate) name: &'static str,
    pub(crate) passed: bool,
    pub(crate) seconds: f64,
    /// How many tests it ran, for a check that runs tests.
    pub(crate) tests: Option<usize>,
}

/// A line a check, and a last line that counts them.
pub(crate) struct Summary(pub(crate) Vec<Line>);

impl Summary {
    pub(crate) fn failed(&self) -> usize {
        self.0.iter().filter(|line| !line.passed).count()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.0 {
            let end = if line.passed { "ok" } else { "FAILED" };
            write!(f, "{:<8} {end:<6} {:>7.1} s", line.name, line.seconds)?;
            if let Some(tests) = line.tests {
                write!(f, "  {tests} tests")?;
            }
            writeln!(f)?;
        }
        let failed = self.failed();
        write!(f, "{} passed, {failed} failed", self.0.len() - failed)
    }
}

/// How many tests passed, by the closing lines of Rust's test harness in some output.
pub(crate) fn tests_passed(output: &str) -> usize {
    output
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: "))
        .filter_map(|result| {
            let passed = result.split(". ").nth(1)?.split(" passed").next()?;
            passed.parse::<usize>().ok()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &'static str, passed: bool, tests: Option<usize>) -> Line {
        Line {
            name,
            passed,
            seconds: 12.34,
            tests,
        }
    }

    #[test]
    fn the_last_line_counts() {
        let summary = Summary(vec![
            line("format", true, None),
            line("native", true, Some(310)),
            line("page", false, Some(7)),
        ]);
        let expected = "format   ok        12.3 s\n\
            native   ok        12.3 s  310 tests\n\
            page     FAILED    12.3 s  7 tests\n\
            2 passed, 1 failed";
        assert_eq!(summary.to_string(), expected);
        assert_eq!(summary.failed(), 1);
    }

    #[test]
    fn tests_are_counted_over_all_binaries() {
        let output = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 40 passed; 1 failed; 0 ignored\ntest result: gone\n";
        assert_eq!(tests_passed(output), 42);
        assert_eq!(tests_passed("error: could not compile"), 0);
    }
}

//! The names of the verdicts, as the lecture says them; kept apart from the page's own words.

/// What a verdict is called in a language.
pub(crate) fn called(kind: &str, language: &str) -> &'static str {
    let (ja, en) = match kind {
        "diverged" => ("発散", "Diverged"),
        "converged" => ("収束", "Converged"),
        "oscillating" => ("振動", "Oscillating"),
        "still-descending" => ("降下中", "Still descending"),
        "saddle" => ("鞍点", "Saddle point"),
        "local-minimum" => ("局所最適解", "Local minimum"),
        "vanishing-gradient" => ("勾配消失", "Vanishing gradient"),
        _ => panic!("no verdict is called {kind}"),
    };
    if language == "ja" { ja } else { en }
}

//! The names of verdicts and causes, as the lecture says them; kept apart from the page's own words.

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

/// What its cause is called beside it; nothing where there is none to tell.
pub(crate) fn cause_called(cause: &str, language: &str) -> &'static str {
    let (ja, en) = match cause {
        "" => ("", ""),
        "explains-little" => ("大きな誤差が残る", "much error remains"),
        "wandering" => ("上がり下がり", "up and down"),
        "swinging" => ("往復", "to and fro"),
        "small-rate" => ("学習率が小さい", "small learning rate"),
        "plateau" => ("プラトー", "plateau"),
        "saturation" => ("飽和", "saturation"),
        "balance-and-saturation" => ("打ち消し合いと飽和", "cancelling and saturation"),
        _ => panic!("no cause is called {cause}"),
    };
    if language == "ja" { ja } else { en }
}

//! What is ready to use: every problem runs, and ends as it is known to.

use backprop::Kind;
use problems::Ready;

#[test]
fn every_problem_that_is_ready_is_solved_but_for_the_marks() {
    for ready in Ready::ALL {
        let run = ready.experiment(1).unwrap().run();
        let wanted = match ready {
            // A line along a narrow valley: standardised inputs are what helps.
            Ready::ExamMarks => Kind::StillDescending,
            _ => Kind::Converged,
        };
        assert_eq!(run.verdict.kind, wanted, "{ready:?}");
    }
}

#[test]
fn only_what_is_drawn_has_other_samples_for_another_seed() {
    for ready in Ready::ALL {
        assert_eq!(Ready::from_name(ready.name()), Some(ready));
        let [one, other] = [1, 2].map(|seed| ready.experiment(seed).unwrap());
        assert_eq!(one, ready.experiment(1).unwrap());
        assert_eq!(ready.is_drawn(), one != other, "{ready:?}");
    }
    assert_eq!(Ready::from_name("moon"), None);
}

/// Every seed of the moons that a reader is likely to see is learned.
#[test]
fn the_moons_are_learned_whatever_their_seed() {
    for seed in 0..12 {
        let moons = Ready::Moons.experiment(seed).unwrap();
        let run = moons.run();
        assert_eq!(run.verdict.kind, Kind::Converged, "{seed}");
    }
}

/// The numbers that its author prints: E at the start and after one step.
#[test]
fn the_worked_example_is_the_published_one() {
    let run = Ready::TwoTwoTwo
        .experiment(1)
        .unwrap()
        .with_steps(1)
        .unwrap()
        .run();
    assert!((run.record.errors()[0] - 0.298_371_109).abs() < 5e-10);
    assert!((run.record.errors()[1] - 0.291_027_774).abs() < 5e-10);
    let after = run.record.last_weights();
    let published = [
        (0, 0.149_780_716),
        (1, 0.199_561_43),
        (3, 0.249_751_14),
        (4, 0.299_502_29),
        (6, 0.358_916_48),
        (7, 0.408_666_186),
        (9, 0.511_301_270),
        (10, 0.561_370_121),
    ];
    for (weight, value) in published {
        assert!((after[weight] - value).abs() < 5e-9, "{weight}");
    }
    assert_eq!(
        [after[2], after[5], after[8], after[11]],
        [0.35, 0.35, 0.6, 0.6]
    );
}

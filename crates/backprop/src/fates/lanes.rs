//! Many descents, some side by side.

use crate::batch::{Room, sum_abreast};
use crate::descent::{Batches, Bounds, Stop};
use crate::experiment::Experiment;
use crate::fates::abreast::{Abreast, LANES, PARTS, Row, ZERO, at, at_mut, splat};
use crate::fates::fate::Fate;
use crate::fates::quarters::Quarters;
use crate::fates::start::Start;
use crate::fates::step::{NEAR, Step, Watch};
use crate::fates::tenths::Tenths;
use crate::number::norm;
use crate::rules::State;
use crate::verdict::{Case, Ending, Goal, Kind, Quarter, Tail, Typical, WINDOW, last_tenth};

/// Points of the path that are kept: a power of two above the window that a verdict looks back.
const KEPT: usize = (WINDOW + 1).next_power_of_two();

/// An error below this is finite, and so are the slopes of a step that stays near.
const LARGE: f64 = 1e300;
/// Below this rate, a step that stays near does not say that the slopes are finite.
const SMALL_RATE: f64 = 1e-280;
/// Steps whose errors are summed up at once.
const PORTION: u64 = KEPT as u64 / 2;
/// No error is as low as this.
const NONE: f64 = -1.0;

/// Puts the start with this number: weights, and rate.
type Place<'p> = &'p mut dyn FnMut(usize, &mut Start);

/// Descents side by side, as one of networks whose every number is many; a lane that has ended goes
/// on with the next start, so that all have work.
///
/// A step asks one question of all lanes at once: is there nothing to see to? Most steps answer
/// yes. The others look at the lanes in question one by one, with the code of a single run.
pub(crate) struct Lanes<'a> {
    experiment: &'a Experiment,
    goal: Goal,
    typical: Typical<'a>,
    count: usize,
    next: usize,
    /// Where the last lane to begin has its start.
    start: Start,
    fates: Vec<Option<Fate>>,

    /// Steps of all lanes together.
    time: u64,
    /// When they last had their starts all at once.
    begun_together: u64,
    lanes: [Option<Lane>; LANES],
    weights: Vec<Abreast>,
    /// Down which the next update goes: of all samples, or of a batch.
    gradient: Vec<Abreast>,
    rates: Abreast,
    batches: Option<Batches>,
    /// That of each weight, lanes after lanes.
    state: State<Row>,
    room: Room<PARTS>,
    /// E of the last [`KEPT`] steps, that of a time at `time % KEPT`.
    errors: Vec<Abreast>,
    /// The free weights beside them.
    path: Vec<Abreast>,

    watch: Watch,
    quarter: Quarters,
    /// Where E falls of late is asked of other descents than the steepest.
    tenth: Option<Tenths>,
    /// 1 over the natural unit of each free weight.
    scale: Vec<f64>,
}

/// One descent.
#[derive(Clone, Copy, Debug)]
struct Lane {
    /// Number of the start.
    start: usize,
    /// When it began.
    begun: u64,
    bounds: Bounds,
    gradient_norm_at_start: f64,
    steps_to_goal: Option<usize>,
    rate: f64,
    /// Updates that changed nothing, one after another, and when the last of them was.
    still: usize,
    still_at: u64,
}

impl<'a> Lanes<'a> {
    pub(crate) fn new(experiment: &'a Experiment, goal: Goal, count: usize) -> Lanes<'a> {
        let free = experiment.free().len();
        let units = experiment.problem().natural_units();
        Lanes {
            experiment,
            goal,
            typical: Typical::of(experiment),
            count,
            next: 0,
            start: Start {
                weights: experiment.start().to_vec(),
                rate: experiment.rule().rate(),
            },
            fates: vec![None; count],
            time: 0,
            begun_together: 0,
            lanes: [None; LANES],
            weights: experiment.start().iter().map(|&w| splat(w)).collect(),
            gradient: vec![ZERO; experiment.start().len()],
            rates: splat(experiment.rule().rate()),
            batches: Batches::of(experiment),
            state: experiment.rule().state(experiment.start().len() * PARTS),
            room: Room::new(experiment.problem().network()),
            errors: vec![ZERO; KEPT],
            path: vec![ZERO; KEPT * free],
            watch: Watch {
                most: ZERO,
                goal: ZERO,
                busy: 0,
                deadline: 0,
            },
            quarter: Quarters::new(),
            tenth: (!experiment.is_steepest_descent()).then(Tenths::new),
            scale: experiment.free().iter().map(|&i| 1.0 / units[i]).collect(),
        }
    }

    /// Descends from all starts, in turn; `place` puts the free weights of each.
    pub(crate) fn descend(mut self, place: Place<'_>) -> Vec<Fate> {
        while self.begin_all(place) {
            while self.watch.busy != 0 {
                let in_question = self.step();
                if in_question != 0 || self.time == self.watch.deadline {
                    self.see_to(in_question, place);
                }
                self.time += 1;
            }
        }
        self.fates.into_iter().flatten().collect()
    }

    /// Gives every lane a start, as far as there are any; false where there is none.
    fn begin_all(&mut self, place: Place<'_>) -> bool {
        self.begun_together = self.time;
        for lane in 0..LANES {
            self.begin(lane, self.time, place);
        }
        self.set_deadline();
        self.watch.busy != 0
    }

    /// E and ∂E/∂w at the present weights, and a step from there. A bit is set for each lane that
    /// needs a look.
    #[inline(never)]
    fn step(&mut self) -> u32 {
        let experiment = self.experiment;
        let now = self.kept(self.time);
        let problem = experiment.problem();
        let (weights, gradient) = (&self.weights, &mut self.gradient[..]);
        let error = &mut self.errors[now];
        if let Some(batches) = &mut self.batches {
            sum_abreast(problem.task(), weights, None, &mut self.room, error);
            let step = (self.time - self.begun_together) as usize;
            let batch = problem.task_with(batches.of_step(experiment, step).each_ref());
            let unused = &mut ZERO.clone();
            sum_abreast(batch, weights, Some(gradient), &mut self.room, unused);
        } else {
            let task = problem.task();
            sum_abreast(task, weights, Some(gradient), &mut self.room, error);
        }
        if self.time.is_multiple_of(PORTION) {
            self.quarter.take_in(&self.errors, self.time + 1);
        }
        let error = &self.errors[now];
        if let Some(tenth) = &mut self.tenth {
            tenth.see(self.time, error);
        }
        let free = experiment.free();
        let after = self.kept(self.time + 1) * free.len();
        experiment.rule().choose(Step {
            free,
            error,
            weights: &mut self.weights,
            gradient: &self.gradient,
            rates: &self.rates,
            state: self.state.numbers(),
            after: &mut self.path[after..],
            scale: &self.scale,
            watch: &self.watch,
        })
    }

    /// Looks at the lanes in question, and at those whose time is up: whether one has come to its
    /// goal or left it, and whether one has ended, which then begins the next start.
    #[cold]
    fn see_to(&mut self, in_question: u32, place: Place<'_>) {
        let steps = self.experiment.steps() as u64;
        let is_time_up = self.time == self.watch.deadline;
        for index in 0..LANES {
            let is_in_question = in_question & (1 << index) != 0;
            if !is_in_question && !is_time_up {
                continue;
            }
            let Some(lane) = self.lanes[index] else {
                continue;
            };
            if is_in_question || self.time - lane.begun >= steps {
                self.see_to_one(index, lane, place);
            }
        }
        self.set_deadline();
    }

    fn see_to_one(&mut self, index: usize, mut lane: Lane, place: Place<'_>) {
        let experiment = self.experiment;
        let free = experiment.free();
        let units = experiment.problem().natural_units();
        let units = free.iter().map(|&i| units[i]);
        let steps = (self.time - lane.begun) as usize;
        let error = at(&self.errors[self.kept(self.time)], index);
        let gradient_norm = self.gradient_norm(index);
        if steps == 0 {
            lane.bounds = Bounds::from_start(error);
            lane.gradient_norm_at_start = gradient_norm;
        }
        lane.steps_to_goal = if error <= self.goal.error {
            lane.steps_to_goal.or(Some(steps))
        } else {
            None
        };

        let in_bounds = lane.bounds.hold(
            error,
            gradient_norm,
            self.point(index, self.time).zip(units),
        );
        let after = free.iter().map(|&i| at(&self.weights[i], index));
        if after.eq(self.point(index, self.time)) {
            let goes_on = lane.still > 0 && lane.still_at + 1 == self.time;
            lane.still = if goes_on { lane.still + 1 } else { 1 };
            lane.still_at = self.time;
        } else {
            lane.still = 0;
        }
        let stop = if !in_bounds {
            Some(Stop::Diverged)
        } else if steps >= experiment.steps() {
            Some(Stop::Steps)
        } else if lane.still >= experiment.patience() {
            Some(Stop::Standstill)
        } else {
            None
        };
        match stop {
            None => self.go_on(index, lane),
            Some(stop) => {
                let kind = self.judge(index, &lane, steps, stop, gradient_norm);
                let mut ends = self.point(index, self.time);
                let end = (1..=2).contains(&free.len()).then(|| {
                    let mut next = || ends.next().unwrap_or(0.0);
                    [next(), next()]
                });
                drop(ends);
                self.fates[lane.start] = Some(Fate {
                    kind,
                    steps,
                    steps_to_goal: lane.steps_to_goal,
                    error,
                    gradient_norm_at_start: lane.gradient_norm_at_start,
                    end,
                });
                // Batches are those of one step for all lanes: the others have to end first.
                if self.batches.is_none() {
                    self.begin(index, self.time + 1, place);
                } else {
                    self.rest(index);
                }
            }
        }
    }

    /// ‖∂E/∂w‖ over the free weights of a lane at the present time, of all samples.
    fn gradient_norm(&self, index: usize) -> f64 {
        let free = self.experiment.free();
        if self.batches.is_none() {
            return norm(free.iter().map(|&i| at(&self.gradient[i], index)));
        }
        let weights = self.weights_before(index);
        let (_, gradient) = self.experiment.problem().gradient(&weights);
        norm(free.iter().map(|&i| gradient[i]))
    }

    /// All weights of a lane at the present time, before its step.
    fn weights_before(&self, index: usize) -> Vec<f64> {
        let mut weights: Vec<f64> = self.weights.iter().map(|w| at(w, index)).collect();
        let before = self.point(index, self.time);
        for (&i, w) in self.experiment.free().iter().zip(before) {
            weights[i] = w;
        }
        weights
    }

    /// Watches a lane whose descent goes on. Where a step ends near, the next one begins there: only where
    /// it does not, the next has to be looked at in any case.
    fn go_on(&mut self, index: usize, lane: Lane) {
        let is_exact = lane.rate < SMALL_RATE;
        let after = self.experiment.free().iter().zip(&self.scale);
        let after = after.map(|(&i, scale)| at(&self.weights[i], index) * scale);
        let is_near = after.map(|w| w * w).sum::<f64>() <= NEAR;
        let most = if is_exact || !is_near {
            NONE
        } else {
            lane.bounds.error.min(LARGE)
        };
        let is_within = lane.steps_to_goal.is_some();
        let (most, goal) = if is_within {
            (most.min(self.goal.error), NONE)
        } else {
            (most, self.goal.error)
        };
        *at_mut(&mut self.watch.most, index) = most;
        *at_mut(&mut self.watch.goal, index) = goal;
        self.lanes[index] = Some(lane);
    }

    /// Gives a lane the next start, if there is one.
    fn begin(&mut self, index: usize, time: u64, place: Place<'_>) {
        if self.next == self.count {
            return self.rest(index);
        }
        self.start.weights.copy_from_slice(self.experiment.start());
        self.start.rate = self.experiment.rule().rate();
        place(self.next, &mut self.start);
        let Start { ref weights, rate } = self.start;
        *at_mut(&mut self.rates, index) = rate;
        for (lanes, &w) in self.weights.iter_mut().zip(weights) {
            *at_mut(lanes, index) = w;
        }
        let state = self.state.numbers();
        let each = (state.len() / (self.weights.len() * PARTS)).max(1);
        let of_part = state.chunks_exact_mut(each).skip(index / 4).step_by(PARTS);
        for row in of_part.flatten() {
            row.as_mut_array()[index % 4] = 0.0;
        }
        let free = self.experiment.free();
        let first = self.kept(time) * free.len();
        for (lanes, &i) in self.path[first..].iter_mut().zip(free) {
            *at_mut(lanes, index) = weights[i];
        }
        self.watch.busy |= 1 << index;
        self.lanes[index] = Some(Lane {
            start: self.next,
            begun: time,
            bounds: Bounds::from_start(0.0),
            gradient_norm_at_start: 0.0,
            steps_to_goal: None,
            rate,
            still: 0,
            still_at: 0,
        });
        let steps = self.experiment.steps();
        if let Some(tenth) = &mut self.tenth {
            tenth.begin(index, time + (steps - last_tenth(steps)) as u64);
        }
        let quarter = time + Quarter::first_step(steps) as u64;
        self.quarter.begin(index, &self.errors, time, quarter);
        // The first step is looked at in any case: no error is below this.
        *at_mut(&mut self.watch.most, index) = NONE;
        self.next += 1;
    }

    /// A lane has nothing left to do.
    fn rest(&mut self, index: usize) {
        self.lanes[index] = None;
        self.watch.busy &= !(1 << index);
    }

    fn set_deadline(&mut self) {
        let steps = self.experiment.steps() as u64;
        let begun = self.lanes.iter().flatten().map(|lane| lane.begun);
        self.watch.deadline = begun.min().unwrap_or(0) + steps;
    }

    /// The verdict on a lane that has ended at the present time after `steps` steps.
    fn judge(
        &mut self,
        index: usize,
        lane: &Lane,
        steps: usize,
        stop: Stop,
        gradient_norm: f64,
    ) -> Kind {
        let experiment = self.experiment;
        let free = experiment.free();
        let error = at(&self.errors[self.kept(self.time)], index);
        let before = self.tenth.as_ref().map(|tenth| tenth.of(index));
        let looked_back = steps.min(WINDOW);
        let first = self.time - looked_back as u64;
        let mut path = Vec::with_capacity((looked_back + 1) * free.len());
        for time in first..=self.time {
            let kept = &self.path[self.kept(time) * free.len()..][..free.len()];
            path.extend(kept.iter().map(|w| at(w, index)));
        }
        let ending = Ending {
            stop,
            weights: self.weights_before(index),
            error,
            gradient_norm,
            tail: Tail {
                steps: looked_back,
                first_error: at(&self.errors[self.kept(first)], index),
                path,
            },
            quarter: self.quarter.of(index, &self.errors, self.time + 1),
            before_last_tenth: before.filter(|_| stop == Stop::Steps).unwrap_or(error),
        };
        let judge = |experiment: &Experiment| {
            Case::new(experiment, self.goal, &ending, &self.typical)
                .judge()
                .0
        };
        if lane.rate == experiment.rule().rate() {
            return judge(experiment);
        }
        // A rate that no experiment may have moves no weight to a place that is judged.
        experiment
            .with_rate(lane.rate)
            .map_or(Kind::Diverged, |experiment| judge(&experiment))
    }

    /// The place of a time among those that are kept.
    fn kept(&self, time: u64) -> usize {
        (time % KEPT as u64) as usize
    }

    /// A lane's free weights at a time, before its step.
    fn point(&self, index: usize, time: u64) -> impl Iterator<Item = f64> {
        let free = self.experiment.free().len();
        let first = self.kept(time) * free;
        self.path[first..first + free]
            .iter()
            .map(move |w| at(w, index))
    }
}

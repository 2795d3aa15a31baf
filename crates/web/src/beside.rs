//! What the present run and those beside it have to do with each other, for the page.

use backprop::{Draw, Experiment, Scheme};
use wasm_bindgen::prelude::*;

use crate::company::Beside;
use crate::document::read;
use crate::kept::numbers;
use crate::lab::Lab;
use crate::object::ToJs;
use crate::refusal::thrown;

/// Whether the run of `pinned` belongs into the pictures of `present`: the same network, samples and
/// moving weights; and those that stay are the same but on the axes, so that it lies on the same ground.
fn fits(present: &Experiment, pinned: &Experiment) -> bool {
    let (one, other) = (present.problem(), pinned.problem());
    let is_shown = |weight: usize| present.view().iter().any(|axis| axis.weight == weight);
    let mut still = (0..present.start().len()).filter(|i| !present.free().contains(i));
    one.network() == other.network()
        && one.samples() == other.samples()
        && present.free() == pinned.free()
        && still.all(|i| is_shown(i) || present.start()[i].to_bits() == pinned.start()[i].to_bits())
}

#[wasm_bindgen]
impl Lab {
    /// Draws these runs from now on, too.
    pub fn set_beside(&mut self, beside: &Beside) {
        self.beside = beside.clone();
    }

    /// The numbers of the present run, as far as pictures show it, for [`Beside`]: so many weights at
    /// most.
    pub fn kept_run(&self, most: usize) -> Vec<f64> {
        numbers(self.record(), most)
    }

    /// Steps until E is within the goal to stay; undefined where it is not, or the goal is not known.
    pub fn steps_to_goal(&mut self) -> Option<usize> {
        let goal = self.known_goal()?.error;
        self.record().steps_to(goal)
    }

    /// Moves the start of the free weights to where a seed draws it by a scheme with a scale.
    ///
    /// # Errors
    /// Throws a `Refusal`.
    pub fn draw_start(&mut self, scheme: &str, scale: f64, seed: f64) -> Result<(), JsValue> {
        let scheme = Scheme::ALL.into_iter().find(|known| known.name() == scheme);
        let draw = Draw {
            scheme: scheme.unwrap_or(Scheme::Uniform),
            scale,
            // Casts saturate: a seed beyond all is refused.
            seed: seed as u64,
        };
        let changed = self.experiment.with_drawn_start(draw);
        self.restart(changed.map_err(|e| thrown(&e))?);
        Ok(())
    }

    /// Whether the run of a document can stand beside the present one in its pictures.
    pub fn takes_pin(
        &self,
        #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
    ) -> bool {
        let pinned = Experiment::from_document(&read(document));
        pinned.is_ok_and(|pinned| fits(&self.experiment, &pinned))
    }

    /// The parts of a link that make a pinned document of the present one; empty where it is the present
    /// run, undefined where they are more than a few numbers.
    #[wasm_bindgen(unchecked_return_type = "PinParts | undefined")]
    pub fn pin_parts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
    ) -> JsValue {
        let pinned = Experiment::from_document(&read(document)).ok();
        let parts = pinned.and_then(|pinned| links::pin(&self.experiment, &pinned));
        parts.map_or(JsValue::UNDEFINED, |parts| parts.to_js())
    }

    /// From and to where the scale of a pinned run reaches whose error is another quantity than that of
    /// the present run; undefined where it is the same.
    pub fn own_scale(&self, slot: usize) -> Option<Vec<f64>> {
        let company = self.beside.0.borrow();
        let beside = company.errors(self.experiment.problem().loss());
        let quantity = beside.iter().find(|pin| pin.slot == slot)?.quantity;
        let decades = self.timeline(None, &beside).decades_of(quantity);
        decades.map(|decades| decades.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use backprop::{Axis, Initial, Parts};
    use charts::MOST_PINS;
    use lessons::Fact;

    use super::*;

    #[test]
    fn there_is_a_look_for_every_slot_of_a_link() {
        assert_eq!(MOST_PINS, links::MOST_PINS);
    }

    #[test]
    fn a_pin_stands_on_the_ground_of_the_present_run() {
        let present = Experiment::parse(Fact::Plateau.document()).unwrap();
        let changed = |change: &dyn Fn(&mut Parts)| {
            let mut parts = present.parts().clone();
            change(&mut parts);
            Experiment::new(parts).unwrap()
        };
        assert!(fits(&present, &present.with_rate(3.0).unwrap()));
        assert!(fits(
            &present,
            &present.with_start(vec![7.0, -7.0]).unwrap()
        ));
        assert!(!fits(
            &present,
            &changed(&|parts| parts.free = Some(vec![0]))
        ));
        // A weight that stays is part of the ground, unless it is one of its axes.
        let still = changed(&|parts| {
            parts.free = Some(vec![0]);
            parts.initial = Initial::Given(vec![1.0, 2.0]);
        });
        let other = still.with_start(vec![1.0, 2.5]).unwrap();
        assert!(fits(&still, &other));
        let axis = Axis {
            weight: 0,
            from: -8.0,
            to: 8.0,
        };
        let narrow = still.with_view(vec![axis]).unwrap();
        assert!(!fits(&narrow, &other));
        assert!(fits(&narrow, &still));
    }
}

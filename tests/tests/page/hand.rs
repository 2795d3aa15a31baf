//! What a reader's hands do, as actions of WebDriver.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions,
};
use fantoccini::key::Key;

/// A point of the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// Presses and releases keys, one after the other.
pub(crate) fn presses(keys: &[Key]) -> KeyActions {
    keyboard(keys.iter().flat_map(|&key| strike(key.into())))
}

/// The same while another key is held down.
pub(crate) fn presses_with(held: Key, keys: &[Key]) -> KeyActions {
    let held = held.into();
    let struck = keys.iter().flat_map(|&key| strike(key.into()));
    let hold = [KeyAction::Down { value: held }];
    let release = [KeyAction::Up { value: held }];
    keyboard(hold.into_iter().chain(struck).chain(release))
}

/// Types a text.
pub(crate) fn typing(text: &str) -> KeyActions {
    keyboard(text.chars().flat_map(strike))
}

fn strike(value: char) -> [KeyAction; 2] {
    [KeyAction::Down { value }, KeyAction::Up { value }]
}

fn keyboard(actions: impl IntoIterator<Item = KeyAction>) -> KeyActions {
    let none = KeyActions::new("keyboard".into());
    actions.into_iter().fold(none, KeyActions::then)
}

/// Presses the mouse's button at the first point, moves on to the others and lets go at the last.
pub(crate) fn mouse_drag(points: &[Point]) -> MouseActions {
    drag(points)
        .into_iter()
        .fold(MouseActions::new("mouse".into()), MouseActions::then)
}

/// The same with a finger.
pub(crate) fn finger_drag(points: &[Point]) -> TouchActions {
    drag(points)
        .into_iter()
        .fold(TouchActions::new("finger".into()), TouchActions::then)
}

fn drag(points: &[Point]) -> Vec<PointerAction> {
    let button = MOUSE_BUTTON_LEFT;
    let mut actions = Vec::new();
    for (index, &Point { x, y }) in points.iter().enumerate() {
        let duration = Some(Duration::from_millis(20));
        actions.push(PointerAction::MoveTo { duration, x, y });
        if index == 0 {
            actions.push(PointerAction::Down { button });
        }
    }
    actions.push(PointerAction::Up { button });
    actions
}

/// Presses a key and keeps it down.
pub(crate) fn down(key: Key) -> KeyActions {
    keyboard([KeyAction::Down { value: key.into() }])
}

/// Lets it go.
pub(crate) fn up(key: Key) -> KeyActions {
    keyboard([KeyAction::Up { value: key.into() }])
}

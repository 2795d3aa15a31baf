//! Plain JavaScript values from and to the core: what facade and screen share.

pub mod document;
pub mod fate_tile;
pub mod flat;
pub mod judgement;
pub mod object;
pub mod passes;
pub mod refusal;

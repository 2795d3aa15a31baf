//! The version of links.

/// The version of the links that are written and understood here. It grows when a link that is new
/// would mean something else to those who know only the present ones; a part that is added is refused
/// by its name there, and needs no new version.
pub const VERSION: usize = 1;

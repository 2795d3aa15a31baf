//! Pictures.
#[derive(Default)]
pub(crate) struct Pictures;

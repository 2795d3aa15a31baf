//! The equations for many samples and lanes at once.

mod backward;
mod forward;
mod row;
mod sheet;
mod signals;

pub use backward::{backward, sample_error};
pub(crate) use backward::{backward_sheet, error_of_sheet};
pub use forward::forward;
pub(crate) use forward::forward_sheet;
pub use row::Row;
pub(crate) use sheet::{Room, Sheet};
pub use signals::Signals;

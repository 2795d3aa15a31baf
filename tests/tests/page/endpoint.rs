//! Commands that only one driver knows.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

/// A question to the driver beyond the standard.
#[derive(Debug)]
pub(crate) struct Endpoint {
    /// Its address below the session's own.
    pub(crate) path: &'static str,
    /// What is sent along.
    pub(crate) body: Value,
}

impl WebDriverCompatibleCommand for Endpoint {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

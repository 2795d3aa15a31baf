//! The checks of `cargo xtask test`, each a preparation and one command.

use anyhow::{Context as _, Result};
use std::process::Command;

use crate::children::Driver;
use crate::folders::Folders;
use crate::server::Server;
use crate::system::Part;
use crate::tools::Tool;
use crate::{axe, dist, package, page, shell, typescript, wasm_pack};

/// One thing that `cargo xtask test` checks.
pub(crate) struct Check {
    pub(crate) name: &'static str,
    /// What it needs from the system.
    pub(crate) parts: &'static [Part],
    /// Whether it runs tests; then it must have run some.
    pub(crate) runs_tests: bool,
    prepare: fn(&mut Workshop) -> Result<Prepared>,
}

/// A check that can run now.
pub(crate) struct Prepared {
    pub(crate) command: Command,
    /// The drivers that the command talks to; they end with this.
    _drivers: Vec<Driver>,
}

/// All checks, the quick ones first.
pub(crate) static CHECKS: [Check; 7] = [
    Check {
        name: "format",
        parts: &[],
        runs_tests: false,
        prepare: |shop| {
            Ok(alone(shop.cargo(&[
                "fmt", "--all", "--check", "--", "--color", "never",
            ])))
        },
    },
    Check {
        name: "clippy",
        parts: &[],
        runs_tests: false,
        prepare: |shop| {
            let mut clippy = shop.cargo(&["clippy", "--workspace", "--all-targets"]);
            clippy.args(["--all-features", "--", "-D", "warnings"]);
            Ok(alone(clippy))
        },
    },
    Check {
        name: "native",
        parts: &[],
        runs_tests: true,
        prepare: |shop| {
            Ok(alone(shop.cargo(&[
                "test",
                "--workspace",
                "--no-fail-fast",
                "--quiet",
            ])))
        },
    },
    Check {
        name: "types",
        parts: &[Part::Node],
        runs_tests: false,
        prepare: types,
    },
    Check {
        name: "wasm",
        parts: &[Part::Firefox],
        runs_tests: true,
        prepare: wasm,
    },
    Check {
        name: "package",
        parts: &[Part::Node],
        runs_tests: false,
        prepare: packages,
    },
    Check {
        name: "page",
        parts: &[
            Part::Firefox,
            Part::Chromium,
            Part::Chromedriver,
            Part::JapaneseFonts,
            Part::MathFont,
            Part::Node,
        ],
        runs_tests: true,
        prepare: whole_page,
    },
];

impl Check {
    /// Finds a check by its name.
    pub(crate) fn named(name: &str) -> Result<&'static Self> {
        let found = CHECKS.iter().find(|check| check.name == name);
        found.with_context(|| {
            let names: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
            format!("no check is called {name}; there are {}", names.join(", "))
        })
    }

    /// Makes everything ready for it.
    pub(crate) fn prepare(&self, shop: &mut Workshop) -> Result<Prepared> {
        for part in self.parts {
            part.require()?;
        }
        (self.prepare)(shop)
    }
}

/// What several checks need, made once.
pub(crate) struct Workshop<'a> {
    folders: &'a Folders,
    page_is_built: bool,
}

impl<'a> Workshop<'a> {
    /// One where nothing has been made yet.
    pub(crate) fn new(folders: &'a Folders) -> Self {
        Self {
            folders,
            page_is_built: false,
        }
    }

    /// A call of the host's cargo in the repository.
    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(self.folders.root()).args(arguments);
        command
    }

    fn build_page(&mut self) -> Result<()> {
        if !self.page_is_built {
            page::build(self.folders)?;
            self.page_is_built = true;
        }
        Ok(())
    }
}

fn alone(command: Command) -> Prepared {
    Prepared {
        command,
        _drivers: Vec::new(),
    }
}

/// The JavaScript's types, against the declarations that the built facade comes with.
fn types(shop: &mut Workshop) -> Result<Prepared> {
    let checker = typescript::ensure(shop.folders)?;
    shop.build_page()?;
    let check = |project: &str| {
        let mut tsc = Command::new(Part::Node.require()?);
        tsc.current_dir(shop.folders.root())
            .arg(&checker)
            .args(["--checkJs", "--noEmit", "--pretty", "false", "--project"])
            .arg(shop.folders.page().join(project).join("jsconfig.json"));
        anyhow::Ok(tsc)
    };
    // It runs in no page: what there is in a browser is another thing for it.
    shell::step(
        "checking what keeps the site offline",
        &mut check("offline")?,
    )?;
    Ok(alone(check("")?))
}

/// The facade's own tests, compiled for wasm, in a headless Firefox.
fn wasm(shop: &mut Workshop) -> Result<Prepared> {
    let folders = shop.folders;
    let geckodriver = Tool::geckodriver().ensure(folders)?;
    let mut test = wasm_pack::test(folders)?;
    test.args(["--headless", "--firefox", "--geckodriver"])
        .arg(geckodriver)
        .arg(folders.facade())
        // Seconds; the default of 20 is short for two busy cores.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Ok(alone(test))
}

/// What others build upon: the crate by itself, and the facade in Node, as its readme uses it.
fn packages(shop: &mut Workshop) -> Result<Prepared> {
    let mut cargo = package::crate_alone(shop.folders);
    shell::step("packing the crate, and compiling it alone", &mut cargo)?;
    Ok(alone(package::trial(shop.folders)?))
}

/// The built page and the site that is made of it, served and driven in real browsers.
fn whole_page(shop: &mut Workshop) -> Result<Prepared> {
    let folders = shop.folders;
    let geckodriver = Tool::geckodriver().ensure(folders)?;
    let chromedriver = Part::Chromedriver.require()?;
    let axe = axe::ensure(folders)?;
    shop.build_page()?;
    dist::collect_site(folders)?;
    let firefox = Driver::start(&geckodriver, |port| {
        let port = port.to_string();
        // Port 0: its second server, of events, must not take a fixed port either.
        ["--port", &port, "--websocket-port", "0"]
            .map(str::to_owned)
            .to_vec()
    })?;
    let chromium = Driver::start(&chromedriver, |port| vec![format!("--port={port}")])?;
    let (server, site_server) = (Server::on_port(0)?, Server::on_port(0)?);
    let open_server = Server::on_port(0)?.without_policy();
    let mut test = shop.cargo(&["test", "--package", "whole-product-tests"]);
    // One test at a time: geckodriver holds one browser.
    test.args(["--features", "browser", "--test", "page", "--no-fail-fast"])
        .args(["--", "--test-threads=1"])
        .env("DOWNHILL_URL", server.url())
        .env("DOWNHILL_SITE_URL", site_server.url())
        .env("DOWNHILL_OPEN_URL", open_server.url())
        .env("DOWNHILL_SITE", folders.site())
        .env("DOWNHILL_AXE", axe)
        .env("DOWNHILL_FIREFOX", Part::Firefox.require()?)
        .env("DOWNHILL_CHROMIUM", Part::Chromium.require()?)
        .env("GECKODRIVER_URL", firefox.url())
        .env("CHROMEDRIVER_URL", chromium.url());
    server.serve_aside(folders.page());
    site_server.serve_aside(folders.site());
    open_server.serve_aside(folders.page());
    Ok(Prepared {
        command: test,
        _drivers: vec![firefox, chromium],
    })
}

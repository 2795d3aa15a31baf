//! A trap in compiled code: the page says so once, and begins anew with what the reader had.

use serde_json::json;

use crate::page::Page;

/// Makes the laboratory trap as a real one does, once, when it is told to: in the middle of a call,
/// which never returns. From then on every call throws, as it finds the one before still under way.
const TRAP: &str = "
    window.isTrapDue = false;
    const script = document.createElement('script');
    script.type = 'module';
    script.textContent = `
        import { Lab } from '/pkg/downhill_web.js';
        const { verdict } = Lab.prototype;
        Lab.prototype.verdict = function () {
            if (!window.isTrapDue) return verdict.call(this);
            window.isTrapDue = false;
            window.lab = this;
            const Plain = Object;
            // The first thing that a report asks of the browser.
            globalThis.Object = function () {
                throw new WebAssembly.RuntimeError('unreachable');
            };
            try {
                return verdict.call(this);
            } finally {
                globalThis.Object = Plain;
            }
        };
        window.isTrapReady = true;`;
    document.head.append(script);";

/// What a call throws.
const CALLED: &str =
    "try { window.lab.set_rate(1); return ''; } catch ({ message }) { return message; }";

#[test]
fn after_a_trap_the_page_begins_anew_with_what_the_reader_had() {
    for (language, button) in [("en", "Start anew"), ("ja", "計算をやり直す")] {
        let page = Page::in_chromium_without_policy(language, &json!({}));
        page.browser.script(TRAP, &[]);
        page.wait_until("window.isTrapReady");
        page.choose_lesson("steepest-descent");
        page.write("#rate", "0.3");
        page.write("#steps", "150");
        let (start, verdict) = (page.start(), page.verdict());
        // The state is kept when nothing has changed for a while.
        page.browser
            .script_async("setTimeout(arguments[0], 600)", &[]);

        page.browser.script("window.isTrapDue = true", &[]);
        page.write("#rate", "0.4");
        page.wait_until("!document.getElementById('notice').hidden");
        let found = page.browser.script(CALLED, &[]);
        let found = found.as_str().unwrap_or_default();
        assert!(found.contains("recursive use"), "{found}");
        assert_eq!(page.browser.text("#notice-anew"), button);
        assert_eq!(page.focused(), "notice-anew");
        assert!(!page.browser.is_seen("#notice-close"));

        // Whatever is done now asks the laboratory for nothing, and nothing more is said.
        let told = page.content("#notice-text");
        page.browser.script(
            "for (const button of document.querySelectorAll('main button')) button.click();
             document.getElementById('rate').dispatchEvent(new Event('change'));",
            &[],
        );
        page.settle_frames();
        assert_eq!(page.content("#notice-text"), told);
        let said = page.messages();
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].contains("unreachable"), "{said:#?}");
        let inert = page
            .browser
            .script("return document.getElementById('main').inert", &[]);
        assert_eq!(inert, json!(true));

        page.browser.click("#notice-anew");
        page.wait_until("!window.isTrapReady && document.getElementById('main')?.dataset.busy");
        page.settle();
        assert!(!page.browser.is_seen("#notice"));
        assert_eq!(
            page.browser
                .script("return document.getElementById('lesson').value", &[]),
            json!("steepest-descent")
        );
        assert_eq!(
            (page.value("#rate"), page.value("#steps")),
            ("0.3".into(), "150".into())
        );
        assert_eq!((page.start(), page.verdict()), (start, verdict));
        // It works.
        page.write("#rate", "2");
        assert_eq!(page.verdict(), "oscillating");
    }
}

// The little of WebDriver that is needed here.

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,800',
];

/** Opens the page in a Chromium, lets `work` go on with it, and ends the browser. */
export async function withPage(work) {
  const { DOWNHILL_URL, DOWNHILL_CHROMIUM } = process.env;
  const chromium = { binary: DOWNHILL_CHROMIUM, args: ARGUMENTS };
  const { sessionId } = await ask('POST', 'session', {
    capabilities: { alwaysMatch: { browserName: 'chrome', 'goog:chromeOptions': chromium } },
  });
  const at = `session/${sessionId}`;
  const page = {
    /** Runs a function in the page with plain arguments; waits for its promise. */
    run: (work, ...args) =>
      ask('POST', `${at}/execute/sync`, {
        script: `return (${work})(...arguments);`,
        args,
      }),
    /** Lets a mouse do what WebDriver calls actions. */
    mouse: (actions) =>
      ask('POST', `${at}/actions`, {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      }),
  };
  try {
    await ask('POST', `${at}/timeouts`, { script: 120_000 });
    await ask('POST', `${at}/url`, { url: `${DOWNHILL_URL}/` });
    return await work(page);
  } finally {
    await ask('DELETE', at);
  }
}

async function ask(method, path, body) {
  const response = await fetch(`${process.env.CHROMEDRIVER_URL}/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${path}: ${value.message}`);
  return value;
}

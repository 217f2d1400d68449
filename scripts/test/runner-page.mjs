// Page in which Web Test Runner runs a file of tests.

/**
 * Reports an error, which fails the running test, instead of opening a tab or window. The page would be in the background
 * then, without animation frames, and its tests would never end.
 */
const refuseNewTabs = () => {
  const refuse = opener =>
    globalThis.reportError(
      new Error(
        `A test must not open a tab or window: ${opener}. It would stop the other tests. Cancel the event, or replace window.open.`,
      ),
    );
  globalThis.open = url => {
    refuse(`window.open(${JSON.stringify(url ?? '')})`);
    return null;
  };
  const opensTab = (event, {target}) =>
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.button === 1 ||
    !['', '_self', '_parent', '_top'].includes(target.toLowerCase());
  const check = event => {
    if (event.defaultPrevented) return;
    const link = event.composedPath().find(node => node.matches?.('a[href], area[href]'));
    if (!link || !opensTab(event, link)) return;
    event.preventDefault();
    refuse(`${event.type} on ${link.cloneNode(false).outerHTML}`);
  };
  // Added during the event, the listener is called after the test's listeners.
  // Bound now: a test may replace the method to see who listens.
  const listen = globalThis.addEventListener.bind(globalThis);
  const addCheck = ({type}) => listen(type, check, {once: true});
  for (const type of ['click', 'auxclick']) listen(type, addCheck, {capture: true});
};

/** The default font of Chromium: those of other engines need more, and higher, lines. */
const FONT = 'html {font-family: "Times New Roman", serif}';

/** Returns the HTML of the page. `framework` is the module that runs the tests. */
export const runnerPage = framework =>
  `<!doctype html><html><head><style>${FONT}</style></head><body><script>(${refuseNewTabs})();</script><script type="module" src="${framework}"></script></body></html>`;

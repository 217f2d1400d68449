/** A page or frame of Playwright or Puppeteer. */
interface Evaluating {
  evaluate(run: () => Promise<void>): Promise<void>;
}

/** Waits, in the page, as `partsDrawn` describes. */
export async function allPartsDrawn(): Promise<void> {
  type Widget = Element & {loadComplete?: Promise<void>};
  // WebKit has no idle callbacks, and a hostile page may have removed them: then as the widgets do.
  const {requestIdleCallback: idle} = window as Partial<Window>;
  const pendingParts = () =>
    [...document.querySelectorAll<HTMLScriptElement>('script[integrity]')].filter(({src}) =>
      /\/spass-(?!widgets\.|iframe\.)[^/]+\.js$/.test(src),
    );
  const ended = (part: HTMLScriptElement) =>
    new Promise<void>(done => {
      for (const type of ['load', 'error']) part.addEventListener(type, () => done());
    });
  // Some parts are asked for in idle time, some by another one that has run.
  for (let quiet = 0; quiet < 2; quiet++) {
    for (const widget of document.querySelectorAll<Widget>('*')) await widget.loadComplete;
    // Chromium 150 without a window may starve idle callbacks until the next frame with a change.
    await new Promise<unknown>(done => (idle ? idle(done, {timeout: 500}) : setTimeout(done, 1)));
    await new Promise(requestAnimationFrame);
    const parts = pendingParts();
    if (parts.length > 0) quiet = -1;
    await Promise.all(parts.map(ended));
  }
}

/**
 * Waits until all widgets of a page have loaded, all parts of the script that they have asked for have run, and what
 * these add has been painted: the regional sheet of a map, the code for print, QR codes, the foot of a portal.
 * `loadComplete` does not wait for these parts. A part is a script element until it has run.
 */
export const partsDrawn = (page: Evaluating): Promise<void> => page.evaluate(allPartsDrawn);

import type {Page} from 'playwright-core';

/** Runs axe on the rendered page. */
export const faultsOf = (
  page: Page,
  check:
    | 'clippedTexts'
    | 'familyViolations'
    | 'longAnimations'
    | 'animatedElements'
    | 'runningAnimations'
    | 'stateViolations'
    | 'targetViolations',
): Promise<string[]> =>
  page.evaluate(name => window.gallery.access[name](window.gallery.place), check);

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** User style sheet with the text spacing of WCAG 1.4.12, for the page and every shadow tree. */
const TEXT_SPACING_CSS =
  '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-block-end: 2em !important}';

const nextFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

const addStyleSheet = (page: Page, css: string): Promise<void> =>
  page.evaluate(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const {flat, place} = window.gallery;
    const trees = flat.flatDescendants(place).flatMap(({shadowRoot}) => shadowRoot ?? []);
    for (const tree of [document, ...trees])
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  }, css);

/** Removes the last added style sheet. */
const removeStyleSheet = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const {flat, place} = window.gallery;
    const trees = flat.flatDescendants(place).flatMap(({shadowRoot}) => shadowRoot ?? []);
    for (const tree of [document, ...trees])
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.slice(0, -1);
  });

/**
 * returns text that is cut or scrolls sideways at 320 px, at 1280 px and 400 % (a window of 320 by 256 px), with
 * text at 200 %, and with the spacing of WCAG 1.4.12.
 */
export async function reflowErrors(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const look = async (name: string): Promise<void> => {
    await nextFrames(page);
    if (await isWide(page)) faults.push(`${name}: wider than the page`);
    faults.push(...(await faultsOf(page, 'clippedTexts')).map(fault => `${name}: ${fault}`));
  };
  for (const [name, width, height] of [
    ['320 px', 320, 900],
    ['400 %', 320, 256],
  ] as const) {
    await page.setViewportSize({width, height});
    await look(name);
  }
  await page.setViewportSize({width: 1280, height: 900});
  for (const [name, css] of [
    ['200 %', 'body {font-size: 200%}'],
    ['spaced', TEXT_SPACING_CSS],
  ] as const) {
    await addStyleSheet(page, css);
    await look(name);
    await removeStyleSheet(page);
  }
  await page.setViewportSize({width: 320, height: 900});
  await addStyleSheet(page, 'body {font-size: 200%}');
  await nextFrames(page);
  if (await isWide(page)) faults.push('320 px in text of 200 %: wider than the page');
  await removeStyleSheet(page);
  await page.setViewportSize({width: 1280, height: 900});
  return faults;
}

/** Adds the keyboard surroundings of a widget: a sticky header and two buttons. */
const addKeyboardFrame = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const header = document.createElement('header');
    header.style.cssText =
      'position: sticky; inset-block-start: 0; block-size: 80px; z-index: 99; background: Canvas';
    const [before, after] = [document.createElement('button'), document.createElement('button')];
    [header.id, before.id, after.id] = ['sticky', 'before', 'after'];
    [before.textContent, after.textContent] = ['before', 'after'];
    document.body.prepend(header, before);
    document.body.append(after);
  });

const removeKeyboardFrame = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const id of ['sticky', 'before', 'after']) document.getElementById(id)?.remove();
  });

/** returns keyboard errors of the rendered page: focus order, traps, invisible focus. */
export async function keyboardErrors(page: Page): Promise<string[]> {
  // A modal dialog traps the focus, as it must; the tests of its widget cover it.
  const isModal = await page.evaluate(() =>
    window.gallery.flat
      .flatDescendants(document.body)
      .some(element => element.matches('dialog:modal')),
  );
  if (isModal) return [];
  await addKeyboardFrame(page);
  try {
    const most = await page.evaluate(() => window.gallery.keyboard.start());
    const faults: string[] = [];
    for (let n = 0; n <= most; n++) {
      await page.keyboard.press('Tab');
      const step = await page.evaluate(() => window.gallery.keyboard.step());
      if (step === 'out') return faults;
      faults.push(...step);
    }
    return [...faults, `still inside after ${String(most + 1)} presses`];
  } finally {
    await removeKeyboardFrame(page);
  }
}

/** Prepares the page for print, as a browser does, and waits until its widgets are prepared. */
async function openOnPaper(page: Page): Promise<void> {
  await page.keyboard.press('Control');
  await page.waitForFunction(() => {
    dispatchEvent(new Event('beforeprint'));
    const {flat, place} = window.gallery;
    const roots = flat
      .flatDescendants(place)
      .filter(element => 'view' in element && Object(element.view).preparesPrint)
      .flatMap(({shadowRoot}) => shadowRoot?.querySelector('.root') ?? []);
    return roots.every(element => element.matches('.on-paper'));
  });
}

/** returns screen-only controls that would be printed, and content that would not. */
export async function printErrors(page: Page): Promise<string[]> {
  const titles = await page.evaluate(() => {
    const {flat, place} = window.gallery;
    return flat
      .flatDescendants(place)
      .filter(
        element =>
          element.matches('[part~=link], [part~=title]') &&
          (flat.isVisible(element) || element.closest('details:not([open])')) &&
          // An open dialog is printed on its own.
          (element.closest('dialog') !== null ||
            !document.activeElement?.shadowRoot?.querySelector('dialog:modal')),
      )
      .map(element => element.textContent.trim());
  });
  await page.emulateMedia({media: 'print'});
  await openOnPaper(page);
  await nextFrames(page);
  const faults = await page.evaluate(before => {
    const {flat, place} = window.gallery;
    const {describeElement, flatDescendants, isVisible} = flat;
    const isForEars = (element: Element): boolean =>
      flat.flatClosest(element, at => getComputedStyle(at).clipPath === 'inset(50%)') !== undefined;
    const seen = flatDescendants(place).filter(
      element => isVisible(element) && !isForEars(element),
    );
    // The name of a control is printed as plain text.
    const isPlain = (element: Element): boolean => {
      const {borderStyle, backgroundColor, textDecorationLine} = getComputedStyle(element);
      return (
        element.localName === 'button' &&
        element.textContent.trim() !== '' &&
        borderStyle === 'none' &&
        backgroundColor === 'rgba(0, 0, 0, 0)' &&
        textDecorationLine === 'none'
      );
    };
    const controls = seen.filter(
      element => element.matches('button, input, select, textarea') && !isPlain(element),
    );
    const words = seen.map(element => element.textContent.trim());
    const maps = seen.filter(element => element.matches('.map, [part~=map]'));
    const short = (address: string): string =>
      decodeURI(address)
        .replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/$/, '');
    // The foot of the page follows the story.
    const foot = document.querySelector('.spass-foot');
    const notes = foot ? flatDescendants(foot).filter(one => one.matches('.notes li')) : [];
    // An address is printed beside its link, or as a note at the end of the page, with its number at the link.
    const hasAddress = (link: HTMLAnchorElement): boolean => {
      const {content} = getComputedStyle(link, '::after');
      const {note} = link.dataset;
      if (!note) return content.includes(link.getAttribute('href') ?? '');
      const address = notes[Number(note) - 1]?.textContent.trim();
      return content.includes(note) && address === `${note}\u00a0${short(link.href)}`;
    };
    const silent = seen.filter(
      element =>
        element instanceof HTMLAnchorElement &&
        // The page's own links are printed as the page styles them.
        element.getRootNode() !== document &&
        /^https?:/.test(element.getAttribute('href') ?? '') &&
        !hasAddress(element),
    );
    const scrolled = seen.filter(
      element =>
        /auto|scroll|hidden/.test(getComputedStyle(element).overflowY) &&
        element.scrollHeight > element.clientHeight + 1,
    );
    return [
      ...controls.map(element => `printed: ${describeElement(element)}`),
      ...maps.map(element => `a map is printed: ${describeElement(element)}`),
      ...silent.map(element => `no address: ${describeElement(element)}`),
      ...scrolled.map(element => `cut off: ${describeElement(element)}`),
      ...before.filter(title => !words.includes(title)).map(title => `not printed: ${title}`),
    ];
  }, titles);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({media: null});
  return faults;
}

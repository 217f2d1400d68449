import {ancestorsOf} from '../ancestors.js';

/** Rooms of the first lines of a widget, of cards and of a map, on sheets of A4 and A3. Shares are of the width of the column. */
const ROOMS = {
  text: '5em',
  cards: '18em',
  map: 'calc(48% + 4em)',
  wideMap: 'calc(28% + 5em)',
} as const;
/** Width of a sheet of A3, in pixels. */
const WIDE = 1200;
const MAP = 'spass-project-map';

/**
 * Classes of elements of the page: boxes that are printed whole, bars on one sheet and on none, grids and columns, grids
 * with rows on paper too, and grids and columns that are longer than a sheet.
 */
const [WHOLE, ONCE, NEVER, GRID, ROWS, LONG] = [
  'spass-whole',
  'spass-once',
  'spass-never',
  'spass-grid',
  'spass-rows',
  'spass-long',
] as const;
/** Height on the screen from which a box is longer than a sheet, in pixels. */
const SHEET_HEIGHT = 900;
/** Boxes that are longer than a sheet on the screen: Chromium counts the sheets before a page that is prepared again. */
const longBoxes = new WeakSet<Element>();
/** Class of a heading that begins a sheet. */
export const LAST = 'spass-last';
const HEADINGS = ':is(h1,h2,h3,h4,h5,h6)';
/** Firefox and Safari, which end a sheet between a heading and what follows it. */
const IGNORES_AVOID = '(-moz-appearance:none) or (hanging-punctuation:first)';
/** The foot has no rules of the page, such as those for all its parts. */
const FOOT =
  'display:block;position:static;float:none;clear:both;columns:auto;width:auto;max-width:none;height:auto;min-height:0;border:0;padding:0;';
const CLASS_RULES = `.spass-foot{margin:0;${FOOT.replaceAll(';', '!important;')}}.${WHOLE}{position:relative!important;inset:auto!important;height:auto!important;max-height:none!important;overflow:visible!important}.${ONCE}{position:absolute!important}.${NEVER}{display:none!important}.${LAST}{break-before:page!important}.${LONG}{display:block!important;min-height:0!important}.${LONG}>*+*{margin-block-start:1em}@supports (-moz-appearance:none){.${GRID}{display:block!important}}`;

/** Returns the rule of headings before some tags, with a paragraph between them or none. */
const roomRule = (tags: string, room: string, parent: string): string => {
  const headings = `${parent}${HEADINGS}:has(+ :is(${tags}),+ p + :is(${tags}))`;
  return `${headings}::after{content:'';display:block;padding-block-start:${room};margin-block-end:calc(-1*${room})}`;
};

/**
 * Returns rules that keep the room of the first lines below headings, where these are not kept with what follows them.
 *
 * @param parent Selector before that of the headings.
 */
const roomRules = (tags: string, parent = ''): string =>
  roomRule(tags, ROOMS.text, parent) +
  roomRule('spass-portal-cards', ROOMS.cards, parent) +
  roomRule(MAP, ROOMS.map, parent) +
  `@media (width>=${WIDE}px){${roomRule(MAP, ROOMS.wideMap, parent)}}`;

/**
 * Adds rules for the page around the widgets: headings stay with what follows them, and a paragraph between a heading and
 * a widget with the widget. Rows of grids are not kept together: Chromium would divide the second one. Rules of the page
 * have precedence over these.
 *
 * @param tags Names of the tags on the page.
 * @returns The function that undoes it.
 */
export function addPageRules(tags: ReadonlySet<string>): () => void {
  const names = [...tags].join();
  const inGrid = `.${ROWS}>`;
  const rules = [
    `${HEADINGS},figure{break-inside:avoid}${HEADINGS},${HEADINGS}+p:has(+ :is(${names})){break-after:avoid}`,
    `${inGrid}*{break-after:auto}${roomRules(names, inGrid)}`,
    `@supports ${IGNORES_AVOID}{${roomRules(names)}}`,
    CLASS_RULES,
  ];
  return adopt(`@media print{@layer spass-widgets{${rules.join('')}}}`);
}

/** Adds a style sheet to the page. Returns the function that removes it. */
function adopt(rules: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
  };
}

/**
 * Adds the number to the foot of each sheet, and the title of the page to that of each further one, unless the page has
 * margins of its own. Browsers print their own lines at the corners, if the reader wants them; only Chromium prints these.
 *
 * @returns The function that undoes it.
 */
export function addRunningFoot(title: string): () => void {
  // Chromium ignores layers around rules for sheets (seen in 156).
  if (pageRules().some(rule => rule instanceof CSSPageRule && rule.cssRules.length))
    return () => undefined;
  const numbers = "counter(page) ' / ' counter(pages)";
  const foot = (content: string): string =>
    `{@bottom-center{content:${content};font:7.5pt system-ui,sans-serif;color:#4d5a5f}}`;
  return adopt(
    `@page${foot(`"${CSS.escape(title)}   –   " ${numbers}`)}@page:first${foot(numbers)}`,
  );
}

/** Returns the rules of the style sheets of the page, but those of other sites. */
const pageRules = (): readonly CSSRule[] =>
  [...document.styleSheets].flatMap(sheet => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  });

/** Returns the values of `display` that rules of the page for paper give an element. */
const displaysOnPaper = (element: Element): readonly string[] =>
  pageRules()
    .filter(rule => rule instanceof CSSMediaRule && rule.media.mediaText.includes('print'))
    .flatMap(rule => [...(rule as CSSMediaRule).cssRules])
    .flatMap(rule =>
      rule instanceof CSSStyleRule && rule.style.display && element.matches(rule.selectorText)
        ? rule.style.display
        : [],
    );

/** True if the page lays out an element otherwise on paper. */
const hasPrintLayout = (element: Element): boolean => displaysOnPaper(element).length > 0;

/** True if the page shows an element, or what it is in, on screens only. */
export const isScreenOnly = (element: Element): boolean =>
  [element, ...ancestorsOf(element)].some(one => displaysOnPaper(one).includes('none'));

/**
 * Marks the elements of a page that are laid out for the screen only. Of a box that scrolls, only what it shows would be
 * printed. Bars that stay in place would be printed on each sheet, over its text: headers are on the first sheet only,
 * other bars, such as those about cookies, on none.
 *
 * @param mark Adds a class to an element until the page has been printed.
 * @returns The function that scrolls the boxes to where they were.
 */
export function unfoldPage(
  widgets: readonly Element[],
  mark: (element: Element, className: string) => void,
): () => void {
  const around = new Set<Element>();
  const cut = new Map<Element, number>();
  const isScreen = !matchMedia('print').matches;
  for (const widget of widgets) {
    let isCut = false;
    for (const box of ancestorsOf(widget)) {
      around.add(box);
      const {display, flexDirection, overflowY} = getComputedStyle(box);
      const isGrid = display === 'grid';
      if (isGrid || (display === 'flex' && flexDirection === 'column')) {
        // Firefox divides the cards and rows of a widget in a grid (seen in 153).
        mark(box, GRID);
        // Chromium lays out the second part of a long one over what follows it, or a blank sheet after it (seen in 156).
        if (!hasPrintLayout(box)) {
          if (isScreen && box.clientHeight > SHEET_HEIGHT) longBoxes.add(box);
          if (longBoxes.has(box)) mark(box, LONG);
          else if (isGrid) mark(box, ROWS);
        }
      }
      isCut ||= box.scrollHeight > box.clientHeight + 1 && overflowY !== 'visible';
      if (isCut) cut.set(box, box.scrollTop);
    }
  }
  const bars = [...document.querySelectorAll('body *')].filter(
    bar => !around.has(bar) && getComputedStyle(bar).position === 'fixed',
  );
  for (const [bar, {top}] of bars.map(one => [one, one.getBoundingClientRect()] as const))
    mark(bar, top < innerHeight / 2 ? ONCE : NEVER);
  for (const box of cut.keys()) mark(box, WHOLE);
  return () => {
    for (const [box, top] of cut) box.scrollTop = top;
  };
}

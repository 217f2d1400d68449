import {ancestorsOf} from '../ancestors.js';

/**
 * Rooms of the first lines of a widget, of cards in rows and of those in columns, and of a map, on sheets of A4 and A3.
 * Shares are of the width of the column.
 */
const ROOMS = {
  text: '5em',
  cards: '10em',
  highCards: '18em',
  wideCards: '20em',
  map: 'calc(48% + 4em)',
  wideMap: 'calc(28% + 5em)',
} as const;
/** Width of a sheet of A3, in pixels. */
const WIDE = 1200;
const [MAP, CARDS] = ['spass-project-map', 'spass-portal-cards'] as const;

/** Classes of elements of the page: boxes that are printed whole, bars on one sheet and on none, grids, high cards. */
const [WHOLE, ONCE, NEVER, GRID, HIGH] = [
  'spass-whole',
  'spass-once',
  'spass-never',
  'spass-grid',
  'spass-high',
] as const;
const CLASS_RULES = `.spass-foot{clear:both;margin:0;border:0;padding:0}.${WHOLE}{position:relative!important;inset:auto!important;height:auto!important;max-height:none!important;overflow:visible!important}.${ONCE}{position:absolute!important}.${NEVER}{display:none!important}@supports (-moz-appearance:none){.${GRID}{display:block!important}}`;

/** Returns the rule of headings before some tags, with a paragraph between them or none. */
const roomRule = (tags: string, room: string): string => {
  const headings = `:is(h1,h2,h3,h4,h5,h6):has(+ :is(${tags}),+ p + :is(${tags}))`;
  return `${headings}{break-inside:avoid}${headings}::after{content:'';display:block;padding-block-start:${room};margin-block-end:calc(-1*${room})}`;
};

/**
 * Adds rules for the page around the widgets. Those for headings keep them with the widgets that follow them: widgets
 * contain their layout, so that Chromium would end a sheet between a heading and the first line of its widget. Rules of
 * the page have precedence over these.
 *
 * @param tags Names of the tags on the page.
 * @returns The function that undoes it.
 */
export function addPageRules(tags: ReadonlySet<string>): () => void {
  const sheet = new CSSStyleSheet();
  const rules = [
    roomRule([...tags].join(), ROOMS.text),
    roomRule(CARDS, ROOMS.cards),
    roomRule(`.${HIGH}`, ROOMS.highCards),
    roomRule(MAP, ROOMS.map),
    `@media (width>=${WIDE}px){${roomRule(MAP, ROOMS.wideMap) + roomRule(CARDS, ROOMS.wideCards)}}`,
    CLASS_RULES,
  ];
  sheet.replaceSync(`@media print{@layer spass-widgets{${rules.join('')}}}`);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
  };
}

/** True if the first cards of a widget are as high as columns on A4: they are few, or the widget is narrow. */
const hasHighCards = ({shadowRoot, clientWidth}: Element): boolean => {
  const cards = shadowRoot?.querySelectorAll('.cards.grid > *, .lead').length ?? 0;
  return cards > 0 && (cards < 4 || clientWidth < 0.8 * innerWidth);
};

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
  for (const widget of widgets) {
    if (hasHighCards(widget)) mark(widget, HIGH);
    let isCut = false;
    for (const box of ancestorsOf(widget)) {
      around.add(box);
      const {display, flexDirection, overflowY} = getComputedStyle(box);
      // Firefox divides the cards and rows of a widget in a grid (seen in 153).
      if (display === 'grid' || (display === 'flex' && flexDirection === 'column')) mark(box, GRID);
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

/** Rooms of the first lines of a widget, and of a map with its frame, on sheets of A4 and A3. */
const ROOMS = {text: '5em', map: 'calc(43vw + 4em)', wideMap: 'calc(32vw + 4em)'} as const;
/** Width of a sheet of A3, in pixels. */
const WIDE = 1200;
const MAP = 'spass-project-map';

/** Returns the rule of headings before some tags, with a paragraph between them or none. */
const roomRule = (tags: string, room: string): string => {
  const headings = `:is(h1,h2,h3,h4,h5,h6):has(+ :is(${tags}),+ p + :is(${tags}))`;
  return `${headings}{break-inside:avoid}${headings}::after{content:'';display:block;block-size:${room};margin-block-end:calc(-1*${room})}`;
};

/**
 * Keeps the headings of a page with the widgets that follow them: widgets contain their layout, so that Chromium would
 * end a sheet between a heading and the first line of its widget. Rules of the page have precedence.
 *
 * @param tags Names of the tags on the page.
 * @returns The function that undoes it.
 */
export function addHeadingRooms(tags: ReadonlySet<string>): () => void {
  const sheet = new CSSStyleSheet();
  const rules = [
    roomRule([...tags].join(), ROOMS.text),
    roomRule(MAP, ROOMS.map),
    `@media (width>=${WIDE}px){${roomRule(MAP, ROOMS.wideMap)}}`,
  ];
  sheet.replaceSync(`@media print{@layer spass-widgets{${rules.join('')}}}`);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
  };
}

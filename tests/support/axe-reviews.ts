import type Axe from 'axe-core';
import {flatParent} from './flat-tree.js';

/** Incomplete result of axe for an element. */
export interface IncompleteResult {
  readonly rule: string;
  /** Reason given by axe (`messageKey`). */
  readonly reason: string;
  /** Tag of the widget, then the element: `spass-story a.next`. */
  readonly where: string;
}

/** Manual review of incomplete results. */
interface Review extends Omit<IncompleteResult, 'where'> {
  readonly where: RegExp;
  readonly verdict: string;
  /** Reviewed material and date. */
  readonly by: string;
}

const CAPTURES = 'on screenshots at 900 px, light and dark, 2026-11-25';
const contrast = (reason: string, where: RegExp, verdict: string): Review => ({
  rule: 'color-contrast',
  reason,
  where,
  verdict: `holds: ${verdict}`,
  by: CAPTURES,
});

const OUT_OF_VIEW =
  'ordinary text, but beyond the window or below the fold of a list that scrolls, where axe sees what is before it; the pair is one of tokens, held by A-14';

/** Accepted reviews. Incomplete results without a review fail the test. */
const REVIEWS: readonly Review[] = [
  ...['imgNode', 'bgOverlap', 'shortTextContent'].map(reason =>
    contrast(
      reason,
      // An element that was rendered again has lost its widget.
      /^(?:spass-(?:project|project-map|contribute|story)|g|page) (?:text|tspan)(?:\.\w+)*$/,
      'names of towns on the map, numbers of its scale bar and distances of its circles, in a muted ink on the land’s tint with a halo of the ground; hidden from screen readers, the list says what the map shows',
    ),
  ),
  ...['imgNode', 'bgOverlap', 'elmPartiallyObscured'].map(reason =>
    contrast(
      reason,
      /^(?:spass-(?:project|project-map|contribute|story)|span|page) bdi$/,
      'towns beyond the edges of a map, in the ink of its names with a halo of the ground; hidden from screen readers',
    ),
  ),
  contrast(
    'imgNode',
    /^spass-compare text$/,
    'names of towns on the drawing of a place, in the ink of its family with a halo of the land; hidden from screen readers, the words below it name the place',
  ),
  contrast(
    'imgNode',
    /^spass-(?:project-map|contribute|story) (?:p\.credit\.small|a)$/,
    'the credit has a ground of its own over the map, the one of the page',
  ),
  ...['elmPartiallyObscuring', 'imgNode'].map(reason => ({
    ...contrast(
      reason,
      /^spass-project-map (?:p(?:\.ground)?\.small|span|a\[part=link\]|button\.quiet)$/,
      'text beside a map, over paths of its drawing that the map clips: axe reads their whole boxes',
    ),
    by: 'from the style of the map, `overflow: clip`, 2026-11-28',
  })),
  ...['elmPartiallyObscuring', 'imgNode'].map(reason => ({
    ...contrast(
      reason,
      /^spass-contribute (?:label|legend|strong|p\.small|span\.need\.small)$/,
      'questions and hints above and below the map of a form, over paths that the map clips',
    ),
    by: 'from the style of the map, and on screenshots at 1280 px, light, 2026-12-01',
  })),
  {
    ...contrast(
      'imgNode',
      /^spass-(?:project-map|layer|explorer) button\.button\.retry$/,
      'the button below the coasts of a map that has failed, which their box clips; it has the ground of the page',
    ),
    by: 'on screenshots at 320 px, light and dark, and 1280 px, light, 2026-11-29',
  },
  ...['elmPartiallyObscured', 'imgNode'].map(reason => ({
    ...contrast(
      reason,
      /^spass-project-map (?:p\.small(?:\.in-view|\.outside)?|a\[part=link\]|span(?:\.small|\.years|\[part=title\])|summary|h3\.title|li|button\.button)$/,
      'the list beside a map: the same paths, since the list is positioned and so above them for axe',
    ),
    by: 'from the style of the map, and on screenshots at 1280 px, light, 2026-11-29',
  })),
  contrast(
    '',
    /^spass-programme-timeline (?:a(?:\[part=link\])?|span(?:\.years|\[part=title\])?)$/,
    'text on bars in a family’s colour, in the colour for text on it: tests/repository/contrast.test.ts',
  ),
  contrast(
    'pseudoContent',
    /^spass-programme-timeline (?:a(?:\[part=link\])?|li(?:\.[\w-]+)*|div(?:\.[\w-]+)+|span(?:\.years|\[part=title\]))$/,
    'the bar is drawn by ::before; words beside it are in the ink of the page, words on it in the colour for text on it',
  ),
  contrast(
    'pseudoContent',
    /^spass-family-filter span\.(?:count|name)$/,
    'the mark of what is chosen is a line drawn by ::after under the words, not behind them',
  ),
  ...['imgNode', 'shortTextContent'].map(reason => ({
    ...contrast(
      reason,
      /^spass-(?:project-map|contribute|explorer|layer|story) button\[part=cluster\]$/,
      'the ring around the number is drawn below the button; inside it is a disc of the ground of the page',
    ),
    by: 'on screenshots at 1280 px, light, dark and in forced colours, 2026-11-30',
  })),
  contrast(
    'pseudoContent',
    /^spass-project-progress span$/,
    'the line from mark to mark is drawn by ::before beside the words',
  ),
  contrast(
    'bgGradient',
    /^(?:(?:spass-(?:resource-list|story|project-map)|section) |p a$)/,
    'the gradient is between a colour and its own tint, at an edge that only scrolling shows; the text is the page’s ink',
  ),
  contrast(
    'bgOverlap',
    /^spass-compare span\.when$/,
    'the year has a ground of its own over the picture',
  ),
  contrast(
    'bgOverlap',
    /^spass-story span\.when$/,
    'the year has a ground of its own over the picture',
  ),
  contrast(
    'bgOverlap',
    /^spass-portal-cards (?:[ap](?:[.[].*)?|h3\.title|span(?:[.[].*)?)$/,
    'the link of a card is stretched over its words without a ground; the words are the page’s ink on the card’s ground',
  ),
  contrast(
    'bgOverlap',
    /^spass-(?:agenda|compare|contribute|directory|explorer|family-filter|project|project-map|resource-list|story) [a-z\d]+(?:[.[].*)?$/,
    OUT_OF_VIEW,
  ),
  contrast('bgOverlap', /^spass-portal-cards button\[part=more\]$/, OUT_OF_VIEW),
  contrast(
    'bgOverlap',
    /^spass-programme-timeline (?:a\[part=link\]|label|p\.beyond\.small|(?:li\.bar|span)(?:\.[\w-]+)*)$/,
    OUT_OF_VIEW,
  ),
  contrast(
    'bgOverlap',
    /^(?:p|section|slot) (?:a|h[23]|p)$/,
    `the page’s own words: ${OUT_OF_VIEW}`,
  ),
  contrast(
    'elmPartiallyObscured',
    /^(?:(?:spass-(?:contribute|project-map|story)|g|page) text(?:\.\w+)?|spass-(?:project-map|story) h3\.title)$/,
    'a name of the map under a control of the map, or a title under the bar of the story until it is scrolled to',
  ),
  contrast(
    'elmPartiallyObscured',
    /^spass-compare span\.year$/,
    'the last tile of the filmstrip, cut by its edge until it is scrolled to; the page’s ink on its ground',
  ),
  contrast(
    'elmPartiallyObscured',
    /^spass-resource-list d[dt]$/,
    'the last lines of a dialog that scrolls, cut by its edge until they are scrolled to; the page’s ink and muted ink on its ground',
  ),
  ...['bgOverlap', 'elmPartiallyObscured', 'shortTextContent'].map(reason => ({
    ...contrast(
      reason,
      /^(?:th label|tr td|td strong)$/,
      'the table of Storybook’s own desk of colours, in the page’s ink on its ground: numbers, beyond the window or cut by the edge of its box, which scrolls',
    ),
    by: 'on screenshots at 320 and 1280 px, 2026-11-26',
  })),
  {
    ...contrast(
      'elmPartiallyObscured',
      /^(?:spass-resource-list (?:select\.field|a\[part=file\]|span(?:\.picture|\.small)?)|spass-contribute span\.need\.small|spass-agenda button\[part=calendar\]|spass-programme-timeline span\.family\.\w+|spass-project-progress a\[part=link\]|spass-portal-cards p\.mark\.small)$/,
      'it ends at the very edge of the ground that a skin gives the widget, at the same pixel, and axe takes a rounding for an overhang; all of it lies on that ground',
    ),
    by: 'the boxes of both in Firefox at 1280 px and in Chromium at 320 px, 2026-11-26',
  },
  {
    ...contrast(
      'elmPartiallyObscured',
      /^spass-(?:directory span\[part=title\]|story span)$/,
      'the box of its letters is 1 to 2 px higher than its line, and so than the ground that begins there; the letters are not',
    ),
    by: 'the boxes of both in WebKitGTK at 320 and 1280 px, 2026-11-26',
  },
  {
    ...contrast(
      'elmPartiallyObscured',
      /^spass-programme-timeline (?:a\[part=link\]|label|(?:li\.bar|span)(?:\.[\w-]+)*)$/,
      'in a long generation beyond the window, which a browser has not laid out for its new width yet; seen nowhere once it is (content-visibility)',
    ),
    by: 'axe again at 320 px half a second after the change of width, and the style sheet, 2026-11-26',
  },
  contrast(
    'emptyValue',
    /^spass-(?:contribute|programme-timeline|project-map|resource-list) (?:input|textarea)/,
    'a field with nothing in it; what is typed there is the page’s ink on the page’s ground',
  ),
  contrast(
    'shortTextContent',
    /^spass-(?:contribute|directory|family-filter|project-map|resource-list|story) (?:span\.(?:count|small)|text)$/,
    'one digit or letter: numbers in the muted ink, letters of marks held by A-14',
  ),
  contrast(
    'equalRatio',
    /^spass-programme-timeline span\.years$/,
    'years inside a bar that begins before the axis: the white of its name on the fill of its family, below which axe reads the page',
  ),
  contrast(
    'equalRatio',
    /^spass-project(?:-progress)? span$/,
    'in forced colours axe reads the colour that the page gives; on the screen it is LinkText on Canvas',
  ),
  {
    rule: 'link-in-text-block',
    reason: 'bgOverlap',
    where: /^spass-project(?:-map)? a\[part=link\]$/,
    verdict:
      'holds: links are underlined, those of the popup, of the list beside the map and of a portfolio too',
    by: CAPTURES,
  },
  {
    rule: 'target-size',
    reason: 'partiallyObscuredNonTabbable',
    where: /^spass-project-map button\[part=(?:marker|cluster)\]$/,
    verdict:
      'holds by its exception: marks of the map lie where their places are; each has its entry in the list, and zooming parts them',
    by: CAPTURES,
  },
];

/** Returns the tag of the widget, then the element by tag, part or classes. */
function elementPath(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : flatParent(element);
  const part = element.getAttribute('part');
  const kind = part ? `[part=${part}]` : [...element.classList].map(name => `.${name}`).join('');
  return `${host?.localName ?? 'page'} ${element.localName}${kind}`;
}

/** Converts incomplete results of axe, which must be run with `elementRef`. */
export const incompleteResults = (incomplete: readonly Axe.Result[]): IncompleteResult[] =>
  incomplete.flatMap(({id, nodes}) =>
    nodes.map(({element, any, all, none}) => ({
      rule: id,
      reason:
        [...any, ...all, ...none]
          .map(({data}) => (data as {messageKey?: string} | null)?.messageKey)
          .find(Boolean) ?? '',
      where: element ? elementPath(element) : 'nowhere',
    })),
  );

/** Returns the incomplete results without a review, each once. */
export const unreviewedResults = (doubts: readonly IncompleteResult[]): string[] => {
  const open = doubts.filter(
    ({rule, reason, where}) =>
      !REVIEWS.some(
        review => review.rule === rule && review.reason === reason && review.where.test(where),
      ),
  );
  return [...new Set(open.map(({rule, reason, where}) => `${rule} (${reason}): ${where}`))];
};

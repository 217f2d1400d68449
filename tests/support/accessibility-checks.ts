import {
  flatChildren,
  describeElement,
  flatDescendants,
  isVisible,
  flatClosest,
  flatParent,
} from './flat-tree.js';
import {coloursOn} from './focus.js';

// Accessibility checks of the elements rendered in a container. Each returns one line per violation.

const TARGET_SELECTOR = [
  'a[href]',
  'button',
  'input:not([type=hidden])',
  'select',
  'textarea',
  'summary',
  '[role=button]',
  '[role=tab]',
  '[role=slider]',
].join();

/** Minimum size of pointer targets, and of primary controls, in CSS pixels. */
const MIN_TARGET_SIZE = 24;
const MIN_PRIMARY_SIZE = 44;

/**
 * Selector of primary controls: buttons, fields, tabs, filter toggles, links that cover a card. Others (chips, inline
 * buttons, links in lists, map markers) are secondary.
 */
const PRIMARY_CONTROLS = '.button, .field, [role=tab], [part~=toggle], [part~=more]';

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

const unionBox = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** Returns the pointer target of an element, including its label and the area its link is stretched over. */
function targetArea(element: Element): Box {
  let area: Box = element.getBoundingClientRect();
  for (const label of (element as Partial<HTMLInputElement>).labels ?? [])
    area = unionBox(area, label.getBoundingClientRect());
  const {content, position} = getComputedStyle(element, '::after');
  if (content !== 'none' && position === 'absolute') {
    const holder = flatClosest(
      flatParent(element) ?? element,
      at => getComputedStyle(at).position !== 'static',
    );
    if (holder) area = unionBox(area, holder.getBoundingClientRect());
  }
  return area;
}

/** Returns true for a link inside a sentence, as high as its line (WCAG 2.5.8, "inline"). */
function isInSentence(element: Element): boolean {
  if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
  const block = flatClosest(flatParent(element) ?? element, at =>
    /^(?:block|list-item|table-cell|flow-root)$/.test(getComputedStyle(at).display),
  );
  const own = element.textContent.trim();
  const words = (block?.textContent ?? '').replace(own, '').trim();
  return words.length > 1;
}

/** Returns true if the element is hidden until focused, for keyboard users. */
const isVisuallyHidden = (element: Element): boolean =>
  flatClosest(element, at => getComputedStyle(at).clipPath === 'inset(50%)') !== undefined;

const collapseSpaces = (words: string | null | undefined): string =>
  (words ?? '').replace(/\s+/g, ' ').trim();

/** A-03, RGAA 1.9: returns figures whose label is not exactly their caption. */
export const figureViolations = (place: Element): string[] =>
  flatDescendants(place).flatMap(element => {
    const caption = collapseSpaces(element.querySelector('figcaption')?.textContent);
    if (element.localName !== 'figure' || caption === '') return [];
    const {role, ariaLabel} = element;
    return /^(?:figure|group)$/.test(role ?? '') && collapseSpaces(ariaLabel) === caption
      ? []
      : [`"${caption}" is the caption of role="${role ?? ''}" aria-label="${ariaLabel ?? ''}"`];
  });

/** returns pointer targets that are too small. */
export function targetViolations(place: Element): string[] {
  return flatDescendants(place).flatMap(element => {
    if (!element.matches(TARGET_SELECTOR) || !isVisible(element)) return [];
    if (element.closest('[inert]') || isVisuallyHidden(element) || isInSentence(element)) return [];
    const {left, top, right, bottom} = targetArea(element);
    if (right - left === 0 || bottom - top === 0) return [];
    const minSize = element.matches(PRIMARY_CONTROLS) ? MIN_PRIMARY_SIZE : MIN_TARGET_SIZE;
    // Rounded, because the page's fractional font size can turn 44 px into 43.99 px.
    const [width, height] = [right - left, bottom - top].map(side => Math.round(side * 10) / 10);
    if (Math.min(width ?? 0, height ?? 0) >= minSize) return [];
    return [
      `${describeElement(element)}: ${String(width)} by ${String(height)} px, ${String(minSize)} asked`,
    ];
  });
}

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(?:-|$)/i.test(tag);
  } catch {
    return false;
  }
};

/** returns elements with an invalid language tag. */
export const languageViolations = (place: Element): string[] =>
  flatDescendants(place).flatMap(element =>
    ['lang', 'hreflang']
      .map(name => [name, element.getAttribute(name)] as const)
      .filter(([, value]) => value !== null && !isLanguage(value))
      .map(([name, value]) => `${describeElement(element)}: ${name}="${String(value)}"`),
  );

/** Attributes that assistive technology reads in addition to the text. */
const TEXT_ATTRIBUTES = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'placeholder',
  'title',
];

/** returns texts and attributes that contain `mark` but are not marked up as `lang`. */
export function unmarkedTexts(place: Element, mark: string, lang: string): string[] {
  const read = (node: Node): string[] => {
    if (node instanceof HTMLStyleElement) return [];
    const words =
      node instanceof Text
        ? [node.data]
        : node instanceof Element
          ? TEXT_ATTRIBUTES.map(name => node.getAttribute(name) ?? '')
          : [];
    const declared = flatClosest(node, at => at.hasAttribute('lang'))?.getAttribute('lang') ?? '';
    const holder = node instanceof Element ? node : flatParent(node);
    const unmarked =
      declared.split('-')[0] === lang || !holder ? [] : words.filter(text => text.includes(mark));
    return [
      ...unmarked.map(
        text =>
          `${describeElement(holder!)}: "${text.trim().slice(0, 40)}" in ${declared || 'none'}`,
      ),
      ...flatChildren(node).flatMap(read),
    ];
  };
  return read(place);
}

/** returns headings that break the order: wrong first level, h1, skipped level. */
export function headingViolations(place: Element, first: number): string[] {
  const headings = flatDescendants(place).filter(
    // Slotted headings belong to the page.
    element =>
      /^h[1-6]$/.test(element.localName) &&
      element.getRootNode() !== document &&
      isVisible(element),
  );
  return headings.flatMap((element, at) => {
    const levelOf = (heading: Element): number => Number(heading.localName.slice(1));
    const before = at === 0 ? first - 1 : levelOf(headings[at - 1] as Element);
    const level = levelOf(element);
    if (level >= first && level <= before + 1) return [];
    return [
      `${describeElement(element)} after level ${String(before)}, the first being ${String(first)}`,
    ];
  });
}

/** returns links that open a window without a notice, and downloads with a different file name. */
export function linkViolations(place: Element, noticePattern: RegExp): string[] {
  return flatDescendants(place).flatMap(element => {
    if (!(element instanceof HTMLAnchorElement) || !element.href) return [];
    const faults: string[] = [];
    const {target, title, textContent, rel} = element;
    if (target && target !== '_self') {
      if (!noticePattern.test(`${textContent} ${title} ${element.ariaLabel ?? ''}`))
        faults.push('opens a window and does not say so');
      if (!rel.split(' ').includes('noopener')) faults.push('lends its window to the other page');
    }
    if (element.download && !/^(?:blob|data):/.test(element.href)) faults.push('renames a file');
    return faults.map(fault => `${describeElement(element)}: ${fault}`);
  });
}

/** returns running animations in the whole page: none may run at rest, others at most five seconds. */
export const runningAnimations = (): string[] => animationsLongerThan(0);
export const longAnimations = (): string[] => animationsLongerThan(5000);

/** returns elements that would animate on interaction although reduced motion is preferred. */
export const animatedElements = (place: Element): string[] =>
  flatDescendants(place)
    .filter(element => element.checkVisibility({visibilityProperty: true}))
    .filter(element =>
      [null, '::before', '::after'].some(part => {
        const {animationName, transitionDuration, transitionProperty} = getComputedStyle(
          element,
          part,
        );
        const takesTime = transitionDuration.split(',').some(time => Number.parseFloat(time) > 0);
        return animationName !== 'none' || (transitionProperty !== 'none' && takesTime);
      }),
    )
    .map(describeElement);

function animationsLongerThan(durationMs: number): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const element of flatDescendants(document))
    if (element.shadowRoot) roots.push(element.shadowRoot);
  const running = new Set(roots.flatMap(root => root.getAnimations()));
  return [...running]
    .filter(
      ({playState, effect}) =>
        playState === 'running' && Number(effect?.getComputedTiming().endTime) > durationMs,
    )
    .map(({effect}) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return target ? describeElement(target) : 'something';
    });
}

/** Returns the boxes of the element's own text, without its children's. */
function textRects(element: Element): DOMRect[] {
  const range = document.createRange();
  return [...element.childNodes].flatMap(node => {
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
}

/** returns clipped text, except visually hidden text and text on a map. */
export const clippedTexts = (place: Element): string[] =>
  flatDescendants(place).flatMap(element => {
    const {overflowX, overflowY} = getComputedStyle(element);
    const hides = (overflow: string): boolean => /hidden|clip/.test(overflow);
    if (!hides(overflowX) && !hides(overflowY)) return [];
    if (!isVisible(element) || isVisuallyHidden(element) || isOnMap(element)) return [];
    const box = element.getBoundingClientRect();
    return (
      flatDescendants(element)
        .concat(element)
        .filter(inner => isVisible(inner) && !isVisuallyHidden(inner) && !isOnMap(inner))
        // Content of a nested scroll container can be scrolled into view.
        .filter(inner => flatClosest(inner, at => at === element || scrolls(at)) === element)
        .filter(inner =>
          textRects(inner).some(
            ({left, top, right, bottom}) =>
              (hides(overflowX) && (left < box.left - 1 || right > box.right + 1)) ||
              (hides(overflowY) && (top < box.top - 1 || bottom > box.bottom + 1)),
          ),
        )
        .map(inner => `${describeElement(inner)}: cut by ${describeElement(element)}`)
    );
  });

const scrolls = (element: Element): boolean =>
  /auto|scroll/.test(getComputedStyle(element).overflowY);

/** Returns true for map content, which is larger than its visible area, and for hidden content. */
const isOnMap = (element: Element): boolean =>
  flatClosest(element, at => at.matches('.stage, .map, [part~=map], [aria-hidden=true]')) !==
  undefined;

/** Style properties that can show a state without colour. */
const SHAPE_PROPERTIES = [
  'borderBlockEndStyle',
  'borderBlockEndWidth',
  'borderBlockStartStyle',
  'borderBlockStartWidth',
  'borderInlineStartStyle',
  'borderInlineStartWidth',
  'content',
  'display',
  'fontStyle',
  'fontWeight',
  'outlineStyle',
  'outlineWidth',
  'rotate',
  'strokeWidth',
  'textDecorationLine',
  'textDecorationThickness',
  'transform',
  'visibility',
] as const;

/** Returns true if a pseudo-element is absent, or empty with the colour of its surroundings and no border. */
function isPseudoElementInvisible(style: CSSStyleDeclaration, element: Element): boolean {
  const {content, backgroundColor, backgroundImage, borderStyle, outlineStyle} = style;
  if (content === 'none' || content === 'normal') return true;
  if (content !== '""' || backgroundImage !== 'none') return false;
  const [own, around] = coloursOn(backgroundColor, element);
  return own === around && `${borderStyle} ${outlineStyle}` === 'none none';
}

const shapeOf = (element: Element): string =>
  [element, ...flatDescendants(element)]
    .flatMap(at =>
      [null, '::before', '::after'].map(part => {
        const style = getComputedStyle(at, part);
        return part && isPseudoElementInvisible(style, at)
          ? ''
          : SHAPE_PROPERTIES.map(name => style[name]).join();
      }),
    )
    .join('|');

const STATES = ['aria-pressed', 'aria-selected', 'aria-current'];

/** returns pressed, selected or current elements that differ from others only in colour. */
export const stateViolations = (place: Element): string[] =>
  flatDescendants(place).flatMap(element => {
    const name = STATES.find(state => !['false', null].includes(element.getAttribute(state)));
    if (!name || !isVisible(element)) return [];
    // A current item says so in its text; a link or button to it must look different.
    if (name === 'aria-current' && !element.matches('a, button')) return [];
    const value = element.getAttribute(name) ?? '';
    const on = shapeOf(element);
    if (name === 'aria-current') element.removeAttribute(name);
    else element.setAttribute(name, 'false');
    const off = shapeOf(element);
    element.setAttribute(name, value);
    return on === off ? [`${describeElement(element)}: ${name}="${value}" in colour alone`] : [];
  });

/** returns families with the same shape, which differ only in colour. */
export function familyViolations(place: Element): string[] {
  const marks = new Map<string, string>();
  const faults: string[] = [];
  for (const element of flatDescendants(place)) {
    const family = ['acteur', 'theme', 'projet'].find(name => element.classList.contains(name));
    if (!family || !element.matches('.family, [part~=marker]') || !isVisible(element)) continue;
    const kind = element.matches('.family') ? 'family' : 'marker';
    const drawing = flatDescendants(element)
      .filter(({namespaceURI}) => namespaceURI?.endsWith('svg'))
      .map(part => `${part.localName} ${part.getAttribute('d') ?? part.getAttribute('href') ?? ''}`)
      .join();
    const letter = element.getAttribute('data-letter') ?? '';
    const mark = `${kind}: ${drawing} ${letter}`;
    if (kind === 'family' && element.textContent.trim() === '')
      faults.push(`${describeElement(element)} has no word`);
    const other = marks.get(mark);
    if (other !== undefined && other !== family)
      faults.push(`${describeElement(element)} looks like ${other}`);
    marks.set(mark, family);
  }
  return faults;
}

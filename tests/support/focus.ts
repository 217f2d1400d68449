/** Returns the active element, across shadow roots. */
export function deepActiveElement(): Element {
  let element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Returns the label of an element, else its text. */
export function labelOf(element: Element): string {
  const label = (element as Partial<HTMLInputElement>).labels?.[0]?.cloneNode(true) as
    Element | undefined;
  for (const choices of label?.querySelectorAll('select') ?? []) choices.remove();
  const words = element.ariaLabel ?? label?.textContent ?? element.textContent;
  return words.replace(/\s+/g, ' ').trim();
}

const composedParent = (node: Node): Node | null =>
  (node as Element).assignedSlot ??
  node.parentNode ??
  (node instanceof ShadowRoot ? node.host : null);

export function isWithin(node: Node | null, ancestor: Node): boolean {
  for (let at = node; at; at = at instanceof ShadowRoot ? at.host : composedParent(at))
    if (at === ancestor) return true;
  return false;
}

const canvasContext = document.createElement('canvas').getContext('2d', {willReadFrequently: true});

/** Returns a colour in RGB, blended with its background. */
export function blendedRgb(
  colour: string,
  behind: readonly number[] = [255, 255, 255],
): readonly number[] {
  if (!canvasContext) throw new Error('no canvas');
  canvasContext.fillStyle = `rgb(${behind.join(' ')})`;
  canvasContext.fillRect(0, 0, 1, 1);
  canvasContext.fillStyle = colour;
  canvasContext.fillRect(0, 0, 1, 1);
  return [...canvasContext.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

function backgroundOf(element: Element): readonly number[] {
  const grounds: string[] = [];
  for (let node = composedParent(element); node; node = composedParent(node))
    if (node instanceof Element) grounds.unshift(getComputedStyle(node).backgroundColor);
  // The title of a project draws its bar behind it and the button.
  const title = element.closest('.within')?.querySelector('.name');
  if (title) grounds.push(getComputedStyle(title, '::before').backgroundColor);
  return grounds.reduce(
    (behind, colour) => blendedRgb(colour, behind),
    blendedRgb('Canvas', [255, 255, 255]),
  );
}

/** Returns a colour as it appears on an element, and the background of that element. */
export function coloursOn(
  colour: string,
  element: Element,
): readonly [own: string, around: string] {
  const around = blendedRgb(getComputedStyle(element).backgroundColor, backgroundOf(element));
  return [blendedRgb(colour, around).join(), around.join()];
}

const luminance = (channels: readonly number[]): number => {
  const [r = 0, g = 0, b = 0] = channels.map(channel => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Returns the contrast ratio of two colours (WCAG 2.2, 1.4.3). */
const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
};

/** Returns the problems of the visible focus. */
export function focusViolations(): string[] {
  const element = deepActiveElement();
  if (element === document.body) return ['the focus is lost'];
  const name = labelOf(element).slice(0, 40) || element.localName;
  const faults: string[] = [];
  const rings = [null, '::after', '::before']
    .map(part => getComputedStyle(element, part))
    .filter(
      ({outlineStyle, outlineWidth}) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    );
  const [ring] = rings;
  const ground = backgroundOf(element);
  // Slotted elements have the focus ring of the page.
  if (element.getRootNode() === document) return [];
  if (!ring) faults.push(`${name}: no ring of 2 px`);
  else if (contrast(blendedRgb(ring.outlineColor, ground), ground) < 3)
    faults.push(`${name}: its ring has too little contrast`);
  const {left, top, width, height} = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) faults.push(`${name}: out of sight`);
  else {
    let onTop = document.elementFromPoint(x, y);
    while (
      onTop?.shadowRoot?.elementFromPoint(x, y) &&
      onTop.shadowRoot.elementFromPoint(x, y) !== onTop
    )
      onTop = onTop.shadowRoot.elementFromPoint(x, y);
    // The target may be a label or card that contains the element.
    if (!isWithin(onTop, element) && !isWithin(element, onTop ?? element))
      faults.push(`${name}: covered by ${onTop?.localName ?? 'nothing'}.${onTop?.className ?? ''}`);
  }
  return faults;
}

import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {all} from './element.js';
import {focused, focusFaults, isWithin, nameOf} from './focus.js';

export {focused, focusFaults, nameOf} from './focus.js';

/** Real key presses, one after the other; `Shift>Tab` holds one while it presses the other. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [last = '', held] = key.split('>').reverse();
    if (held) await sendKeys({down: held});
    await sendKeys({press: last});
    if (held) await sendKeys({up: held});
  }
}

/** Gives the focus to something as to one who goes by keyboard: browsers show them where it is. */
export async function goTo(element: HTMLElement | undefined): Promise<void> {
  if (!element) throw new Error('there is nothing to go to');
  await press('Tab');
  element.focus();
}

/** After an act: the focus is somewhere, and seen. */
export const expectFocus = (name: string | RegExp): void => {
  expect(focusFaults()).to.deep.equal([]);
  const found = nameOf(focused());
  if (typeof name === 'string') expect(found).to.equal(name);
  else expect(found).to.match(name);
};

/** The stops of the Tab key in an element, as a reader meets them; a header sticks to the top of the page. */
export async function tabStops(element: Element): Promise<string[]> {
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  const header = document.createElement('header');
  header.style.cssText =
    'position: sticky; inset-block-start: 0; block-size: 80px; z-index: 99; background: #ddd';
  before.textContent = 'before';
  after.textContent = 'after';
  document.body.prepend(header, before);
  document.body.append(after);
  try {
    const walk = async (from: HTMLElement, to: HTMLElement, key: string): Promise<Element[]> => {
      const stops: Element[] = [];
      from.focus();
      for (let n = 0; n < 300; n++) {
        await press(key);
        if (focused() === to) return stops;
        // WebKit brings a text field into sight some frames later.
        for (let frame = 0; frame < 30 && focusFaults().length > 0; frame++)
          await new Promise(requestAnimationFrame);
        expect(focusFaults(), key).to.deep.equal([]);
        if (!isWithin(focused(), element))
          throw new Error(`Tab went to ${focused().outerHTML.slice(0, 90)}`);
        stops.push(focused());
      }
      throw new Error('Tab never leaves');
    };
    const there = await walk(before, after, 'Tab');
    const back = await walk(after, before, 'Shift>Tab');
    expect(back.reverse().map(nameOf)).to.deep.equal(there.map(nameOf));
    return there.map(nameOf);
  } finally {
    for (const added of [header, before, after]) added.remove();
  }
}

/** Finds the one way out of a failure by Tab and Space, once the source answers again; the focus stays in the widget. */
export async function retry(
  element: HTMLElement & {
    readonly loadComplete: Promise<void>;
    readonly updateComplete: Promise<unknown>;
  },
  server: {isBroken: boolean},
): Promise<void> {
  expect(await tabStops(element)).to.deep.equal(['Réessayer']);
  server.isBroken = false;
  await goTo(all(element, '.failure button')[0]);
  await press('Space');
  await element.updateComplete;
  await element.loadComplete;
  await element.updateComplete;
  expect(element.matches(':focus-within')).to.equal(true);
}

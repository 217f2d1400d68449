import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {queryAll} from './widget-fixture.js';
import {deepActiveElement, focusViolations, isWithin, labelOf} from './focus.js';

/** Presses keys one after the other; `Shift>Tab` holds Shift while pressing Tab. */
export async function pressKeys(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [last = '', held] = key.split('>').reverse();
    if (held) await sendKeys({down: held});
    await sendKeys({press: last});
    if (held) await sendKeys({up: held});
  }
}

/** Focuses an element after a key press, so that browsers match `:focus-visible`. */
export async function focusByKeyboard(element: HTMLElement | undefined): Promise<void> {
  if (!element) throw new Error('there is nothing to go to');
  await pressKeys('Tab');
  element.focus();
}

/** Focuses a link, button or field by its name. */
export const focusByName = (element: Element, name: string): Promise<void> =>
  focusByKeyboard(queryAll(element, 'a, button, input').find(one => labelOf(one) === name));

/** Asserts that the focus is visible and on the named element. */
export const expectFocus = (name: string | RegExp): void => {
  expect(focusViolations()).to.deep.equal([]);
  const found = labelOf(deepActiveElement());
  if (typeof name === 'string') expect(found).to.equal(name);
  else expect(found).to.match(name);
};

/** Returns the tab stops inside an element, in both directions. The page has a sticky header. */
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
        await pressKeys(key);
        if (deepActiveElement() === to) return stops;
        // WebKit scrolls a text field into view some frames later.
        for (let frame = 0; frame < 30 && focusViolations().length > 0; frame++)
          await new Promise(requestAnimationFrame);
        expect(focusViolations(), key).to.deep.equal([]);
        if (!isWithin(deepActiveElement(), element))
          throw new Error(`Tab went to ${deepActiveElement().outerHTML.slice(0, 90)}`);
        stops.push(deepActiveElement());
      }
      throw new Error('Tab never leaves');
    };
    const there = await walk(before, after, 'Tab');
    const back = await walk(after, before, 'Shift>Tab');
    expect(back.reverse().map(labelOf)).to.deep.equal(there.map(labelOf));
    return there.map(labelOf);
  } finally {
    for (const added of [header, before, after]) added.remove();
  }
}

import {expect, fixture, html} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';

/** Runs something that opens a tab or window. Returns the messages of the errors that would fail a test. */
async function errorsDuring(run: () => unknown): Promise<readonly string[]> {
  const messages: string[] = [];
  const {onerror} = window;
  // The test framework fails the running test here.
  window.onerror = (_event, _source, _line, _column, error) => {
    messages.push(error?.message ?? '');
    return true;
  };
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return messages;
}

const link = (more: Readonly<Record<string, string>> = {}) => {
  const a = document.createElement('a');
  for (const name of Object.keys(more)) a.setAttribute(name, more[name]!);
  a.href = '#here';
  a.textContent = 'Link';
  return a;
};
const clickWith = (keys: MouseEventInit) =>
  new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...keys});

describe('a test that opens a tab or window', () => {
  it('fails at once with the reason', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const inner = host.attachShadow({mode: 'open'});
    const plain = link();
    const other = link({target: 'other'});
    inner.append(plain, other);
    const {x, y, height} = plain.getBoundingClientRect();
    const position: [number, number] = [Math.ceil(x + 2), Math.ceil(y + height / 2)];
    const cases: readonly (() => unknown)[] = [
      () => window.open('https://example.org/'),
      () => other.click(),
      () => plain.dispatchEvent(clickWith({ctrlKey: true})),
      () => plain.dispatchEvent(clickWith({metaKey: true})),
      () => plain.dispatchEvent(clickWith({shiftKey: true})),
      () => sendMouse({type: 'click', button: 'middle', position}),
    ];
    for (const open of cases) {
      const messages = await errorsDuring(open);
      expect(messages.length, String(open)).to.equal(1);
      expect(messages[0]).to.contain('A test must not open a tab or window: ');
    }
    expect(await errorsDuring(() => plain.click())).to.deep.equal([]);
  });

  it('passes if it cancels the event, even as the last listener', async () => {
    const a = link({target: '_blank'});
    (await fixture<HTMLElement>(html`<p></p>`)).append(a);
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener('click', stay, {once: true});
    expect(await errorsDuring(() => a.click())).to.deep.equal([]);
  });
});

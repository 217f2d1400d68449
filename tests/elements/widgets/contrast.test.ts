import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import {emulateForcedColors, emulateMoreContrast, restoreMedia} from '../../support/media.js';
import {
  ELEMENTS,
  renderWidget,
  surfaceOf,
  visibleElements,
  typical,
} from '../../support/widgets.js';

// The classic script of axe defines a global variable.
const {axe} = window as unknown as {readonly axe: typeof Axe};

/** Returns the texts with a contrast below 7. */
async function lowContrastTexts(root: Element): Promise<readonly string[]> {
  const rule = 'color-contrast-enhanced';
  const {violations} = await axe.run(root, {
    runOnly: {type: 'rule', values: [rule]},
    rules: {[rule]: {enabled: true}},
    resultTypes: ['violations'],
  });
  return violations.flatMap(({nodes}) => nodes.map(({html}) => html.slice(0, 120)));
}

const SCHEMES = {
  light: {colorScheme: 'light', background: '#fff', color: '#1d2a2f'},
  dark: {colorScheme: 'dark', background: '#141a1d', color: '#e9ece6'},
};

describe('an element for a reader who asks for more contrast', function () {
  this.timeout(30_000);

  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await restoreMedia();
  });

  for (const widget of typical(ELEMENTS))
    it(`<${widget.tag}> has texts with a contrast of 7, and wide rings and borders`, async function () {
      if (!(await emulateMoreContrast())) this.skip();
      for (const style of Object.values(SCHEMES)) {
        Object.assign(document.documentElement.style, style);
        const el = await renderWidget(widget, widget.tag === 'spass-layer' ? {} : {skin: 'caue'});
        expect(await lowContrastTexts(surfaceOf(el)), style.colorScheme).to.deep.equal([]);
        for (const control of visibleElements(el, ':not(.controls) > .button, .field'))
          expect(getComputedStyle(control).borderTopWidth, control.outerHTML.slice(0, 90)).to.equal(
            '2px',
          );
        const [link] = visibleElements(el, 'a[href]');
        link?.focus({focusVisible: true} as FocusOptions);
        if (link) expect(parseFloat(getComputedStyle(link).outlineWidth)).to.be.at.least(3);
      }
    });

  it('has thicker marks and outlines on the map', async function () {
    const map = ELEMENTS.find(({tag}) => tag === 'spass-project-map')!;
    const insetOf = (el: Element): string =>
      getComputedStyle(visibleElements(el, '.marker')[0]!, '::after').top;
    expect(insetOf(await renderWidget(map))).to.equal('2px');
    if (!(await emulateMoreContrast())) this.skip();
    expect(insetOf(await renderWidget(map))).to.equal('3px');
  });

  it('has the same colours as before if its colours are forced', async function () {
    const list = ELEMENTS.find(({tag}) => tag === 'spass-resource-list')!;
    const stylesOf = async (): Promise<readonly string[]> =>
      visibleElements(await renderWidget(list), '.small, .title, .row, a').map(element => {
        const {color, borderColor, outlineColor} = getComputedStyle(element);
        return [color, borderColor, outlineColor].join();
      });
    if (!(await emulateForcedColors())) this.skip();
    const before = await stylesOf();
    await emulateMoreContrast('active');
    expect(await stylesOf()).to.deep.equal(before);
  });
});

import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {emulateForcedColors, restoreMedia} from '../../support/media.js';
import {ELEMENTS, renderWidget, surfaceOf} from '../../support/widgets.js';

const SCHEMES = {
  light: {colorScheme: 'light', background: '#fff', color: '#1d2a2f'},
  dark: {colorScheme: 'dark', background: '#141a1d', color: '#e9ece6'},
};

describe('an element on a page', function () {
  this.timeout(30_000);

  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await restoreMedia();
  });

  for (const widget of ELEMENTS) {
    const {tag} = widget;

    for (const skin of ['plain', 'dsfr', 'caue'])
      it(`<${tag} skin="${skin}"> is readable on light and dark backgrounds, and in forced colours`, async () => {
        for (const style of Object.values(SCHEMES)) {
          Object.assign(document.documentElement.style, style);
          await expect(surfaceOf(await renderWidget(widget, {skin}))).to.be.accessible();
        }
        document.documentElement.removeAttribute('style');
        if (await emulateForcedColors())
          await expect(surfaceOf(await renderWidget(widget, {skin}))).to.be.accessible();
      });
  }
});

import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {backgroundOf} from '../../configurator/colours.js';
import {SKINS} from '../../src/styles/tokens.styles.js';

describe('the background that the configurator assumes', () => {
  it('is that of the skin, as a colour that a colour field accepts', () => {
    assert.equal(backgroundOf('caue'), '#fbfaf6');
    for (const skin of SKINS) assert.match(backgroundOf(skin), /^#[0-9a-f]{6}$/);
  });

  it('is white for `plain`, for no skin, and for an unknown one', () => {
    for (const skin of ['plain', '', 'rose', "caue'] {", '.*'])
      assert.equal(backgroundOf(skin), '#ffffff', skin);
  });
});

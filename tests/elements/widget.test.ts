import {expect, html} from '@open-wc/testing';
import '../../src/define/all.js';
import type {SpassResourceList} from '../../src/index.js';
import {all, shown, texts} from '../support/element.js';

const guide = {id: 1, title: {fr: 'Guide', nl: 'Gids'}, url: 'https://example.org/1'};
const atlas = {id: 2, title: 'Atlas', url: 'https://example.org/2'};

describe('a data widget', () => {
  it('shows the records it is given', async () => {
    const list = await shown<SpassResourceList>(
      html`<spass-resource-list lang="nl" .items=${[guide, atlas]}></spass-resource-list>`,
    );
    expect(texts(list, 'a[part=link]')).to.deep.equal(['Gids', 'Atlas']);
  });

  it('says so when nothing tells it where its data are', async () => {
    const list = await shown<SpassResourceList>(html`<spass-resource-list></spass-resource-list>`);
    expect(all(list, '[role=alert]').length).to.equal(1);
  });
});

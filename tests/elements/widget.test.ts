import {expect, html} from '@open-wc/testing';
import '../../src/define/all.js';
import type {SpassResourceList} from '../../src/index.js';
import {all, shown, texts} from '../support/element.js';
import {StubServer, under} from '../support/sources.js';

const guide = {id: 1, title: {fr: 'Guide', nl: 'Gids'}, url: 'https://example.org/1'};
const atlas = {id: 2, title: 'Atlas', url: 'https://example.org/2'};

describe('a data widget', () => {
  it('shows the records it is given', async () => {
    const list = await shown<SpassResourceList>(
      html`<spass-resource-list lang="nl" .items=${[guide, atlas]}></spass-resource-list>`,
    );
    expect(texts(list, 'a[part=link]')).to.deep.equal(['Gids', 'Atlas']);
  });

  it('asks anew on a reload, whatever is under way', async () => {
    const server = new StubServer({resources: [guide]});
    server.isHeld = true;
    const list = await under<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    await list.updateComplete;
    const done = list.reload();
    await list.updateComplete;
    const [first, second] = server.questions;
    expect(first?.signal.aborted).to.equal(true);
    second?.answer();
    await done;
    expect(texts(list, 'a[part=link]')).to.deep.equal(['Guide']);
  });

  it('says so when nothing tells it where its data are', async () => {
    const list = await shown<SpassResourceList>(html`<spass-resource-list></spass-resource-list>`);
    expect(all(list, '[role=alert]').length).to.equal(1);
  });
});

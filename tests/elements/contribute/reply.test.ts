import {expect, html} from '@open-wc/testing';
import '../../../src/define/contribute.js';
import type {SpassContribute} from '../../../src/index.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const show = (reply: unknown) =>
  loadedFixtureWithSource<SpassContribute>(
    Object.assign(
      new StubServer({
        contributions: [{id: 1, kind: 'idea', state: 'published', text: 'Un banc', reply}],
      }),
      {contributionsUrl: 'http://127.0.0.1:9/contributions'},
    ),
    html`<spass-contribute
      controller="CAUE du Nord"
      contact="droits@caue.example"
      retention="un an"
    ></spass-contribute>`,
  );

describe('a reply to a contribution', () => {
  it('is shown below it, as text, in its language', async () => {
    const el = await show({nl: 'Bedankt! <b>De bank</b> komt er.\nIn de lente.'});
    expect(queryTexts(el, '.published .reply p')).to.deep.equal([
      'Réponse de l’équipe du portail',
      'Bedankt! <b>De bank</b> komt er. In de lente.',
    ]);
    expect(queryAll(el, '.reply .words')[0]?.lang).to.equal('nl');
    await expect(el).to.be.accessible();
  });

  for (const reply of ['', undefined, 3])
    it(`leaves no heading if it is ${String(reply) || 'empty'}`, async () => {
      expect(queryAll(await show(reply), '.reply').length).to.equal(0);
    });
});

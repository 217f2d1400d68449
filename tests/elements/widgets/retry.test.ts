import {expect, html} from '@open-wc/testing';
import '../../../src/define/all.js';
import {loadedFixture, queryAll, queryTexts} from '../../support/widget-fixture.js';
import {recordWarnings} from '../../support/console.js';

describe('the button to try again', () => {
  recordWarnings();

  it('is not offered for records written in the page, nor for an address that is none', async () => {
    const cases = [
      html`<spass-agenda lang="fr"
        ><script type="application/json">
          [{
        </script></spass-agenda
      >`,
      html`<spass-agenda lang="fr" api="ftp://example.org/"></spass-agenda>`,
      html`<spass-agenda lang="fr"></spass-agenda>`,
    ];
    for (const template of cases) {
      const el = await loadedFixture(template);
      expect(queryTexts(el, '.failure p').length, 'a message').to.equal(1);
      expect(queryAll(el, '.failure button').length, 'a button').to.equal(0);
    }
  });

  it('is not offered for a page that has written no records', async () => {
    const el = await loadedFixture(
      html`<spass-portal-cards lang="fr"
        ><script type="application/json">
          []
        </script></spass-portal-cards
      >`,
    );
    expect(queryTexts(el, '.empty').length).to.equal(1);
    expect(queryAll(el, '.empty button').length).to.equal(0);
  });
});

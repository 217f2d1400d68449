import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {all, texts} from '../../support/element.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {few} from '../../support/resources.js';
import {shownUnder, StubServer} from '../../support/sources.js';

const list = html`<spass-resource-list></spass-resource-list>`;
const said = (el: SpassResourceList) => texts(el, '[role=status]')[0];
const near = (el: SpassResourceList) => all(el, '[data-facet=commune] .button')[0];

describe('<spass-resource-list> around the reader', () => {
  let geolocation: StubGeolocation;
  beforeEach(() => (geolocation = new StubGeolocation()));
  afterEach(() => geolocation.end());

  it('requests the position on a click only, and finds records nearby', async () => {
    const server = new StubServer({resources: few});
    const el = await shownUnder<SpassResourceList>(
      server,
      html`<spass-resource-list sync-url></spass-resource-list>`,
    );
    expect(geolocation.asked).to.equal(0);
    near(el)?.click();
    near(el)?.click();
    await el.updateComplete;
    expect(geolocation.asked).to.equal(1);
    geolocation.answer(50.1234567, 3.6123456);
    await el.loadComplete;
    await el.updateComplete;
    expect(texts(el, '[part=link]')).to.deep.equal(['Un lavoir']);
    expect(texts(el, '.chip')).to.deep.equal(['À moins de 10 km de moi']);
    expect(said(el)).to.equal('1 résultat');
    expect(location.search).not.to.contain('resource-list.');
    const [west, south, east, north] = server.asked().at(-1)?.bbox ?? [0, 0, 0, 0];
    // The coordinates sent to the server are rounded to about a kilometre.
    expect([(west + east) / 2, (south + north) / 2].map(n => n.toFixed(6))).to.deep.equal([
      '3.610000',
      '50.120000',
    ]);
    all(el, '.chip')[0]?.click();
    await el.loadComplete;
    expect(texts(el, '[part=link]').length).to.equal(3);
  });

  it('shows when it is denied, and requests it again on the next click', async () => {
    const el = await shownUnder<SpassResourceList>(new StubServer({resources: few}), list);
    near(el)?.click();
    geolocation.refuse();
    await el.updateComplete;
    expect(texts(el, '[role=alert]')).to.deep.equal(['Votre position n’a pas pu être lue.']);
    near(el)?.click();
    await el.updateComplete;
    expect([geolocation.asked, texts(el, '[role=alert]').length]).to.deep.equal([2, 0]);
  });

  it('ignores a position that arrives after it was removed', async () => {
    const server = new StubServer({resources: few});
    const el = await shownUnder<SpassResourceList>(server, list);
    const home = el.parentElement;
    near(el)?.click();
    el.remove();
    home?.append(el);
    geolocation.answer(50.1, 3.63);
    await el.loadComplete;
    expect(texts(el, '[part=link]').length).to.equal(3);
  });
});

describe('<spass-resource-list> commune', () => {
  const type = (el: SpassResourceList, value: string, inputType?: string): void => {
    const [field] = all<HTMLInputElement>(el, '#commune');
    if (!field) throw new Error('there is a field');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', inputType ? {inputType} : {}));
    if (inputType) field.dispatchEvent(new Event('change'));
  };

  it('is found by its name, in any spelling', async () => {
    const server = new StubServer({resources: few});
    const el = await shownUnder<SpassResourceList>(server, list);
    expect(all<HTMLOptionElement>(el, 'datalist option').map(({value}) => value)).to.deep.equal([
      'Ors',
      'Ieper',
    ]);
    type(el, ' ORS ', 'insertText');
    await el.loadComplete;
    expect(server.asked().at(-1)?.commune).to.deep.equal(['59450']);
    expect(texts(el, '.chip')).to.deep.equal(['Ors']);
    expect(all<HTMLInputElement>(el, '#commune')[0]?.value).to.equal('');
  });

  it('is selected when it is picked from the suggestions, not while typing', async () => {
    const el = await shownUnder<SpassResourceList>(new StubServer({resources: few}), list);
    const [field] = all<HTMLInputElement>(el, '#commune');
    if (field) field.value = 'Ors';
    field?.dispatchEvent(new InputEvent('input', {inputType: 'insertText'}));
    await el.loadComplete;
    expect(texts(el, '.chip')).to.deep.equal([]);
    type(el, 'Ors');
    await el.loadComplete;
    expect(texts(el, '.chip')).to.deep.equal(['Ors']);
  });

  it('shows a message if it is not in the data', async () => {
    const el = await shownUnder<SpassResourceList>(new StubServer({resources: few}), list);
    type(el, 'Atlantis', 'insertText');
    await el.updateComplete;
    expect(texts(el, '#commune-unknown')).to.deep.equal([
      '« Atlantis » ne figure pas dans ces données.',
    ]);
    expect(said(el)).to.equal('« Atlantis » ne figure pas dans ces données.');
    expect(all(el, '#commune')[0]?.ariaInvalid).to.equal('true');
  });
});

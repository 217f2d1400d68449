import {expect, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import '../../../src/define/story.js';
import type {SpassStory} from '../../../src/index.js';
import {missingDrawing} from '../../support/drawings.js';
import {queryAll, queryTexts, focusedText, waitForStatus} from '../../support/widget-fixture.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {canal, library, longStory, second} from '../../support/story.js';
import {withSilentConsole} from '../../support/console.js';
import {waitUntil} from '../../support/wait-until.js';

const showStory = (records: object = {}, template = html`<spass-story no-map></spass-story>`) =>
  loadedFixtureWithSource<SpassStory>(new StubServer({...library, ...records}), template);
const withSteps = (...steps: readonly object[]) => showStory({stories: [{...canal, steps}]});
const titles = (el: SpassStory) => queryTexts(el, '.step .title');
const links = (el: SpassStory) => queryAll<HTMLAnchorElement>(el, '.contents a');
const progress = (el: SpassStory) => queryTexts(el, '.progress p')[0];
const navigationButtons = (el: SpassStory) => queryAll<HTMLButtonElement>(el, '.progress button');
/** Waits for the two frames in which the events of a jump are dispatched, and one for rendering. */
const frames = async () => {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
};

describe('<spass-story>', () => {
  before(() => setViewport({width: 1280, height: 900}));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('is an article with headings in order, at the level that fits the page', async () => {
    const el = await showStory({}, html`<spass-story no-map heading-level="2"></spass-story>`);
    const headings = queryAll(el, 'h1, h2, h3, h4').map(({localName, textContent}) => [
      localName,
      textContent.replace(/\s+/g, ' ').trim(),
    ]);
    expect(headings).to.deep.equal([
      ['h2', 'Le canal, d’écluse en écluse'],
      ['h3', '1838 On creuse'],
      ['h3', 'Avant, après'],
      ['h3', '2012 Une maison'],
      ['h3', 'Plus loin'],
      ['h3', 'Étape 5'],
    ]);
    expect(queryAll(el, 'article')[0]!.ariaLabel).to.equal('Le canal, d’écluse en écluse');
    expect(queryTexts(el, 'header p')).to.deep.equal(['Un premier paragraphe.', 'Et un second.']);
    expect(queryTexts(el, '.story > .small:last-child')).to.deep.equal([
      'D’après les archives de la commune',
    ]);
    await expect(el).to.be.accessible();
  });

  it('shows the text of each step, its place as text, and its links', async () => {
    const el = await showStory();
    const [first] = queryAll(el, '.step');
    expect(queryTexts(el, '.step:first-child .words > p:not(.small)')).to.deep.equal([
      'La terre est portée à dos d’homme.',
      'Il faut trois ans.',
    ]);
    expect(queryTexts(el, '.place')).to.deep.equal(['Lieu : Ors', 'Lieu : 50,6° N, 3,06° E']);
    const link = first!.querySelector<HTMLAnchorElement>('[part=link]');
    expect([link?.textContent, link?.href]).to.deep.equal([
      'L’écluse d’Ors',
      'https://example.org/ecluse',
    ]);
  });

  it('names a place only where it changes', async () => {
    const [here, there] = [
      {lat: 50.1, lon: 3.6},
      {lat: 50.2, lon: 3.6},
    ];
    const el = await withSteps(
      {title: 'Un', geo: here},
      {title: 'Deux', geo: here},
      {title: 'Trois'},
      {title: 'Quatre', geo: here},
      {title: 'Cinq', geo: there},
    );
    expect(
      queryAll(el, '.step').map(
        step => step.querySelector('.place > span:first-child')?.textContent.slice(7) ?? '',
      ),
    ).to.deep.equal(['50,1° N, 3,6° E', '', '', '', '50,2° N, 3,6° E']);
  });

  it('opens each step with a sentence in larger type, also one that has no other', async () => {
    const el = await withSteps(
      {text: 'Le canal ouvre au mois de mai. Il sert.'},
      {text: 'Le canal est au repos depuis vingt ans.'},
    );
    expect(queryTexts(el, '.opening')).to.deep.equal([
      'Le canal ouvre au mois de mai.',
      'Le canal est au repos depuis vingt ans.',
    ]);
  });

  it('has the same gap after each step, and its year as large where it repeats, with one link', async () => {
    const text = 'Le canal est au repos depuis vingt ans.';
    const el = await withSteps(
      {year: 1918, text, geo: {lat: 50, lon: 3}, before: canal.steps?.[1]?.before},
      {year: 1918, text: text.repeat(9)},
      {year: 2004, text},
      {year: 2011, text},
    );
    const words = queryAll(el, '.words').map(one => one.getBoundingClientRect());
    const gaps = words.slice(1).map(({top}, index) => Math.round(top - words[index]!.bottom));
    expect(new Set(gaps).size, gaps.join()).to.equal(1);
    const sizes = queryAll(el, '.year').map(one => getComputedStyle(one).fontSize);
    expect(new Set(sizes).size).to.equal(1);
    const years = (): readonly string[] =>
      links(el).map(link => link.textContent.trim().slice(0, 4));
    expect(years()).to.deep.equal(['1918', '2004', '2011']);
    await el.show(2);
    await frames();
    expect(queryTexts(el, '.contents [aria-current=step]')[0]).to.contain('1918');
  });

  it('shows a pair of pictures behind one handle, and a picture with its credit', async () => {
    const el = await showStory();
    expect(queryAll(el, '.pair .handle').length).to.equal(1);
    expect(queryTexts(el, '.pair .when')).to.deep.equal(['Avant', 'Après']);
    queryAll(el, '.choice button')[0]!.click();
    await el.updateComplete;
    expect(queryAll(el, '.choice button')[0]!.ariaPressed).to.equal('true');
    const picture = queryAll<HTMLImageElement>(el, 'figure.picture img')[0]!;
    expect(picture.alt).to.equal('Une maison blanche');
    expect(queryTexts(el, 'figure.picture figcaption')).to.deep.equal(['Croquis']);
  });

  it('reports which picture failed', async () => {
    const el = await withSteps({title: 'Ici', image: {src: missingDrawing, alt: 'Une maison'}});
    const image = queryAll<HTMLImageElement>(el, '.picture img')[0]!;
    await new Promise(resolve => image.addEventListener('error', resolve));
    await el.updateComplete;
    expect(queryTexts(el, '.picture .notice')).to.deep.equal([
      'L’image n’a pas pu être chargée : Une maison',
    ]);
  });

  it('breaks a long word of the description of a picture that failed', async () => {
    const word = 'W'.repeat(300);
    const el = await withSteps({title: 'Ici', image: {src: missingDrawing, alt: word}});
    el.style.inlineSize = '900px';
    await waitUntil(() => queryTexts(el, '.picture .notice').length > 0, 'notice');
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
  });

  it('shows the first matching story, or the one that is named', async () => {
    const stories = [{...second, steps: [{title: 'Ailleurs'}]}, canal];
    const el = await showStory({stories}, html`<spass-story no-map></spass-story>`);
    expect(queryTexts(el, 'header .title')).to.deep.equal(['Un autre récit']);
    el.story = 'canal 1';
    await el.loadComplete;
    expect(queryTexts(el, 'header .title')).to.deep.equal(['Le canal, d’écluse en écluse']);
    el.story = '';
    el.portal = 'ors';
    await el.loadComplete;
    expect(queryTexts(el, 'header .title')).to.deep.equal(['Le canal, d’écluse en écluse']);
    el.portal = '';
    el.story = 'no such story';
    await el.loadComplete;
    expect(queryTexts(el, '.empty')[0]).to.contain('Aucun récit pour le moment.');
  });

  it('divides its contents into rows of about the same length', async () => {
    for (const [count, rows] of [
      [5, [5]],
      [6, [3, 3]],
      [8, [4, 4]],
      [9, [5, 4]],
    ] as const) {
      const {steps = [], ...story} = longStory(count);
      const undated = steps.map(({year: _, ...step}) => step);
      const el = await showStory({stories: [{...story, steps: undated}]});
      const tops = links(el).map(link => link.getBoundingClientRect().top);
      const lengths = [...new Set(tops)].map(top => tops.filter(other => other === top).length);
      expect(lengths).to.deep.equal(rows);
    }
  });

  it('has the years of a story on one line as its contents, with a dot for a step without one', async () => {
    const [first, second, ...others] = longStory(8).steps ?? [];
    const {year: _, ...undated} = second!;
    const el = await showStory({stories: [{...longStory(8), steps: [first!, undated, ...others]}]});
    const tops = links(el).map(link => link.getBoundingClientRect().top);
    expect(Math.max(...tops) - Math.min(...tops)).to.be.below(8);
    const shown = queryTexts(el, '.contents a').map(text => text.replace(/\s+/g, ' '));
    expect(shown.slice(0, 3)).to.deep.equal(['1900 Étape dite 1', '· Étape dite 2', '1902 Étape dite 3']); // prettier-ignore
    const [title] = queryAll(el, '.contents .sr');
    expect(title!.getBoundingClientRect().width).to.be.below(2);
    await expect(el).to.be.accessible();
  });

  it('is paler than the step that is read, and still legible', async () => {
    const el = await showStory();
    await frames();
    const colour = (selector: string): string =>
      getComputedStyle(el.renderRoot.querySelector(selector)!).color;
    for (const part of ['.title', '.words > p'])
      expect(colour(`.step.read ${part}`)).not.to.equal(colour(`.step:not(.read) ${part}`));
    for (const fade of el.shadowRoot!.getAnimations()) fade.finish();
    await expect(el).to.be.accessible();
  });

  it('has its picture level with the text, and the progress close below', async () => {
    const el = await showStory({stories: [canal]}, html`<spass-story no-map></spass-story>`);
    const picture = queryAll(el, '.exhibit > .picture img')[0]!;
    picture.closest<HTMLElement>('.step')!.scrollIntoView();
    await frames();
    const stage = picture.closest('.picture')!.getBoundingClientRect();
    expect(picture.getBoundingClientRect().top - stage.top).to.be.below(4);
    const [bar] = queryAll(el, '.progress');
    const ends = [...picture.closest('.picture')!.children].map(
      part => part.getBoundingClientRect().bottom,
    );
    const gap = bar!.getBoundingClientRect().top - Math.max(...ends);
    expect(gap).to.be.within(0, 64);
  });

  it('requests resources only if a step links to one', async () => {
    const server = new StubServer(library);
    await loadedFixtureWithSource<SpassStory>(server, html`<spass-story no-map></spass-story>`);
    expect(server.queriesFor('resources').map(({portal}) => portal)).to.deep.equal([['ors']]);
    const plain = new StubServer({stories: [longStory(3)]});
    await loadedFixtureWithSource<SpassStory>(plain, html`<spass-story no-map></spass-story>`);
    expect(plain.queriesFor('resources').length).to.equal(0);
  });

  it('uses the language of the page, and marks text in another', async () => {
    const el = await showStory({}, html`<spass-story no-map lang="nl"></spass-story>`);
    expect(titles(el)[0]).to.equal('1838 Er wordt gegraven');
    expect(progress(el)).to.equal('Stap 1 van 5');
    expect(queryTexts(el, '.step:last-child .title')).to.deep.equal(['Stap 5']);
  });

  it('shows text as text, and rejects URLs that run code', async () => {
    const el = await withSilentConsole(() =>
      withSteps(
        {
          title: '<b>x</b>',
          text: '<img src=x onerror=alert(1)>',
          image: {src: 'javascript:alert(1)', alt: 'x'},
        },
        {title: 'Ici', year: 'hier', geo: {lat: 91, lon: 0}, before: 3, zoom: 'x'},
      ),
    );
    expect(titles(el)).to.deep.equal(['<b>x</b>', 'Ici']);
    expect(queryAll(el, 'img, b, .pair').length).to.equal(0);
    expect(queryTexts(el, '.words > p')[0]).to.equal('<img src=x onerror=alert(1)>');
  });

  it('accepts an id that needs encoding in a URL', async () => {
    const id = '"><script>alert(1)</script> #é%zz';
    const el = await showStory({stories: [{...canal, id}]});
    expect(links(el)[0]!.getAttribute('href')).to.match(/^#[\p{L}\p{N}_-]+$/u);
    await el.show(2);
    expect(focusedText(el)).to.equal('Avant, après');
  });

  it('prints every step and every picture, without controls', async () => {
    const el = await showStory();
    await emulateMedia({media: 'print'});
    const shown = (selector: string) =>
      queryAll(el, selector).filter(one => one.checkVisibility()).length;
    const [steps, controls, pictures] = [
      shown('.step .title'),
      shown('.contents, .progress, button, input'),
      shown('.step img'),
    ];
    await emulateMedia({media: 'screen'});
    expect([steps, controls, pictures]).to.deep.equal([5, 0, 3]);
  });

  it('is the same after it was removed and added again', async () => {
    const el = await showStory();
    const home = el.parentElement!;
    await el.show(3);
    el.remove();
    home.append(el);
    await el.loadComplete;
    expect(titles(el).length).to.equal(5);
    await el.show(2);
    await frames();
    expect(progress(el)).to.equal('Étape 2 sur 5');
  });
});

describe('a reader of a <spass-story>', function () {
  // In a background page, frames may come once a second.
  this.timeout(60_000);

  const showLongStory = (template = html`<spass-story no-map></spass-story>`) =>
    showStory({stories: [longStory(8)]}, template);
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('sees the progress, whichever way they scroll', async () => {
    const el = await showLongStory();
    expect(progress(el)).to.equal('Étape 1 sur 8');
    window.scrollTo(0, document.documentElement.scrollHeight);
    await frames();
    expect(progress(el)).to.equal('Étape 8 sur 8');
    expect(queryTexts(el, '.contents [aria-current=step]')).to.deep.equal(['1907 Étape dite 8']);
    window.scrollTo(0, 0);
    await frames();
    expect(progress(el)).to.equal('Étape 1 sur 8');
  });

  it('is before the first step while the story is below the window', async () => {
    const space = document.createElement('div');
    space.style.blockSize = '1500px';
    document.body.prepend(space);
    const el = await showLongStory();
    await el.show(6);
    await frames();
    expect(progress(el)).to.equal('Étape 6 sur 8');
    window.scrollTo(0, 0);
    await frames();
    space.remove();
    expect(progress(el)).to.equal('Étape 1 sur 8');
  });

  it('is before the first step again after a jump from below the story to the top of the page', async () => {
    const el = await showLongStory();
    const spaces = ['prepend', 'append'].map(where => {
      const space = document.createElement('div');
      space.style.blockSize = '2500px';
      document.body[where as 'prepend' | 'append'](space);
      return space;
    });
    await el.show(8);
    await frames();
    window.scrollTo(0, document.documentElement.scrollHeight);
    await frames();
    expect(progress(el)).to.equal('Étape 8 sur 8');
    window.scrollTo(0, 0);
    await frames();
    for (const space of spaces) space.remove();
    expect(progress(el)).to.equal('Étape 1 sur 8');
  });

  it('goes forward and back by two buttons that keep the focus, with an announcement', async () => {
    const el = await showLongStory();
    const [back, on] = navigationButtons(el);
    expect(back!.getAttribute('aria-disabled')).to.equal('true');
    on!.focus();
    for (const expected of ['2', '3']) {
      await sendKeys({press: 'Enter'});
      await frames();
      expect(progress(el)).to.equal(`Étape ${expected} sur 8`);
      await waitForStatus(el, `Étape ${expected} sur 8 : Étape dite ${expected}`);
      const {top} = queryAll(el, '.step')[Number(expected) - 1]!.getBoundingClientRect();
      expect(top).to.be.within(0, 40);
    }
    expect(focusedText(el)?.trim()).to.equal('Étape suivante');
    back!.click();
    await frames();
    expect(progress(el)).to.equal('Étape 2 sur 8');
    for (const button of navigationButtons(el)) expect(button.offsetHeight).to.be.at.least(44);
  });

  it('reaches the last step, and no further', async () => {
    const el = await showLongStory();
    for (let press = 0; press < 12; press++) {
      navigationButtons(el)[1]!.click();
      await frames();
    }
    expect(progress(el)).to.equal('Étape 8 sur 8');
    expect(navigationButtons(el)[1]!.getAttribute('aria-disabled')).to.equal('true');
  });

  it('follows a link to a step: its heading has the focus, its name is in the URL', async () => {
    const el = await showLongStory();
    expect(
      links(el)
        .map(({textContent}) => textContent.replace(/\s+/g, ' '))
        .slice(0, 2),
    ).to.deep.equal(['1900 Étape dite 1', '1901 Étape dite 2']);
    links(el)[3]!.focus();
    await sendKeys({press: 'Enter'});
    await frames();
    expect(location.hash).to.equal('#long-4');
    expect(focusedText(el)).to.equal('1903 Étape dite 4');
    expect(progress(el)).to.equal('Étape 4 sur 8');
    window.scrollTo(0, 0);
    links(el)[3]!.click();
    await frames();
    expect(focusedText(el), 'the same link again').to.equal('1903 Étape dite 4');
  });

  it('stays on the page even if <base> names another', async () => {
    const el = await showLongStory();
    const base = document.createElement('base');
    base.href = 'https://example.org/elsewhere/';
    document.head.append(base);
    const click = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true});
    const goesElsewhere = links(el)[3]!.dispatchEvent(click);
    base.remove();
    await frames();
    expect(goesElsewhere).to.equal(false);
    expect(location.hash).to.equal('#long-4');
  });

  // The browser's Back button is tested in tests/pages/back-button.test.ts: here it would leave the test page.
  it('goes to the step of a changed URL', async () => {
    const el = await showLongStory();
    links(el)[5]!.click();
    await frames();
    history.replaceState(null, '', '#long-2');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await frames();
    expect(focusedText(el)).to.equal('1901 Étape dite 2');
  });

  it('starts at the step in the URL', async () => {
    location.hash = 'long-3';
    const el = await showLongStory();
    await frames();
    expect(focusedText(el)).to.equal('1902 Étape dite 3');
    expect(progress(el)).to.equal('Étape 3 sur 8');
  });

  it('stays on the step for an unrelated URL, and for a link opened in a new tab', async () => {
    location.hash = 'elsewhere';
    const el = await showLongStory();
    const first = links(el)[2]!;
    first.addEventListener('click', event => event.preventDefault());
    first.dispatchEvent(new MouseEvent('click', {ctrlKey: true, bubbles: true, cancelable: true}));
    await frames();
    expect(location.hash).to.equal('#elsewhere');
    expect(window.scrollY).to.equal(0);
  });

  it('is moved to a step by the page, with or without the focus', async () => {
    const el = await showLongStory();
    await el.show(5);
    expect(focusedText(el)).to.equal('1904 Étape dite 5');
    await el.show(99);
    expect(focusedText(el)).to.equal('1904 Étape dite 5');
    (el.shadowRoot!.activeElement as HTMLElement).blur();
    el.setAttribute('step', '7');
    await el.updateComplete;
    await frames();
    expect(progress(el)).to.equal('Étape 7 sur 8');
    expect(el.shadowRoot!.activeElement).to.equal(null);
    expect(location.hash).to.equal('');
  });

  it('never has the focus hidden under the bar at the bottom', async () => {
    await setViewport({width: 400, height: 500});
    const el = await showStory({
      stories: [{...canal, steps: canal.steps!.map(step => ({...step, resource: 'ecluse'}))}],
    });
    const bar = () => queryAll(el, '.progress')[0]!.getBoundingClientRect();
    for (const link of queryAll(el, '.step a, .step button, .step input')) {
      link.focus();
      const {bottom, height} = link.getBoundingClientRect();
      if (height < 200) expect(bottom <= bar().top + 1, link.textContent).to.equal(true);
    }
    await setViewport({width: 1280, height: 900});
  });

  it('is never scrolled by the widget itself', async () => {
    const el = await showLongStory();
    await frames();
    expect(window.scrollY).to.equal(0);
    el.requestUpdate();
    await frames();
    expect(window.scrollY).to.equal(0);
    expect(el.shadowRoot!.getAnimations().length).to.equal(0);
  });
});

describe('<spass-story> with the page’s own sections', () => {
  const own = html`<spass-story no-map>
    <h2 slot="heading">Le canal</h2>
    <section data-geo="50.39,3.49" data-zoom="14" data-year="1932">
      <h3>On creuse</h3>
      <p>Un paragraphe, <a href="https://example.org/">un lien</a>.</p>
    </section>
    <section id="maison"><h3>Une maison</h3></section>
    <section><p>Sans titre.</p></section>
  </spass-story>`;
  const show = (template = own) =>
    loadedFixtureWithSource<SpassStory>(new StubServer(library), template);
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('shows the page’s own nodes, in order, without a request', async () => {
    const server = new StubServer(library);
    const el = await loadedFixtureWithSource<SpassStory>(server, own);
    expect(server.queries.length).to.equal(0);
    const sections = [...el.querySelectorAll('section')];
    const shown = queryAll<HTMLSlotElement>(el, '.step slot').flatMap(slot =>
      slot.assignedElements(),
    );
    expect(shown.map((section, index) => section === sections[index])).to.deep.equal([
      true,
      true,
      true,
    ]);
    for (const section of sections) expect(section.checkVisibility()).to.equal(true);
    expect(queryTexts(el, '.year')).to.deep.equal(['1932']);
    expect(
      links(el).map(link => [link.textContent.trim(), link.getAttribute('href')]),
    ).to.deep.equal([
      ['On creuse', '#step-1'],
      ['Une maison', '#maison'],
      ['Étape 3', '#step-3'],
    ]);
    expect(queryAll(el, 'article')[0]!.ariaLabel).to.equal('Le canal');
    await expect(el).to.be.accessible();
  });

  it('focuses the page’s own heading, or a step without one', async () => {
    const el = await show();
    links(el)[1]!.click();
    await frames();
    expect(document.activeElement?.textContent).to.equal('Une maison');
    expect(location.hash).to.equal('#maison');
    await el.show(3);
    expect(el.shadowRoot!.activeElement?.classList.contains('step')).to.equal(true);
  });

  it('warns of their invalid attributes, and still shows them', async () => {
    await withSilentConsole(async lines => {
      const el = await show(
        html`<spass-story no-map>
          <section data-geo="ici" data-zoom="99" data-year="hier"><h3>A</h3></section>
          <section><h3>B</h3></section>
        </spass-story>`,
      );
      expect(queryAll(el, '.step').length).to.equal(2);
      expect(lines).to.deep.equal([
        '<spass-story>: section 1: data-geo="ici" is invalid and ignored',
        '<spass-story>: section 1: data-zoom="99" is invalid and ignored',
        '<spass-story>: section 1: data-year="hier" is invalid and ignored',
      ]);
    });
  });

  it('follows sections that are added, removed and changed', async () => {
    const el = await show();
    const [first] = el.querySelectorAll('section');
    first!.querySelector('h3')!.textContent = 'On creuse encore';
    const added = document.createElement('section');
    added.innerHTML = '<h3>Et demain</h3>';
    el.append(added);
    await new Promise(requestAnimationFrame);
    await el.loadComplete;
    expect(links(el).map(({textContent}) => textContent.trim())).to.deep.equal([
      'On creuse encore',
      'Une maison',
      'Étape 3',
      'Et demain',
    ]);
    first!.remove();
    await new Promise(requestAnimationFrame);
    await el.loadComplete;
    expect(queryAll(el, '.step').length).to.equal(3);
  });

  it('shows them while a language loads', async () => {
    const el = await fixtureWithSource<SpassStory>(
      new StubServer(library),
      html`<spass-story no-map lang="de">
        <section><h3>Der Kanal</h3></section>
        <section><h3>Das Haus</h3></section>
      </spass-story>`,
    );
    for (const section of el.querySelectorAll('section'))
      expect(section.checkVisibility()).to.equal(true);
    await el.loadComplete;
    expect(progress(el)).to.equal('Schritt 1 von 2');
  });
});

import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/story.js';
import type {SpassStory} from '../../../src/index.js';
import type {Story} from '../../../src/model/records.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {tallPicture} from '../../support/drawings.js';
import {canal, library, longStory} from '../../support/story.js';
import {emulateForcedColors, restoreMedia} from '../../support/media.js';
import {queryAll} from '../../support/widget-fixture.js';

const longText = 'Le canal traverse la forêt, puis le village. '.repeat(20);
const steps = (canal.steps ?? []).map(step => ({...step, text: longText}));

const show = async (
  template = html`<spass-story no-map></spass-story>`,
  story: Story = {...canal, steps},
) => {
  await emulateMedia({reducedMotion: 'reduce'});
  return loadedFixtureWithSource<SpassStory>(
    new StubServer({...library, stories: [story]}),
    template,
  );
};
/** A drawing of 3:2. */
const wideDrawing =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>';
const frames = async () => {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
};
/** Scrolls so that the start of a step is in the middle of the window. */
const read = async (el: SpassStory, number: number) => {
  const {top} = queryAll(el, '.step')[number - 1]!.getBoundingClientRect();
  window.scrollBy({top: top - innerHeight * 0.55, behavior: 'instant'});
  await frames();
  await el.updateComplete;
};
/** Elements with a picture that a reader sees now. */
const shownPictures = (el: SpassStory) =>
  queryAll(el, '.picture').filter(
    picture => getComputedStyle(picture.parentElement!).opacity === '1',
  );

describe('<spass-story> on a phone', () => {
  before(() => setViewport({width: 390, height: 844}));
  after(async () => {
    await setViewport({width: 1280, height: 900});
    await emulateMedia({reducedMotion: 'no-preference'});
  });
  afterEach(() => window.scrollTo(0, 0));

  it('has the credit of a pair below its buttons, as wide as the column', async () => {
    const credit = 'Dessin d’interprétation, fait pour cette démonstration';
    const pair = steps.map(step => ({
      ...step,
      before: step.before && {...step.before, credit},
      after: step.after && {...step.after, credit},
    }));
    const el = await show(undefined, {...canal, steps: pair});
    const [caption] = queryAll(el, '.pair figcaption');
    const [choice] = queryAll(el, '.pair .choice');
    expect(caption!.getBoundingClientRect().top).to.be.at.least(
      choice!.getBoundingClientRect().bottom,
    );
    expect(caption!.scrollHeight, 'whole').to.equal(caption!.clientHeight);
  });

  it('shows a tall picture and its credit whole', async () => {
    const credit =
      'Archives départementales du Nord, fonds de la Mission, cliché de J.-B. Delattre';
    const image = {src: tallPicture, alt: 'Un beffroi', credit, width: 600, height: 984};
    const el = await show(undefined, {...canal, steps: [{title: 'Le beffroi', image}]});
    await frames();
    const [picture, caption] = ['.picture', 'figcaption'].map(one =>
      queryAll(el, one)[0]!.getBoundingClientRect(),
    );
    expect(caption!.bottom).to.be.at.most(picture!.bottom);
    const {objectFit} = getComputedStyle(queryAll(el, '.picture > img')[0]!);
    expect(objectFit, 'not cropped').to.equal('contain');
  });

  for (const [width, height, loss] of [
    [768, 1024, 0.25],
    [768, 800, 0],
    [820, 600, 0],
    [390, 844, 0.25],
  ] as const)
    it(`cuts off no more than a quarter of a picture, clear of its progress, at ${width} × ${height}`, async () => {
      await setViewport({width, height});
      const image = {src: tallPicture, alt: 'Une rue', credit: 'Croquis', width: 900, height: 600};
      const el = await show(undefined, {...canal, steps: [{title: 'La rue', image}, ...steps]});
      // The shape of the file, whatever the attributes of the record.
      const picture = queryAll<HTMLImageElement>(el, '.picture > img')[0]!;
      picture.src = wideDrawing;
      await picture.decode();
      await frames();
      const box = picture.getBoundingClientRect();
      const isCropped = getComputedStyle(picture).objectFit !== 'contain';
      const lost = isCropped ? 1 - box.height / (box.width / 1.5) : 0;
      expect(lost).to.be.at.most(loss + 0.01);
      expect(box.height, 'large').to.be.above(height * 0.2);
      const range = new Range();
      const stage = picture.closest('.picture')!;
      range.selectNodeContents(stage.querySelector('figcaption')!);
      expect(
        stage.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom,
      ).to.be.above(8);
    });

  it('has the colours of the system on the stage, as around it', async () => {
    if (!(await emulateForcedColors())) return;
    try {
      const el = await show();
      el.style.setProperty('--spass-background', '#123');
      const {color} = getComputedStyle(queryAll(el, '.progress p')[0]!);
      const stage = getComputedStyle(queryAll(el, '.exhibit > .picture')[0]!);
      expect(stage.backgroundColor).to.equal('rgb(255, 255, 255)');
      for (const text of queryAll(el, '.words > p, figcaption'))
        expect(getComputedStyle(text).color, text.textContent).to.equal(color);
    } finally {
      await restoreMedia();
    }
  });

  it('draws the whole focus ring of a pair at the edge of the window', async () => {
    const el = await show();
    const [picture] = queryAll(el, '.picture:has(.frame)');
    expect(getComputedStyle(picture!).overflowX, 'the ring is outside').to.equal('visible');
  });

  it('keeps the picture of the step that is read at the top, and the text below it', async () => {
    const el = await show();
    await read(el, 2);
    const [pair, ...others] = shownPictures(el);
    expect(others).to.deep.equal([]);
    expect(pair!.matches('.step:nth-child(2) *')).to.equal(true);
    expect(pair!.getBoundingClientRect().top).to.equal(0);
    expect(pair!.getBoundingClientRect().bottom).to.be.within(844 * 0.4, 844 * 0.5);
    await read(el, 3);
    const [house] = shownPictures(el);
    expect(house!.matches('.step:nth-child(3) *')).to.equal(true);
    expect(house!.getBoundingClientRect().top).to.equal(0);
  });

  it('tells the year that is read from the one below it', async () => {
    const dated = [0, 1, 2].map(i => ({
      title: `Étape ${i}`,
      text: longText,
      ...steps[i],
      year: 1900 + i,
    }));
    const el = await show(undefined, {...canal, steps: dated});
    const colours = () => queryAll(el, '.year').map(year => getComputedStyle(year).color);
    await read(el, 2);
    const [before, now, after] = colours();
    expect(before).to.equal(after);
    expect(now).not.to.equal(after);
    await read(el, 3);
    expect(colours()).to.deep.equal([before, before, now]);
  });

  for (const [width, height] of [
    [320, 640],
    [390, 844],
    [768, 1024],
  ] as const)
    for (const ratio of [1.5, 0.7])
      it(`shows pictures of ratio ${ratio} and their credit whole on the stage, at ${width} px`, async () => {
        await setViewport({width, height});
        const credit = 'Dessin d’interprétation, fait pour cette démonstration';
        const pictured = steps.map(({before, after, ...step}) => {
          const sized = (picture: typeof before) =>
            picture && {...picture, credit, width: 900, height: Math.round(900 / ratio)};
          return {...step, before: sized(before), after: sized(after)};
        });
        const el = await show(undefined, {...canal, steps: pictured});
        await read(el, 2);
        const [stage] = shownPictures(el);
        const {right, bottom} = stage!.getBoundingClientRect();
        const parts = [...stage!.querySelectorAll('.frame, .button, figcaption')];
        expect(parts).to.have.length(4);
        for (const part of parts) {
          const box = part.getBoundingClientRect();
          expect(box.top, part.className).to.be.least(0);
          expect(box.bottom, part.className).to.be.most(bottom);
          expect(box.right, part.className).to.be.most(right);
          expect(part.scrollHeight, part.className).to.be.most(part.clientHeight + 1);
        }
        // A word that is broken has a second line.
        for (const one of stage!.querySelectorAll('.when, .button'))
          expect(one.getBoundingClientRect().height, one.textContent).to.be.below(48);
        for (const one of stage!.querySelectorAll('.when'))
          expect(one.getBoundingClientRect().height, one.textContent).to.be.below(32);
        await setViewport({width: 390, height: 844});
      });

  for (const [content, template] of [
    ['pictures', undefined],
    ['a map', html`<spass-story></spass-story>`],
  ] as const)
    it(`keeps the button that leads on through a story with ${content} in the window, and covers no title with it`, async () => {
      const el = await show(template);
      const bottomOf = (one: HTMLElement) => one.getBoundingClientRect().bottom;
      const [back, next] = queryAll<HTMLButtonElement>(el, '.progress button');
      const [bar] = queryAll(el, '.progress');
      const placeAtEnd = bar!.getBoundingClientRect().top - bottomOf(queryAll(el, '.steps')[0]!);
      expect(placeAtEnd, 'at the end of the story').to.be.within(0, 40);
      bar!.scrollIntoView({block: 'center'});
      await frames();
      for (const button of [back!, back!, next!, back!]) {
        button.click();
        await frames();
        await el.updateComplete;
        const {top, left, bottom, width} = button.getBoundingClientRect();
        expect(bottom, 'in the window').to.be.within(50, innerHeight);
        const [x, y] = [left + width / 2, (top + bottom) / 2];
        expect(button.contains(el.shadowRoot!.elementFromPoint(x, y))).to.equal(true);
        const title = queryAll(el, '.step[aria-current] .title, .step.current .title')[0];
        if (title) expect(bottomOf(title)).to.be.below(top);
      }
      expect(bottomOf(bar!), 'not at the end').to.be.below(bottomOf(queryAll(el, '.steps')[0]!));
    });

  it('ends a jump to a step below the stage', async () => {
    const el = await show();
    queryAll(el, '.contents a')[3]!.click();
    await frames();
    const [picture] = shownPictures(el);
    const heading = queryAll(el, '.step:nth-child(4) .title')[0]!.getBoundingClientRect();
    expect(heading.top).to.be.least(picture!.getBoundingClientRect().bottom);
    expect(heading.bottom).to.be.below(844);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('shows each picture in its step where the window is low, or as high as the story', async () => {
    for (const height of [360, 2400]) {
      await setViewport({width: 390, height});
      const el = await show();
      expect(shownPictures(el).length, `${height} px`).to.equal(2);
      for (const picture of shownPictures(el))
        expect(getComputedStyle(picture).position).not.to.equal('sticky');
    }
    await setViewport({width: 390, height: 844});
  });
});

describe('the progress of a <spass-story>', () => {
  after(async () => {
    await setViewport({width: 1280, height: 900});
    await emulateMedia({reducedMotion: 'no-preference'});
  });
  afterEach(() => window.scrollTo(0, 0));

  const STORIES = [
    ['a map and pictures', html`<spass-story></spass-story>`, {...canal, steps}],
    ['pictures', html`<spass-story no-map></spass-story>`, {...canal, steps}],
    ['text alone', html`<spass-story></spass-story>`, longStory(8)],
  ] as const;
  const OTHERS = 'header, .contents, .words, .beside, .exhibit > *, .story > .small, [part=foot]';
  /** Boxes of visible elements, in pixels of the window. */
  const boxesOf = (el: SpassStory, selector: string) =>
    queryAll(el, selector)
      .filter(one => one.checkVisibility())
      .map(one => ({name: one.className || one.localName, box: one.getBoundingClientRect()}));

  for (const [width, height] of [
    [320, 640],
    [768, 1024],
    [1280, 720],
    [1600, 900],
  ] as const)
    for (const [content, template, story] of STORIES)
      it(`covers nothing of ${content}, at ${width} px, wherever the page is scrolled`, async () => {
        await setViewport({width, height});
        const el = await show(template, story);
        const covered = new Set<string>();
        for (let top = 0; top < document.documentElement.scrollHeight; top += 50) {
          window.scrollTo({top, behavior: 'instant'});
          const [bar] = boxesOf(el, '.progress');
          for (const {name, box} of boxesOf(el, OTHERS)) {
            const [x, y] = [
              Math.min(bar!.box.right, box.right) - Math.max(bar!.box.left, box.left),
              Math.min(bar!.box.bottom, box.bottom) - Math.max(bar!.box.top, box.top),
            ];
            if (x > 0.5 && y > 0.5) covered.add(`${name} at ${top}`);
          }
        }
        expect([...covered]).to.deep.equal([]);
      });
});

import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {emulateMedia, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import '../../../src/define/compare.js';
import type {SpassCompare} from '../../../src/index.js';
import {goriaux, goriauxNow, goriauxThen, missingDrawing} from '../../support/drawings.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {withSilentConsole} from '../../support/console.js';

const ownImages = html`<spass-compare>
  <img
    src=${goriauxThen}
    alt="Un terril"
    width="960"
    height="540"
    data-year="1910"
    data-credit="Croquis A"
  />
  <img
    src=${goriauxNow}
    alt="Un étang"
    width="960"
    height="540"
    data-year="2026"
    data-credit="Croquis B"
  />
</spass-compare>`;

const show = async (template = ownImages): Promise<SpassCompare> => {
  const el = await fixture<SpassCompare>(template);
  await el.loadComplete;
  return el;
};
const showItems = (...items: readonly unknown[]) =>
  show(html`<spass-compare .items=${items}></spass-compare>`);

const handle = (el: SpassCompare) => queryAll<HTMLInputElement>(el, '.handle')[0]!;
const valueText = (el: SpassCompare) => handle(el).ariaValueText?.replace(/\s/g, ' ');
const buttons = (el: SpassCompare) => queryAll<HTMLButtonElement>(el, '.choice button');
/** Returns the visible width of the earlier picture, in percent of the frame. */
const visibleShare = (el: SpassCompare): number => {
  const clip = getComputedStyle(queryAll(el, '.before')[0]!).clipPath;
  const {width} = queryAll(el, '.frame')[0]!.getBoundingClientRect();
  const right = /inset\(0px (?:calc\(100% - ([\d.]+)%\)|([\d.]+)(%|px)) /.exec(clip);
  if (right?.[1]) return Math.round(Number(right[1]));
  const cut = Number(right?.[2]);
  return Math.round(right?.[3] === '%' ? 100 - cut : 100 - (cut / width) * 100);
};
/** Resolves when an image has loaded or failed. */
const imageSettled = (image: HTMLImageElement): Promise<void> =>
  image.complete && image.naturalWidth
    ? Promise.resolve()
    : new Promise(resolve => {
        for (const name of ['load', 'error']) image.addEventListener(name, () => resolve());
      });

describe('<spass-compare>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('has buttons and credit beside tall pictures, if there is room, and below them on a phone', async () => {
    const el = await show(
      html`<spass-compare style="inline-size: 60em">
        <img src=${goriauxThen} alt="Un terril" width="300" height="600" data-credit="Croquis" />
        <img src=${goriauxNow} alt="Un étang" width="300" height="600" />
      </spass-compare>`,
    );
    const boxes = () =>
      ['.frame', '.choice', 'figcaption'].map(one => queryAll(el, one)[0]!.getBoundingClientRect());
    const [frame, ...beside] = boxes();
    for (const {left, bottom} of beside) {
      expect(left).to.be.above(frame!.right);
      expect(bottom).to.be.at.most(frame!.bottom + 1);
    }
    expect(frame!.height / frame!.width).to.be.within(1.4, 1.7);
    expect(frame!.height).to.be.above(innerHeight * 0.7);
    el.style.inlineSize = '20em';
    const [above, ...below] = boxes();
    for (const {top} of below) expect(top).to.be.at.least(above!.bottom);
  });

  it('is as large as the window and the column allow, with the words right below it', async () => {
    const el = await fixture<HTMLElement>(
      html`<div style="inline-size: 1184px">${ownImages}</div>`,
    ).then(div => div.querySelector<SpassCompare>('spass-compare')!);
    await el.loadComplete;
    const [frame, choice, words] = ['.frame', '.choice', 'figcaption'].map(one =>
      queryAll(el, one)[0]!.getBoundingClientRect(),
    );
    expect(frame!.width).to.be.at.least(1000);
    // Its buttons below it are in the window as well.
    expect(frame!.height).to.be.at.most(innerHeight * 0.88 + 1);
    expect(choice!.bottom - frame!.top).to.be.at.most(innerHeight);
    for (const {left, top} of [choice!, words!]) {
      expect(top - frame!.bottom).to.be.within(0, 32);
      expect(left).to.be.at.most(frame!.right);
    }
  });

  it('lets no date reach its knob in large text on a phone', async () => {
    const el = await fixture<SpassCompare>(
      html`<div style="inline-size: 256px; font-size: 200%">${ownImages}</div>`,
    ).then(div => div.querySelector<SpassCompare>('spass-compare')!);
    await el.loadComplete;
    const knob = queryAll(el, '.knob')[0]!.getBoundingClientRect();
    const frame = queryAll(el, '.frame')[0]!.getBoundingClientRect();
    expect(knob.bottom).to.be.at.most(frame.bottom);
    for (const date of queryAll(el, '.when').map(one => one.getBoundingClientRect())) {
      const isApart = date.bottom <= knob.top || date.right <= knob.left || date.left >= knob.right;
      expect(isApart, JSON.stringify([date, knob])).to.equal(true);
    }
  });

  it('shows the page’s own images, with their years and credits, behind one handle', async () => {
    const el = await show();
    expect(queryTexts(el, '.when')).to.deep.equal(['1910', '2026']);
    expect(queryTexts(el, 'figcaption span')).to.deep.equal([
      '1910 : Croquis A',
      '2026 : Croquis B',
    ]);
    const [then, now] = el.querySelectorAll('img');
    const frame = queryAll(el, '.frame')[0]!.getBoundingClientRect();
    for (const image of [then!, now!]) {
      const {width, height} = image.getBoundingClientRect();
      expect([width, height]).to.deep.equal([frame.width, frame.height]);
    }
    expect(visibleShare(el)).to.equal(50);
    await expect(el).to.be.accessible();
  });

  it('moves its handle by keyboard, and announces what is visible', async () => {
    const el = await show();
    handle(el).focus();
    expect(valueText(el)).to.equal('1910 : 50 %, 2026 : 50 %');
    await sendKeys({press: 'ArrowRight'});
    await el.updateComplete;
    expect(valueText(el)).to.equal('1910 : 51 %, 2026 : 49 %');
    expect(visibleShare(el)).to.equal(51);
    await sendKeys({press: 'Home'});
    await el.updateComplete;
    expect(visibleShare(el)).to.equal(0);
    await sendKeys({press: 'End'});
    await el.updateComplete;
    expect(visibleShare(el)).to.equal(100);
    expect(valueText(el)).to.equal('1910 : 100 %, 2026 : 0 %');
  });

  it('follows a pointer anywhere on the picture', async () => {
    const el = await show();
    const {left, top, width, height} = queryAll(el, '.frame')[0]!.getBoundingClientRect();
    const at = (part: number): [number, number] => [
      Math.round(left + part * width),
      Math.round(top + height / 3),
    ];
    await sendMouse({type: 'move', position: at(0.5)});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: at(0.25)});
    await sendMouse({type: 'up'});
    await el.updateComplete;
    expect(visibleShare(el)).to.be.closeTo(25, 1);
    const divider = queryAll(el, '.divider')[0]!.getBoundingClientRect();
    expect(divider.left + 1 - left).to.be.closeTo(0.25 * width, 0.01 * width);
    await sendMouse({type: 'click', position: at(0.9)});
    await el.updateComplete;
    expect(visibleShare(el)).to.be.closeTo(90, 1);
  });

  it('shows each picture by a button', async () => {
    const el = await show();
    expect(buttons(el).map(button => button.textContent.trim())).to.deep.equal(['Avant', 'Après']);
    buttons(el)[0]!.focus();
    await sendKeys({press: 'Enter'});
    await el.updateComplete;
    expect(visibleShare(el)).to.equal(100);
    expect(buttons(el).map(button => button.ariaPressed)).to.deep.equal(['true', 'false']);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    await el.updateComplete;
    expect(visibleShare(el)).to.equal(0);
    expect(buttons(el).map(button => button.ariaPressed)).to.deep.equal(['false', 'true']);
    for (const button of buttons(el)) expect(button.offsetHeight).to.be.at.least(44);
  });

  it('leaves vertical touch scrolling to the page', async () => {
    const el = await show();
    expect(getComputedStyle(handle(el)).touchAction).to.equal('pan-y');
  });

  it('shows its focus ring around the frame', async () => {
    const el = await show();
    await sendKeys({press: 'Tab'});
    handle(el).focus();
    await sendKeys({press: 'ArrowLeft'});
    expect(getComputedStyle(queryAll(el, '.frame')[0]!).outlineWidth).to.equal('2px');
  });

  it('puts the pictures side by side if there is space, otherwise one above the other', async () => {
    const el = await show(
      html`<div style="inline-size: 60em">
        <spass-compare mode="side" .items=${goriaux}></spass-compare>
      </div>`,
    ).then(wrap => wrap.querySelector('spass-compare') ?? wrap);
    await el.loadComplete;
    const views = () => queryAll(el, '.view').map(view => view.getBoundingClientRect());
    expect(views()[0]!.top === views()[1]!.top, 'in a row').to.equal(true);
    expect(views()[1]!.left >= views()[0]!.right).to.equal(true);
    expect(queryAll(el, 'input, button').length).to.equal(0);
    await expect(el).to.be.accessible();
    el.parentElement!.style.inlineSize = '20em';
    expect(views()[1]!.top >= views()[0]!.bottom, 'in a column').to.equal(true);
  });

  it('keeps one frame for pictures of unequal size', async () => {
    const [then, now] = goriaux;
    const el = await showItems({...then, width: 400, height: 500}, now);
    const views = queryAll(el, '.view').map(view => view.getBoundingClientRect());
    expect(views[0]!.height).to.be.closeTo(views[0]!.width * 1.25, 1);
    expect(views.map(({width, height}) => [width, height])[1]).to.deep.equal([
      views[0]!.width,
      views[0]!.height,
    ]);
    expect(getComputedStyle(queryAll(el, 'img')[1]!).objectFit).to.equal('cover');
  });

  it('takes the shape of a picture without declared size, loaded before or after', async () => {
    const image = new Image();
    Object.assign(image, {src: goriauxThen, alt: 'Une vue'});
    await imageSettled(image);
    const picture = (src: string) => html`<img src=${src} alt="Une vue" data-year="1910" />`;
    const el = await show(html`<spass-compare>${image}${picture(goriauxNow)}</spass-compare>`);
    await Promise.all([...el.querySelectorAll('img')].map(imageSettled));
    await el.updateComplete;
    const {width, height} = queryAll(el, '.frame')[0]!.getBoundingClientRect();
    expect(width / height).to.be.closeTo(16 / 9, 0.01);
  });

  it('is not affected by the page’s own styles for images', async () => {
    const style = document.createElement('style');
    style.textContent = 'img { max-width: 50%; height: auto; border: 9px solid; margin: 1em; }';
    document.head.append(style);
    const el = await show();
    const frame = queryAll(el, '.frame')[0]!.getBoundingClientRect();
    for (const image of el.querySelectorAll('img'))
      expect(image.getBoundingClientRect().width).to.equal(frame.width);
    style.remove();
  });

  it('uses an image inside a <picture> that an optimiser has added', async () => {
    const el = await show(
      html`<spass-compare>
        <picture><img src=${goriauxThen} alt="Un terril" /></picture>
        <img src=${goriauxNow} alt="Un étang" />
      </spass-compare>`,
    );
    const frame = queryAll(el, '.frame')[0]!.getBoundingClientRect();
    expect(el.querySelector('picture img')!.getBoundingClientRect().width).to.equal(frame.width);
    expect(queryTexts(el, '.when')).to.deep.equal(['Avant', 'Après']);
  });

  it('reports which picture failed, and shows the other in full', async () => {
    const el = await show(
      html`<spass-compare>
        <img src=${missingDrawing} alt="Un terril" data-year="1910" />
        <img src=${goriauxNow} alt="Un étang" data-year="2026" />
      </spass-compare>`,
    );
    await Promise.all([...el.querySelectorAll('img')].map(imageSettled));
    await el.updateComplete;
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'L’image d’avant n’a pas pu être chargée : Un terril',
    ]);
    expect(queryAll(el, 'input, button').length).to.equal(0);
    expect(queryTexts(el, '.view:not(.lost) .when')).to.deep.equal(['2026']);
    const [other] = queryAll(el, '.view:not(.lost)');
    expect(other!.getBoundingClientRect().width > 100, 'the other stays').to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('reports an image that had failed before the widget was created', async () => {
    const image = new Image();
    const failed = new Promise(resolve => image.addEventListener('error', resolve));
    image.src = missingDrawing;
    image.alt = 'Un terril';
    await failed;
    const el = await fixture<SpassCompare>(
      html`<spass-compare>${image}<img src=${goriauxNow} alt="Un étang" /></spass-compare>`,
    );
    await new Promise<void>(resolve => {
      const observer = new MutationObserver(() => {
        if (queryAll(el, '.notice').length) resolve();
      });
      observer.observe(el.shadowRoot!, {subtree: true, childList: true});
      if (queryAll(el, '.notice').length) resolve();
    });
    expect(queryTexts(el, '.notice').length).to.equal(1);
  });

  it('keeps the focus when the handle disappears, and shows a picture that loads on retry', async () => {
    const [then, now] = goriaux;
    const el = await showItems({...then, src: missingDrawing}, now);
    const [image] = queryAll<HTMLImageElement>(el, 'img');
    handle(el).focus();
    await imageSettled(image!);
    await el.updateComplete;
    expect(queryAll(el, '.handle').length).to.equal(0);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    const loaded = oneEvent(image!, 'load');
    image!.src = goriauxThen;
    await loaded;
    await el.updateComplete;
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
    expect(queryAll(el, '.handle').length).to.equal(1);
  });

  it('prints both in full, without its controls', async () => {
    const el = await show();
    buttons(el)[1]!.click();
    await el.updateComplete;
    await emulateMedia({media: 'print'});
    const [then, now] = queryAll(el, '.view').map(view => view.getBoundingClientRect());
    const visible = queryAll(el, 'input, button').filter(one => one.checkVisibility());
    const clip = getComputedStyle(queryAll(el, '.before')[0]!).clipPath;
    await emulateMedia({media: 'screen'});
    expect(visible.length).to.equal(0);
    expect(clip).to.equal('none');
    expect(then!.width > 100 && now!.left >= then!.right, 'side by side').to.equal(true);
  });

  it('rejects invalid URLs, and shows text as text', async () => {
    const el = await withSilentConsole(async lines => {
      const shown = await showItems(
        {src: 'javascript:alert(1)', alt: 'x', year: 1900},
        {
          src: goriauxNow,
          alt: '<b>étang</b>',
          credit: '<img src=x onerror=alert(1)>',
          year: '2026',
        },
      );
      expect(lines.filter(line => line.includes('items[0].src')).length).to.equal(1);
      return shown;
    });
    expect(queryAll(el, 'img').map(image => (image as HTMLImageElement).src)).to.deep.equal([
      goriauxNow,
    ]);
    expect(queryAll<HTMLImageElement>(el, 'img')[0]!.alt).to.equal('<b>étang</b>');
    expect(queryTexts(el, 'figcaption')).to.deep.equal(['2026 : <img src=x onerror=alert(1)>']);
  });

  it('tolerates items that are not pictures', async () => {
    for (const items of [[null, 3], [], 'no', [{}, {}], [null, 3, {}]] as unknown as unknown[][])
      await withSilentConsole(async () => {
        const el = await show(html`<spass-compare .items=${items}></spass-compare>`);
        expect(queryAll(el, 'img').length).to.equal(0);
        expect(queryTexts(el, '.notice')).to.deep.equal(['Aucun contenu pour le moment.']);
      });
  });

  it('warns the webmaster once of missing parts', async () => {
    await withSilentConsole(async lines => {
      await show(html`<spass-compare><img src=${goriauxNow} /></spass-compare>`);
      expect(lines).to.deep.equal([
        '<spass-compare>: two images are compared, and there are 1',
        '<spass-compare>: image 1 has no alt',
      ]);
    });
  });

  it('follows images that are added, removed and changed', async () => {
    const el = await show();
    const [then, now] = el.querySelectorAll('img');
    now!.dataset['year'] = '2030';
    await new Promise(requestAnimationFrame);
    await el.updateComplete;
    expect(queryTexts(el, '.when')).to.deep.equal(['1910', '2030']);
    el.append(then!);
    await new Promise(requestAnimationFrame);
    await el.updateComplete;
    expect(queryTexts(el, '.when')).to.deep.equal(['2030', '1910']);
  });

  it('restores the page’s images when it is removed', async () => {
    const el = await show();
    el.remove();
    const image = new Image();
    el.append(image);
    await new Promise(requestAnimationFrame);
    expect(image.slot).to.equal('');
  });

  it('is the same after it was removed and added again', async () => {
    const el = await show();
    const home = el.parentElement!;
    buttons(el)[0]!.click();
    el.remove();
    home.append(el);
    await el.loadComplete;
    expect(visibleShare(el)).to.equal(100);
    expect(queryTexts(el, '.when')).to.deep.equal(['1910', '2026']);
    handle(el).focus();
    await sendKeys({press: 'Home'});
    await el.updateComplete;
    expect(visibleShare(el)).to.equal(0);
  });

  it('moves nothing by itself', async () => {
    const el = await show();
    buttons(el)[0]!.click();
    await el.updateComplete;
    const running = el.shadowRoot!.getAnimations().filter(one => {
      const {target} = one.effect as KeyframeEffect;
      return !target?.matches('.button');
    });
    expect(running.length).to.equal(0);
  });
});

import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  selectFile,
  restoreClock,
  focusedId,
  renderForm,
  resetContributionApi,
  formElement,
  createPhoto,
  clickButton,
  send,
  lastSubmission,
  tick,
  withRotation,
  type,
  formSettled,
} from '../../support/contribution-form.js';
import {queryAll, queryTexts, statusText, waitForStatus} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

/** Returns the colour of a pixel of a picture. */
async function pixel(file: Blob, x: number, y: number): Promise<'red' | 'blue'> {
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(x, y, 1, 1).data;
  return red > blue ? 'red' : 'blue';
}

const latin = async (file: Blob): Promise<string> =>
  new TextDecoder('latin1').decode(await file.arrayBuffer());

describe('the photographs of a contribution', () => {
  beforeEach(resetContributionApi);
  afterEach(restoreClock);

  it('are two for a tree, its shape and a detail', async () => {
    const el = await renderForm({kind: 'tree'});
    expect(queryTexts(el, '.photo strong')).to.deep.equal([
      'L’arbre entier',
      'Un détail : feuille, écorce, fruit',
    ]);
  });

  it('are resized before they are sent, and shown', async () => {
    const el = await renderForm({kind: 'photo'});
    await selectFile(el, 'photo-0', await createPhoto(3000, 1500));
    expect(statusText(el)).to.match(/arbre\.jpg : 2\s?048 × 1\s?024 pixels/u);
    await waitUntil(() => queryAll(el, '.photo canvas').length === 1);
    const [canvas] = queryAll<HTMLCanvasElement>(el, '.photo canvas');
    expect([canvas?.width, canvas?.height]).to.deep.equal([320, 160]);
    await expect(el).to.be.accessible();
    await type(el, 'alt-0', 'Deux couleurs');
    expect(canvas?.ariaLabel).to.equal('Deux couleurs');
    await tick(el, 'consent');
    await send(el);
    const [file] = lastSubmission().photos;
    const picture = await createImageBitmap(file!);
    expect([picture.width, picture.height]).to.deep.equal([2048, 1024]);
    expect(lastSubmission().contribution['photos']).to.deep.equal([{alt: 'Deux couleurs'}]);
  });

  it('are upright, without camera metadata', async () => {
    const el = await renderForm({kind: 'photo'});
    const file = await withRotation(await createPhoto(200, 100));
    expect(await latin(file)).to.contain('SECRET-CAMERA');
    await selectFile(el, 'photo-0', file);
    await tick(el, 'consent');
    await send(el);
    const [photo] = lastSubmission().photos;
    expect(await latin(photo!)).not.to.match(/SECRET|Exif/);
    const picture = await createImageBitmap(photo!);
    expect([picture.width, picture.height]).to.deep.equal([100, 200]);
    // Rotated clockwise: the left side is now on top.
    expect(await pixel(photo!, 50, 10)).to.equal('red');
    expect(await pixel(photo!, 50, 190)).to.equal('blue');
  });

  it('get another field each, up to three', async () => {
    const el = await renderForm({kind: 'photo'});
    for (const count of [1, 2, 3]) {
      expect(queryAll(el, '.photo')).to.have.length(count);
      await selectFile(el, `photo-${count - 1}`, await createPhoto(40, 30));
    }
    expect(queryAll(el, '.photo')).to.have.length(3);
  });

  it('are chosen with a button in the language of the page, which has the ring of its field', async () => {
    const el = await renderForm({kind: 'photo'});
    const [button] = queryAll(el, '.photo .button');
    expect(button?.textContent.trim()).to.equal('Choisir une photographie');
    expect(button?.scrollWidth, 'whole').to.be.at.most(button?.clientWidth ?? 0);
    const input = formElement(el, 'photo-0');
    expect(input.offsetWidth, 'the button of the browser').to.equal(1);
    await sendKeys({press: 'Tab'});
    input.focus();
    expect(getComputedStyle(button!).outlineStyle).to.equal('solid');
    await selectFile(el, 'photo-0', new File(['?'], 'vue.jpg'));
    await formSettled(el);
    expect(getComputedStyle(queryAll(el, '.photo .button')[0]!).borderWidth).to.equal('2px');
  });

  it('replace their field; the focus moves to their description', async () => {
    const el = await renderForm({kind: 'photo'});
    formElement(el, 'photo-0').focus();
    await selectFile(el, 'photo-0', await createPhoto(40, 30));
    await formSettled(el);
    expect(el.shadowRoot?.getElementById('photo-0')).to.equal(null);
    expect(focusedId(el)).to.equal('alt-0');
  });

  it('can be removed; the focus stays', async () => {
    const el = await renderForm({kind: 'photo'});
    await selectFile(el, 'photo-0', await createPhoto(40, 30));
    await clickButton(el, 'Retirer (Photographie 1)');
    expect(queryAll(el, '.photo canvas')).to.have.length(0);
    expect(focusedId(el)).to.equal('photo-0');
    await waitForStatus(el, 'Photographie retirée.');
  });

  for (const [what, content, type] of [
    ['an HTML page named .jpg', '<!doctype html><script>window.hacked = 1</script>', 'image/jpeg'],
    [
      'an SVG file with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>window.hacked = 1</script></svg>',
      'image/svg+xml',
    ],
    ['an empty file', '', 'image/jpeg'],
  ] as const)
    it(`are rejected with a message: ${what}`, async () => {
      const el = await renderForm({kind: 'photo'});
      await selectFile(el, 'photo-0', new File([content], 'vue.jpg', {type}));
      expect(queryTexts(el, '#photo-0-error')).to.deep.equal([
        'Ce navigateur ne peut pas lire le fichier « vue.jpg » comme une photographie.',
      ]);
      expect(formElement(el, 'photo-0').getAttribute('aria-describedby')).to.equal('photo-0-error');
      expect(window).not.to.have.property('hacked');
      await formSettled(el);
      await expect(el).to.be.accessible();
      await selectFile(el, 'photo-0', await createPhoto(40, 30));
      expect(queryTexts(el, '#photo-0-error')).to.deep.equal([]);
    });
});

import {expect} from '@open-wc/testing';
import {API, files, submissions} from '../../support/contribution-api.js';
import {
  clickButton,
  createPhoto,
  focusedId,
  formElement,
  formSettled,
  lastSubmission,
  newProject,
  renderForm,
  resetContributionApi,
  restoreClock,
  selectFile,
  send,
  tick,
} from '../../support/contribution-form.js';
import {village} from '../../support/drawings.js';
import {queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import {withSilentConsole} from '../../support/console.js';
import type {SpassContribute} from '../../../src/index.js';
import {waitUntil} from '../../support/wait-until.js';

/** Functions that the camera of the device consists of, for a page. */
type Cameras = Pick<MediaDevices, 'getUserMedia'>;

const withCamera = (getUserMedia: Cameras['getUserMedia'] | undefined): void => {
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: getUserMedia && {getUserMedia},
  });
};

/** Returns the picture of a camera, in one colour. */
function pictureOfCamera(): MediaStream {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width: 640, height: 480});
  const context = canvas.getContext('2d')!;
  const paint = (): void => {
    context.fillStyle = '#c00';
    context.fillRect(0, 0, 640, 480);
  };
  const stream = canvas.captureStream();
  paint();
  requestAnimationFrame(paint);
  return stream;
}

const setOnline = (isOnline: boolean): void => {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => isOnline});
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
};

const retakeTexts = (el: SpassContribute) => queryTexts(el, '.retake p, .retake figcaption');
const renderRetake = (options: Parameters<typeof renderForm>[0] = {}) =>
  renderForm({kind: 'photo', series: 'place', ...options});

/** Sends a photograph that the network loses. Resolves with its form once the device keeps it. */
async function sendOnceInVain(project: string): Promise<SpassContribute> {
  const el = await renderRetake({draft: 'device', project});
  await selectFile(el, 'photo-0', await createPhoto(600, 400));
  await tick(el, 'consent');
  await clickButton(el, 'Envoyer');
  await waitUntil(() => submissions.length === 1);
  lastSubmission().fail();
  await waitUntil(() => queryTexts(el, '.unsent')[0]?.includes('conservée sur cet appareil'));
  return el;
}

describe('a photograph that continues a series', () => {
  beforeEach(() => {
    resetContributionApi();
    const pictures = village.pictures.map((one, index) => (index ? one : {...one, direction: 225}));
    files.set(`${API}/resources/place`, {...village, pictures});
    withCamera(undefined);
  });
  afterEach(() => {
    restoreClock();
    files.clear();
    Reflect.deleteProperty(navigator, 'mediaDevices');
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('shows the last picture beside the file if there is no camera, and opens that of a phone', async () => {
    const el = await renderRetake();
    expect(queryTexts(el, '.retake figcaption')).to.deep.equal([
      'Dernière image de la série : 12 mai 2026.',
    ]);
    expect(queryAll<HTMLImageElement>(el, '.retake img')[0]?.src).to.contain('village-2026');
    expect(formElement(el, 'photo-0').getAttribute('capture')).to.equal('environment');
    expect(queryTexts(el, '.retake button')).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('opens its map on the place of the series', async () => {
    const el = await renderRetake();
    await waitUntil(() => queryAll(el, '.map')[0]?.role === 'region', 'no map');
    await el.updateComplete;
    await clickButton(el, 'Choisir le centre');
    const [lat, lon] = formElement(el, 'coordinates').value.split(', ').map(Number);
    expect(lat).to.be.closeTo(village.geo.lat, 0.002);
    // The crosshair is on the place itself, not beside it by half the width of the controls.
    expect(lon).to.be.closeTo(village.geo.lon, 0.002);
  });

  it('sends the series, its place and its direction with the photograph', async () => {
    const el = await renderRetake();
    await selectFile(el, 'photo-0', await createPhoto(600, 400));
    await tick(el, 'consent');
    const {contribution} = await send(el);
    expect(contribution).to.deep.include({
      resource: 'place',
      geo: village.geo,
      direction: 225,
    });
  });

  it('sends the direction that the author has chosen instead', async () => {
    const el = await renderRetake();
    const select = formElement(el, 'direction') as unknown as HTMLSelectElement;
    expect(select.selectedOptions[0]?.textContent.trim()).to.equal('Sud-ouest');
    select.value = '90';
    select.dispatchEvent(new Event('change'));
    await selectFile(el, 'photo-0', await createPhoto(600, 400));
    await tick(el, 'consent');
    expect((await send(el)).contribution['direction']).to.equal(90);
    lastSubmission().accept();
    await waitUntil(() => queryTexts(el, '.thanks').length === 1);
    await clickButton(el, 'Ajouter une autre contribution');
    const next = formElement(el, 'direction') as unknown as HTMLSelectElement;
    expect(next.selectedOptions[0]?.textContent.trim(), 'of the next one').to.equal('Sud-ouest');
  });

  it('asks for the camera only after a click, and lays the last picture over its view', async () => {
    let requests = 0;
    const stream = pictureOfCamera();
    withCamera(() => {
      requests++;
      return Promise.resolve(stream);
    });
    const el = await renderRetake();
    expect(requests).to.equal(0);
    await clickButton(el, 'Ouvrir l’appareil photo');
    expect(requests).to.equal(1);
    expect(focusedId(el)).to.equal('shutter');
    expect(getComputedStyle(queryAll(el, '.ghost')[0]!).opacity).to.equal('0.5');
    await expect(el).to.be.accessible();
    const video = queryAll<HTMLVideoElement>(el, 'video')[0]!;
    await waitUntil(() => video.videoWidth === 640);
    await clickButton(el, 'Prendre la photographie');
    await waitUntil(() => focusedId(el) === 'alt-0');
    expect(queryTexts(el, '.photo .small')[0]).to.match(/640 × 480/u);
    expect(stream.getTracks().map(({readyState}) => readyState)).to.deep.equal(['ended']);
    await tick(el, 'consent');
    await send(el);
    expect(lastSubmission().photos.length).to.equal(1);
  });

  it('closes the camera on request, and when the form is removed', async () => {
    const streams: MediaStream[] = [];
    withCamera(() => {
      streams.push(pictureOfCamera());
      return Promise.resolve(streams.at(-1)!);
    });
    const el = await renderRetake();
    await clickButton(el, 'Ouvrir l’appareil photo');
    await clickButton(el, 'Fermer l’appareil photo');
    expect(focusedId(el)).to.equal('open-camera');
    await clickButton(el, 'Ouvrir l’appareil photo');
    el.remove();
    expect(streams.map(one => one.getTracks()[0]?.readyState)).to.deep.equal(['ended', 'ended']);
  });

  it('says that the camera is refused, and leads to the file', async () => {
    withCamera(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const el = await renderRetake();
    await clickButton(el, 'Ouvrir l’appareil photo');
    expect(retakeTexts(el).at(-1)).to.contain('L’appareil photo n’est pas accessible.');
    expect(focusedId(el)).to.equal('photo-0');
  });

  it('takes a photograph without the last picture if it is missing', async () => {
    await withSilentConsole(async () => {
      const el = await renderRetake({series: 'nowhere'});
      expect(retakeTexts(el)[1]).to.contain('n’est pas disponible pour le moment');
      await selectFile(el, 'photo-0', await createPhoto(600, 400));
      await tick(el, 'consent');
      expect((await send(el)).contribution['resource']).to.equal('nowhere');
    });
  });

  it('shows the view of the camera alone if the last picture is missing, and closes it', async () => {
    await withSilentConsole(async () => {
      const stream = pictureOfCamera();
      withCamera(() => Promise.resolve(stream));
      const el = await renderRetake({series: 'nowhere'});
      await clickButton(el, 'Ouvrir l’appareil photo');
      expect(focusedId(el)).to.equal('shutter');
      expect(queryAll(el, '.viewfinder video, .ghost')).to.have.length(1);
      await clickButton(el, 'Fermer l’appareil photo');
      expect(stream.getTracks()[0]?.readyState).to.equal('ended');
    });
  });

  it('leaves no camera open if the form was removed while it was being opened', async () => {
    const stream = pictureOfCamera();
    let answer: (() => void) | undefined;
    let requests = 0;
    withCamera(() => {
      requests++;
      return new Promise(resolve => (answer = () => resolve(stream)));
    });
    const el = await renderRetake();
    await clickButton(el, 'Ouvrir l’appareil photo');
    await clickButton(el, 'Ouvrir l’appareil photo');
    expect(requests, 'a second click asks nothing').to.equal(1);
    el.remove();
    answer?.();
    await waitUntil(() => stream.getTracks()[0]?.readyState === 'ended');
    expect(statusText(el)).to.equal('');
  });

  it('opens no camera beside a photograph that was chosen while it was being opened', async () => {
    const stream = pictureOfCamera();
    let answer: (() => void) | undefined;
    withCamera(() => new Promise(resolve => (answer = () => resolve(stream))));
    const el = await renderRetake();
    await clickButton(el, 'Ouvrir l’appareil photo');
    await selectFile(el, 'photo-0', await createPhoto(600, 400));
    await waitUntil(() => queryAll(el, '#alt-0').length === 1);
    const status = statusText(el);
    answer?.();
    await waitUntil(() => stream.getTracks()[0]?.readyState === 'ended');
    await el.updateComplete;
    expect(queryAll(el, 'video')).to.have.length(0);
    expect(statusText(el)).to.equal(status);
  });

  it('returns to the file field if the camera stops', async () => {
    const stream = pictureOfCamera();
    withCamera(() => Promise.resolve(stream));
    const el = await renderRetake();
    await clickButton(el, 'Ouvrir l’appareil photo');
    stream.getTracks()[0]!.dispatchEvent(new Event('ended'));
    await el.updateComplete;
    expect(queryAll(el, 'video')).to.have.length(0);
    expect(retakeTexts(el).at(-1)).to.contain('L’appareil photo n’est pas accessible.');
    await waitUntil(() => statusText(el)?.includes('n’est pas accessible'));
    expect(focusedId(el)).to.equal('photo-0');
  });

  it('is kept on the device without a network, sent once when there is one, and then deleted', async () => {
    const project = newProject();
    const el = await renderRetake({draft: 'device', project});
    await selectFile(el, 'photo-0', await createPhoto(600, 400));
    await tick(el, 'consent');
    setOnline(false);
    await clickButton(el, 'Envoyer');
    await waitUntil(() => queryTexts(el, '.unsent')[0]?.includes('conservée sur cet appareil'));
    await el.loadComplete;
    el.remove();
    const later = await renderRetake({draft: 'device', project});
    expect(submissions.length).to.equal(0);
    setOnline(true);
    await waitUntil(() => submissions.length === 1);
    expect(lastSubmission().photos.length).to.equal(1);
    lastSubmission().accept();
    await formSettled(later);
    expect(queryTexts(later, '.thanks').length).to.equal(1);
    expect(submissions.length).to.equal(1);
  });

  it('is kept on the device if the network fails without saying so, and sent once on the next visit', async () => {
    const project = newProject();
    const el = await sendOnceInVain(project);
    await el.loadComplete;
    el.remove();
    const later = await renderRetake({draft: 'device', project});
    await waitUntil(() => submissions.length === 2);
    lastSubmission().accept();
    await formSettled(later);
    expect(queryTexts(later, '.thanks').length).to.equal(1);
  });

  it('is not kept again, by further attempts or in another form, once its author has refused', async () => {
    const project = newProject();
    const el = await sendOnceInVain(project);
    await tick(el, 'keep');
    await clickButton(el, 'Essayer maintenant');
    await waitUntil(() => submissions.length === 2);
    lastSubmission().fail();
    await waitUntil(() => queryTexts(el, '.unsent')[0]?.includes('le serveur ne répond pas'));
    await el.loadComplete;
    expect(formElement(el, 'keep').checked).to.equal(false);
    expect(queryTexts(el, '.unsent')[0]).not.to.contain('conservée sur cet appareil');
    el.remove();
    const later = await renderRetake({draft: 'device', project});
    await waitUntil(() => submissions.length === 3);
    lastSubmission().fail();
    await waitUntil(() => queryTexts(later, '.unsent')[0]?.includes('le serveur ne répond pas'));
    expect(formElement(later, 'keep').checked).to.equal(false);
  });

  it('can be deleted from the device by its author', async () => {
    const project = newProject();
    const el = await renderRetake({draft: 'device', project});
    await selectFile(el, 'photo-0', await createPhoto(600, 400));
    await tick(el, 'consent');
    setOnline(false);
    await clickButton(el, 'Envoyer');
    await waitUntil(() => queryTexts(el, '.unsent')[0]?.includes('conservée sur cet appareil'));
    await clickButton(el, 'Supprimer de cet appareil');
    await el.loadComplete;
    expect(queryAll(el, '.photo canvas').length).to.equal(0);
    el.remove();
    const later = await renderRetake({draft: 'device', project});
    expect(queryTexts(later, '.unsent')).to.deep.equal([]);
    expect(formElement(later, 'photo-0').type).to.equal('file');
  });
});

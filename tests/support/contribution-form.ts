import {aTimeout} from '@open-wc/testing';
import {html} from 'lit';
import {API, listedContributions, type Submission, submissions} from './contribution-api.js';
import '../../src/define/contribute.js';
import type {SpassContribute} from '../../src/index.js';
import {queryAll, loadedFixture} from './widget-fixture.js';
import {waitUntil} from './wait-until.js';

const nativeNow = Date.now.bind(Date);
/** Simulated time since the form was rendered, in milliseconds, in addition to the duration of the test. */
let extraMs = 0;

/** Resets the submissions, the published list and the clock. */
export function resetContributionApi(): void {
  submissions.length = 0;
  listedContributions.length = 0;
  extraMs = 0;
  Date.now = () => nativeNow() + extraMs;
}
/** Advances the clock by a minute. */
export const advanceMinute = (): void => {
  extraMs += 60_000;
};
/** Stops the clock, however long the machine takes. */
export const stopClock = (): void => {
  const now = nativeNow();
  Date.now = () => now;
};
export const restoreClock = (): void => {
  Date.now = nativeNow;
};

let serial = 0;
/** Returns a new project id, so that no draft of another test is found. */
export const newProject = (): string => `project-${++serial}`;

type FormOptions = Partial<
  Pick<
    SpassContribute,
    | 'consent'
    | 'contact'
    | 'draft'
    | 'geocoder'
    | 'group'
    | 'kind'
    | 'lang'
    | 'noList'
    | 'places'
    | 'project'
    | 'series'
  >
>;

/** Renders a form with all required attributes. */
export const renderForm = (options: FormOptions = {}): Promise<SpassContribute> =>
  loadedFixture<SpassContribute>(
    html`<spass-contribute
      lang=${options.lang ?? 'fr'}
      api=${API}
      controller="CAUE du Nord"
      contact=${options.contact ?? 'droits@caue.example'}
      retention="deux ans"
      kind=${options.kind ?? 'idea'}
      draft=${options.draft ?? 'memory'}
      series=${options.series ?? ''}
      places=${options.places ?? ''}
      geocoder=${options.geocoder ?? ''}
      consent=${options.consent ?? 'ask'}
      group=${options.group ?? ''}
      project=${options.project ?? newProject()}
      ?no-list=${options.noList}
    ></spass-contribute>`,
  );

/** Returns an element of the form by id, mostly a field. */
export const formElement = (el: SpassContribute, id: string): HTMLInputElement => {
  const found = el.shadowRoot?.getElementById(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found as HTMLInputElement;
};

/** Types into a field. */
export async function type(el: SpassContribute, id: string, words: string): Promise<void> {
  const field = formElement(el, id);
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
}

export async function tick(el: SpassContribute, id: string): Promise<void> {
  formElement(el, id).click();
  await el.updateComplete;
}

/** Selects a file in a field. */
export async function selectFile(el: SpassContribute, id: string, file: File): Promise<void> {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const field = formElement(el, id);
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
  await el.loadComplete;
}

export async function clickButton(el: SpassContribute, name: string): Promise<void> {
  const found = queryAll<HTMLButtonElement>(el, 'button').find(
    one => (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  advanceMinute();
  found.click();
  // Photographs are processed before validation, which takes several turns of the event loop.
  await formSettled(el);
}

/** Resolves when all pending updates are rendered. */
export async function formSettled(el: SpassContribute): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await aTimeout(0);
    await el.updateComplete;
  }
}

/** Returns the last submission. */
export const lastSubmission = (): Submission => {
  const post = submissions.at(-1);
  if (!post) throw new Error('nothing was sent');
  return post;
};

/** Submits the form and waits for the request. */
export async function send(el: SpassContribute): Promise<Submission> {
  const {length} = submissions;
  await clickButton(el, 'Envoyer');
  await waitUntil(() => submissions.length > length, 'nothing was sent');
  return lastSubmission();
}

/** Enters an idea and submits it. */
export async function sendIdea(el: SpassContribute, words = 'Un banc'): Promise<Submission> {
  await type(el, 'text', words);
  await tick(el, 'consent');
  return send(el);
}

export const focusedId = (el: SpassContribute): string => el.shadowRoot?.activeElement?.id ?? '';

/** Returns a JPEG file, red on the left and blue on the right. */
export async function createPhoto(
  width: number,
  height: number,
  name = 'arbre.jpg',
): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width, height});
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#c00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00c';
  context.fillRect(width / 2, 0, width / 2, height);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.9));
  return new File([blob!], name, {type: 'image/jpeg'});
}

/** Returns a copy with Exif data: rotated orientation and a camera name. */
export async function withRotation(photo: File): Promise<File> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const tiff = [
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
  ];
  const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const secret = [...new TextEncoder().encode('SECRET-CAMERA')];
  const length = body.length + secret.length + 2;
  const segment = [0xff, 0xe1, length >> 8, length & 255, ...body, ...secret];
  // In a single part, as from a camera: Firefox detects the format from the first part of a file.
  const whole = new Uint8Array([...bytes.slice(0, 2), ...segment, ...bytes.slice(2)]);
  return new File([whole], photo.name, {type: photo.type});
}

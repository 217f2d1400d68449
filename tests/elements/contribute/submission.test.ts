import {expect} from '@open-wc/testing';
import type {SpassContribute} from '../../../src/index.js';
import {submissions} from '../../support/contribution-api.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {
  restoreClock,
  stopClock,
  focusedId,
  renderForm,
  resetContributionApi,
  newProject,
  clickButton,
  send,
  sendIdea,
  lastSubmission,
  tick,
  type,
  formSettled,
} from '../../support/contribution-form.js';
import {queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

let isOnline = true;
const setOnline = (on: boolean): void => {
  isOnline = on;
  if (on) window.dispatchEvent(new Event('online'));
};

/** Resolves in the next task, without a timer. */
const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Resolves when this many contributions have been sent, with fake timers. */
async function waitForSubmissions(number: number): Promise<void> {
  for (let turns = 0; turns < 2000 && submissions.length < number; turns++) await nextTask();
  expect(submissions).to.have.length(number);
}

/** Checks that nothing is sent in the next tasks. */
async function expectNoSubmissionAfter(number: number): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await nextTask();
  expect(submissions).to.have.length(number);
}

/** Resolves when the form shows these words. */
async function waitForText(el: SpassContribute, words: string): Promise<void> {
  const says = (): boolean => queryTexts(el, '.unsent')[0]?.includes(words) ?? false;
  for (let turns = 0; turns < 2000 && !says(); turns++) await nextTask();
  expect(queryTexts(el, '.unsent')[0]).to.contain(words);
}

describe('a contribution being sent', () => {
  before(() =>
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => isOnline}),
  );
  after(() => Reflect.deleteProperty(navigator, 'onLine'));
  beforeEach(resetContributionApi);
  afterEach(() => {
    restoreClock();
    isOnline = true;
  });

  it('waits offline with a message, and is sent when the connection returns', async () => {
    const el = await renderForm();
    isOnline = false;
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    await clickButton(el, 'Envoyer');
    expect(submissions).to.deep.equal([]);
    expect(queryTexts(el, '.unsent')[0]).to.contain('En attente d’envoi');
    expect(focusedId(el)).to.equal('waiting');
    await expect(el).to.be.accessible();
    setOnline(true);
    await waitUntil(() => submissions.length === 1);
    lastSubmission().accept();
    await formSettled(el);
    expect(queryTexts(el, '.thanks')).to.have.length(1);
  });

  it('is sent again automatically under the same key after a network error', async () => {
    const el = await renderForm();
    const first = await sendIdea(el);
    const clock = new FakeTimers();
    try {
      first.fail();
      await waitForText(el, 'le serveur ne répond pas');
      clock.advance(2000);
      await waitForSubmissions(2);
      expect(lastSubmission().key).to.equal(first.key);
      expect(lastSubmission().contribution).to.deep.equal(first.contribution);
    } finally {
      clock.restore();
    }
    lastSubmission().accept();
    await waitUntil(() => queryTexts(el, '.thanks').length === 1, 'thanks');
  });

  it('is not retried sooner than a busy server asks', async () => {
    const el = await renderForm();
    const first = await sendIdea(el);
    const clock = new FakeTimers();
    try {
      first.reject(429, {detail: 'Busy.'}, {'Retry-After': '30'});
      await waitForText(el, 'le serveur ne répond pas');
      clock.advance(29_000);
      await el.updateComplete;
      expect(queryTexts(el, '.unsent')[0]).to.contain('le serveur ne répond pas');
      clock.advance(1000);
      await waitForSubmissions(2);
    } finally {
      clock.restore();
    }
  });

  it('is not retried after ten attempts, until its author or a new connection triggers it', async () => {
    const el = await renderForm();
    await sendIdea(el);
    const clock = new FakeTimers();
    try {
      for (let tries = 1; tries <= 10; tries++) {
        await waitForSubmissions(tries);
        lastSubmission().fail();
        await waitForText(el, 'le serveur ne répond pas');
        clock.advance(60_000);
      }
      await expectNoSubmissionAfter(10);
    } finally {
      clock.restore();
    }
    await clickButton(el, 'Essayer maintenant');
    await waitUntil(() => submissions.length === 11);
  });

  it('can be cancelled for editing; its request is aborted', async () => {
    const el = await renderForm();
    const first = await sendIdea(el);
    await clickButton(el, 'Modifier');
    expect(first.signal.aborted).to.equal(true);
    expect(focusedId(el)).to.equal('text');
    await type(el, 'text', 'Deux bancs');
    await send(el);
    expect(lastSubmission().contribution['text']).to.equal('Deux bancs');
    // The first attempt may have arrived: the server recognizes the idempotency key.
    expect(lastSubmission().key).to.equal(first.key);
  });

  it('is not sent sooner than a person could have written it', async () => {
    stopClock();
    const el = await renderForm();
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    const clock = new FakeTimers();
    try {
      queryAll(el, '.send')[0]?.click();
      await waitForText(el, 'Envoi…');
      clock.advance(2999);
      await expectNoSubmissionAfter(0);
      clock.advance(1);
      await waitForSubmissions(1);
    } finally {
      clock.restore();
    }
  });

  it('continues when the form is removed and added again', async () => {
    const el = await renderForm();
    const first = await sendIdea(el);
    const place = el.parentElement;
    el.remove();
    expect(first.signal.aborted).to.equal(true);
    place?.append(el);
    await waitUntil(() => submissions.length === 2);
    expect(lastSubmission().key).to.equal(first.key);
  });

  it('continues in another form of the same kind, as on a page that is rendered again', async () => {
    const project = newProject();
    const first = await renderForm({project});
    const post = await sendIdea(first);
    first.remove();
    const second = await renderForm({project});
    await waitUntil(() => submissions.length === 2);
    expect(lastSubmission().key).to.equal(post.key);
    lastSubmission().accept();
    await waitUntil(
      () => statusText(second)?.includes('bien été reçue') === true,
      'it has arrived',
    );
  });
});

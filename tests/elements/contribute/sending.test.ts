import {expect, waitUntil} from '@open-wc/testing';
import type {SpassContribute} from '../../../src/index.js';
import {posts} from '../../support/desk.js';
import {Clock} from '../../support/clock.js';
import {
  endDesk,
  focused,
  formOf,
  freshDesk,
  newProject,
  press,
  said,
  send,
  sendIdea,
  sent,
  settled,
  tick,
  type,
} from '../../support/contribute.js';
import {all, texts} from '../../support/element.js';

let isOnline = true;
const connection = (on: boolean): void => {
  isOnline = on;
  if (on) window.dispatchEvent(new Event('online'));
};

/** Resolves in the next task, without a timer. */
const turn = (): Promise<void> =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Resolves when this many contributions have been sent, with fake timers. */
async function count(number: number): Promise<void> {
  for (let turns = 0; turns < 2000 && posts.length < number; turns++) await turn();
  expect(posts).to.have.length(number);
}

/** Resolves when the form shows these words. */
async function waits(el: SpassContribute, words: string): Promise<void> {
  const says = (): boolean => texts(el, '.waiting')[0]?.includes(words) ?? false;
  for (let turns = 0; turns < 2000 && !says(); turns++) await turn();
  expect(texts(el, '.waiting')[0]).to.contain(words);
}

describe('a contribution being sent', () => {
  before(() =>
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => isOnline}),
  );
  after(() => Reflect.deleteProperty(navigator, 'onLine'));
  beforeEach(freshDesk);
  afterEach(() => {
    endDesk();
    isOnline = true;
  });

  it('waits offline with a message, and is sent when the connection returns', async () => {
    const el = await formOf();
    isOnline = false;
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    await press(el, 'Envoyer');
    expect(posts).to.deep.equal([]);
    expect(texts(el, '.waiting')[0]).to.contain('En attente d’envoi');
    expect(focused(el)).to.equal('waiting');
    await expect(el).to.be.accessible();
    connection(true);
    await waitUntil(() => posts.length === 1);
    sent().take();
    await settled(el);
    expect(texts(el, '.thanks')).to.have.length(1);
  });

  it('is sent again automatically under the same key after a network error', async () => {
    const el = await formOf();
    const first = await sendIdea(el);
    const clock = new Clock();
    try {
      first.fail();
      await waits(el, 'le serveur ne répond pas');
      clock.pass(2000);
      await count(2);
      expect(sent().key).to.equal(first.key);
      expect(sent().contribution).to.deep.equal(first.contribution);
    } finally {
      clock.end();
    }
    sent().take();
    await waitUntil(() => texts(el, '.thanks').length === 1, 'thanks');
  });

  it('is not retried sooner than a busy server asks', async () => {
    const el = await formOf();
    const first = await sendIdea(el);
    const clock = new Clock();
    try {
      first.refuse(429, {detail: 'Busy.'}, {'Retry-After': '30'});
      await waits(el, 'le serveur ne répond pas');
      clock.pass(29_000);
      await el.updateComplete;
      expect(texts(el, '.waiting')[0]).to.contain('le serveur ne répond pas');
      clock.pass(1000);
      await count(2);
    } finally {
      clock.end();
    }
  });

  it('is not retried after ten attempts, until its author or a new connection triggers it', async () => {
    const el = await formOf();
    await sendIdea(el);
    const clock = new Clock();
    try {
      for (let tries = 1; tries <= 10; tries++) {
        await count(tries);
        sent().fail();
        await waits(el, 'le serveur ne répond pas');
        expect(clock.running, `timers after ${tries}`).to.equal(tries < 10 ? 1 : 0);
        clock.pass(60_000);
      }
    } finally {
      clock.end();
    }
    await press(el, 'Essayer maintenant');
    await waitUntil(() => posts.length === 11);
  });

  it('can be cancelled for editing; its request is aborted', async () => {
    const el = await formOf();
    const first = await sendIdea(el);
    await press(el, 'Modifier');
    expect(first.signal.aborted).to.equal(true);
    expect(focused(el)).to.equal('text');
    await type(el, 'text', 'Deux bancs');
    await send(el);
    expect(sent().contribution['text']).to.equal('Deux bancs');
    // The first attempt may have arrived: the server recognises the idempotency key.
    expect(sent().key).to.equal(first.key);
  });

  it('is not sent sooner than a person could have written it', async () => {
    endDesk();
    const el = await formOf();
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    const clock = new Clock();
    try {
      all(el, '.send')[0]?.click();
      await waits(el, 'Envoi…');
      expect(clock.running).to.equal(1);
      clock.pass(3000);
      await count(1);
    } finally {
      clock.end();
    }
  });

  it('continues when the form is removed and added again', async () => {
    const el = await formOf();
    const first = await sendIdea(el);
    const place = el.parentElement;
    el.remove();
    expect(first.signal.aborted).to.equal(true);
    place?.append(el);
    await waitUntil(() => posts.length === 2);
    expect(sent().key).to.equal(first.key);
  });

  it('continues in another form of the same kind, as on a page that is rendered again', async () => {
    const project = newProject();
    const first = await formOf({project});
    const post = await sendIdea(first);
    first.remove();
    const second = await formOf({project});
    await waitUntil(() => posts.length === 2);
    expect(sent().key).to.equal(post.key);
    sent().take();
    await waitUntil(() => said(second).includes('est arrivée'), 'it has arrived');
  });
});

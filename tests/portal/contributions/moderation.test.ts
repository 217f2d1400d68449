import assert from 'node:assert/strict';
import {once} from 'node:events';
import {request} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {parseTrustedProxies} from '../../../portal/src/http/client-address.js';
import type {DemoServer} from '../../../demo/server/server.js';
import {
  idea,
  moderate,
  publishedContributions,
  sendContribution,
  startContributionServer,
  type AcceptedContribution,
} from '../../support/contribution-server.js';
import {jpeg} from '../../support/pictures.js';

let server: DemoServer;
before(async () => (server = await startContributionServer()));
after(() => server.close());

const submit = async (
  contribution: object,
  lang = 'fr',
  photos = [jpeg()],
): Promise<AcceptedContribution> =>
  (await (
    await sendContribution(server.url, {contribution, lang, photos})
  ).json()) as AcceptedContribution;

describe('the portal’s moderators', () => {
  it('publish: the contribution is in the list, with its photographs', async () => {
    const {id} = await submit({...idea('Un verger'), photos: [{alt: 'Trois pommiers'}]});
    const team = await moderate(server.url, server.moderationPassword);
    assert.equal((await team.decide(id, 'published')).status, 303);
    const {items, total} = await publishedContributions(server.url);
    assert.equal(total, 1);
    assert.equal(items[0]?.text, 'Un verger');
    const photo = items[0].photos?.[0];
    assert.equal(photo?.alt, 'Trois pommiers');
    const answer = await fetch(new URL(photo.src, server.url));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    const alone = await fetch(`${server.url}api/contributions/${id}`);
    assert.equal(((await alone.json()) as AcceptedContribution).state, 'published');
  });

  it('reject, and can change their mind', async () => {
    const {id} = await submit(idea());
    const team = await moderate(server.url, server.moderationPassword);
    await team.decide(id, 'published');
    await team.decide(id, 'refused');
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
    assert.equal((await fetch(`${server.url}api/photos/${id}-1.jpg`)).status, 404);
  });

  it('are told to try again, and the operator in one line, if a reply does not fit on the disk', async t => {
    const log = t.mock.method(console, 'error', () => undefined);
    const own = await startContributionServer({maxDatabaseMegabytes: 0.1, contributionBurst: 99});
    t.after(() => own.close());
    const ids: string[] = [];
    for (;;) {
      const sent = await sendContribution(own.url, {contribution: idea('x'.repeat(1900))});
      if (sent.status !== 201) break;
      ids.push(((await sent.json()) as AcceptedContribution).id);
    }
    const team = await moderate(own.url, own.moderationPassword);
    let answer = new Response();
    for (const id of ids) {
      answer = await team.reply(id, 'x'.repeat(2000));
      if (answer.status !== 303) break;
    }
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '60']);
    for (const {arguments: words} of log.mock.calls)
      assert.match(String(words[0]), /^Contributions cannot be stored .*$/);
  });

  it('leave no trace in the log if they close the page while a form is sent', async t => {
    const log = t.mock.method(console, 'error', () => undefined);
    const own = await startContributionServer();
    const sent = request(`${own.url}moderation/session`, {
      method: 'POST',
      headers: {Origin: new URL(own.url).origin, 'Content-Length': 100, Expect: '100-continue'},
    });
    sent.on('error', () => undefined).flushHeaders();
    await once(sent, 'continue');
    sent.destroy();
    await own.close();
    assert.deepEqual(
      log.mock.calls.map(({arguments: words}) => String(words[0])),
      [],
    );
  });

  it('see pending contributions, as text whatever they contain', async () => {
    const {id} = await submit(idea('<script>alert(1)</script>'));
    const team = await moderate(server.url, server.moderationPassword);
    const page = await team.page();
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    const text = await page.text();
    assert.ok(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    assert.ok(!text.includes('<script'));
    assert.equal((await team.page(`photos/${id}/1`)).headers.get('content-type'), 'image/jpeg');
  });

  it('reply: the text is in the list and on the receipt, whatever it contains, and can be removed', async () => {
    const {id, receipt} = await submit({...idea('Un banc'), reply: 'Bravo moi-même'});
    const team = await moderate(server.url, server.moderationPassword);
    await team.decide(id, 'published');
    const listed = async () =>
      (await publishedContributions(server.url)).items.find(item => item.id === id);
    assert.equal((await listed())?.reply, undefined, 'only the team replies');
    const text = 'Merci !\r\n<script>alert("é")</script> &amp; \u0000fin';
    assert.equal((await team.reply(id, text)).status, 303);
    assert.equal((await listed())?.reply, 'Merci !\n<script>alert("é")</script> &amp;  fin');
    for (const page of [await fetch(receipt), await team.page('?etat=published')]) {
      const html = await page.text();
      assert.ok(html.includes('&lt;script&gt;alert(&quot;é&quot;)&lt;/script&gt; &amp;amp;'));
      assert.ok(!html.includes('<script'));
    }
    assert.match(await (await fetch(receipt)).text(), /Réponse de l’équipe du portail/);
    assert.match(await (await team.page('journal')).text(), /Réponse de l’équipe/);
    await team.reply(id, ' ');
    assert.equal((await listed())?.reply, undefined);
    assert.doesNotMatch(await (await fetch(receipt)).text(), /Réponse de l’équipe/);
  });

  it('reply with 2,000 characters at most, from their own pages, to contributions that exist', async () => {
    const {id} = await submit(idea());
    const team = await moderate(server.url, server.moderationPassword);
    assert.equal((await team.reply(id, '語'.repeat(2000))).status, 303);
    assert.equal((await team.reply(id, 'x'.repeat(2001))).status, 400);
    assert.equal((await team.reply('0000-0000', 'Bonjour')).status, 303);
    const foreign = await team.reply(id, 'x', {Origin: 'https://elsewhere.example'});
    assert.equal(foreign.status, 403);
    const stranger = await moderate(server.url, 'guess');
    assert.equal((await stranger.reply(id, 'x')).status, 403);
    const page = await (await team.page('?q=' + id)).text();
    assert.ok(page.includes('語'.repeat(2000)), 'as it was');
  });

  it('S-18 need the password; others see nothing and decide nothing', async () => {
    const {id} = await submit(idea('Secret'));
    const stranger = await moderate(server.url, 'guess');
    assert.equal(stranger.status, 401);
    assert.equal(stranger.cookie, '');
    assert.ok(!(await (await stranger.page()).text()).includes('Secret'));
    assert.equal((await stranger.page(`photos/${id}/1`)).status, 401);
    assert.equal((await stranger.decide(id, 'published')).status, 403);
    const {cookie} = await moderate(server.url, server.moderationPassword);
    const forged = cookie.replace(/=\d+/, '=99999999999');
    const answer = await fetch(`${server.url}moderation/`, {headers: {cookie: forged}});
    assert.ok(!(await answer.text()).includes('Secret'));
  });

  it('are protected against requests forged by another site', async () => {
    const {id} = await submit(idea());
    const team = await moderate(server.url, server.moderationPassword);
    const answer = await team.decide(id, 'published', {'Sec-Fetch-Site': 'cross-site'});
    assert.equal(answer.status, 403);
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
  });

  it('have a password that cannot be guessed by brute force', async () => {
    const other = await startContributionServer();
    try {
      for (let tries = 0; tries < 10; tries++) await moderate(other.url, 'guess');
      assert.equal((await moderate(other.url, other.moderationPassword)).status, 429);
    } finally {
      await other.close();
    }
  });
});

describe('the moderation pages', () => {
  const fill = async (url: string, texts: readonly string[]): Promise<void> => {
    for (const text of texts)
      await sendContribution(url, {contribution: idea(text), photos: [jpeg()]});
  };
  const articles = (page: string): number => page.split('<article>').length - 1;

  it('show twenty contributions at a time, oldest first, with pictures that load when they are seen', async t => {
    const desk = await startContributionServer();
    t.after(() => desk.close());
    await fill(
      desk.url,
      Array.from({length: 45}, (_, i) => `Idée n° ${i + 1}.`),
    );
    const team = await moderate(desk.url, desk.moderationPassword);
    const read = async (path: string) => (await team.page(path)).text();
    const first = await read('');
    assert.equal(articles(first), 20);
    assert.match(first, /En attente\u00a0: 45/);
    assert.ok(first.includes('Idée n° 1.') && !first.includes('Idée n° 21.'));
    assert.equal(first.split('<img').length, first.split('loading="lazy"').length);
    const next = /href="[./]*\/moderation\/([^"]*)" rel="next"/.exec(first)?.[1] ?? '';
    const second = await read(next.replaceAll('&amp;', '&'));
    assert.ok(second.includes('Idée n° 21.') && second.includes('rel="prev"'));
    const last = await read('?page=3');
    assert.equal(articles(last), 5);
    assert.ok(!last.includes('rel="next"'));
    for (const page of ['?page=99999', '?page=0', '?page=-1', '?page=x', '?etat=constructor'])
      assert.ok(articles(await read(page)) > 0, page);
  });

  it('return to the same page and search after a decision', async t => {
    const desk = await startContributionServer();
    t.after(() => desk.close());
    await fill(desk.url, ['Un chêne', 'Un CHÊNE & un banc', 'Une haie']);
    const team = await moderate(desk.url, desk.moderationPassword);
    const found = await (await team.page('?etat=pending&q=chene')).text();
    assert.equal(articles(found), 2);
    assert.ok(found.includes('value="chene"'));
    const id = /aria-label="Publier ([\w-]+)"/.exec(found)?.[1] ?? '';
    const answer = await team.decide(id, 'published', {}, {etat: 'pending', q: 'chene'});
    const {searchParams} = new URL(answer.headers.get('location') ?? '', desk.url);
    assert.equal(searchParams.get('q'), 'chene');
    const hostile = await (await team.page('?q=%22%3E%3Cscript%3E')).text();
    assert.ok(!hostile.includes('<script'));
    assert.equal(articles(hostile), 0);
  });

  it('have a log of what was decided, and of what authors withdrew, without its content', async t => {
    const desk = await startContributionServer();
    t.after(() => desk.close());
    const answer = await sendContribution(desk.url, {contribution: idea('Un secret')});
    const {id, receipt} = (await answer.json()) as AcceptedContribution;
    const team = await moderate(desk.url, desk.moderationPassword);
    await team.decide(id, 'published');
    await team.decide(id, 'published');
    await team.decide(id, 'refused');
    await fetch(receipt, {method: 'POST'});
    const log = await (await team.page('journal')).text();
    const actions = [...log.matchAll(/<td>([A-Z][^<]*)<\/td>\s*<\/tr>/g)].map(
      ([, action]) => action,
    );
    assert.deepEqual(actions, ['Retirée par son auteur', 'Refusée', 'Publiée', 'Reçue']);
    assert.ok(log.includes(id) && !log.includes('Un secret'));
    const stranger = await fetch(`${desk.url}moderation/journal`);
    assert.equal(stranger.status, 401);
  });

  for (const [what, headers] of [
    ['of another site', {Origin: 'https://evil.example'}],
    ['of a frame without an origin', {Origin: 'null'}],
    ['of another port', {Origin: 'http://127.0.0.1:1'}],
    ['of a page that hides its origin', {Origin: ''}],
  ] as const)
    it(`S-18 refuse forms ${what}, also to log in`, async () => {
      const {id} = await submit(idea());
      const team = await moderate(server.url, server.moderationPassword);
      assert.equal((await team.decide(id, 'published', headers)).status, 403);
      assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
      const login = await fetch(`${server.url}moderation/session`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({token: server.moderationPassword}),
      });
      assert.equal(login.status, 403);
    });

  it('F-20 behind a proxy, let one client in although another one guesses', async t => {
    const settings = {trustProxy: parseTrustedProxies('127.0.0.1')!};
    const desk = await startContributionServer(settings);
    t.after(() => desk.close());
    const logIn = async (address: string, token: string): Promise<number> => {
      const headers = {'X-Forwarded-For': address};
      return (await moderate(desk.url, token, headers)).status;
    };
    for (let tries = 0; tries < 12; tries++) await logIn('198.51.100.7', 'guess');
    assert.equal(await logIn('198.51.100.7', desk.moderationPassword), 429);
    assert.equal(await logIn('192.0.2.44', desk.moderationPassword), 303);
    assert.equal(await logIn('203.0.113.9, 198.51.100.7', desk.moderationPassword), 429);
    for (let times = 0; times < 30; times++)
      assert.equal(await logIn('192.0.2.45', desk.moderationPassword), 303, 'successes are free');
  });
});

describe('an author', () => {
  it('sees by the receipt the contribution and its state, in their language', async () => {
    const {id, receipt} = await submit(idea('Een bank'), 'nl');
    const page = async () => await (await fetch(receipt)).text();
    assert.match(await page(), /<html lang="nl">[^]*wacht op publicatie[^]*Een bank/);
    await (await moderate(server.url, server.moderationPassword)).decide(id, 'published');
    assert.match(await page(), /Gepubliceerd/);
    const {headers} = await fetch(receipt);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-robots-tag'), 'noindex');
  });

  it('withdraws: text and photographs are deleted, and do not return with a late retry', async () => {
    const sent = {contribution: idea('À oublier'), photos: [jpeg()], key: 'withdrawn-key'};
    const {id, receipt} = (await (
      await sendContribution(server.url, sent)
    ).json()) as AcceptedContribution;
    const team = await moderate(server.url, server.moderationPassword);
    await team.decide(id, 'published');
    const answer = await fetch(receipt, {method: 'POST'});
    const page = await answer.text();
    assert.match(page, /Retirée/);
    assert.ok(!page.includes('À oublier'));
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
    assert.equal((await fetch(`${receipt}/1`)).status, 404);
    assert.equal((await fetch(`${server.url}api/photos/${id}-1.jpg`)).status, 404);
    assert.ok(!(await (await team.page()).text()).includes('À oublier'));
    assert.equal((await sendContribution(server.url, sent)).status, 410);
    await team.decide(id, 'published');
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
  });

  it('S-18 is the only one with the address', async () => {
    const {receipt} = await submit(idea());
    const other = receipt.slice(0, -1) + (receipt.endsWith('A') ? 'B' : 'A');
    assert.equal((await fetch(other)).status, 404);
    assert.equal((await fetch(`${server.url}api/receipts/`)).status, 404);
    assert.equal((await fetch(`${receipt}/2`)).status, 404);
    assert.equal((await fetch(`${receipt}/../../journal.jsonl`)).status, 404);
  });
});

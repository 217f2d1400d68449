import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import sax from 'sax';
import {atomFeed, calendar, jsonFeed} from '../../portal/src/publish/feeds/feeds.js';
import type {SiteModel} from '../../portal/src/publish/site/site-model.js';
import {largeSite} from '../support/large-site.js';

/** Records that no example has: signs of markup, other scripts, old and partial dates, empty and repeated values. */
const RESOURCES = [
  {
    id: 'a&b',
    title: '<b>&amp;</b> "1" \u0007\uD800 👷🏽‍♀️',
    themes: ['Eau & bois', ''],
    published: '2026',
  },
  {
    id: 'é à',
    title: {fr: 'Été', nl: 'Zomer'},
    abstract: 'Long '.repeat(2000),
    published: '2026-02-30',
  },
  {id: 'old', title: 'Charte', published: '0987-05-01', themes: ['Eau', 'Eau']},
  {id: 'antiquity', title: 'Voie', published: '-0052-01-01'},
  {id: 'none', title: '', published: '2026-03-01'},
  {id: 'undated', title: 'Sans date'},
];
const EVENTS = [
  {id: 'e1', title: 'É'.repeat(80), period: {start: '2027-04-10T14:00', end: '2027-04-10T13:00'}},
  {
    id: 'e2',
    title: 'Fête ; d’été, \\n\r\nBEGIN:VEVENT',
    period: {start: '2027-07'},
    status: 'Annulé',
  },
  {id: 'e3', title: '👷🏽‍♀️'.repeat(12), period: {start: '2027-10-31T02:30', end: '2027-11-01'}},
  {id: 'E3', title: 'Autre', period: {start: '2027-01-01'}, geo: {lat: 50.123456789, lon: 3}},
  {id: 'e5', title: 'Sans date', period: {start: 'bientôt'}},
];

function site(): SiteModel {
  const large = largeSite(20);
  const records = {
    ...large.records,
    resources: [...RESOURCES, ...large.records.resources],
    events: EVENTS,
  } as unknown as SiteModel['records'];
  const config = {...large.config, title: 'Ville & <bois>', base: 'https://é.example/ville/'};
  const addresses = new (
    large.addresses.constructor as never as new (...args: unknown[]) => SiteModel['addresses']
  )(['fr'], records);
  return {...large, config: {...config, base: new URL(config.base).href}, records, addresses};
}

/** Date and time of RFC 3339, as feeds need them. */
function assertDateTime(text: string): void {
  assert.match(text, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/);
  assert.equal(
    new Date(text).toISOString().slice(0, 10),
    text.slice(0, 10),
    'a day of the calendar',
  );
}
const assertAddress = (text: string): void => assert.match(new URL(text).protocol, /^https?:$/);

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function parseXml(xml: string): Node {
  const root: Node = {name: '', attributes: {}, children: [], text: ''};
  const open = [root];
  const parser = sax.parser(true);
  parser.onerror = error => assert.fail(error);
  parser.onopentag = ({name, attributes}) => {
    const node = {name, attributes: attributes as Record<string, string>, children: [], text: ''};
    open.at(-1)?.children.push(node);
    open.push(node);
  };
  parser.ontext = text => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.onclosetag = () => void open.pop();
  parser.write(xml).close();
  return root.children[0] ?? root;
}

describe('the feeds of records that nobody prepared', () => {
  const language = 'fr';

  it('are Atom by the rules of RFC 4287', () => {
    const feed = parseXml(atomFeed(site(), language));
    assert.equal(feed.name, 'feed');
    assert.equal(feed.attributes['xmlns'], 'http://www.w3.org/2005/Atom');
    const of = (node: Node, name: string): Node[] => node.children.filter(one => one.name === name);
    const only = (node: Node, name: string): string => {
      assert.equal(of(node, name).length, 1, `one ${name}`);
      return of(node, name)[0]?.text ?? '';
    };
    const check = (node: Node, allowed: RegExp): void => {
      assertAddress(only(node, 'id'));
      assert.notEqual(only(node, 'title').trim(), '');
      assertDateTime(only(node, 'updated'));
      for (const {attributes} of of(node, 'link')) assertAddress(attributes['href'] ?? '');
      for (const {attributes} of of(node, 'category')) assert.notEqual(attributes['term'], '');
      for (const {name} of node.children) assert.match(name, allowed);
      const alternates = of(node, 'link').filter(
        ({attributes}) => (attributes['rel'] ?? 'alternate') === 'alternate',
      );
      assert.equal(alternates.length, 1);
    };
    check(feed, /^(?:id|title|updated|author|link|entry)$/);
    assert.equal(of(of(feed, 'author')[0]!, 'name').length, 1);
    const entries = of(feed, 'entry');
    assert.ok(entries.length >= 23, `${entries.length}`);
    for (const entry of entries) check(entry, /^(?:id|title|updated|link|category|summary)$/);
    assert.equal(new Set(entries.map(entry => only(entry, 'id'))).size, entries.length);
    const dates = entries.map(entry => only(entry, 'updated'));
    assert.deepEqual(dates, dates.toSorted().reverse(), 'the newest first');
  });

  it('are JSON Feed by the rules of its version 1.1', () => {
    type Fields = Readonly<Record<string, unknown>>;
    const feed = JSON.parse(jsonFeed(site(), language)) as Fields & {items: readonly Fields[]};
    assert.equal(feed['version'], 'https://jsonfeed.org/version/1.1');
    assert.equal(typeof feed['title'], 'string');
    for (const name of ['home_page_url', 'feed_url']) assertAddress(String(feed[name]));
    assert.ok((feed['authors'] as readonly Fields[]).every(({name}) => typeof name === 'string'));
    const ids = new Set<unknown>();
    for (const item of feed.items) {
      assert.equal(typeof item['id'], 'string');
      ids.add(item['id']);
      assertAddress(String(item['url']));
      assert.equal(typeof item['content_text'], 'string');
      assert.notEqual(String(item['title']).trim(), '');
      assertDateTime(String(item['date_modified']));
      for (const tag of (item['tags'] ?? []) as readonly unknown[]) assert.ok(tag, 'no empty tag');
    }
    assert.equal(ids.size, feed.items.length);
  });

  it('are a calendar by the rules of RFC 5545', () => {
    const text = calendar(site(), language);
    assert.match(text, /\r\n$/);
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!/\p{Cc}/u.test(line), line);
      assert.ok(!line.includes('\uFFFD'), 'no letter is cut');
    }
    const lines = text.replaceAll('\r\n ', '').trim().split('\r\n');
    const events = lines
      .join('\n')
      .split(/^BEGIN:VEVENT$/m)
      .slice(1);
    assert.equal(events.length, 4, 'an event without a date is left out');
    const uids = new Set<string>();
    for (const event of events) {
      const values = (name: string): string[] =>
        [...event.matchAll(new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'gm'))].map(
          ([, one = '']) => one,
        );
      for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'])
        assert.equal(values(name).length, 1, name);
      uids.add(values('UID')[0] ?? '');
      const [start = '', end] = [...values('DTSTART'), ...values('DTEND')];
      for (const time of [start, end]) if (time) assert.match(time, /^\d{8}(?:T\d{6}Z)?$/);
      if (end) assert.ok(end > start && end.length === start.length);
      for (const word of values('STATUS'))
        assert.match(word, /^(?:CANCELLED|TENTATIVE|CONFIRMED)$/);
      for (const geo of values('GEO'))
        assert.match(geo, /^-?\d+(?:\.\d{1,6})?;-?\d+(?:\.\d{1,6})?$/);
    }
    assert.equal(uids.size, events.length);
    const open: string[] = [];
    for (const line of lines) {
      const [, verb, name = ''] = /^(BEGIN|END):(\w+)$/.exec(line) ?? [];
      if (verb === 'BEGIN') open.push(name);
      if (verb === 'END') assert.equal(open.pop(), name);
    }
    assert.deepEqual(open, []);
  });
});

import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openPage} from './browser-fixture.js';
import {useSite} from './use-site.js';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Mairie//Agenda//FR',
  'BEGIN:VEVENT',
  'UID:1@mairie',
  'DTSTART;TZID=Europe/Paris:20990314T183000',
  'DTEND;TZID=Europe/Paris:20990314T200000',
  'SUMMARY:Atelier\\, «\u00a0Le préau\u00a0» : visite et lec',
  ' ture du paysage',
  'LOCATION:Salle des fêtes\\, Ors',
  'DESCRIPTION:<p>Prévoir des <b>bottes</b>.</p>',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2@mairie',
  'DTSTART;VALUE=DATE:20990401',
  'SUMMARY:Permanence',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const FEED = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Actualit\u00e9s</title>
<item><title>Travaux &amp; d\u00e9viation</title><link>https://commune.example/travaux</link>
<pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate>
<description><![CDATA[<p>Rue <em>Pasteur</em></p><script>alert(1)</script>]]></description></item>
<item><title/><link>https://commune.example/sans-titre</link></item>
</channel></rss>`;

const LIST = JSON.stringify({
  meta: {total: 2},
  data: {
    equipements: [
      {id: 7, attributes: {nom: 'Halle', commune: 'Ors', position: [50.1, 3.63]}},
      {id: 8, attributes: {nom: 'Préau', commune: 'ORS ', position: null}},
    ],
  },
});

const page = (tag: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Flux</title>
  <script src="/cdn/spass-widgets.js" defer></script>${tag}`;

describe('widgets of the built files that read feeds', () => {
  const fixture = useSite({
    '/agenda.ics': {body: CALENDAR, headers: {'Content-Type': 'text/calendar'}},
    '/flux.xml': (response): void => {
      response.writeHead(200, {'Content-Type': 'application/rss+xml'});
      response.end(Buffer.from(FEED, 'latin1'));
    },
    '/liste.json': {body: LIST, headers: {'Content-Type': 'application/json'}},
    '/rien.html': page(''),
    '/agenda.html': page('<spass-agenda api="/agenda.ics" source="ics"></spass-agenda>'),
    '/flux.html': page('<spass-resource-list api="/flux.xml" source="rss"></spass-resource-list>'),
    '/liste.html': page(
      '<spass-resource-list api="/liste.json" source="json" facet-fields="commune"></spass-resource-list>',
    ),
    '/erreur.html': page(
      '<spass-agenda api="/liste.json" source="ics"></spass-agenda><spass-resource-list api="/agenda.ics" source="rss"></spass-resource-list>',
    ),
  });

  /** Opens a page, waits for its widgets, and returns their texts. */
  async function textsOf(path: string) {
    const opened = await openPage(fixture.browser, `${fixture.site.url}/${path}`);
    const texts = await opened.page.evaluate(async () => {
      const widgets = [...document.querySelectorAll('spass-agenda, spass-resource-list')];
      for (const widget of widgets) {
        await customElements.whenDefined(widget.localName);
        await (widget as Element & {loadComplete: Promise<void>}).loadComplete;
      }
      return widgets.map(widget => (widget.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '));
    });
    await opened.page.context().close();
    return {texts, ...opened};
  }

  it('show the events of a calendar', async () => {
    const {texts, errors} = await textsOf('agenda.html');
    assert.match(texts[0] ?? '', /Atelier, « ?Le préau ?» : visite et lecture du paysage/);
    assert.match(texts[0] ?? '', /Salle des fêtes, Ors/);
    assert.match(texts[0] ?? '', /Permanence/);
    assert.doesNotMatch(texts[0] ?? '', /<b>|\\,/);
    assert.deepEqual(errors, []);
  });

  it('show the entries of a feed in an older encoding', async () => {
    const {texts, errors} = await textsOf('flux.html');
    assert.match(texts[0] ?? '', /Travaux & déviation/);
    assert.match(texts[0] ?? '', /Rue Pasteur/);
    assert.doesNotMatch(texts[0] ?? '', /alert|<em>/);
    assert.deepEqual(errors, []);
  });

  it('show the records of any JSON, and its columns as facets', async () => {
    const {texts, errors} = await textsOf('liste.html');
    assert.match(texts[0] ?? '', /Halle/);
    assert.match(texts[0] ?? '', /Commune.*Ors 2/);
    assert.deepEqual(errors, []);
  });

  it('say to visitor and webmaster that a file has another format', async () => {
    const {texts, errors, console: lines} = await textsOf('erreur.html');
    for (const text of texts) assert.match(text, /Réessayer/);
    assert.match(lines.join('\n'), /<spass-agenda>.*liste\.json/);
    assert.match(lines.join('\n'), /<spass-resource-list>.*agenda\.ics/);
    assert.deepEqual(errors, []);
  });
});

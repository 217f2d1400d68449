import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/contribute.js';
import '../../../src/define/story.js';
import type {SpassContribute, SpassStory} from '../../../src/index.js';
import {queryAll, settled} from '../../support/widget-fixture.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const canal = {
  type: 'LineString',
  coordinates: [
    [3.62, 50.09],
    [3.63, 50.1],
    [3.65, 50.11],
  ],
};
const meadow = {
  type: 'Polygon',
  coordinates: [
    [
      [3.62, 50.09],
      [3.64, 50.09],
      [3.63, 50.11],
    ],
  ],
};
const invalid = {type: 'LineString', coordinates: [[3.62, 95], 'x']};

describe('lines and areas', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('of the steps of a story are drawn on its map, with or without a place', async () => {
    const steps = [
      {title: 'Le canal', geo: {lat: 50.1, lon: 3.63}, geometry: canal, zoom: 12},
      {title: 'Le pré', geometry: meadow},
      {title: 'Sans tracé', geometry: invalid},
    ];
    const el = await loadedFixtureWithSource<SpassStory>(
      new StubServer({stories: [{id: 1, title: 'Ors', steps}]}),
      html`<spass-story></spass-story>`,
    );
    await settled(el);
    expect(queryAll(el, '.shapes .line').length).to.equal(1);
    expect(queryAll(el, '.shapes .area').length).to.equal(1);
    expect(queryAll(el, '.step').length).to.equal(3);
    await expect(el).to.be.accessible();
  });

  it('of contributions are drawn on the map of the form, which can show them', async () => {
    const contribution = {kind: 'place', state: 'published', text: 'Un sentier'};
    const server = new StubServer({
      contributions: [
        {...contribution, id: 1, geometry: canal},
        {...contribution, id: 2, geometry: invalid},
      ],
    });
    server.contributionsUrl = 'http://127.0.0.1:9/contributions';
    const el = await loadedFixtureWithSource<SpassContribute>(
      server,
      html`<spass-contribute
        kind="place"
        controller="CAUE du Nord"
        contact="droits@caue.example"
        retention="un an"
      ></spass-contribute>`,
    );
    await settled(el);
    expect(queryAll(el, '.shapes .line').length).to.equal(1);
    expect(queryAll(el, '.published li').length).to.equal(2);
    expect(queryAll(el, '.published li button').length, 'on the map').to.equal(1);
  });
});

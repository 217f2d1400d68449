import {expect} from '@open-wc/testing';
import type {LitElement} from 'lit';
import type {StatusController} from '../../../src/controllers/status-controller.js';
import {ViewStatusController} from '../../../src/elements/parts/map/view-status-controller.js';
import {FakeTimers} from '../../support/fake-timers.js';

/** Promise that calls back at once: a test decides the order of everything else. */
const done = {then: (callback: () => void) => callback()} as unknown as Promise<boolean>;

/** Returns a controller of a map with the number of records in view, and what it announces. */
function mapStatus(places: {autoFitPoints?: unknown} = {}) {
  const announced: string[] = [];
  const state = {count: 4, places};
  const status = {announce: (text: string) => announced.push(text), report() {}};
  const host = {addController() {}, updateComplete: done, loadComplete: done, status};
  const controller = new ViewStatusController(
    host as unknown as LitElement & {loadComplete: Promise<void>; status: StatusController},
    {places: () => state.places, message: () => String(state.count), outside: () => ''},
  );
  controller.handleViewChange();
  return {state, announced, controller};
}

/** Lets the map rest for the time after which it announces. */
async function rest(clock: FakeTimers): Promise<void> {
  clock.advance(500);
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

describe('the number in view that a map announces', () => {
  let clock: FakeTimers;
  beforeEach(() => (clock = new FakeTimers()));
  afterEach(() => clock.restore());

  it('is that of the last place at which it rests', async () => {
    const {state, announced, controller} = mapStatus();
    for (const count of [3, 2]) {
      state.count = count;
      controller.handleViewChange();
    }
    await rest(clock);
    expect(announced).to.deep.equal(['2']);
  });

  it('is not announced if a filter changes it after the layout has moved its edges', async () => {
    const {state, announced, controller} = mapStatus();
    controller.handleViewChange();
    Object.assign(state, {count: 1, places: {}});
    controller.handleViewChange();
    await rest(clock);
    expect(announced).to.deep.equal([]);
  });

  it('is announced once the records of a new place have arrived', async () => {
    const {state, announced, controller} = mapStatus({autoFitPoints: {}});
    controller.handleViewChange();
    Object.assign(state, {count: 1, places: {autoFitPoints: {}}});
    controller.handleViewChange();
    await rest(clock);
    expect(announced).to.deep.equal(['1']);
  });
});

import {StatusController} from '../../src/controllers/status-controller.js';

/** Longest delay of a timer, in milliseconds: 24 days. */
const NEVER = 2 ** 31 - 1;
const {loadingDelayMs} = StatusController;

/**
 * Sets whether a load of more than a second is announced. In the tests of elements it is so only with fake timers: on a
 * slow machine the announcement would come before the one that a test waits for.
 */
export const announceLongLoads = (isAnnounced: boolean): void => {
  StatusController.loadingDelayMs = isAnnounced ? loadingDelayMs : NEVER;
};
announceLongLoads(false);

import {waitUntil as pollUntil} from '@open-wc/testing';

/**
 * Less than the time that a test has. The default of a second is too short on a busy machine, and in a background page,
 * such as one of two pages in a browser, which renders few frames.
 */
const OPTIONS = {interval: 10, timeout: 8000};

/** Waits until a condition is true, and fails with the message if it does not become so. */
export const waitUntil = async (condition: () => unknown, message?: string): Promise<void> => {
  await pollUntil(condition, message, OPTIONS);
};

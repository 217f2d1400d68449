import {parentPort, workerData} from 'node:worker_threads';
import {UsageError} from '../command.js';
import {renderFragment, type RenderOptions} from './render-fragment.js';

/** Result of the worker: a fragment, or the reason why there is none. */
export type RenderReply =
  | {readonly fragment: Awaited<ReturnType<typeof renderFragment>>}
  | {readonly error: string; readonly isUsage: boolean};

const render = async (): Promise<RenderReply> => {
  try {
    return {fragment: await renderFragment(workerData as RenderOptions)};
  } catch (error) {
    return {
      error: error instanceof Error ? error.message : String(error),
      isUsage: error instanceof UsageError,
    };
  }
};

parentPort?.postMessage(await render());

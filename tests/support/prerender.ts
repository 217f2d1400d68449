import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {root} from '../../scripts/setup.mjs';

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** 24 November 2026, noon, so that the output is reproducible. */
const NOON = {SOURCE_DATE_EPOCH: '1795518000'};

interface PrerenderOptions {
  /** Standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs `npx spass-widgets prerender …` in a separate process: the elements use the global objects of a page.
 */
export async function runPrerender(
  args: readonly string[],
  options: PrerenderOptions = {},
): Promise<CommandResult> {
  const {input = '', env = NOON} = options;
  // The build starts in a third of the processor time of the sources.
  const command = join(root, 'dist/tools/cli/main.js');
  const child = spawn(process.execPath, [command, 'prerender', ...args], {
    cwd: root,
    env: {...process.env, ...env},
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return {code, out, err};
}

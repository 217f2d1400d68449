import type {ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {moderate} from './contribution-server.js';
import {printedUrl, spawnPortal} from './portal-program.js';
import {stopProcess} from './processes.js';

/** Server that receives contributions, as the contract tests use it. */
export interface ContractServer {
  /** Base URL of the API, without a slash at the end. */
  readonly api: string;
  /** Publishes or refuses a contribution, as the team does. */
  decide(id: string, state: 'published' | 'refused'): Promise<void>;
  /** Writes the team's reply to a contribution, or removes it with an empty text. */
  reply(id: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/** Server program that has to pass the contract tests. */
export interface ContractProgram {
  readonly name: string;
  /** Name of the parts with photographs: PHP keeps only the last part of a name without brackets. */
  readonly photoPart: 'photo' | 'photo[]';
  /** Reason why it cannot run on this machine, if a program is missing. */
  readonly skip: string | false;
  /** Starts it with no contributions, for the pages of all sites. */
  start(): Promise<ContractServer>;
}

export const SPASS_PORTAL: ContractProgram = {
  name: 'spass-portal serve',
  photoPart: 'photo',
  skip: false,
  start: startSpassPortal,
};

async function startSpassPortal(): Promise<ContractServer> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'));
  const password = 'a password for tests';
  const child = spawnPortal(['serve', 'demo/data', '--demo'], {
    DATA_DIR: folder,
    MODERATION_PASSWORD: password,
  });
  const url = await printedUrl(child);
  const team = await moderate(url, password);
  return {
    api: `${url}api`,
    async decide(id, state) {
      await team.decide(id, state);
    },
    async reply(id, text) {
      await team.reply(id, text);
    },
    async stop() {
      await stopProcess(child);
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** Server process with its own data folder, to be killed and started again. */
export class PortalProcess {
  readonly folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  url = '';

  constructor(folder: string, environment: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#environment = environment;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(environment: Readonly<Record<string, string>> = {}): Promise<string> {
    this.#child = spawnPortal(['serve', 'demo/data', '--demo'], {
      DATA_DIR: this.folder,
      CONTRIBUTION_BURST: '1000000',
      ...this.#environment,
      ...environment,
    });
    this.#child.stderr?.resume();
    this.url = await printedUrl(this.#child);
    return this.url;
  }

  /** Kills the process at once, as `kill -9` does. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.#child) await stopProcess(this.#child);
    this.#child = undefined;
  }
}
